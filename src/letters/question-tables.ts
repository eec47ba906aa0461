import { type Label, readLabel, readNumbers } from "./labels.ts";
import type { Block } from "./text.ts";

/**
 * Questions and answers set as a table: one row each under "Nr. | Vraag | Antwoord", or rows that begin with a label
 * ("Vraag 1 | …", "Antwoord 1 | …").
 */

interface Cell {
  text: string;
  /** Offset in the body. */
  start: number;
}

/** Tables of questions and answers as the blocks that their cells are; all other blocks as they are. */
export function splitQuestionTables(blocks: Block[]): Block[] {
  if (!blocks.some(isTable)) return blocks;
  return blocks.flatMap((block) => {
    if (!isTable(block)) return [block];
    const rows = rowsOf(block);
    return byHeading(block, rows) ?? byLabels(block, rows) ?? [block];
  });
}

function isTable({ role, text }: Block): boolean {
  return role === "body" && text.startsWith("|") && asks.test(text);
}

const asks = /\|\s*\**vra(?:ag|gen)/i;
const isRule = /^[|\s:-]+$/;

function rowsOf({ text, start }: Block): Cell[][] {
  let at = 0;
  return text.split("\n").flatMap((line) => {
    const from = start + at;
    at += line.length + 1;
    return isRule.test(line) ? [] : [cellsOf(line, from)];
  });
}

function cellsOf(line: string, from: number): Cell[] {
  let at = 0;
  const cells = line.split("|").map((part) => {
    const start = from + at + (part.length - part.trimStart().length);
    at += part.length + 1;
    return { text: part.trim(), start };
  });
  return cells.slice(1, line.endsWith("|") ? -1 : undefined);
}

const ofNumbers = /^(?:nr\.?|nummer|#|vraag ?(?:nr\.?|nummer))?$/i;
const ofQuestions = /^vra(?:ag|gen)$/i;
const ofAnswers = /^(?:antwoord(?:en)?|beantwoording|reactie)(?:\s|$)/i;
const leadingNumber = /^(\d{1,3})[.)]?\s+(?=\S)/;

/** null when the first row names no columns of questions and answers. */
function byHeading(table: Block, rows: Cell[][]): Block[] | null {
  const names = rows[0]?.map(({ text }) => text.replaceAll("*", "")) ?? [];
  const column = (form: RegExp) => names.findIndex((name) => form.test(name));
  const [asked, answered] = [column(ofQuestions), column(ofAnswers)];
  if (asked < 0 || answered < 0) return null;
  const numbered = names.findIndex((name, at) => at < asked && ofNumbers.test(name));
  return rows.slice(1).flatMap((row) => {
    const [question, answer] = [row[asked], row[answered]];
    if (!question || question.text === "") return answer?.text ? [blockOf(table, answer)] : [];
    const printed = row[numbered]?.text || (leadingNumber.exec(question.text)?.[1] ?? "");
    const numbers = readNumbers(/^\d[\d, en/tm-]*/.exec(printed)?.[0] ?? "");
    const text = row[numbered]?.text ? question : withoutNumber(question);
    const blocks = [labelAt(table, question, "question", numbers), blockOf(table, text)];
    if (answer?.text) blocks.push(labelAt(table, answer, "answer", numbers), blockOf(table, answer));
    return blocks;
  });
}

/** null when fewer than two rows begin with a label of a question and one of an answer. */
function byLabels(table: Block, rows: Cell[][]): Block[] | null {
  const labels = rows.map(([first]) => (first ? readLabel(first.text) : null));
  const has = (side: Label["side"]) => labels.some((label) => label?.side === side && !label.inline);
  if (!has("question") || !has("answer")) return null;
  return rows.flatMap(([first, ...others], at) => {
    const label = labels[at];
    const texts = others.filter(({ text }) => text !== "").map((cell) => blockOf(table, cell));
    if (!first || first.text === "") return texts;
    if (!label) return [blockOf(table, first), ...texts];
    return [{ ...blockOf(table, first), role: "label" as const, label }, ...texts];
  });
}

function withoutNumber(cell: Cell): Cell {
  const number = leadingNumber.exec(cell.text)?.[0].length ?? 0;
  return { text: cell.text.slice(number), start: cell.start + number };
}

function blockOf(table: Block, { text, start }: Cell): Block {
  return { ...table, role: "body", text, start, end: start + text.length, label: null };
}

/** A label that no word says, right before a cell. */
function labelAt(table: Block, cell: Cell, side: Label["side"], numbers: number[]): Block {
  const label: Label = { side, numbers, parties: [], inline: false };
  return { ...table, role: "label", text: "", start: cell.start - 1, end: cell.start - 1, label };
}
