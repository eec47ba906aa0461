import type { Announced } from "./announced.ts";
import { isPartyHeading } from "./headings.ts";
import { type Label, numberList, readNumbers } from "./labels.ts";
import { cutLine, type Line, partsParagraphs, type Setting } from "./lines.ts";
import { endsInQuestion } from "./unlabelled-answers.ts";

/**
 * Questions, and answers, that are labelled with nothing but their numbers: "1" on a line of its own, or "1. Bent u
 * bekend …". A number at the start of a line is a label only where the whole paper bears that out.
 */

/** A line that begins with a number where a paragraph may begin. */
interface Numbered {
  line: Line;
  numbers: number[];
  /** Length of the number with its full stop. */
  length: number;
  /** What follows the number: `.`, `)`, nothing, or "alone" where it has the line to itself. */
  style: string;
  /** Whether what follows on the line begins as a sentence with a word. */
  words: boolean;
  /** Whether a question mark stands in the text up to the next such line or label. */
  asks: boolean;
  /** Whether its own paragraph ends in one. */
  isQuestion: boolean;
}

/** A number and what it labels. */
type Found = Map<Line, { one: Numbered; side: "question" | "answer" }>;

/** Parts numbers that are labels from the text and marks them. `lines` stay as they are where that cannot be told. */
export function splitNumberLabels(lines: Line[], announced: Announced, setting: Setting): Line[] {
  const labels = lines.filter(({ role, label }) => role === null && label !== null);
  const asked = labels.filter(({ label }) => label?.side === "question");
  // "Vragen" above all of them and "Antwoorden" above theirs are titles: the numbers tell which is which.
  const title = asked.length === 1 && asked[0]?.label?.numbers.length === 0 ? asked[0] : null;
  if (asked.length > 0 && !(title && labels[0] === title)) return lines;
  const numbered = findNumbered(lines, setting);
  if (numbered.length === 0) return lines;
  const answers = labels.filter(({ label }) => label?.side === "answer");
  const hasNumbers = (line: Line) => (line.label?.numbers.length ?? 0) > 0;
  // "Antwoorden", and below it "Antwoord op vraag 1".
  const [over, ...below] = answers;
  const named = over && !hasNumbers(over) ? below : answers;
  if (named.length > 0 && named.every(hasNumbers)) {
    const above = aboveAnswers(numbered, named);
    const titles = [title, over === named[0] ? null : over];
    if (above.size > 0) for (const line of titles) if (line) Object.assign(line, { label: null, role: "header" });
    if (above.size > 0) return split(lines, above);
  }
  if (title && labels.length > 2) return lines;
  const turn = answers.length === 1 && answers[0]?.label?.numbers.length === 0 ? answers[0] : null;
  if ((turn || (answers.length === 0 && announced.answers)) && (announced.questions || announced.answers)) {
    const found = asAnswered(lines, numbered, turn);
    if (found) {
      // The answers that it announces have labels of their own.
      for (const line of [turn, title]) if (line) Object.assign(line, { label: null, role: "header" });
      return split(lines, found);
    }
  }
  if (title) return lines;
  if (announced.questions) return split(lines, asAsked(numbered, turn));
  if (answers.length === 0) return announced.answers ? split(lines, asQuestionsOnly(numbered)) : lines;
  const isConsultation = lines.some(({ role, plain }) => role === null && isPartyHeading(plain));
  return announced.answers || isConsultation ? split(lines, betweenAnswers(lines, numbered)) : lines;
}

