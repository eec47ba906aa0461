import { monthNames } from "./dates.ts";
import { explicitScore, goesOn, lonelyScore, type MarkCandidate } from "./mark-candidate.ts";
import { explicitRows, rowAfter } from "./mark-rows.ts";
import { readYears } from "./parliamentary-years.ts";

const explicitMark = /<sup>\s*\(?(\d{1,3}|\*{1,3})\)?\s*<\/sup>/gi;
/** `10<sup>6</sup>` is a power, unless the sequence of the notes says otherwise. */
const ofTen = /(?<![\d.,])10$/;
const digits = /\d{1,12}/g;
const afterMonth = new RegExp(`(?:${monthNames})\\s+$`, "iu");
/** Words before a long number that make it a number in its own right. */
const countsBefore =
  /(?:kamerstuk(?:ken)?|dossier|nrs?\.|€|EUR|circa|ruim|ongeveer|bijna|totaal|zaaknummer|postbus)\s*$/i;
/** A plural behind a long number counts things: `20212 gevallen`. */
const counts = /^\s+\p{L}+(?:en|s)(?!\p{L})/u;
/** Words before a year. */
const yearBefore =
  /(?:^|[\s(])(?:in|uit|van|over|sinds|vanaf|tot|voor|na|eind|begin|medio|najaar|voorjaar|zomer|winter|jaar|per)\s+$/i;
/** Words before a year that do not count things as well; of these a number of five digits without a stop is seldom one. */
const onlyYearBefore =
  /(?:^|[\s(])(?:in|uit|sinds|vanaf|eind|begin|medio|najaar|voorjaar|zomer|winter|jaar|per|anno)\s+$/i;
/**
 * Every place where a mark can stand: explicit (`<sup>1</sup>`) or glued to the word, the quotation mark or the
 * number before it. `known` are the numbers that stand elsewhere in the document, as printed.
 */
export function findCandidates(text: string, known: (number: string) => number): MarkCandidate[] {
  const candidates: MarkCandidate[] = [];
  for (const match of text.matchAll(explicitMark))
    candidates.push({
      number: match[1] ?? "",
      start: match.index,
      end: match.index + match[0].length,
      score: ofTen.test(text.slice(Math.max(0, match.index - 3), match.index)) ? lonelyScore : explicitScore,
    });
  candidates.push(...explicitRows(text, explicitScore));
  for (const match of text.matchAll(digits)) candidates.push(...marksAt(text, match.index, match[0], known));
  return candidates.sort((a, b) => a.start - b.start || b.score - a.score);
}

function marksAt(text: string, start: number, run: string, known: (word: string) => number): MarkCandidate[] {
  const found = gluedAt(text, start, run, known);
  const [first] = found;
  if (first && found.length === 1) return [first, ...rowAfter(text, first, false)];
  const joined = found.length === 0 && joins.test(text.slice(start - 3, start + run.length + 2)) && run.length <= 3;
  if (!joined || run.startsWith("0") || inAddress(text, start)) return found;
  const score = scoreGlued(text, start, text[start - 1] ?? " ", ",", known, run);
  const alone = { number: run, start, end: start + run.length, score };
  const more = score > 0 ? rowAfter(text, alone, true) : [];
  return more.length > 0 ? [alone, ...more] : found;
}

/** A word or what closes a quotation or a bracket, then a number, a comma and a number without a blank: `antwoorden1,2`. */
const joins = /^(?:\p{Ll}{3}|.{2}[»”)\].?!])\d{1,3},\d$/su;

