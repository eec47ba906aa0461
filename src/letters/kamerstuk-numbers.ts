import { type House, hyphen, listSeparator, type Reader, separator, wordAfter, words } from "./citation-grammar.ts";
import { monthNames } from "./dates.ts";
import { readDossier, seesNumber } from "./kamerstuk-dossiers.ts";

/** The numbers in a citation of Kamerstukken: announced by `nr.` and lists of them, or bare. */

const fullStop = /\./uy;
const paperNumber = /(\d{1,7}[a-z]?|[A-Z]{1,3})(-[bnh]\d{1,2})?(?![\p{L}\d]|-\p{Ll}{3}|(?:[^\S\n]|\.)\d{3}(?!\d))/uy;
const lastOfList = /[^\S\n](?:en|&)[^\S\n]\d{1,4}(?!\d)/uy;
const reprint = /[^\S\n]\(herdruk\)/uy;
/** A word in small letters. */
const smallWord = /[^\S\n]\p{Ll}/uy;
/** The end of a sentence: of the text, or before a word that is nobody's name. */
const endOfSentence =
  /\.(?:[»”"')\]]|[^\S\n]{0,9}(?:\n|$)|[^\S\n]{1,3}(?:Zie|In|Dit|Deze|Dat|Die|Daar\p{Ll}*|Hier\p{Ll}*|Met|Ook|Op|Voor|Naar|Het|Er|Ik)(?!\p{L}))/uy;
/** Pages, and whatever else stands between two numbers of a list: `nr. 2327, p. 3 en nr. 2330`, `nr. 2356 (bijlage) en nr. 2330`. */
const pages =
  /(?:,?[^\S\n](?:p|pp|blz|pag)\.?[^\S\n]?\d{1,4}(?:[-–]\d{1,4})?|[^\S\n]\((?:p|pp|blz|pag)\.?[^\S\n]?\d{1,4}(?:[-–]\d{1,4})?\)|[^\S\n]\((?:bijlagen?|herdruk)\))(?=,?[^\S\n](?:en|resp\.|respectievelijk|alsmede)[^\S\n]nrs?\.|[,;][^\S\n]nrs?\.)/uy;
const years = /(?:19|20)\d\d[/–-]\d\d/uy;
const month = new RegExp(`[^\\S\\n]?(?:${monthNames})`, "iuy");

/** What is written for a number that is not known yet. */
const isOpen = /^(?:PM|NTB|NN|TBD|X{2,3})$/;

/** The number of a paper within its dossier, and where it ends. */
export interface Paper {
  number: string;
  end: number;
}

/** A number or the letters of the Eerste Kamer, here. */
export function readNumber(reader: Reader): Paper | null {
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
export function readNumbers(reader: Reader, prefixed: boolean): Paper[] {
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
export function readBareNumbers(reader: Reader, house: House | null): Paper[] {
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
