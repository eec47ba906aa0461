import { type House, hyphen, Reader, separator } from "./citation-grammar.ts";
import { romanDossier } from "./dossier-number.ts";
import { readDossier, skipFurtherDossiers } from "./kamerstuk-dossiers.ts";
import { type Paper, readBareNumbers, readNumber, readNumbers } from "./kamerstuk-numbers.ts";
import type { PublicationId } from "./letter.ts";
import { publicationParts } from "./publication-ids.ts";
import type { FoundReference } from "./references.ts";

/**
 * Citations of Kamerstukken. A paper has a number within a dossier; the dossier has five digits and sometimes an
 * addition (a chapter of the budget, `36 600 VI`, or a council of the EU, `21 501-02`). A citation that names no
 * dossier ("motie nr. 2327") is no reference: another place may name the dossier, but which paper is then a guess.
 */

const prefix =
  /(?:(kamerstuk(?:ken|nummers?|nrs?\.?|dossiers?)?|kamerst\.?|kst\.?|(?:kamer)?dossiers?(?:nummers?)?)|tweede\s{1,3}kamer|eerste\s{1,3}kamer|tk|ek)(?![\p{L}\d-])/iuy;
/** Where to look: at a prefix, and at five digits that may be a dossier. */
const places =
  /(?<![\p{L}\d]|\p{L}-)(?:kamerst|kst|kamerdossier|dossier|tweede\s{1,3}kamer|eerste\s{1,3}kamer|[te]k(?!\p{L}))|(?<![\p{L}\d.,/–-])[1-4]\d(?:[^\S\n]{0,2}\n|[^\S\n]{1,2})?\d{3}(?!\d)/giu;
const ofHouse = /[^\S\n]{1,3}(?:der|van de)(?=[^\S\n])/iuy;
const colon = /[^\S\n]?:/uy;
const dossierAnnounced = /(?:kamerstuk(?:ken)?|dossier(?:nummer)?|nr|nummer)(?!\p{L})\.?:?/iuy;
const dossierRoman = new RegExp(`${romanDossier}(?=,?[^\\S\\n]{1,3}(?:nr\\.?[^\\S\\n]{0,3})?[A-Z\\d])`, "uy");
const yearAlone = /(?:19|20)\d{2},?[^\S\n](?=[1-4]\d[^\S\n]?\d{3}[-,])/uy;

function kamerstukId(dossier: string, number: string): PublicationId | null {
  const id = `kst-${dossier}-${number}`;
  return publicationParts(id) === null ? null : (id as PublicationId);
}

interface Citation {
  dossier: string;
  papers: Paper[];
  /** Without the word Kamerstuk it is one only when `nr.` or a chapter says so. */
  plain: boolean;
}

/** The councils of dossier 21501 have two digits, some with a zero; no paper's number has. */
function isCouncil(dossier: string, part: string): boolean {
  return dossier === "21501" || part.startsWith("0");
}

/** Dossier and numbers from here on; no papers when only the dossier is named. */
function readDossierAndNumbers(reader: Reader, house: House | null, prefixed: boolean): Citation | null {
  const dossier = readDossier(reader);
  if (dossier === null) return null;
  const { part } = dossier;
  const afterDossier = reader.at;
  const whole = part === null ? dossier.printed : `${dossier.printed}-${part}`;
  if (part === null) skipFurtherDossiers(reader);
  const papers = readNumbers(reader, prefixed);
  if (papers.length > 0) return { dossier: whole, papers, plain: true };
  reader.at = afterDossier;
  const chapter = part !== null && /^(?:[A-Z]+|\d{2})$/.test(part);
  const third = chapter ? reader.attempt(() => (reader.take(hyphen) === null ? null : readNumber(reader))) : null;
  if (third !== null) {
    return { dossier: whole, papers: [third], plain: /^[A-Z]/.test(part ?? "") || dossier.printed === "21501" };
  }
  if (part === null) {
    let bare = prefixed ? readBareNumbers(reader, house) : [];
    if (prefixed && bare.length === 0) {
      // `35 300 XVI / 35 526, BA`
      skipFurtherDossiers(reader);
      if (reader.at > afterDossier) bare = readBareNumbers(reader, "ek").filter(({ number }) => /^[A-Z]/.test(number));
      if (bare.length === 0) reader.at = afterDossier;
    }
    return { dossier: whole, papers: bare, plain: false };
  }
  const mayBeChapter = /^(?:[IVX]{1,6}[A-E]?|[A-M])$/.test(part);
  const bare = mayBeChapter || (prefixed && isCouncil(dossier.printed, part)) ? readBareNumbers(reader, house) : [];
  // A letter is the number of a paper of the Eerste Kamer as well; two of them that are Roman never are.
  const isAddition =
    isCouncil(dossier.printed, part) ||
    (mayBeChapter && (bare.length > 0 || part.length > 1 || (/^[IVX]$/.test(part) && dossier.printed.endsWith("00"))));
  if (isAddition) return { dossier: whole, papers: bare, plain: false };
  return { dossier: dossier.printed, papers: [{ number: part, end: afterDossier }], plain: false };
}