function gluedAt(text: string, start: number, run: string, known: (word: string) => number): MarkCandidate[] {
  const end = start + run.length;
  const before = text[start - 1] ?? " ";
  if (/\s/.test(before) && run.length < 4 && text[end] !== ")" && afterSpace(text, start, end, before) === null)
    return [];
  const next = text[end] ?? " ";
  const after = text.slice(end, end + 24);
  if (/[\d%€§/\\=_&@+]/.test(next) || /^[.,:]\d/.test(after) || /^\p{Ll}/u.test(after) || /^[-–]\p{L}/u.test(after))
    return [];
  if (inAddress(text, start)) return [];
  const plain = { start, end, number: run };
  if (run.length <= 3 && !run.startsWith("0")) {
    const spaced = afterSpace(text, start, end, before);
    if (spaced !== null) return [{ ...plain, start: start - 1, score: spaced }];
    const score = scoreGlued(text, start, before, next, known, run);
    if (score > 0) return [{ ...plain, score }];
    if (next === ")" && /\s/.test(before) && /[\p{L}.?!»”"):;,]\s?$/u.test(text.slice(Math.max(0, start - 3), start)))
      return balanced(text, start) ? [] : [{ ...plain, end: end + 1, score: 1 }];
  }
  return cutNumber(text, start, run, known);
}

/** The end of a sentence or a quotation; a full stop only after a word, as one after a figure or an initial may be no end. */
const closes = /[?!»”]$|\p{L}{3}\.$/u;

/**
 * How sure a mark is that a blank parts from what it belongs to, as some extractors print them; null where a number may
 * stand by itself. It closes a sentence or a quotation (`gesteld? 1`), or stands behind a year (`14 juli 2023 5 waarin`).
 */
function afterSpace(text: string, start: number, end: number, before: string): number | null {
  if (before !== " " || end - start > 2 || text[start] === "0") return null;
  const head = text.slice(Math.max(0, start - 25), start - 1);
  if (countsBefore.test(head)) return null;
  if (closes.test(head) && /^(?:[^\S\n]*(?:\n|$)|[.,;:?!]|\s?\p{Lu})/u.test(text.slice(end, end + 24))) return 1;
  const year = /(?:19|20)\d\d$/.exec(head)?.[0];
  return year !== undefined && afterMonth.test(head.slice(0, -4)) && /^\s\p{Ll}/u.test(text.slice(end, end + 2))
    ? 1
    : null;
}

/** A mark after a word, a closing sign or a full stop. */
function scoreGlued(
  text: string,
  start: number,
  before: string,
  next: string,
  known: (number: string) => number,
  run: string,
): number {
  if (/[\s(\-–/[«“‘€$=<>]/.test(before)) return 0;
  const head = text.slice(Math.max(0, start - 24), start);
  if (/[»”’"')?!;:%]/.test(before)) return 4;
  if (before === "." || before === ",") {
    if (/\d[.,]$/.test(head)) return /\d{3}\.$/.test(head) && /^(?:\s|$)/.test(next) ? 1 : 0;
    return /\p{L}[.,]$|[»”’"')\]%][.,]$/u.test(head) ? 4 : 0;
  }
  if (!/\p{L}/u.test(before)) return 0;
  const word = /(?<![\p{L}\p{N}&-])[\p{L}\p{N}&-]*$/u.exec(head)?.[0] ?? "";
  // CO2, G7, EU27, Q1: a word of its own wherever it comes back.
  if (/^[A-Z]/.test(word) && word.length <= 5 && /[A-Z]$/.test(word)) return known(`${word}${run}`) > 1 ? 0 : 1;
  return known(`${word}${run}`) > 1 ? 0 : 4;
}

/**
 * A mark glued to a number: only where the whole cannot be a number here and the rest can. A number that may be meant
 * as it stands is never cut.
 */
function cutNumber(text: string, start: number, run: string, known: (number: string) => number): MarkCandidate[] {
  const found: MarkCandidate[] = [];
  const end = start + run.length;
  const head = text.slice(Math.max(0, start - 24), start);
  const tail = text.slice(end, end + 24);
  for (let size = 1; size <= 3 && size < run.length; size++) {
    const rest = run.slice(0, -size);
    const number = run.slice(-size);
    if (number.startsWith("0")) continue;
    const candidate = { number, start: start + rest.length, end };
    if (followsYear(head, rest) || (/^(?:19|20)\d\d$/.test(rest) && noYearOnly.test(head)))
      found.push({ ...candidate, score: 3 });
    else if (/^(?:19|20)\d\d$/.test(rest) && !/[\d.,-]$/.test(head)) {
      if (afterMonth.test(head)) found.push({ ...candidate, score: 3 });
      else if (!countsBefore.test(head) && isYear(head, tail) && known(run) <= 1) {
        if (known(rest) > 0) found.push({ ...candidate, score: 2 });
        else if (onlyYearBefore.test(head) && goesOn.test(tail)) found.push({ ...candidate, score: lonelyScore });
      }
    } else if (/(?<!\d)\d{1,3}\.$/.test(head) && rest.length === 3) found.push({ ...candidate, score: 2 });
    else if (/\bnrs?\.\s+$/i.test(head) && known(rest) > 0 && known(run) <= 1) found.push({ ...candidate, score: 2 });
  }
  return found;
}

/** Before these a number of five digits is a year with a mark: a date in figures, a law that is cited with its year. */
const noYearOnly = /(?<!\d)\d{1,2}-\d{1,2}-$|(?<!\p{L})(?:Vw|Vb|Vv|Vc)\s$/u;

/** Whether a number is the second of a pair of years: `2019/2020`, `2022–23`, `2021–2025`. */
function followsYear(head: string, second: string): boolean {
  const first = /(?<!\d)((?:19|20)\d\d)[/–-]$/u.exec(head)?.[1];
  if (first === undefined || !/^(?:\d{2}|\d{4})$/.test(second)) return false;
  return readYears(first, second) !== null || (second > first && Number(second) - Number(first) <= longestPeriod);
}

/** Years that a period such as `2021–2025` has at most. */
const longestPeriod = 30;

/** Whether a number between these two texts is meant as a year. */
function isYear(head: string, tail: string): boolean {
  return goesOn.test(tail) || (yearBefore.test(head) && !counts.test(tail));
}

/** Whether an offset lies inside an address on the web. */
function inAddress(text: string, at: number): boolean {
  let from = at;
  while (from > 0 && at - from < 300 && !/\s/.test(text[from - 1] ?? "")) from--;
  return /:\/\/|www\.|@/.test(text.slice(from, at));
}

/** Whether the closing bracket right after a number has its opening bracket in the same sentence: `(zie 1)`. */
function balanced(text: string, at: number): boolean {
  let open = 0;
  for (const letter of text.slice(Math.max(0, at - 300), at)) {
    if (letter === "(") open++;
    if (letter === ")" && open > 0) open--;
  }
  return open > 0;
}
