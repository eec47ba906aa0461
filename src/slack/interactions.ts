import type { App, BlockAction, BlockElementAction, RespondFn, webApi } from "@slack/bolt";
import type { Logger } from "pino";
import { UserError } from "../errors.ts";
import { newRequestNumber, requestNumber } from "../ops/request-number.ts";
import { expiredReply, troubleReply } from "../replies/trouble-reply.ts";
import { storageFault } from "../store/storage-fault.ts";
import { texts } from "../texts/answer.ts";
import { Conversation, type Place } from "./conversation.ts";
import type { Running } from "./running.ts";

/** What was pressed: the value of the button (empty for one without), or of the chosen feedback. */
export interface Press {
  value: string;
  conversation: Conversation;
  /** Secret, and good for half an hour; null where Slack gives none. */
  responseUrl: string | null;
}

/** Does what a button is for. @throws UserError with a sentence for the person who pressed it */
export type PressHandler = (press: Press) => Promise<void>;

/**
 * Registers what happens at a press. It has been acknowledged by then (once.ts); whatever goes wrong is told to the
 * person who pressed.
 */
export function onPress(app: App, actionId: string | RegExp, running: Running, handle: PressHandler): void {
  app.action<BlockAction>(actionId, async ({ body, action, client, ...args }) => {
    await running.track(async () => {
      const respond = body.response_url === undefined ? null : (args as { respond: RespondFn }).respond;
      const conversation = new Conversation(placeOf(body), client, respond, running.log);
      await orTrouble(action.action_id, conversation, running, () =>
        handle({ value: pressedValue(action), conversation, responseUrl: body.response_url ?? null }),
      );
    });
  });
}

/** Does a piece of work, and tells the person when it fails; measured and logged under its name. */
export async function orTrouble(
  what: string,
  conversation: Conversation,
  running: Running,
  work: () => Promise<void>,
): Promise<void> {
  const answered = running.timer(what);
  try {
    await work();
    answered("given");
  } catch (error) {
    const reply = isForgotten(error) ? expiredReply : troubleReply;
    await conversation.tell(reply(sentenceFor(what, error, running.log)));
    if (error instanceof UserError) answered("refused", error.code);
    else answered("failed");
  }
}

/** Of buttons that work for a day. */
function isForgotten(error: unknown): boolean {
  return error instanceof UserError && error.code === "forgotten";
}

/** Refusals that the person cannot mend alone: an administrator finds the reason in the log. */
const forTheAdministrator = new Set(["slack-refuses", "upload"]);

/**
 * What a person is told of an error: how to mend it, what is the matter with the disk or the database, or a number for a
 * fault of ours, that the log has too.
 */
function sentenceFor(what: string, error: unknown, log: Logger): string {
  const known = requestNumber();
  const number = known ?? newRequestNumber();
  if (error instanceof UserError) {
    if (!forTheAdministrator.has(error.code)) return error.forUser;
    log.warn({ what, code: error.code, ...(known === null && { request: number }) }, error.message);
    return texts.trouble.withNumber(error.forUser, number);
  }
  const storage = storageFault(error);
  if (storage !== null) {
    log.error({ code: storage.code, what, ...(known === null && { request: number }) }, storage.message);
    return texts.trouble.withNumber(storage.forUser, number);
  }
  log.error({ err: error, what, ...(known === null && { request: number }) }, "an answer failed");
  return texts.trouble.ours(number);
}

function pressedValue(action: BlockElementAction): string {
  return "value" in action && typeof action.value === "string" ? action.value : "";
}

function placeOf({ team, user, channel, container, trigger_id, view }: BlockAction): Place {
  return {
    team: team?.id ?? user.team_id ?? "",
    user: user.id,
    channel: channel?.id ?? null,
    thread: typeof container.thread_ts === "string" ? container.thread_ts : null,
    isPrivate: container.is_ephemeral === true,
    trigger: trigger_id,
    view:
      view === undefined
        ? null
        : { id: view.id, type: view.type, callbackId: view.callback_id, metadata: view.private_metadata ?? "" },
  };
}

/** A place in a conversation where nothing was pressed: a command, an event, or a view that was opened from there. */
export function conversationAt(
  given: Pick<Place, "team" | "user" | "channel"> & Partial<Place>,
  client: webApi.WebClient,
  respond: RespondFn | null,
  log: Logger,
): Conversation {
  const place: Place = { thread: null, isPrivate: false, trigger: null, view: null, ...given };
  return new Conversation(place, client, respond, log);
}