const start = new RegExp(`^([*_#]{0,6}\\s?)(${numberList})([.)]?)[*_]{0,3}(?:\\s+(?=\\S)|$)`);
const beginsNumbered = /^[*_#]{0,6}\s?\d/;
const isSentence = /^[*_]{0,3}[\p{Lu}«“"‘'€\d(]/u;
const isWords = /^[*_]{0,3}[\p{Lu}«“"]/u;

function findNumbered(lines: Line[], setting: Setting): Numbered[] {
  const found: Numbered[] = [];
  let before: Line | null = null;
  let open: Numbered | null = null;
  let inParagraph = false;
  for (const line of lines) {
    if (line.role === "furniture") continue;
    const one = readNumbered(line, before);
    if (one) {
      found.push(one);
      open = one;
      inParagraph = true;
    } else if (line.role !== null || line.label) open = null;
    else if (partsParagraphs(line.blanks, setting)) inParagraph = before === open?.line && open?.style === "alone";
    if (open) {
      if (line.text.includes("?")) open.asks = true;
      if (inParagraph) open.isQuestion = endsInQuestion(line.text);
    }
    before = line;
  }
  return found;
}

function readNumbered(line: Line, before: Line | null): Numbered | null {
  if (line.role !== null || line.label || !beginsNumbered.test(line.text)) return null;
  const match = start.exec(line.text);
  if (!match) return null;
  const [head, , list = "", stop = ""] = match;
  const rest = line.text.slice(head.length);
  const alone = rest === "";
  if (!alone && !isSentence.test(rest)) return null;
  if (!alone && line.blanks === 0 && before?.role === null && !before.label && !endsParagraph.test(before.text))
    return null;
  return {
    line,
    numbers: readNumbers(list),
    length: head.trimEnd().length,
    style: alone ? "alone" : stop,
    words: alone || isWords.test(rest),
    asks: false,
    isQuestion: false,
  };
}

/** Also with a mark behind it: `bericht?<sup>1</sup>`, `bericht?[^1]`, `bericht?1`. */
const endsParagraph = /[.?!:)]\s*[*_]*(?:\d|<sup>[^<\s]{1,6}<\/sup>|\[\^?\w{1,9}\]|[¹²³⁰⁴-⁹]{1,3})?$/;

/**
 * Questions as they come: numbers that run from 1 without a gap. An entry of a list is passed over where a question
 * with its number follows before the next; so is one beside numbers that have a line of their own, and what asks
 * nothing further down than the only answer.
 */
function asAsked(numbered: Numbered[], turn: Line | null): Found {
  const found: Found = new Map();
  const numbers = numbered.filter(({ words }) => words);
  const isAlone = numbers.find((one) => runsFrom(one, 1))?.style === "alone";
  const asking = numbers.filter(({ asks }) => asks);
  let next = 0;
  let expected = 1;
  for (const one of numbers) {
    while (next < asking.length && (asking[next]?.line.start ?? 0) <= one.line.start) next++;
    if (!runsFrom(one, expected) || (isAlone && one.style !== "alone")) continue;
    if (!one.asks && turn && one.line.start > turn.start) continue;
    if (!one.asks && comesFirst(asking, next, expected)) continue;
    found.set(one.line, { one, side: "question" });
    expected += one.numbers.length;
  }
  return found;
}

/** Whether of these, from place `from` on, one with this number comes before one with the next. */
function comesFirst(asking: Numbered[], from: number, number: number): boolean {
  for (let at = from; at < asking.length && at < from + 100; at++) {
    const one = asking[at];
    if (one && runsFrom(one, number)) return true;
    if (one && runsFrom(one, number + 1)) return false;
  }
  return false;
}

function isNumber({ numbers }: Numbered, number: number): boolean {
  return numbers.length === 1 && numbers[0] === number;
}

/** Whether it is this number, or alone on its line several without a gap of which this is the first: `3 en 4`. */
function runsFrom({ numbers, style }: Numbered, number: number): boolean {
  const isRun = numbers[0] === number && numbers.at(-1) === number + numbers.length - 1;
  return isRun && (numbers.length === 1 || style === "alone");
}

/**
 * Where answers bear the same bare numbers as the questions ("1 … 1 … 2 … 3 … 2 en 3 …", or all questions first):
 * null unless every question has a question mark and its one answer, and no number is left over.
 *
 * @param turn the lone "Antwoord" between all questions and all answers, where there is one
 */
function asAnswered(lines: Line[], numbered: Numbered[], turn: Line | null): Found | null {
  const found: Found = new Map();
  const open = new Set<number>();
  const turned = turn ? turn.start : Number.POSITIVE_INFINITY;
  const mayAnswer = (line: Line) => turn === null || line.start > turned;
  let expected = 1;
  let style: string | null = null;
  let left = 0;
  // Further down than all questions, "4 en 5" may name one whose number was not told from the text of the one before.
  const isMeant = (numbers: number[]) =>
    numbers.some((number) => open.has(number)) &&
    numbers.every((number) => open.has(number) || (turn !== null && number >= expected));
  for (const one of numbered) {
    if (style !== null && one.style !== style) continue;
    if (isNumber(one, expected) && one.asks && one.words && one.line.start < turned) {
      found.set(one.line, { one, side: "question" });
      style = one.style;
      open.add(expected++);
    } else if (mayAnswer(one.line) && isMeant(one.numbers)) {
      found.set(one.line, { one, side: "answer" });
      for (const number of one.numbers) open.delete(number);
    } else left = Math.max(left, ...one.numbers);
  }
  const isWhole = expected > 1 && open.size === 0 && left < expected;
  return isWhole && answersHaveText(lines, found) ? found : null;
}

/**
 * All questions in a numbered list above answers that name their numbers: those that run from 1 without a gap, each with
 * a question mark; none unless every number that is answered was asked there.
 */
function aboveAnswers(numbered: Numbered[], answers: Line[]): Found {
  const found: Found = new Map();
  const first = answers[0]?.start ?? 0;
  for (const one of numbered) {
    if (one.line.start > first || !one.asks || !one.words || !isNumber(one, found.size + 1)) continue;
    found.set(one.line, { one, side: "question" });
  }
  const areAsked = answers.every(({ label }) => label?.numbers.every((number) => number <= found.size));
  return found.size > 1 && areAsked ? found : new Map();
}

/** Whether something is said below each number. */
function answersHaveText(lines: Line[], found: Found): boolean {
  return lines.every((line, at) => {
    const one = found.get(line)?.one;
    if (one?.style !== "alone") return true;
    const next = lines.slice(at + 1, at + 20).find(({ role }) => role !== "furniture" && role !== "note");
    return next !== undefined && !found.has(next);
  });
}

/**
 * Where answers have a label without a number: between two of them stands one question, and its number with it. At the
 * heading of a party the numbers may begin anew.
 */
function betweenAnswers(lines: Line[], numbered: Numbered[]): Found {
  const byLine = new Map(numbered.map((one) => [one.line, one]));
  const found: Found = new Map();
  let expected = 1;
  let anew = false;
  let isAsked = false;
  let style: string | null = null;
  for (const line of lines) {
    if (line.role !== null) continue;
    if (isPartyHeading(line.plain)) anew = true;
    if (line.label?.side === "answer") {
      if (!isAsked) return new Map();
      isAsked = false;
    }
    const one = byLine.get(line);
    if (!one?.words || isAsked || (style ?? one.style) !== one.style) continue;
    if (one.style !== "alone" && !one.asks && !asksByName.test(line.plain)) continue;
    if (anew && runsFrom(one, 1)) expected = 1;
    if (!runsFrom(one, expected)) continue;
    found.set(line, { one, side: "question" });
    style = one.style;
    expected += one.numbers.length;
    anew = false;
    isAsked = true;
  }
  return isAsked ? new Map() : found;
}

const asksByName = /^\S+\s+(?:De|Deze|Het|Genoemde|Voornoemde)\s+(?:leden|lid)\s/;

/**
 * Where only the head says that questions are answered: numbered headings and lists look the same, hence at least two,
 * each with a question mark, and none left over.
 */
function asQuestionsOnly(numbered: Numbered[]): Found {
  const found: Found = new Map();
  const style = numbered[0]?.style;
  let left = 0;
  for (const one of numbered) {
    if (one.style !== style) continue;
    if (!one.isQuestion || !one.words) continue;
    if (isNumber(one, found.size + 1)) found.set(one.line, { one, side: "question" });
    else left = Math.max(left, ...one.numbers);
  }
  return found.size > 1 && left <= found.size ? found : new Map();
}

function split(lines: Line[], found: Found): Line[] {
  if (found.size === 0) return lines;
  return lines.flatMap((line) => {
    const number = found.get(line);
    if (!number) return [line];
    const { one, side } = number;
    const label: Line = { ...cutLine(line, line.start, line.start + one.length), label: labelOf(one, side) };
    if (one.style === "alone") return [label];
    const rest = one.length + (/^\s*/.exec(line.text.slice(one.length))?.[0].length ?? 0);
    return [label, { ...cutLine(line, line.start + rest, line.end), blanks: 0, page: false }];
  });
}

function labelOf({ numbers }: Numbered, side: Label["side"]): Label {
  return { side, numbers, parties: [], inline: false };
}
