import { hyphen, listSeparator, type Reader, separator, words } from "./citation-grammar.ts";
import { budgetAddition } from "./dossier-number.ts";

/** The dossier in a citation of a Kamerstuk: five digits and what may be printed with them. */

const dossierDigits = /([1-4]\d)(?:[^\S\n]{0,2}\n|[^\S\n]{1,2}|\.)?(\d{3})(?!\d|\.\d)/uy;
const rijkswet = /[^\S\n]?(?:-[^\S\n]?)?(?:\(R[^\S\n]?\d{3,4}\)|R[^\S\n]?\d{3,4}(?!\d))/uy;
const additionAfterSpace = new RegExp(
  `(?:[^\\S\\n]|\\n)(?:hoofdstuk[^\\S\\n])?((?:${budgetAddition})(?![\\p{L}\\d.]))`,
  "uy",
);
/** `36600VI`; one letter may be anything. */
const additionGlued = /([IVX]{2,6}[A-E]?)(?![\p{L}\d])/uy;
/** The councils of dossier 21501, where another number might be the paper's. */
const council = /(?<=21[^\S\n.]{0,2}501)[^\S\n](0\d)(?!\d)/uy;
const additionAfterComma = /,[^\S\n]?(?:hoofdstuk[^\S\n])?([IVX]{1,6}[A-E]?)(?![\p{L}\d])/uy;
const partAfterHyphen =
  /((?:[IVX]{1,6}[A-E]?|[A-Z]{1,3})(?![\p{L}\d])|\d{1,4}[a-z]?(?![\p{L}\d]|[^\S\n]\d{3}(?!\d)))/uy;

/** A dossier as printed in a citation. */
export interface Dossier {
  /** As in an id: `19637`, `36600-VI`. */
  printed: string;
  /** What stood after a hyphen and may be the paper's number as well: `36 471-64`. */
  part: string | null;
}

/** `19 637`, `36 600 VI`, `21 501-02`, `35 687 (R2151)`. */
export function readDossier(reader: Reader): Dossier | null {
  const digits = reader.take(dossierDigits);
  if (digits === null) return null;
  const number = `${digits[1]}${digits[2]}`;
  reader.take(rijkswet);
  const part = reader.attempt(() => (reader.take(hyphen) === null ? null : reader.take(partAfterHyphen)))?.[1] ?? null;
  const addition = part === null ? readAddition(reader) : null;
  reader.take(rijkswet);
  return { printed: addition === null ? number : `${number}-${addition}`, part };
}

function readAddition(reader: Reader): string | null {
  const spaced = reader.take(council) ?? reader.take(additionAfterSpace) ?? reader.take(additionGlued);
  if (spaced !== null) return spaced[1] ?? null;
  // After a comma it may be a number of the Eerste Kamer: `36 259, A`.
  const afterComma = reader.attempt(() => {
    const match = reader.take(additionAfterComma);
    return match !== null && seesNumber(reader) ? match : null;
  });
  return afterComma?.[1] ?? null;
}

/** Whether `nr.` follows. */
export function seesNumber(reader: Reader): boolean {
  const at = reader.at;
  const seen = reader.takeNext(words.number) !== null;
  reader.at = at;
  return seen;
}

/** Dossiers that share a paper: `19 637 en 30573`. The paper is published under the first. */
export function skipFurtherDossiers(reader: Reader): void {
  for (let count = 0; count < 5; count++) {
    const next = reader.attempt(() => {
      if (reader.take(listSeparator) === null) reader.take(separator);
      return readDossier(reader);
    });
    if (next === null) return;
  }
}
