import { refusal } from "./answer.ts";
import { type Method, SlackError } from "./slack-error.ts";
import { checkView } from "./slack-limits.ts";
import type { PreviewState } from "./state.ts";
import { asObject, type JsonObject } from "./untyped-json.ts";
import { viewForSlack } from "./views.ts";

function payloadOf(args: JsonObject): JsonObject {
  const payload = asObject(args.view);
  const messages = checkView(payload).map(({ message, path }) => `[ERROR] ${message} [json-pointer:/view/${path}]`);
  const refused = refusal(checkView(payload));
  if (refused !== undefined) throw new SlackError(refused.rule, messages);
  return payload;
}

function useTrigger(args: JsonObject, state: PreviewState): void {
  const refused = state.triggers.use(args.trigger_id);
  if (refused !== null) throw new SlackError(refused);
}

const open: Method = (args, state) => {
  const payload = payloadOf(args);
  useTrigger(args, state);
  return { view: viewForSlack(state.views.open(payload)) };
};

const push: Method = (args, state) => {
  const payload = payloadOf(args);
  useTrigger(args, state);
  if (state.views.isFull) throw new SlackError("push_limit_reached");
  return { view: viewForSlack(state.views.push(payload)) };
};

const update: Method = (args, state) => {
  const payload = payloadOf(args);
  const view = state.views.find(args.view_id, args.external_id);
  if (view === undefined) throw new SlackError("not_found");
  if (args.hash !== undefined && args.hash !== view.hash) throw new SlackError("hash_conflict");
  state.views.update(view, payload);
  return { view: viewForSlack(view) };
};

export const viewMethods: Record<string, Method> = { "views.open": open, "views.push": push, "views.update": update };
