import { asString, isObject, type JsonObject } from "./untyped-json.ts";

/** One thing that Slack would refuse. */
export interface Violation {
  /** Where: `blocks[2].elements[0].text`. */
  path: string;
  message: string;
  rule: string;
}

/** Notes a violation; without a rule it gets the one that belongs to the surface. */
export type Report = (path: string, message: string, rule?: string) => void;

/** A string of at most `max` characters, or nothing at all. */
export function checkLength(value: unknown, max: number, path: string, report: Report, rule?: string): void {
  if (value === undefined || value === null) return;
  const length = [...(asString(value) ?? "")].length;
  if (typeof value !== "string") report(path, "must be a string", rule);
  else if (length > max) report(path, `${length} characters, at most ${max}`, rule);
}

/** A text object that is there, has characters, and is plain where it must be. */
export function checkText(
  value: unknown,
  { max, plain = false }: { max: number; plain?: boolean },
  path: string,
  report: Report,
): void {
  if (!isObject(value)) {
    report(path, "missing text object");
    return;
  }
  const type = value.type;
  if (type !== "plain_text" && (plain || type !== "mrkdwn")) {
    report(`${path}.type`, `must be ${plain ? "plain_text" : "plain_text or mrkdwn"}, not ${String(type)}`);
  }
  if (typeof value.text !== "string" || value.text === "") report(path, "must have more than 0 characters");
  else checkLength(value.text, max, path, report);
}

/** A list of objects within its bounds; gives the objects. */
export function checkList(
  value: unknown,
  { min, max }: { min: number; max: number },
  path: string,
  report: Report,
): JsonObject[] {
  if (!Array.isArray(value)) {
    report(path, "must be a list");
    return [];
  }
  if (value.length > max) report(path, `${value.length} items, at most ${max}`);
  if (value.length < min) report(path, `${value.length} items, at least ${min}`);
  const objects = value.filter(isObject);
  if (objects.length < value.length) report(path, "holds something that is no object");
  return objects;
}

/** No two of the objects carry the same id under `key`. */
export function checkUnique(objects: JsonObject[], key: string, path: string, report: Report): void {
  const seen = new Set<unknown>();
  for (const object of objects) {
    const id = object[key];
    if (id !== undefined && seen.has(id)) report(path, `${key} ${String(id)} stands there twice`);
    seen.add(id);
  }
}
