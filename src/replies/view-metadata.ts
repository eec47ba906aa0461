import { UserError } from "../errors.ts";
import { expired } from "../texts/buttons.ts";

/**
 * What a modal carries in its `private_metadata`, to be had back when it is pressed or submitted. It is checked then: a
 * modal may stay open while the bot is replaced by a version that writes something else.
 */

type Check<Value> = (value: unknown) => value is Value;

/** What each property must be. */
export type Shape<Held> = { [Name in keyof Held]: Check<Held[Name]> };

const isText: Check<string> = (value) => typeof value === "string";
export const isNumber: Check<number> = (value) => typeof value === "number";
export const isTruth: Check<boolean> = (value) => typeof value === "boolean";
export const isTextOrNull: Check<string | null> = (value): value is string | null => value === null || isText(value);

/**
 * Undoes JSON.stringify of what has that shape.
 *
 * @throws UserError `expired` when it was never written so
 */
export function readMetadata<Held extends object>(metadata: string, shape: Shape<Held>): Held {
  const held = heldIn(metadata, shape);
  if (held === null) throw new UserError("expired", "A modal that this version does not make", expired.modal);
  return held;
}

function heldIn<Held extends object>(metadata: string, shape: Shape<Held>): Held | null {
  const read = parsed(metadata);
  if (typeof read !== "object" || read === null) return null;
  const checks = Object.entries<Check<unknown>>(shape);
  if (!checks.every(([name, check]) => check(Reflect.get(read, name)))) return null;
  return Object.fromEntries(checks.map(([name]) => [name, Reflect.get(read, name)])) as Held;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The conversation that a modal was opened from: a press in a modal tells of none. */
export interface ViewOrigin {
  channel: string;
  thread: string | null;
}

export const viewOriginShape: Shape<ViewOrigin> = { channel: isText, thread: isTextOrNull };

export function writeOrigin({ channel, thread }: ViewOrigin): string {
  return JSON.stringify({ channel, thread });
}

/** The press that opened a modal: what is submitted is answered where that was. */
export interface OpenedFrom {
  channel: string | null;
  thread: string | null;
  /** The message that was pressed is private and may be replaced. */
  isPrivate: boolean;
  /** Works for half an hour, five times (docs.slack.dev, "Handling user interaction"). */
  responseUrl: string | null;
}

export const openedFromShape: Shape<OpenedFrom> = {
  channel: isTextOrNull,
  thread: isTextOrNull,
  isPrivate: isTruth,
  responseUrl: isTextOrNull,
};

/** Where what is submitted is answered: in the person's own conversation with the bot where a modal does not say. */
export function openedFrom(metadata: string): OpenedFrom {
  return heldIn(metadata, openedFromShape) ?? { channel: null, thread: null, isPrivate: false, responseUrl: null };
}
