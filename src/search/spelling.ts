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
}

/** The words of an index, by length, as most can be ruled out by it. */
export class Spelling {
  readonly #byLength: KnownWord[][] = [];

  constructor(vocabularies: SegmentWords[], isStop: (word: string) => boolean) {
    const known = new Map<string, KnownWord>();
    for (const { folded, passages, printed } of vocabularies) {
      for (const [row, word] of folded.entries()) {
        const before = known.get(word);
        if (before !== undefined) before.passages += passages[row] ?? 0;
        else if (word.length > 2 && /^[a-z]+$/.test(word) && !isStop(word)) {
          known.set(word, {
            folded: word,
            printed: printed.get(row) ?? word,
            passages: passages[row] ?? 0,
            undoubled: undoubled(word),
          });
        }
      }
    }
    for (const word of known.values()) {
      const same = this.#byLength[word.folded.length] ?? [];
      this.#byLength[word.folded.length] = same;
      same.push(word);
    }
  }

  /** The word most like `word`, as the letters print it, the most frequent of equals; null when none is like it. */
  repair(word: string): string | null {
    const most = mostErrors(word.length);
    if (most === 0 || !/^[a-z]+$/.test(word)) return null;
    let best: KnownWord | null = null;
    let fewest = most;
    // One more, for a word with two letters doubled wrongly.
    for (let length = word.length - most - 1; length <= word.length + most + 1; length++) {
      for (const candidate of this.#byLength[length] ?? []) {
        if (!beginAlike(word, candidate.folded)) continue;
        const errors = undoubled(word) === candidate.undoubled ? 1 : editDistance(word, candidate.folded, fewest);
        const better = best === null || errors < fewest || candidate.passages > best.passages;
        if (errors <= fewest && better) [best, fewest] = [candidate, errors];
      }
    }
    return best?.printed ?? null;
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
