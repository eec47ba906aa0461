import { refusal } from "./answer.ts";
import { type Method, SlackError } from "./slack-error.ts";
import { checkView } from "./slack-limits.ts";
import type { PreviewState } from "./state.ts";
import { asObject, type JsonObject } from "./untyped-json.ts";
import { type View, viewForSlack } from "./views.ts";
import { person } from "./workspace.ts";

function payloadOf(args: JsonObject, type: "modal" | "home" = "modal"): JsonObject {
  const payload = asObject(args.view);
  const violations = checkView(payload, type);
  const messages = violations.map(({ message, path }) => `[ERROR] ${message} [json-pointer:/view/${path}]`);
  const refused = refusal(violations);
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
  const view = state.views.find(args.view_id, args.external_id);
  if (view === undefined) throw new SlackError("not_found");
  const payload = payloadOf(args, view === state.views.home ? "home" : "modal");
  checkHash(args, view);
  state.views.update(view, payload);
  return { view: viewForSlack(view) };
};

const publish: Method = (args, state) => {
  const payload = payloadOf(args, "home");
  if (args.user_id !== person.id) throw new SlackError("user_not_found");
  checkHash(args, state.views.home);
  return { view: viewForSlack(state.views.publish(payload)) };
};

/** With the hash of the view that it changes, a bot does not undo what it did itself a moment ago. */
function checkHash({ hash }: JsonObject, view: View | null): void {
  if (hash !== undefined && hash !== view?.hash) throw new SlackError("hash_conflict");
}

export const viewMethods: Record<string, Method> = {
  "views.open": open,
  "views.push": push,
  "views.update": update,
  "views.publish": publish,
};
