import type { Analyser } from "./analyse.ts";
import type { OpenSegment } from "./segment-search.ts";

/**
 * Typing errors: the word of the letters that was meant by one that they do not hold.
 */

/** A short word is one letter away from many others, so it must be nearly right; a long one may hold two errors. */
function mostErrors(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** The word meant, as the letters print it; null when the word is good Dutch or like none in the letters. */
export function repairWord(word: string, open: OpenSegment[], analyser: Analyser): string | null {
  const most = mostErrors(word.length);
  if (most === 0 || !/^[a-z]+$/.test(word) || analyser.isDutch(word)) return null;
  let best: string | null = null;
  let bestErrors = most + 1;
  let bestPassages = 0;
  for (const { segment } of open) {
    const { folded, passages, printed } = segment.words;
    for (const [row, candidate] of folded.entries()) {
      if (Math.abs(candidate.length - word.length) > most || analyser.isStop(candidate)) continue;
      const errors = editDistance(word, candidate, Math.min(most, bestErrors));
      const count = passages[row] ?? 0;
      if (errors > most || errors > bestErrors || (errors === bestErrors && count <= bestPassages)) continue;
      best = printed.get(row) ?? candidate;
      bestErrors = errors;
      bestPassages = count;
    }
  }
  return best;
}

/**
 * How many letters must be added, dropped, changed or swapped with their neighbour to make one word into the other
 * (optimal string alignment); anything above `most` comes back as `most + 1`.
 */
export function editDistance(from: string, to: string, most: number): number {
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
