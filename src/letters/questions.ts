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
  const open = new OpenQuestions(asked);
  let side: "question" | "answer" | null = null;
  let current: Asked | null = null;
  for (const [at, block] of blocks.entries()) {
    const { label } = block;
    if (label?.side === "question") {
      current = { numbers: label.numbers, askers, question: [], answer: null };
      asked.push(current);
      open.add(current);
      side = "question";
    } else if (label?.side === "answer" && asked.length > 0) {
      const meant = open.meantBy(label.numbers);
      open.close(meant);
      current = mergeAnswered(meant, merged) ?? answeredBefore(label.numbers, asked);
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

/** The questions that have no answer yet. */
class OpenQuestions {
  #asked: Asked[];
  /** With its place among all questions. */
  #open = new Map<Asked, number>();
  #byNumber = new Map<number, Set<Asked>>();

  /** @param asked all questions so far, in order */
  constructor(asked: Asked[]) {
    this.#asked = asked;
  }

  add(one: Asked): void {
    this.#open.set(one, this.#asked.length);
    for (const number of one.numbers) {
      const same = this.#byNumber.get(number);
      if (same) same.add(one);
      else this.#byNumber.set(number, new Set([one]));
    }
  }

  /** Those that an answer answers: with its numbers, or for an answer without numbers the last that were asked. */
  meantBy(numbers: number[]): Asked[] {
    if (numbers.length > 0) {
      const meant = new Set(numbers.flatMap((number) => [...(this.#byNumber.get(number) ?? [])]));
      return [...meant].sort((a, b) => (this.#open.get(a) ?? 0) - (this.#open.get(b) ?? 0));
    }
    let from = this.#asked.length;
    while (from > 0 && this.#isOpen(from - 1)) from--;
    return this.#asked.slice(from);
  }

  close(meant: Asked[]): void {
    for (const one of meant) {
      this.#open.delete(one);
      for (const number of one.numbers) this.#byNumber.get(number)?.delete(one);
    }
  }

  #isOpen(at: number): boolean {
    const one = this.#asked[at];
    return one !== undefined && this.#open.has(one);
  }
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
