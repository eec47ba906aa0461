import type { SegmentWords } from "./segment.ts";

/**
 * Typing errors: the word of the letters that was meant by one that they do not hold.
 */

/** A short word is one letter away from many others, so it must be nearly right; a long one may hold two errors. */
function mostErrors(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

interface KnownWord {
  folded: string;
  printed: string;
  passages: number;
  undoubled: string;
  /** Which letters it has, a bit for each. */
  letters: number;
}

/** The words of an index, by length, as most can be ruled out by it. */
export class Spelling {
  readonly #known = new Map<string, KnownWord>();
  readonly #byLength: KnownWord[][] = [];
  readonly #isStop: (word: string) => boolean;

  constructor(isStop: (word: string) => boolean) {
    this.#isStop = isStop;
  }

  /** Adds the words of a segment. Pauses now and then. */
  *add({ folded, passages, printed }: SegmentWords): Generator<void> {
    for (let row = 0; row < folded.length; row++) {
      this.#addWord(folded.at(row), passages[row] ?? 0, printed.at(row));
      if (row % 256 === 0) yield;
    }
  }

  #addWord(folded: string, passages: number, printed: string): void {
    const before = this.#known.get(folded);
    if (before !== undefined) {
      before.passages += passages;
      return;
    }
    if (folded.length < 3 || !/^[a-z]+$/.test(folded) || this.#isStop(folded)) return;
    const letters = lettersOf(folded);
    const word = { folded, printed: printed || folded, passages, undoubled: undoubled(folded), letters };
    this.#known.set(folded, word);
    const same = this.#byLength[folded.length] ?? [];
    this.#byLength[folded.length] = same;
    same.push(word);
  }

  /** The word most like `word`, as the letters print it, the most frequent of equals; null when none is like it. */
  repair(word: string): string | null {
    const most = mostErrors(word.length);
    if (most === 0 || !/^[a-z]+$/.test(word)) return null;
    const letters = lettersOf(word);
    let best: KnownWord | null = null;
    let fewest = most;
    // One more, for a word with two letters doubled wrongly.
    for (let length = word.length - most - 1; length <= word.length + most + 1; length++) {
      for (const candidate of this.#byLength[length] ?? []) {
        // Every error makes a difference of two letters at most.
        if (bitsIn(letters ^ candidate.letters) > 2 * most || !beginAlike(word, candidate.folded)) continue;
        const errors = undoubled(word) === candidate.undoubled ? 1 : editDistance(word, candidate.folded, fewest);
        const better = best === null || errors < fewest || candidate.passages > best.passages;
        if (errors <= fewest && better) [best, fewest] = [candidate, errors];
      }
    }
    return best?.printed ?? null;
  }
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) - 97);
  return letters;
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** `marroko`, `comissie`: doubling the wrong letter, or none, is one error however many letters it takes. */
function undoubled(word: string): string {
  return word.replace(/(.)\1+/g, "$1");
}

/** Of the first two letters one is seldom wrong, and hardly ever both. */
function beginAlike(a: string, b: string): boolean {
  return a[0] === b[0] || a[1] === b[1] || (a[0] === b[1] && a[1] === b[0]) || a[1] === b[0] || a[0] === b[1];
}

/**
 * How many letters must be added, dropped, changed or swapped with their neighbour to make one word into the other
 * (optimal string alignment); anything above `most` comes back as `most + 1`.
 */
function editDistance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= to.length; column++) {
      const changed = from[row - 1] === to[column - 1] ? 0 : 1;
      let cost = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + changed);
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[to.length] ?? 0, most + 1);
}
