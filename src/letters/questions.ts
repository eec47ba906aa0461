import { opensPart, opensParty, readHeading } from "./heading-askers.ts";
import { isMarkedHeading } from "./headings.ts";
import type { Label } from "./labels.ts";
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
 * before it that have none yet. Below the heading of a party its questions stand, and numbers may begin anew.
 *
 * @param askers who asked, where neither a label nor a heading says so
 */
export function pairLabelled(blocks: Block[], askers: Asker[]): Asked[] {
  const asked: Asked[] = [];
  const merged = new Set<Asked>();
  const open = new OpenQuestions();
  let side: "question" | "answer" | null = null;
  let current: Asked | null = null;
  let asking = askers;
  /** Numbers of labels of answers that have no text of their own. */
  let above: number[] = [];
  blocks.forEach((block, at) => {
    const { label } = block;
    if (label?.side === "question") {
      current = { numbers: label.numbers, askers: askersNamed(label, asking), question: [], answer: null };
      asked.push(current);
      open.add(current);
      side = "question";
    } else if (label?.side === "answer" && asked.length > 0) {
      const next = blocks[at + 1]?.label;
      // "Antwoord op vraag 2", and right below it "Antwoord op vraag 3": what follows answers both.
      if (next?.side === "answer" && label.numbers.length > 0 && next.numbers.length > 0 && !next.inline) {
        above = [...above, ...label.numbers];
        return;
      }
      const numbers = [...above, ...label.numbers];
      above = [];
      current = mergeAnswered(open.takeMeantBy(numbers, asking), merged) ?? answeredBefore(numbers, asked);
      side = "answer";
    } else if (label?.side === "notice") {
      side = null;
    } else if (block.role === "heading" && opensParty(block.text)) {
      asking = readHeading(block.text);
      side = null;
    } else if (block.role === "heading" && opensPart(block.text)) {
      side = null;
    } else if (current && side && !(current.answer?.length && isSectionTitle(blocks, at))) {
      if (side === "question") current.question = append(current.question, block);
      else if (current.answer) current.answer = append(current.answer, block);
    }
  });
  return asked.filter((one) => !merged.has(one) && (one.question.length > 0 || (one.answer?.length ?? 0) > 0));
}

/** Most are one block, and an empty list that grows gets room for seventeen. */
function append(blocks: Block[], block: Block): Block[] {
  if (blocks.length === 0) return [block];
  blocks.push(block);
  return blocks;
}

/** Who asked by the label itself, else the askers of the whole paper. */
function askersNamed({ parties }: Label, askers: Asker[]): Asker[] {
  return parties.length === 0 ? askers : parties.map((party) => ({ name: null, party }));
}

/** A heading marked as such right above the next question belongs to that question's section, not to the answer. */
function isSectionTitle(blocks: Block[], at: number): boolean {
  const block = blocks[at];
  return block?.role === "heading" && isMarkedHeading(block.level) && blocks[at + 1]?.label?.side === "question";
}

/** The questions that have no answer yet. */
class OpenQuestions {
  /** All questions so far. */
  #entries: Entry[] = [];
  /** Those with a number that no answer has named yet, by the number and then by who asked. */
  #byNumber = new Map<number, Map<string, Entry[]>>();

  add(asked: Asked): void {
    const entry = { asked, place: this.#entries.length, open: true };
    this.#entries.push(entry);
    const who = nameAskers(asked.askers);
    for (const number of asked.numbers) {
      const same = this.#byNumber.get(number) ?? new Map<string, Entry[]>();
      this.#byNumber.set(number, same);
      const theirs = same.get(who);
      if (theirs) theirs.push(entry);
      else same.set(who, [entry]);
    }
  }

  /**
   * Those that an answer answers, which are then no longer open: with its numbers, or for an answer without numbers
   * the last that were asked.
   *
   * @param askers whose questions the heading above the answer names: of several with one number theirs are meant
   */
  takeMeantBy(numbers: number[], askers: Asker[]): Asked[] {
    const meant = numbers.length > 0 ? this.#numbered(numbers, nameAskers(askers)) : this.#lastAsked();
    for (const entry of meant) entry.open = false;
    return meant.map(({ asked }) => asked);
  }

  #numbered(numbers: number[], who: string): Entry[] {
    const [only] = numbers;
    if (only !== undefined && numbers.length === 1) return this.#take(only, who);
    const meant = new Set(numbers.flatMap((number) => this.#take(number, who)));
    return [...meant].sort((a, b) => a.place - b.place);
  }

  #take(number: number, who: string): Entry[] {
    const same = this.#byNumber.get(number);
    const theirs = same?.get(who);
    if (theirs && same?.delete(who) && theirs.some(({ open }) => open)) return theirs.filter(({ open }) => open);
    this.#byNumber.delete(number);
    return [...(same?.values() ?? [])].flat().filter(({ open }) => open);
  }

  #lastAsked(): Entry[] {
    let from = this.#entries.length;
    while (this.#entries[from - 1]?.open) from--;
    return this.#entries.slice(from);
  }
}

interface Entry {
  asked: Asked;
  place: number;
  open: boolean;
}

function nameAskers(askers: Asker[]): string {
  return askers.map(({ name, party }) => `${name} ${party}`).join();
}

/** Makes the questions that are answered at once one block; null when there are none. */
function mergeAnswered(meant: Asked[], merged: Set<Asked>): Asked | null {
  const [first, ...others] = meant;
  if (!first) return null;
  first.answer = [];
  for (const other of others) {
    first.numbers = [...new Set([...first.numbers, ...other.numbers])].sort((a, b) => a - b);
    for (const block of other.question) first.question.push(block);
    if (other.askers !== first.askers) first.askers = united(first.askers, other.askers);
    merged.add(other);
  }
  return first;
}

function united(askers: Asker[], others: Asker[]): Asker[] {
  const isNew = (other: Asker) => !askers.some(({ name, party }) => name === other.name && party === other.party);
  return [...askers, ...others.filter(isNew)];
}

/** A second answer to a question that has one, or an answer whose number was never asked: the last question's. */
function answeredBefore(numbers: number[], asked: Asked[]): Asked | null {
  const near = asked.slice(-50);
  const one = near.find(({ numbers: own }) => own.some((number) => numbers.includes(number))) ?? asked.at(-1) ?? null;
  if (one) one.answer ??= [];
  return one;
}
