import { UserError } from "../errors.ts";
import { refusalTexts } from "../texts/refusals.ts";

/**
 * Why a file cannot be read: code, and sentence for the log; texts/refusals.ts has the one for the person. `{detail}` is
 * filled with what was found (a size, a line number); both sentences name the file first.
 */
const reasons = {
  empty: "holds no text at all",
  binary: "is no text: {detail}",
  "unknown-form": "has a form that is not read: {detail}",
  encrypted: "is encrypted: {detail}",
  truncated: "is cut off or damaged: {detail}",
  "no-text": "has {detail} but no text: a scan?",
  "too-large": "is too large: {detail}",
  "too-slow": "took too long to read: {detail}",
  "zip-bomb": "unpacks to far more than a letter can hold: {detail}",
  "broken-xml": "is no well-formed XML: {detail}",
  "error-page": "is an error page, no publication: {detail}",
  "metadata-only": "holds metadata only, no publication",
} as const satisfies Record<keyof typeof refusalTexts, string>;

export type RefusalCode = keyof typeof reasons;

/**
 * The error for a file that cannot be read.
 *
 * @param detail what was found, short; shown to the person for some codes, so it may hold no more than sizes, forms and
 *   places, never the content of the file
 */
export function refusal(code: RefusalCode, file: string, detail = ""): UserError {
  const filled = (sentence: string): string => sentence.replace("{detail}", () => detail);
  return new UserError(code, `${file} ${filled(reasons[code])}`, `${file} ${filled(refusalTexts[code])}`);
}

const codes: ReadonlySet<string> = new Set(Object.keys(reasons));

/** Whether an error says that a file cannot be read, as opposed to a bug. */
export function isRefusal(error: unknown): error is UserError {
  return error instanceof UserError && codes.has(error.code);
}
