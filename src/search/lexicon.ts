/**
 * The Dutch word list (derive-lexicon.ts): which words exist, and which may begin or end a compound. Kept as the
 * bytes of the file, because 160,000 strings in a Set would take ten times the memory.
 */

export interface Lexicon {
  /** A Dutch word, also when it is written with a capital only. */
  has(word: string): boolean;
  isInfinitive(word: string): boolean;
  /** A noun whose plural ends in -en: `grens`, `kans`. */
  hasPluralInEn(word: string): boolean;
  /** An adjective that has degrees: `streng`, as there are `strenger` and `strengst`. */
  isGradable(word: string): boolean;
  canBeginCompound(word: string): boolean;
  canEndCompound(word: string): boolean;
}

const newline = 10;
const tab = 9;

/**
 * Opens the word list. `bytes`: ASCII lines `word` or `word<tab>codes`, sorted; the codes are those of
 * derive-lexicon.ts.
 */
export function openLexicon(bytes: Uint8Array): Lexicon {
  const starts = lineStarts(bytes);
  // Asked some fifty times for every new word, so these few words do get a Set.
  const coded = wordsByCode(bytes);
  const wordsWith = (code: string) => coded.get(code) ?? new Set<string>();
  const [infinitives, pluralsInEn, gradable] = [wordsWith("v"), wordsWith("p"), wordsWith("g")];
  const [begins, ends] = [wordsWith("b"), wordsWith("e")];

  /** Where the line of a word starts, -1 when it is not in the list. */
  function find(word: string): number {
    let low = 0;
    let high = starts.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const start = starts[middle] ?? 0;
      const order = compareAt(bytes, start, word);
      if (order === 0) return start;
      if (order < 0) high = middle - 1;
      else low = middle + 1;
    }
    return -1;
  }
  return {
    has: (word) => find(word) >= 0,
    isInfinitive: (word) => infinitives.has(word),
    hasPluralInEn: (word) => pluralsInEn.has(word),
    isGradable: (word) => gradable.has(word),
    canBeginCompound: (word) => begins.has(word),
    canEndCompound: (word) => ends.has(word),
  };
}

function wordsByCode(bytes: Uint8Array): Map<string, Set<string>> {
  const coded = new Map<string, Set<string>>();
  const text = new TextDecoder("latin1").decode(bytes);
  for (let gap = text.indexOf("\t"); gap >= 0; gap = text.indexOf("\t", gap + 1)) {
    const word = text.slice(text.lastIndexOf("\n", gap) + 1, gap);
    for (const code of text.slice(gap + 1, text.indexOf("\n", gap))) {
      const words = coded.get(code);
      if (words === undefined) coded.set(code, new Set([word]));
      else words.add(word);
    }
  }
  return coded;
}

function lineStarts(bytes: Uint8Array): Uint32Array {
  let lines = 0;
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === newline) lines++;
  const starts = new Uint32Array(lines);
  let line = 0;
  let start = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== newline) continue;
    starts[line++] = start;
    start = at + 1;
  }
  return starts;
}

/** Below 0 when `word` sorts before the word that starts at `at`, 0 when it is that word. */
function compareAt(bytes: Uint8Array, at: number, word: string): number {
  for (let index = 0; index < word.length; index++) {
    const difference = word.charCodeAt(index) - (bytes[at + index] ?? 0);
    // Tab and newline sort before every letter, so a shorter word in the list comes first, as it should.
    if (difference !== 0) return difference;
  }
  const after = bytes[at + word.length];
  return after === newline || after === tab || after === undefined ? 0 : -1;
}
