import type { Asker } from "./letter.ts";
import type { Block } from "./text.ts";

/** A question block with the answer it got, as blocks of the body. */
export interface Asked {
  numbers: number[];
  askers: Asker[];
  question: Block[];
  /** null while unanswered. */
  answer: Block[] | null;
}

/**
 * Pairs labelled questions with their answers ("Vraag 2", "Antwoord 2 en 3"). Questions that are answered at once,
 * wherever they stand, become one block, at the place of the first. An answer without a number answers the questions
 * before it that have none yet.
 */
export function pairLabelled(blocks: Block[], askers: Asker[]): Asked[] {
  const asked: Asked[] = [];
  let side: "question" | "answer" | null = null;
  let current: Asked | null = null;
  for (const [at, block] of blocks.entries()) {
    const { label } = block;
    if (label?.side === "question") {
      current = { numbers: label.numbers, askers, question: [], answer: null };
      asked.push(current);
      side = "question";
    } else if (label?.side === "answer" && (asked.length > 0 || label.numbers.length > 0)) {
      current = mergeAnswered(asked, label.numbers);
      if (current) current.answer ??= [];
      side = current ? "answer" : null;
    } else if (label?.side === "notice") {
      side = null;
    } else if (current && side && !isSectionTitle(blocks, at)) {
      if (side === "question") current.question.push(block);
      else current.answer?.push(block);
    }
  }
  return asked.filter((one) => one.question.length > 0 || (one.answer?.length ?? 0) > 0);
}

/** A heading marked as such right above the next question belongs to that question's section, not to the answer. */
function isSectionTitle(blocks: Block[], at: number): boolean {
  const block = blocks[at];
  return block?.role === "heading" && block.level <= 5 && blocks[at + 1]?.label?.side === "question";
}

/** The questions that an answer with these numbers answers, made one; null when nothing was asked. */
function mergeAnswered(asked: Asked[], numbers: number[]): Asked | null {
  const open = asked.filter((one) => one.answer === null);
  let meant = open.filter((one) => one.numbers.some((number) => numbers.includes(number)));
  if (numbers.length === 0) meant = open.filter((_, at) => isRunToEnd(asked, open, at));
  const first = meant[0];
  if (!first) {
    // A second answer to a question already answered, or a number that was never asked.
    return asked.find((one) => one.numbers.some((number) => numbers.includes(number))) ?? asked.at(-1) ?? null;
  }
  for (const other of meant.slice(1)) {
    first.numbers = [...new Set([...first.numbers, ...other.numbers])].sort((a, b) => a - b);
    first.question.push(...other.question);
    asked.splice(asked.indexOf(other), 1);
  }
  return first;
}

/** Whether from this open question on nothing but open questions follows. */
function isRunToEnd(asked: Asked[], open: Asked[], at: number): boolean {
  const one = open[at];
  return one !== undefined && asked.slice(asked.indexOf(one)).every((other) => other.answer === null);
}
