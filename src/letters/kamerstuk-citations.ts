import { type House, hyphen, listSeparator, Reader, separator, wordAfter, words } from "./citation-grammar.ts";
import { monthNames } from "./dates.ts";
import { budgetAddition, romanDossier } from "./dossier-number.ts";
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
const dossierDigits = /([1-4]\d)(?:[^\S\n]{0,2}\n|[^\S\n]{1,2}|\.)?(\d{3})(?!\d|\.\d)/uy;
const dossierRoman = new RegExp(`${romanDossier}(?=,?[^\\S\\n]{1,3}(?:nr\\.?[^\\S\\n]{0,3})?[A-Z\\d])`, "uy");
const fullStop = /\./uy;
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
const paperNumber = /(\d{1,7}[a-z]?|[A-Z]{1,3})(-[bnh]\d{1,2})?(?![\p{L}\d]|-\p{Ll}{3}|(?:[^\S\n]|\.)\d{3}(?!\d))/uy;
const lastOfList = /[^\S\n](?:en|&)[^\S\n]\d{1,4}(?!\d)/uy;
const reprint = /[^\S\n]\(herdruk\)/uy;
/** A word in small letters. */
const smallWord = /[^\S\n]\p{Ll}/uy;
/** The end of a sentence: of the text, or before a word that is nobody's name. */
const endOfSentence =
  /\.(?:[»”"')\]]|[^\S\n]{0,9}(?:\n|$)|[^\S\n]{1,3}(?:Zie|In|Dit|Deze|Dat|Die|Daar\p{Ll}*|Hier\p{Ll}*|Met|Ook|Op|Voor|Naar|Het|Er|Ik)(?!\p{L}))/uy;
const yearAlone = /(?:19|20)\d{2},?[^\S\n](?=[1-4]\d[^\S\n]?\d{3}[-,])/uy;
/** Pages, and whatever else stands between two numbers of a list: `nr. 2327, p. 3 en nr. 2330`, `nr. 2356 (bijlage) en nr. 2330`. */
const pages =
  /(?:,?[^\S\n](?:p|pp|blz|pag)\.?[^\S\n]?\d{1,4}(?:[-–]\d{1,4})?|[^\S\n]\((?:p|pp|blz|pag)\.?[^\S\n]?\d{1,4}(?:[-–]\d{1,4})?\)|[^\S\n]\((?:bijlagen?|herdruk)\))(?=,?[^\S\n](?:en|resp\.|respectievelijk|alsmede)[^\S\n]nrs?\.|[,;][^\S\n]nrs?\.)/uy;
const years = /(?:19|20)\d\d[/–-]\d\d/uy;
const month = new RegExp(`[^\\S\\n]?(?:${monthNames})`, "iuy");

interface Dossier {
  /** As in an id: `19637`, `36600-VI`. */
  printed: string;
  /** What stood after a hyphen and may be the paper's number as well: `36 471-64`. */
  part: string | null;
}

/** `19 637`, `36 600 VI`, `21 501-02`, `35 687 (R2151)`. */
function readDossier(reader: Reader): Dossier | null {
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

function seesNumber(reader: Reader): boolean {
  const at = reader.at;
  const seen = reader.takeNext(words.number) !== null;
  reader.at = at;
  return seen;
}

/** Dossiers that share a paper: `19 637 en 30573`. The paper is published under the first. */
function skipFurtherDossiers(reader: Reader): void {
  for (let count = 0; count < 5; count++) {
    const next = reader.attempt(() => {
      if (reader.take(listSeparator) === null) reader.take(separator);
      return readDossier(reader);
    });
    if (next === null) return;
  }
}

/** What is written for a number that is not known yet. */
const isOpen = /^(?:PM|NTB|NN|TBD|X{2,3})$/;

interface Paper {
  number: string;
  end: number;
}

function readNumber(reader: Reader): Paper | null {
  const match = reader.take(paperNumber);
  return match === null || isOpen.test(match[0]) ? null : { number: match[0], end: reader.at };
}

/** `(nr. 207)`, `– nr. 207`. */
function readAnnounced(reader: Reader): RegExpExecArray | null {
  return reader.attempt(() => {
    const opens = reader.takeNext(words.bracket) ?? reader.take(hyphen);
    return opens === null ? null : reader.take(words.number);
  });
}

/** `nr. 207`, `nrs. 520 en 548`, `nr. 24 en nr. 25`. */
function readNumbers(reader: Reader, prefixed: boolean): Paper[] {
  const papers: Paper[] = [];
  const announced = reader.takeNext(words.number) ?? (prefixed ? readAnnounced(reader) : null);
  if (announced === null) return papers;
  reader.take(separator);
  const first = readNumber(reader);
  if (first === null) return papers;
  papers.push(first);
  let plural = announced[1] !== undefined;
  for (let count = 0; count < 50; count++) {
    const next = reader.attempt(() => readNextNumber(reader, plural, papers.at(-1)?.number ?? ""));
    if (next === null) return papers;
    plural = plural || next.plural;
    papers.push(next.paper);
  }
  return papers;
}

function readNextNumber(reader: Reader, plural: boolean, last: string): { paper: Paper; plural: boolean } | null {
  reader.take(pages);
  const between = reader.take(listSeparator) ?? (plural ? reader.take(words.upTo) : null);
  if (between === null || seesDossier(reader) || reader.sees(years)) return null;
  const announced = reader.take(words.number);
  if (announced !== null) reader.take(separator);
  const paper = readNumber(reader);
  if (paper === null || reader.sees(month)) return null;
  const isLetter = /^[A-Z]/.test(paper.number);
  if (isLetter) return /^[A-Z]/.test(last) && reader.seesEnd() ? { paper, plural } : null;
  if (announced !== null) return { paper, plural: announced[1] !== undefined };
  const rises = Number.parseInt(paper.number, 10) > Number.parseInt(last, 10);
  // `nrs. 4064 en 4066 en 12 andere brieven`
  if (plural) return rises || !reader.sees(smallWord) || reader.sees(wordAfter) ? { paper, plural } : null;
  // After `nr. 3, ` alone a page may follow.
  const ends = reader.seesEnd() || (isNext(last, paper.number) && reader.sees(wordAfter));
  if (!rises || (/^\s?[,;]\s?$/.test(between[0]) ? !reader.sees(lastOfList) : !ends)) return null;
  return { paper, plural };
}

/** Whether what comes next is another dossier with a number of its own: `nr. 4064 en 36196, nr. 16`. */
function seesDossier(reader: Reader): boolean {
  const { at } = reader;
  const next = readDossier(reader);
  const sees = next !== null && (next.part !== null || next.printed.includes("-") || seesNumber(reader));
  reader.at = at;
  return sees;
}

/** Whether a number may follow another of the same dossier: `2356 en 2360`, but neither `2 en 3` nor `2356 en 2019`. */
function isNext(last: string, number: string): boolean {
  const isYear = /^(?:19[89]|20[0-3])\d$/.test(number);
  const above = Number(number) - Number(last);
  return last.length >= 3 && number.length === last.length && !isYear && above > 0 && above < 100;
}

/** `36 259, A`, `34 309, C, D en E`; of numbers only one, as pages may follow. */
function readBareNumbers(reader: Reader, house: House | null): Paper[] {
  const first = readBareNumber(reader, house);
  if (first === null) return [];
  const papers = [first];
  while (/^[A-Z]/.test(first.number) && papers.length < 50) {
    const next = reader.attempt(() => {
      if (reader.take(listSeparator) === null) return null;
      const paper = readNumber(reader);
      return paper !== null && /^[A-Z]/.test(paper.number) && reader.seesEnd() ? paper : null;
    });
    if (next === null) break;
    papers.push(next);
  }
  return papers;
}

/** A number that no `nr.` announces: `TK 19637, 2327`, `36 259, A`. */
function readBareNumber(reader: Reader, house: House | null): Paper | null {
  return reader.attempt(() => {
    if (reader.take(hyphen) === null) reader.take(separator);
    const paper = readNumber(reader);
    const isLetter = paper !== null && /^(?:[A-TV-Z]|[A-Z]{2,3})$/.test(paper.number);
    if (paper === null || !(reader.seesEnd() || (isLetter && (reader.sees(smallWord) || reader.sees(reprint)))))
      return null;
    // Elsewhere capitals are more likely a name or its initial.
    const single = /^[A-Z]$/.test(paper.number) && (!reader.sees(fullStop) || reader.sees(endOfSentence));
    return house === "ek" || single || /^\d/.test(paper.number) ? paper : null;
  });
}

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
