import type { OverviewParts } from "../src/answers/letter-overview.ts";
import type { AnsweringParts } from "../src/answers/reply-to-query.ts";
import type { Following } from "../src/digest/following.ts";
import type { Previews } from "../src/digest/previews.ts";
import type { Reply } from "../src/replies/reply.ts";
import type { Status } from "../src/replies/status-reply.ts";
import type { Collections } from "../src/store/collections.ts";

/** What a command may use. */
export interface CommandParts extends AnsweringParts, OverviewParts {
  /** How the bot is doing at this moment. */
  currentStatus(): Status;
  /** Of the readers, an IANA name. */
  timeZone: string;
  collections: Collections;
  /** What people follow. */
  subscriptions: Following;
  /** What a query that people follow would have brought, or finds now. */
  previews: Previews;
}

/** Who typed a command, and where; ids as Slack gives them. */
export interface Invocation {
  team: string;
  user: string;
  /** A channel, a private channel or a direct message; a slash command never comes from within a thread. */
  channel: string;
  /** Whether people of other organisations are in the channel too, as far as Slack tells. */
  isSharedOutside(): Promise<boolean>;
}

/** A slash command; the table of all of them is index.ts. */
export interface Command {
  /** With its slash, as in manifest.yml. */
  name: `/${string}`;
  /** What Slack shows behind the name, in Dutch. */
  usageHint: string;
  /** Something to try behind the name, for the preview; none where nothing is typed behind it. */
  example?: string;
  /** What Slack says the command does, in Dutch. */
  description: string;
  /**
   * Answers what was typed behind the name.
   *
   * @throws UserError with a sentence for the person who typed it
   */
  answer(typed: string, parts: CommandParts, invocation: Invocation): Promise<Reply>;
}
