import { UserError } from "./errors.ts";
import { isLoopback } from "./ingest/http/addresses.ts";
import { faultTexts } from "./texts/faults.ts";

/** What a setting is, and how a malformed one is told; every setting there is stands in config.ts. */

/** One setting as .env.sample and README list it. `default` is what holds when it is absent or empty. */
export interface Setting {
  name: string;
  meaning: string;
  default: string | null;
}

/** What a malformed setting is told with; the message names it first. */
export function wrongSetting(name: string, what: string): UserError {
  return new UserError("setting", `${name} ${what}`, faultTexts.setting(name));
}

/**
 * Reads an address that secrets or letters travel to: in the clear only to this machine itself.
 *
 * @throws UserError `setting`
 */
export function readAddress(name: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const local = url !== null && url.protocol === "http:" && isLoopback(url.hostname);
  if (url === null || !(local || url.protocol === "https:") || url.username !== "") {
    throw wrongSetting(name, `must be an https address (http only on this machine), not "${text}"`);
  }
  return url;
}

/** An address that others are looked for below: its path ends with a slash. */
export function folderOf(url: URL): URL {
  return url.pathname.endsWith("/") ? url : new URL(`${url.origin}${url.pathname}/`);
}
