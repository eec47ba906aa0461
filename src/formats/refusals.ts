import { UserError } from "../errors.ts";

/**
 * Why a file cannot be read: code, sentence for the log, sentence for the person. `{detail}` is filled with what was
 * found (a size, a line number); both sentences name the file first.
 */
const reasons = {
  empty: ["holds no text at all", "is leeg."],
  binary: ["is no text: {detail}", "is geen tekst maar een binair bestand."],
  "unknown-form": ["has a form that is not read: {detail}", "heeft een vorm die niet gelezen kan worden ({detail})."],
  encrypted: [
    "is encrypted: {detail}",
    "is met een wachtwoord beveiligd. Haal de beveiliging eraf en probeer het opnieuw.",
  ],
  truncated: ["is cut off or damaged: {detail}", "is beschadigd of niet volledig overgekomen."],
  "no-text": [
    "has {detail} but no text: a scan?",
    "bevat geen tekst, waarschijnlijk is het een scan. Gebruik een versie met doorzoekbare tekst.",
  ],
  "too-large": ["is too large: {detail}", "is te groot om te lezen ({detail})."],
  "too-slow": ["took too long to read: {detail}", "kost te veel tijd om te lezen en is overgeslagen."],
  "zip-bomb": [
    "unpacks to far more than a letter can hold: {detail}",
    "pakt uit tot veel meer dan een brief kan bevatten.",
  ],
  "broken-xml": ["is no well-formed XML: {detail}", "bevat fouten in de XML ({detail})."],
  "error-page": ["is an error page, no publication: {detail}", "is een foutpagina en geen publicatie."],
  "metadata-only": ["holds metadata only, no publication", "bevat alleen metadata, niet de publicatie zelf."],
} as const satisfies Record<string, readonly [string, string]>;

export type RefusalCode = keyof typeof reasons;

/**
 * The error for a file that cannot be read.
 *
 * @param detail what was found, short; shown to the person for some codes, so it may hold no more than sizes, forms and
 *   places, never the content of the file
 */
export function refusal(code: RefusalCode, file: string, detail = ""): UserError {
  const [log, dutch] = reasons[code];
  const filled = (sentence: string): string => sentence.replace("{detail}", () => detail);
  return new UserError(code, `${file} ${filled(log)}`, `${file} ${filled(dutch)}`);
}

const codes: ReadonlySet<string> = new Set(Object.keys(reasons));

/** Whether an error says that a file cannot be read, as opposed to a bug. */
export function isRefusal(error: unknown): error is UserError {
  return error instanceof UserError && codes.has(error.code);
}
