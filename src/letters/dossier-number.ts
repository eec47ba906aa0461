/**
 * The number of a dossier: five digits, in some with an addition behind it. A dossier of the Eerste Kamer alone has a
 * Roman number (`CXLVI`). Here is what such a number is made of; who reads citations or what people type adds the words
 * that stand around it.
 */

/** Chapters of the budget are Roman (`VI`, `IIA`), funds a letter (`A`). A pattern, to be placed in a group. */
export const budgetAddition = "[IVX]{1,6}[A-E]?|[A-M]";

/** Of the Eerste Kamer alone. A pattern. */
export const romanDossier = "[IVXLCDM]{3,10}";

const printedDossier = new RegExp(
  `^(\\d{2})[ .]?(\\d{3})(?:[ -]?(${budgetAddition})|[ -](\\d{2}))?$|^(${romanDossier})$`,
  "u",
);

/** The number that acts of the Kingdom have beside that of their dossier: `(R2151)`. */
const kingdomNumber = /(?<![ -])[ -]{0,9}(?:\(R ?\d{2,5}\)|(?<![\dA-Z])R ?\d{2,5})/gu;

/** Characters of a number of a dossier with everything that may be printed with it. */
const longest = 60;

/**
 * Reads the number of one dossier as printed: `19 637`, `19.637`, `36 600 VI`, `36600-VI`, `21 501-02`, `CXLVI`.
 * R-numbers are dropped: `35 687-(R2151)` is `35687`. Capitals count: what a person typed is to be put in capitals.
 *
 * @returns as ids have it: `19637`, `36600-VI`, `21501-02`; null for anything else, also for several dossiers
 */
export function parseDossier(printed: string): string | null {
  const bare = printed
    .slice(0, longest)
    .replace(/[\s–—]+/gu, (between) => (between.trim() === "" ? " " : "-"))
    .replace(/ ?- ?/gu, "-")
    .replace(kingdomNumber, "")
    .trim();
  const found = printedDossier.exec(bare);
  if (found === null) return null;
  const [, first = "", last = "", addition, council, roman] = found;
  return roman ?? [`${first}${last}`, addition ?? council].filter((part) => part !== undefined).join("-");
}
