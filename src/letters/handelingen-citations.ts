import { type House, hyphen, listSeparator, Reader, separator, wordAfter, words } from "./citation-grammar.ts";
import type { PublicationId } from "./letter.ts";
import { yearInId } from "./parliamentary-years.ts";
import { publicationParts } from "./publication-ids.ts";
import type { FoundReference } from "./references.ts";

/**
 * Citations of the Handelingen (by meeting and item) and of their Aanhangsel (written questions with their answers, by
 * number). Their pieces come in many orders: `Aanhangsel Handelingen II 2019/20, nr. 487`, `Handelingen II 2019/20,
 * Aanhangsel nr. 487`, `Tweede Kamer, vergaderjaar 2017–2018, Aanhangsel van de Handelingen, nr. 2162`.
 */

const places =
  /(?<![\p{L}\d-])(?:aanh(?:angsel|\.)|hand(?:elingen|\.(?=\s{1,3}(?:I|11|der|van|TK|EK|(?:19|20)\d{2})))|(?:(?:tweede|eerste)\s{1,3}kamer|[te]k)(?=,?\s{1,3}(?:vergaderjaar|(?:19|20)\d{2}))|vergaderjaar|kamerstukken(?=\s(?:I|II|11)\s\d{4}[/–-]\d{2,4},?\s(?:aanhangsel|handelingen))|kamervragen\s\(aanhangsel\))/giu;
/** What may stand before what a citation begins with: `Kamerstukken II 2017/18, Aanhangsel nr. 2162`. */
const lead = /kamerstukken|kamervragen\s\((?=aanhangsel\))/iuy;
const title =
  /(?:(aanhangsel(?:nummer|\))?|aanh\.)|(handeling(?:en)?|hand\.))(?!\p{L})(?:[^\S\n]{1,3}(?:van|bij|der)(?=\s))?(?:[^\S\n]{1,3}de(?=\s))?/iuy;
const number = /(\d{1,5}(?:-[bnh]\d{1,2})?)(?![\p{L}\d]|(?:[^\S\n]|\.)\d{3}(?!\d))/uy;
const item = /(\d{1,3})(?![\p{L}\d])/uy;
/** The Tweede Kamer's own number of an Aanhangsel: `242501244` is number 1244 of 2024/25. */
const aanhangselNumber = /[^\S\n]{0,3}:?[^\S\n]{0,3}(\d{2})(\d{2})0?(\d{4,5})(?!\d)/uy;

interface Part {
  number: string;
  end: number;
}

interface Pieces {
  aanhangsel: boolean;
  handelingen: boolean;
  house: House | null;
  year: number | "invalid" | null;
  /** The numbers after `nr.`: of an Aanhangsel, or the meeting. */
  numbers: Part[];
  items: Part[];
  announced: boolean;
}

/** Numbers, each but the first with what announces it before it or not; a lower number that nothing announces is a page. */
function readList(reader: Reader, pattern: RegExp, announces: RegExp, plural: boolean): Part[] {
  const parts: Part[] = [];
  let isPlural = plural;
  for (let count = 0; count < 50; count++) {
    const last = Number.parseInt(parts.at(-1)?.number ?? "0", 10);
    const match = reader.attempt(() => {
      if (count > 0 && reader.take(listSeparator) === null) return null;
      const announced = count > 0 ? reader.take(announces) : null;
      if (announced !== null) reader.take(separator);
      const part = reader.take(pattern);
      if (part === null || count === 0) return part;
      const rises = Number.parseInt(part[1] ?? "", 10) > last;
      if (announced === null && !(rises && (reader.seesEnd() || (isPlural && reader.sees(wordAfter))))) return null;
      isPlural ||= announced?.[1] !== undefined;
      return part;
    });
    if (match === null) break;
    parts.push({ number: match[1] ?? "", end: reader.at });
  }
  return parts;
}

function readTitle(reader: Reader, pieces: Pieces): boolean {
  const match = reader.takeNext(title);
  if (match === null) return false;
  const part = match[1] === undefined ? "handelingen" : "aanhangsel";
  // Each stands once in a citation; a text that only repeats them is not read to its end again and again.
  if (pieces[part]) return false;
  pieces[part] = true;
  return true;
}

function readHouse(reader: Reader, pieces: Pieces): boolean {
  if (pieces.house !== null || pieces.numbers.length > 0) return false;
  pieces.house = reader.house();
  return pieces.house !== null;
}

function readYear(reader: Reader, pieces: Pieces): boolean {
  if (pieces.year !== null) return false;
  pieces.year = reader.parliamentaryYear();
  return pieces.year !== null;
}

