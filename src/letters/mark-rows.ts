import { goesOn, type MarkCandidate, type MarkRow } from "./mark-candidate.ts";

const nextInRow = /(\s?[,;]\s?|[^\S\n])(\d{1,3})(?![\d%\p{L})]|[.,:]\d)/uy;

/** A row of this many marks has not been seen. */
const longestRow = 6;

/** A comma tells more than a blank, and a mark that stands by itself more than both. */
const afterComma = 2;
const afterBlank = 1;

/** The marks that may stand right after `first`; they and `first` know their row. */
export function rowAfter(text: string, first: MarkCandidate, joined: boolean): MarkCandidate[] {
  const row: MarkRow = { marks: [first], joined };
  let last = first;
  while (row.marks.length < longestRow) {
    nextInRow.lastIndex = last.end;
    const [whole, between, number] = nextInRow.exec(text) ?? [];
    if (whole === undefined || number !== String(Number(last.number) + 1)) break;
    const score = between?.trim() === "" ? afterBlank : afterComma;
    last = { number, start: last.end, end: last.end + whole.length, score, row };
    row.marks.push(last);
  }
  if (row.marks.length === 1 || (!joined && mayCount(text, first.start, last.end))) return [];
  first.row = row;
  return row.marks.slice(1);
}

/** Whether what follows a row may be what its last number counts: "de motie1, 2 jaar geleden ingediend". */
function mayCount(text: string, start: number, end: number): boolean {
  const tail = text.slice(end, end + 24);
  if (endsParagraph.test(tail)) return false;
  return !goesOn.test(tail) && !(/[.?!»”]/.test(text[start - 1] ?? "") && /^\s?\p{Lu}/u.test(tail));
}

/** The end of a line below which no sentence goes on. */
const endsParagraph = /^[^\S\n]*\n\s*(?!\p{Ll})\S/u;

/** Whether so much of its row is chosen that a mark can be one. */
export function holdsInRow(mark: MarkCandidate, isChosen: (mark: MarkCandidate) => boolean): boolean {
  const { row } = mark;
  if (!row) return true;
  const at = row.marks.indexOf(mark);
  return row.marks.slice(0, row.joined ? Math.max(at, 2) : at).every((one) => one === mark || isChosen(one));
}

const rowOfExplicit = /<sup>\s*(\d{1,3}(?:\s?[,;]\s?\d{1,3}){1,5})\s*<\/sup>/gi;

/** Several marks raised together: `<sup>3, 4</sup>`. The tags go with the first and the last. */
export function explicitRows(text: string, score: number): MarkCandidate[] {
  return [...text.matchAll(rowOfExplicit)].flatMap((match) => {
    const numbers = [...match[0].matchAll(/\d+/g)];
    let start = match.index;
    return numbers.map((found, at) => {
      const isLast = at === numbers.length - 1;
      const end = match.index + (isLast ? match[0].length : found.index + found[0].length);
      const mark = { number: found[0], start, end, score };
      start = end;
      return mark;
    });
  });
}
