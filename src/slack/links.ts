import type { App, types } from "@slack/bolt";
import { readLetterName } from "../letters/letter-name.ts";
import type { StoredLetter } from "../letters/stored-letter.ts";
import { letterUnfurl } from "../replies/letter-unfurl.ts";
import type { LetterFinder } from "../store/letter-finder.ts";
import type { LetterReader } from "../store/letter-reader.ts";
import type { Unfurls } from "../store/unfurls.ts";
import { slackReason } from "./conversation.ts";
import type { Running } from "./running.ts";
import { happenedOutside } from "./shared-outside.ts";

/** Where letters are published, subdomains included; the same as in manifest.yml. Slack takes five at most. */
export const unfurlDomains = ["officielebekendmakingen.nl", "tweedekamer.nl"] as const;

/** A message with this many links is a list: what is shown under it would bury it. */
const tooManyLinks = 3;

interface LinkParts {
  letters: LetterReader;
  finder: LetterFinder;
  unfurls: Unfurls;
  now: () => Date;
}

/**
 * Shows what a pasted link leads to, when it is a letter of the collection. Nobody asked for it, so it keeps silent
 * where it has nothing to say and where it would be in the way: under lists of links, under what bots say, in a message
 * that is still being written, and when the channel saw the same letter within the last half hour.
 */
export function registerLinks(app: App, parts: LinkParts, running: Running): void {
  app.event("link_shared", async ({ event, body, client }) => {
    await running.track(async () => {
      // Others are in the room there, and nobody asked.
      if (!isForUs(event) || happenedOutside(body)) return;
      const { channel, message_ts: ts } = event;
      const shown = event.links.flatMap(({ url }) => {
        const letter = letterAt(url, parts);
        return letter !== null && parts.unfurls.claim(channel, letter.key, parts.now()) ? [{ url, letter }] : [];
      });
      if (shown.length === 0) return;
      const unfurls = Object.fromEntries(shown.map(({ url, letter }) => [url, { blocks: letterUnfurl(letter) }]));
      try {
        await client.chat.unfurl({ channel, ts, unfurls });
      } catch (error) {
        for (const { letter } of shown) parts.unfurls.release(channel, letter.key);
        running.log.warn({ reason: slackReason(error) }, "Slack refused to show a pasted link");
      }
    });
  });
}

/**
 * A message that a person posted. Slack sends no event for what this bot posts itself (docs.slack.dev, "link_shared");
 * another bot is known by its bot_id, or by having no user.
 */
function isForUs(event: types.LinkSharedEvent & { bot_id?: string }): boolean {
  const isPerson = event.bot_id === undefined && /^[UW]/.test(event.user ?? "") && event.user !== "USLACKBOT";
  return isPerson && event.source !== "composer" && event.links.length < tooManyLinks;
}

/** Only the very publication that the link names: a case or a dossier holds other papers too. */
function letterAt(url: string, { letters, finder }: LinkParts): StoredLetter | null {
  const [id] = readLetterName(url).ids;
  const [key] = id === undefined ? [] : finder.withId(id);
  return key === undefined ? null : letters.letter(key);
}
