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
  const merged = new Set<Asked>();
  let open: Asked[] = [];
  let side: "question" | "answer" | null = null;
  let current: Asked | null = null;
  for (const [at, block] of blocks.entries()) {
    const { label } = block;
    if (label?.side === "question") {
      current = { numbers: label.numbers, askers, question: [], answer: null };
      asked.push(current);
      open.push(current);
      side = "question";
    } else if (label?.side === "answer" && asked.length > 0) {
      const meant = meantBy(label.numbers, open, asked);
      current = mergeAnswered(meant, merged) ?? answeredBefore(label.numbers, asked);
      open = open.filter((one) => !meant.includes(one));
      side = "answer";
    } else if (label?.side === "notice") {
      side = null;
    } else if (current && side && !(current.answer?.length && isSectionTitle(blocks, at))) {
      if (side === "question") current.question.push(block);
      else current.answer?.push(block);
    }
  }
  return asked.filter((one) => !merged.has(one) && (one.question.length > 0 || (one.answer?.length ?? 0) > 0));
}

/** A heading marked as such right above the next question belongs to that question's section, not to the answer. */
function isSectionTitle(blocks: Block[], at: number): boolean {
  const block = blocks[at];
  return block?.role === "heading" && block.level <= 5 && blocks[at + 1]?.label?.side === "question";
}

/** The open questions that an answer answers: those with its numbers, or without numbers the last that were asked. */
function meantBy(numbers: number[], open: Asked[], asked: Asked[]): Asked[] {
  if (numbers.length > 0) return open.filter((one) => one.numbers.some((number) => numbers.includes(number)));
  const meant: Asked[] = [];
  for (let back = 1; back <= open.length && open.at(-back) === asked.at(-back); back++)
    meant.unshift(...open.slice(-back, open.length - back + 1));
  return meant;
}

/** Makes the questions that are answered at once one block; null when there are none. */
function mergeAnswered(meant: Asked[], merged: Set<Asked>): Asked | null {
  const [first, ...others] = meant;
  if (!first) return null;
  first.answer = [];
  for (const other of others) {
    first.numbers = [...new Set([...first.numbers, ...other.numbers])].sort((a, b) => a - b);
    first.question.push(...other.question);
    merged.add(other);
  }
  return first;
}

/** A second answer to a question that has one, or an answer whose number was never asked: the last question's. */
function answeredBefore(numbers: number[], asked: Asked[]): Asked | null {
  const near = asked.slice(-50);
  const one = near.find(({ numbers: own }) => own.some((number) => numbers.includes(number))) ?? asked.at(-1) ?? null;
  if (one) one.answer ??= [];
  return one;
}