function readNumbers(reader: Reader, pieces: Pieces): boolean {
  if (pieces.numbers.length > 0) return false;
  const announced = reader.takeNext(words.number);
  const numbers = reader.attempt(() => {
    reader.take(separator);
    const list = readList(reader, number, words.number, announced?.[1] !== undefined);
    return list.length > 0 ? list : null;
  });
  if (numbers === null) return false;
  pieces.numbers = numbers;
  pieces.announced = announced !== null;
  const afterHyphen = reader.attempt(() => (reader.take(hyphen) === null ? null : reader.take(item)));
  if (afterHyphen !== null) pieces.items = [{ number: afterHyphen[1] ?? "", end: reader.at }];
  return true;
}

function readItems(reader: Reader, pieces: Pieces): boolean {
  if (pieces.items.length > 0 || reader.takeNext(words.item) === null) return false;
  reader.take(separator);
  pieces.items = readList(reader, item, words.item, true);
  return pieces.items.length > 0;
}

function valid(id: string): PublicationId | null {
  return publicationParts(id) === null ? null : (id as PublicationId);
}

/** One reference a part: the first from the start of the citation, the others where they stand. */
function perPart(text: string, start: number, kind: string, parts: Part[], idOf: (part: Part) => string | null) {
  return parts.map((part, index): FoundReference => {
    const from = index === 0 ? start : part.end - part.number.length;
    const id = idOf(part);
    return {
      printed: text.slice(from, part.end),
      id: id === null ? null : valid(id),
      kind,
      start: from,
      end: part.end,
    };
  });
}

function readCitation(text: string, start: number): FoundReference[] {
  const reader = new Reader(text, start);
  reader.take(lead);
  const pieces: Pieces = {
    aanhangsel: false,
    handelingen: false,
    house: null,
    year: null,
    numbers: [],
    items: [],
    announced: false,
  };
  const steps = [readTitle, readHouse, readYear, readItems, readNumbers];
  while (steps.some((step) => step(reader, pieces)));
  const { year, numbers, items, aanhangsel } = pieces;
  if (!aanhangsel && !pieces.handelingen) return [];
  const house = pieces.house ?? "tk";
  const years = typeof year === "number" ? yearInId(year) : null;
  const last = (items.length > 0 && !aanhangsel ? items : numbers).at(-1);
  // Every page of the Handelingen says `vergaderjaar 2023–2024, Aanhangsel 2`, with its page number.
  if (last === undefined || !(pieces.announced || (pieces.handelingen && year !== null))) return [];
  if (aanhangsel) {
    return perPart(text, start, "aanhangsel", numbers, (part) => years && `ah-${house}-${years}-${part.number}`);
  }
  if (year === null) return [];
  const meeting = numbers.length === 1 ? numbers[0] : undefined;
  if (meeting === undefined || items.length === 0) {
    return [{ printed: text.slice(start, last.end), id: null, kind: "handelingen", start, end: last.end }];
  }
  const ofMeeting = (from: number, nr: string, parts: Part[]) =>
    perPart(text, from, "handelingen", parts, (part) => years && `h-${house}-${years}-${nr}-${part.number}`);
  const found = ofMeeting(start, meeting.number, items);
  for (let next = readMeeting(reader); next !== null; next = readMeeting(reader))
    found.push(...ofMeeting(next.from, next.number, next.items));
  return found;
}

/** Another meeting of the same year: `…, item 8 en nr. 107, item 3`. */
function readMeeting(reader: Reader): { from: number; number: string; items: Part[] } | null {
  return reader.attempt(() => {
    if (reader.take(listSeparator) === null) return null;
    const from = reader.at;
    if (reader.take(words.number) === null) return null;
    reader.take(separator);
    const meeting = reader.take(number)?.[1];
    if (meeting === undefined || reader.takeNext(words.item) === null) return null;
    reader.take(separator);
    const items = readList(reader, item, words.item, true);
    return items.length === 0 ? null : { from, number: meeting, items };
  });
}

function readAanhangselNumber(text: string, start: number): FoundReference[] {
  const reader = new Reader(text, start + "aanhangselnummer".length);
  const match = reader.take(aanhangselNumber);
  if (match === null) return [];
  const id = valid(`ah-tk-20${match[1]}20${match[2]}-${Number(match[3])}`);
  return [{ printed: text.slice(start, reader.at), id, kind: "aanhangsel", start, end: reader.at }];
}

/** All citations of the Handelingen and their Aanhangsel. */
export function handelingenCitations(text: string): FoundReference[] {
  const found: FoundReference[] = [];
  let readUpTo = 0;
  for (const { index } of text.matchAll(places)) {
    if (index < readUpTo) continue;
    const numbered = /^aanhangselnummer/i.test(text.slice(index, index + 16));
    const read = numbered ? readAanhangselNumber(text, index) : readCitation(text, index);
    found.push(...read);
    readUpTo = read.at(-1)?.end ?? readUpTo;
  }
  return found;
}
