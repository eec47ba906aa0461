import type { PreviewLog } from "./preview-log.ts";
import type { ResponseTarget } from "./response-urls.ts";
import { checkMessage, type Violation } from "./slack-limits.ts";
import type { PreviewState } from "./state.ts";
import { asString, type JsonObject } from "./untyped-json.ts";
import { bot, person } from "./workspace.ts";

/** The first violation for which Slack refuses; advice is none. */
export function refusal(violations: Violation[]): Violation | undefined {
  return violations.find(({ rule }) => rule !== "advice");
}

/**
 * An answer through `ack()` or a response_url: a new message, or the original replaced or deleted. Only the person
 * sees it unless `response_type` is `in_channel`. Returns Slack's error code, or null when it is done.
 */
export function giveAnswer(
  state: PreviewState,
  target: ResponseTarget,
  body: JsonObject,
  log?: PreviewLog,
): string | null {
  const original = target.original === null ? undefined : state.messages.find(target.channel, target.original);
  if (body.delete_original === true) {
    if (original !== undefined) state.messages.remove(original);
    return null;
  }
  const refused = refusal(checkMessage(body));
  if (refused !== undefined) {
    log?.warn({ violation: refused }, "Slack would refuse this answer");
    return refused.rule;
  }
  const text = asString(body.text) ?? "";
  const blocks = state.named(body.blocks);
  if (body.replace_original === true && original !== undefined) {
    state.messages.update(original, text, blocks, false);
    return null;
  }
  state.messages.post({
    channel: target.channel,
    author: bot,
    text,
    blocks,
    threadTs: asString(body.thread_ts) ?? target.threadTs,
    onlyFor: body.response_type === "in_channel" ? null : person.id,
  });
  return null;
}
