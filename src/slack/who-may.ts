import type { AnyMiddlewareArgs, Middleware } from "@slack/bolt";
import type { Logger } from "pino";
import { troubleReply } from "../replies/trouble-reply.ts";
import { whoMay } from "../texts/buttons.ts";

/**
 * Lets only people of the allowed workspaces through. A signature tells that Slack sent a payload, not for whom: in a
 * channel shared through Slack Connect people of other organisations press our buttons and mention the bot.
 *
 * @param teams ids of workspaces; empty: only the bot's own, once it is known
 */
export function onlyAllowed(teams: readonly string[], log: Logger): Middleware<AnyMiddlewareArgs> {
  return async ({ next, body, context, ...args }) => {
    const allowed = teams.length > 0 || context.teamId === undefined ? teams : [context.teamId];
    const strangers = teamsIn(body).filter((team) => !allowed.includes(team));
    if (allowed.length === 0 || strangers.length === 0) return next();
    log.warn({ strangers }, "refused a payload of a workspace that is not allowed");
    if (body.type === "view_submission" && "ack" in args && typeof args.ack === "function") await args.ack();
    if ("respond" in args && typeof args.respond === "function") {
      await args.respond({ response_type: "ephemeral", replace_original: false, ...troubleReply(whoMay.otherTeam) });
    }
  };
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
