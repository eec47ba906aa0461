import MiniSearch from "minisearch";
import { slips } from "./one-slip.ts";
import type { SegmentWords } from "./segment.ts";
import { comparable, printedWords } from "./words.ts";

/**
 * Typing errors: the word of the letters that was meant by one that they do not hold. MiniSearch finds the words that
 * are like it (its tree of terms is made for that); which of them was meant is decided here.
 */

/** A short word is one letter away from many others, so it must be nearly right; a long one may hold two errors. */
function mostErrors(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** Letters swapped with their neighbour, or doubled wrongly, are one error, which MiniSearch counts as two. */
const furthest = 2;

interface Use {
  /** As the letters print it. */
  printed: string;
  passages: number;
}

/** The words of an index. */
export class Spelling {
  readonly #words = new MiniSearch<{ folded: string }>({
    idField: "folded",
    fields: ["folded"],
    tokenize: (word) => [word],
    processTerm: (word) => word,
  });
  readonly #uses = new Map<string, Use>();
  readonly #isStop: (word: string) => boolean;

  constructor(isStop: (word: string) => boolean) {
    this.#isStop = isStop;
  }

  /** Adds the words of a segment. Pauses now and then. */
  *add({ folded, passages, printed }: SegmentWords): Generator<void> {
    for (let row = 0; row < folded.length; row++) {
      this.#addWord(folded.at(row), passages[row] ?? 0, printed.at(row));
      if (row % 64 === 0) yield;
    }
  }

  /** Adds other names of what a segment tells of, as they would be written: words that its passages need not have. */
  addNames(names: readonly string[]): void {
    for (const printed of names.flatMap(printedWords)) this.#addWord(comparable(printed), 0, printed);
  }

  #addWord(folded: string, passages: number, printed: string): void {
    const before = this.#uses.get(folded);
    if (before !== undefined) {
      before.passages += passages;
      return;
    }
    if (folded.length < 3 || !/^[a-z]+$/.test(folded) || this.#isStop(folded)) return;
    this.#uses.set(folded, { printed: printed || folded, passages });
    this.#words.add({ folded });
  }

  /** The word most like `word`, as the letters print it, the most frequent of equals; null when none is like it. */
  repair(word: string): string | null {
    const most = mostErrors(word.length);
    if (most === 0 || !/^[a-z]+$/.test(word)) return null;
    let best: Use | null = null;
    let fewest = most;
    for (const { candidate, errors } of this.#alike(word, most)) {
      const use = this.#uses.get(candidate);
      if (use === undefined || errors > fewest) continue;
      if (best === null || errors < fewest || use.passages > best.passages) [best, fewest] = [use, errors];
    }
    return best?.printed ?? null;
  }

  *#alike(word: string, most: number): Generator<{ candidate: string; errors: number }> {
    for (const { id } of this.#words.search(word, { fuzzy: furthest })) {
      const candidate = String(id);
      if (!beginAlike(word, candidate)) continue;
      const isMisdoubled = undoubled(word) === undoubled(candidate);
      yield { candidate, errors: isMisdoubled ? 1 : slips(word, candidate, most) };
    }
  }
}

/** `marroko`, `comissie`: doubling the wrong letter, or none, is one error however many letters it takes. */
function undoubled(word: string): string {
  return word.replace(/(.)\1+/g, "$1");
}

/** Of the first two letters one is seldom wrong, and hardly ever both. */
function beginAlike(a: string, b: string): boolean {
  return a[0] === b[0] || a[1] === b[1] || (a[0] === b[1] && a[1] === b[0]) || a[1] === b[0] || a[0] === b[1];
}