function references(text: string, start: number, { dossier, papers }: Citation): FoundReference[] {
  return papers.map(({ number, end }, index) => {
    const from = index === 0 ? start : end - number.length;
    const printed = text.slice(from, end);
    return { printed, id: kamerstukId(dossier, number), kind: "kamerstuk", start: from, end };
  });
}

/** From `Kamerstukken`, `Tweede Kamer` or `TK` on. */
function readPrefixed(text: string, start: number): FoundReference[] {
  const reader = new Reader(text, start);
  const word = reader.take(prefix);
  if (word === null) return [];
  reader.take(ofHouse);
  const house = /^(?:tweede|tk)/i.test(word[0]) ? "tk" : /^(?:eerste|ek)/i.test(word[0]) ? "ek" : reader.house();
  if (reader.parliamentaryYear() === null && !/^(?:tweede|eerste)/i.test(word[0]))
    reader.attempt(() => {
      reader.take(separator);
      return reader.take(yearAlone);
    });
  reader.take(colon);
  reader.takeNext(dossierAnnounced);
  reader.take(separator);
  const numeral = house === "tk" ? null : reader.take(dossierRoman);
  if (numeral !== null) {
    const papers = readNumbers(reader, true);
    const found = papers.length === 0 ? readBareNumbers(reader, "ek") : papers;
    // Only the Eerste Kamer has such dossiers, and numbers with letters.
    if (house === null && !found.every(({ number }) => /^[A-Z]+$/.test(number))) return [];
    return references(text, start, { dossier: numeral[0], papers: found, plain: true });
  }
  const citation = readDossierAndNumbers(reader, house, true);
  if (citation === null) return [];
  if (citation.papers.length > 0) return references(text, start, citation);
  // `de Tweede Kamer 12 500 brieven` is no dossier.
  if (word[1] === undefined) return [];
  const numbered = readNumberBefore(text, start, reader.at, citation.dossier);
  if (numbered.length > 0) return numbered;
  return [{ printed: text.slice(start, reader.at), id: null, kind: "dossier", start, end: reader.at }];
}

/** Before a number that is nobody's dossier here. */
const notOfParliament = /(?:postbus|€|eur|euro|rekening(?:nummer)?|polis(?:nummer)?|bsn|[\p{L}]-dossier)\s{0,3}$/iu;

/**
 * From five digits on: `22112, nr. 4064`, `(36 471-64)`, `nr. 2402 (19637)`, and after another reference, which ended
 * at `endBefore`, `en 19637-3201`.
 */
function readBareDossier(text: string, start: number, endBefore: number): FoundReference[] {
  const continues = endBefore > 0 && /^\s?[,;]?\s?(?:(?:en|&)\s)?$/.test(text.slice(endBefore, start).slice(0, 8));
  // `34 309, B en 34 310, C`: the Eerste Kamer goes on.
  const afterLetter = continues && /[^\p{L}][A-Z]{1,3}$/u.test(text.slice(Math.max(0, endBefore - 4), endBefore));
  // Most numbers of five digits are amounts: nothing announces a paper within the longest list of dossiers.
  if (!afterLetter && !/nr|nummer|letter|no|[-–—‑−)]/i.test(text.slice(start, start + 120))) return [];
  const before = text.slice(Math.max(0, start - 30), start);
  if (notOfParliament.test(before)) return [];
  const reader = new Reader(text, start);
  const citation = readDossierAndNumbers(reader, afterLetter ? "ek" : null, afterLetter);
  if (citation === null) return [];
  if (citation.papers.length > 0) {
    const enclosed = before.endsWith("(") && /^[),;]/.test(text.slice(reader.at, reader.at + 1));
    const announced = /(?:motie|moties|amendement|brief|stuk)\s(?:nr\.?\s)?$/i.test(before);
    return citation.plain || enclosed || announced || continues ? references(text, start, citation) : [];
  }
  return readNumberBefore(text, start, reader.at, citation.dossier);
}

/** `nr. 2402 (19637)`, `motie nr. 12 (Kamerstuk 36 333)`: what is in brackets starts and ends there. */
function readNumberBefore(text: string, start: number, to: number, dossier: string): FoundReference[] {
  const before = numberBefore.exec(text.slice(Math.max(0, start - 30), start));
  if (before === null || text.charAt(to) !== ")") return [];
  const from = start - before[0].length;
  const id = kamerstukId(dossier, before[1] ?? "");
  return [{ printed: text.slice(from, to + 1), id, kind: "kamerstuk", start: from, end: to + 1 }];
}

const numberBefore = /(?:nr\.?|nummer)[^\S\n]{0,3}(\d{1,4}[a-z]?)[^\S\n]{0,3}\($/i;

/** All citations of Kamerstukken; those that overlap are left to the caller. */
export function kamerstukCitations(text: string): FoundReference[] {
  const found: FoundReference[] = [];
  let readUpTo = 0;
  for (const { index, 0: place } of text.matchAll(places)) {
    if (index < readUpTo) continue;
    const read = /^\d/.test(place) ? readBareDossier(text, index, readUpTo) : readPrefixed(text, index);
    found.push(...read);
    readUpTo = read.at(-1)?.end ?? readUpTo;
  }
  return found;
}
