import { isCutShort, type Line, type Setting, wouldHaveFitted } from "./lines.ts";
import { opensMore } from "./small-words.ts";

/** `2. Stand van zaken`, `2.1 Cijfers` */
const numbered = /^\d{1,2}(?:\.\d{1,2})*\.?\s+\p{Lu}/u;

// A literal inside a function is made anew at every call; these are asked of every line.
const clauseEnd = /[.?!:;…](?:["'”’»)\]*\s]|<\/?sup>|\d{1,2}(?!\d))*$/;
/** A figure at the end, but not a year with the mark of a note: `13 januari 2022.1`. */
const decimalEnd = /(?<!(?<!\d)(?:19|20)\d)\d[.,]\d+$/;
/** Abbreviations that announce something: `nr.`, `blz.`. */
export const announces = /(?:^|[\s(])(?:nrs?|blz|pp?|pag|artt?|bijv|resp|ca|dhr|mevr|mw|d\.d|o\.a|m\.n|i\.c|c\.q)\.$/i;
/** `nr. 41`: the full stop is that of the abbreviation, and the figure no mark. */
const announcedEnd = /(?:^|[\s(])(?:nrs?|blz|pp?|pag|artt?)\.\s?\d{1,4}$/i;
const anyLetter = /\p{L}/u;
const hashSigns = /^(#{1,6})\s/;
const joinsNext = /[,-]$/;
const dashed = /^[-•–]\s/;
const beginsTitle = /^[\p{Lu}\p{N}«“"'‘]/u;
const allBold = /^\*\*[^*]+\*\*$/;
/** The end of a sentence with another after it: a line of text, whatever stands around it. */
const sentenceInside = /\p{Ll}{3}[.?!]\s\p{Lu}\p{Ll}/u;
const onlyDigits = /^\d+$/;

/** Whether a text ends as a sentence or a clause does. */
export function isEnded(text: string): boolean {
  return (
    clauseEnd.test(text) &&
    !decimalEnd.test(text) &&
    !announces.test(text.slice(-12)) &&
    !announcedEnd.test(text.slice(-16))
  );
}

/**
 * The level of a heading, 1 outermost; 0 when the line is none. Markdown says so; in plain text a heading is a short
 * line that stands apart, begins like a title and does not end like a sentence.
 *
 * @param first whether a paragraph may start at this line
 * @param last whether a paragraph may end at this line
 */
export function headingLevel(
  line: Line,
  next: Line | undefined,
  first: boolean,
  last: boolean,
  setting: Setting,
): number {
  const text = line.plain;
  if (text === "" || text.length > longestHeading || !anyLetter.test(text)) return 0;
  const hashes = hashSigns.exec(line.text)?.[1]?.length ?? 0;
  if (hashes > 0) return text.length > 200 && isEnded(text) ? 0 : partyLevel(text) || hashes;
  if (!first || joinsNext.test(text) || isEnded(text) || dashed.test(text) || line.text.startsWith("|")) return 0;
  if (announces.test(text.slice(-12))) return 0;
  const section = next !== undefined && opensSection(text, next.plain);
  if (!beginsTitle.test(text) || (opensMore.test(text) && !section)) return 0;
  if (allBold.test(line.text) && text.length <= 150 && last) return partyLevel(text) || boldLevel + numberDepth(text);
  if (partyLevel(text) && last) return partyLevel(text);
  if (text.length > 110 || text.split(" ").length > 16 || !next) return 0;
  const isNumbered = numbered.test(text);
  // Below "2. Kernpunten" a list may stand; below a line without a number it is what that line leads up to.
  if (!beginsTitle.test(next.plain) && !(isNumbered && dashed.test(next.plain))) return 0;
  if (onlyDigits.test(text) || sentenceInside.test(text)) return 0;
  const level = plainLevel + numberDepth(text);
  if (last || section) return setting.wrapped || text.length <= 80 ? level : 0;
  // A heading printed right above its first paragraph, without a blank line: it ended though the next word fitted.
  // A short number nearly always fits, so that it begins a line says less ("de uitleg van artikel", "8 EVRM").
  const fitted = /^\p{N}/u.test(next.plain) ? isCutShort : wouldHaveFitted;
  const isHeading = setting.wrapped && fitted(text, next.plain, setting);
  return isHeading && (!/^\p{N}/u.test(text) || isNumbered) ? level : 0;
}

/** Whether the first section inside a section begins on the next line: "5. Overig" and "5.1 Toelichting". */
function opensSection(text: string, next: string): boolean {
  const number = /^\d+(?:\.\d+)*/.exec(text)?.[0];
  return (
    number !== undefined &&
    numbered.test(text) &&
    numbered.test(next) &&
    /^[\d.]+/.exec(next)?.[0].replace(/\.$/, "") === `${number}.1`
  );
}

/** Headings in bold, and below them those that only their place tells; between them is room for numbers inside numbers. */
const boldLevel = 7;
const plainLevel = 20;

/** Whether a heading of this level is marked as one. */
export function isMarkedHeading(level: number): boolean {
  return level > 0 && level < plainLevel;
}

/** How deep the number of a heading goes: 0 for `2. Stand van zaken` and for no number, 1 for `2.1 Cijfers`. */
function numberDepth(text: string): number {
  return numbered.test(text) ? (/^\d+(?:\.\d+)*/.exec(text)?.[0].split(".").length ?? 1) - 1 : 0;
}

/** Headings that name a party are of one level, whatever their marking. */
function partyLevel(text: string): number {
  return isPartyHeading(text) ? 3 : 0;
}

/** Headings are no longer than this. */
const longestHeading = 250;

/** Whether a text is a heading that names a party or a member who asks. */
export function isPartyHeading(text: string): boolean {
  return text.length <= longestHeading && namesParty.test(text) && partyHeading.test(text);
}

/** What all of these name. */
const namesParty = /fractie|lid\s|groep\s/i;

/**
 * "Vragen en opmerkingen van de leden van de VVD-fractie", "Inbreng van de D66-fractie", "… van het lid X (Y)", each
 * with "en reactie van de minister" after it or not; "Vragen vanuit de fracties" names no party.
 */
const partyHeading =
  /^(?!.*\s(?:de|alle|diverse|verschillende|overige)\s+fracties?(?!\p{L}|\s+van\s))(?:(?:\d+(?:\.\d+)*|[IVX]+|[a-z])[.)]?\s+)?(?:(?:de\s+)?(?:leden van de\s+)?[\p{Lu}\d][\p{L}\d/-]{0,30}\s?-?\s?fractie|(?:beantwoording|antwoorden op) (?:van )?(?:de )?vragen .{1,60}fractie|(?:algemene\s+)?(?:vragen|opmerkingen|inbreng|reactie op (?:de )?(?:vragen|inbreng))\b.{1,80}(?:[\p{L}\p{N}]-?\s?fracties?|\sfractie van .{2,40}|\sfracties van .{2,80}|\sgroep [\p{L} ]{2,40})|vragen en opmerkingen van het lid\s+.{2,40})(?:,?\s+(?:en|met|alsmede)\s+(?:de\s+)?(?:reactie|antwoord(?:en)?|beantwoording)(?:\s.{1,80})?)?$/iu;
