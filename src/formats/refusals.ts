import { UserError } from "../errors.ts";
import { foundTexts, refusalTexts } from "../texts/refusals.ts";
import { maxFileBytes } from "./limits.ts";

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

/** What was found, for the log: the same things as in texts/refusals.ts, with the same values. */
const found: { [What in keyof typeof foundTexts]: (...values: Parameters<(typeof foundTexts)[What]>) => string } = {
  "old-office": () => "an old Office file (.doc)",
  image: () => "an image",
  rtf: () => "RTF",
  gzip: () => "a gzip file",
  "7z": () => "a 7z file",
  rar: () => "a rar file",
  program: () => "a program",
  postscript: () => "PostScript",
  "other-zip": () => "a zip file without a Word or ODT document",
  "other-xml": (element) => `XML with ${element}`,
  megabytes: (size, most) => `${size} MB; at most ${most} MB`,
  characters: (count) => `${count} characters`,
  "depth-of-elements": (most) => `elements more than ${most} deep`,
  elements: (most) => `more than ${most} elements`,
  pages: (count) => `${count} pages`,
  "pieces-of-text": (most) => `more than ${most} pieces of text`,
  memory: () => "needs too much memory",
  "own-entities": () => "entities of its own are not allowed",
  "no-element": () => "no element at all",
  "no-element-first": () => "does not begin with an element",
  syntax: (reason, line) => `${reason}, line ${line}`,
};

export type RefusalCode = keyof typeof reasons;
/** Of these the person is told what was found. */
type TellingCode = "unknown-form" | "too-large" | "broken-xml";
/** What was found, by its name in texts/refusals.ts, and the values that it is told with. */
export type Found = {
  [What in keyof typeof foundTexts]: readonly [what: What, ...values: Parameters<(typeof foundTexts)[What]>];
}[keyof typeof foundTexts];

/**
 * The error for a file that cannot be read.
 *
 * @param detail what was found: for codes that tell it to the person by its name, as it is said in two languages; for
 *   the others in English, short, for the log. No more than sizes, forms and places, never the content of the file
 */
export function refusal(code: TellingCode, file: string, detail: Found): UserError;
export function refusal(code: Exclude<RefusalCode, TellingCode>, file: string, detail?: string): UserError;
export function refusal(code: RefusalCode, file: string, detail: Found | string = ""): UserError {
  const [forLog, forUser] = typeof detail === "string" ? [detail, ""] : inBothLanguages(detail);
  return new UserError(
    code,
    `${file} ${reasons[code].replace("{detail}", () => forLog)}`,
    `${file} ${refusalTexts[code].replace("{detail}", () => forUser)}`,
  );
}

/** The refusal of a file that is larger than any is read, by its size in bytes. */
export function tooManyBytes(file: string, size: number): UserError {
  const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 ** 2);
  return refusal("too-large", file, ["megabytes", megabytes(size), megabytes(maxFileBytes)]);
}

function inBothLanguages([what, ...values]: Found): [forLog: string, forUser: string] {
  // That the values are those of `what` is what the type Found says.
  const say = (texts: typeof found | typeof foundTexts): string =>
    (texts[what] as (...given: readonly (string | number)[]) => string)(...values);
  return [say(found), say(foundTexts)];
}

const codes: ReadonlySet<string> = new Set(Object.keys(reasons));

/** Whether an error says that a file cannot be read, as opposed to a bug. */
export function isRefusal(error: unknown): error is UserError {
  return error instanceof UserError && codes.has(error.code);
}
