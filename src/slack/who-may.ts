import type { AnyMiddlewareArgs, Middleware } from "@slack/bolt";
import type { Logger } from "pino";
import { troubleReply } from "../replies/trouble-reply.ts";
import { whoMay } from "../texts/who-may.ts";

/**
 * Lets only people of the allowed workspaces through, and only in the allowed channels. A signature tells that Slack sent
 * a payload, not for whom: in a channel shared through Slack Connect people of other organisations press our buttons and
 * mention the bot.
 *
 * @param teams ids of workspaces; empty: only the bot's own, once it is known
 * @param channels ids; empty: all of them. Direct messages are always allowed
 */
export function onlyAllowed(
  { teams, channels }: { teams: readonly string[]; channels: readonly string[] },
  log: Logger,
): Middleware<AnyMiddlewareArgs> {
  return async ({ next, body, context, client, ...args }) => {
    const allowed = teams.length > 0 || context.teamId === undefined ? teams : [context.teamId];
    const strangers = allowed.length === 0 ? [] : teamsIn(body).filter((team) => !allowed.includes(team));
    const channel = channelIn(body);
    const isElsewhere = channels.length > 0 && channel !== null && !isDirect(channel) && !channels.includes(channel);
    if (strangers.length === 0 && !isElsewhere) return next();
    if (strangers.length > 0) log.warn({ strangers }, "refused a payload of a workspace that is not allowed");
    else log.info({ channel }, "refused a payload of a channel that is not allowed");
    if (body.type === "view_submission" && "ack" in args && typeof args.ack === "function") await args.ack();
    const reply = troubleReply(strangers.length > 0 ? whoMay.otherTeam : whoMay.otherChannel);
    if ("respond" in args && typeof args.respond === "function") {
      await args.respond({ response_type: "ephemeral", replace_original: false, ...reply });
    } else if (strangers.length === 0 && channel !== null) {
      const user = mentionedBy(body);
      if (user !== null) await client.chat.postEphemeral({ channel, user, ...reply });
    }
  };
}

/** Where a payload says that something was typed, pressed or posted; null in App Home and in modals. */
function channelIn(body: object): string | null {
  const { event } = body as { event?: unknown };
  const [channel] = [
    ...idIn(body, "channel_id"),
    ...("channel" in body ? idIn(body.channel, "id") : []),
    ...idIn(event, "channel"),
  ];
  return channel ?? null;
}

function isDirect(channel: string): boolean {
  return channel.startsWith("D");
}

/** Who asked in so many words, and waits for an answer; of other events nobody does. */
function mentionedBy(body: object): string | null {
  const { event } = body as { event?: unknown };
  return idIn(event, "type")[0] === "app_mention" ? (idIn(event, "user")[0] ?? null) : null;
}

/** Every workspace that a payload says its person belongs to. */
function teamsIn(body: object): string[] {
  const event = "event" in body ? body.event : null;
  return [
    ...idIn(body, "team_id"),
    ...("team" in body ? idIn(body.team, "id") : []),
    ...("user" in body ? idIn(body.user, "team_id") : []),
    ...idIn(event, "user_team"),
    ...idIn(event, "team"),
    ...idIn(event, "source_team"),
  ];
}

function idIn(holder: unknown, name: string): string[] {
  if (typeof holder !== "object" || holder === null || !(name in holder)) return [];
  const id = (holder as Record<string, unknown>)[name];
  return typeof id === "string" && id !== "" ? [id] : [];
}
