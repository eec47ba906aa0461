import type { Entered } from "./action-values.ts";
import { BadRequest } from "./http-body.ts";
import type { Person, Told } from "./person.ts";
import type { PreviewState } from "./state.ts";
import { asObjects, asString, isObject, type JsonObject } from "./untyped-json.ts";
import { findChannel } from "./workspace.ts";

/** What page.js sends to `/do/<name>`, read and handed to the person's actions. */
type PageRequest = (body: JsonObject, person: Person, state: PreviewState) => Promise<Told>;

const say: PageRequest = (body, person) => {
  const text = asString(body.text);
  if (text === undefined || text.trim() === "") throw new BadRequest(400, "no text");
  return person.say(channelIn(body), text, asString(body.threadTs) ?? null);
};

const act: PageRequest = (body, person, state) => {
  const at = asEntered(body.at);
  const entered = allEntered(body.entered);
  if (typeof body.view === "string") return person.actInView(viewIn(body, state), at, entered);
  return person.actInMessage(messageIn(body, state), channelIn(body), at, entered);
};

const submit: PageRequest = (body, person, state) => person.submit(modalIn(body, state), allEntered(body.entered));

const close: PageRequest = (body, person, state) => person.close(modalIn(body, state), body.all === true);

const openApp: PageRequest = (body, person) => {
  const { tab } = body;
  if (tab !== "home" && tab !== "messages") throw new BadRequest(404, "no such tab");
  return person.openApp(tab);
};

const shortcut: PageRequest = (body, person, state) =>
  person.shortcut(asString(body.callbackId) ?? "", messageIn(body, state), channelIn(body));

export const pageRequests: Record<string, PageRequest> = { say, act, submit, close, shortcut, openApp };

function channelIn(body: JsonObject) {
  const channel = findChannel(body.channel);
  if (channel === undefined) throw new BadRequest(404, "no such channel");
  return channel;
}

function messageIn(body: JsonObject, state: PreviewState) {
  const message = state.messages.find(body.channel, body.ts);
  if (message === undefined) throw new BadRequest(404, "no such message");
  return message;
}

function viewIn(body: JsonObject, state: PreviewState) {
  const view = state.views.find(body.view);
  if (view === undefined) throw new BadRequest(404, "no such view");
  return view;
}

function modalIn(body: JsonObject, state: PreviewState) {
  const view = viewIn(body, state);
  if (view === state.views.home) throw new BadRequest(404, "no such modal");
  return view;
}

function allEntered(value: unknown): Entered[] {
  return asObjects(value).map(asEntered);
}

function asEntered(value: unknown): Entered {
  if (!isObject(value)) throw new BadRequest(400, "no element named");
  const { block, element, value: given } = value;
  if (typeof block !== "number" || typeof element !== "number") throw new BadRequest(400, "no element named");
  const isList = Array.isArray(given) && given.every((item) => typeof item === "number");
  const isPlain = typeof given === "string" || typeof given === "number";
  return { block, element, value: isList || isPlain ? given : null };
}
