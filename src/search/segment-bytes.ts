import { createHash } from "node:crypto";
import type { PassageDetails, Segment, SegmentLetter } from "./segment.ts";
import { TextList, TextTable } from "./text-list.ts";

/**
 * A segment as bytes, and back. The typed arrays lie in the bytes as they lie in memory, in the byte order of this
 * machine: saved segments are a cache, and one from elsewhere is noticed like a damaged one.
 *
 *     sha-256 of the rest (32 bytes) · lengths (Uint32) · arrays of 4-byte, 2-byte and 1-byte numbers · JSON
 */

const hashLength = 32;

/** What is no typed array. */
interface Plain {
  letters: SegmentLetter[];
  ids: Segment["passages"]["ids"];
  details: [number, PassageDetails][];
}

/** The typed arrays by name, in the order in which they are saved: widest first, so that all are aligned. */
const wideNames = [
  "letter",
  "tokenStart",
  "tokens",
  "wordStarts",
  "wordSlots",
  "printedStarts",
  "inPassages",
  "termStart",
  "termsOfWords",
  "nameStarts",
  "nameSlots",
  "postingStart",
  "passage",
  "wordStart",
  "wordsOfTerms",
] as const;
const narrowNames = ["length"] as const;
const byteNames = ["words", "printed", "names", "frequency"] as const;

type Arrays = Record<(typeof wideNames)[number], Uint32Array> &
  Record<(typeof narrowNames)[number], Uint16Array> &
  Record<(typeof byteNames)[number], Uint8Array>;

const arrayCount = wideNames.length + narrowNames.length + byteNames.length;

function arraysOf({ passages, words, terms }: Segment): Arrays {
  return {
    letter: passages.letter,
    tokenStart: passages.tokenStart,
    tokens: passages.tokens,
    wordStarts: words.folded.starts,
    wordSlots: words.folded.slots,
    printedStarts: words.printed.starts,
    inPassages: words.passages,
    termStart: words.termStart,
    termsOfWords: words.terms,
    nameStarts: terms.names.starts,
    nameSlots: terms.names.slots,
    postingStart: terms.start,
    passage: terms.passage,
    wordStart: terms.wordStart,
    wordsOfTerms: terms.words,
    length: passages.length,
    words: words.folded.bytes,
    printed: words.printed.bytes,
    names: terms.names.bytes,
    frequency: terms.frequency,
  };
}

function assemble({ letters, ids, details }: Plain, arrays: Arrays): Segment {
  const { letter, tokenStart, tokens, length, wordStart, passage, frequency } = arrays;
  return {
    letters,
    passages: { ids, details: new Map(details), letter, tokenStart, tokens, length },
    words: {
      folded: new TextTable(arrays.words, arrays.wordStarts, arrays.wordSlots),
      printed: new TextList(arrays.printed, arrays.printedStarts),
      passages: arrays.inPassages,
      termStart: arrays.termStart,
      terms: arrays.termsOfWords,
    },
    terms: {
      names: new TextTable(arrays.names, arrays.nameStarts, arrays.nameSlots),
      start: arrays.postingStart,
      passage,
      frequency,
      wordStart,
      words: arrays.wordsOfTerms,
    },
  };
}

export function segmentToBytes(segment: Segment): Uint8Array {
  const arrays = arraysOf(segment);
  const inOrder = [...wideNames, ...narrowNames, ...byteNames].map((name) => arrays[name]);
  const plain: Plain = {
    letters: segment.letters,
    ids: segment.passages.ids,
    details: [...segment.passages.details],
  };
  const json = new TextEncoder().encode(JSON.stringify(plain));
  const lengths = Uint32Array.from([...inOrder, json], ({ length }) => length);
  const pieces = [lengths, ...inOrder, json];
  const whole = new Uint8Array(hashLength + pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = hashLength;
  for (const piece of pieces) {
    whole.set(new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength), at);
    at += piece.byteLength;
  }
  whole.set(createHash("sha256").update(whole.subarray(hashLength)).digest(), 0);
  return whole;
}

/** null when the bytes are damaged, cut short, or none of ours. The segment lies in `saved`, which is its own from now. */
export function segmentFromBytes(saved: Uint8Array): Segment | null {
  if (saved.length < hashLength || !isWhole(saved)) return null;
  // Typed arrays can only start at a multiple of their width.
  const aligned = saved.byteOffset % 4 === 0 ? saved : saved.slice();
  const { buffer } = aligned;
  const lengths = new Uint32Array(buffer, aligned.byteOffset + hashLength, arrayCount + 1);
  let at = lengths.byteOffset + lengths.byteLength;
  let array = 0;
  function next<Part>(Type: { new (buffer: ArrayBufferLike, at: number, length: number): Part }, width: number): Part {
    const count = lengths[array++] ?? 0;
    const part = new Type(buffer, at, count);
    at += count * width;
    return part;
  }
  const arrays: Arrays = {
    ...byName(wideNames, () => next(Uint32Array, 4)),
    ...byName(narrowNames, () => next(Uint16Array, 2)),
    ...byName(byteNames, () => next(Uint8Array, 1)),
  };
  return assemble(JSON.parse(new TextDecoder().decode(next(Uint8Array, 1))) as Plain, arrays);
}

/** A part for each of the names, made in their order. */
function byName<Name extends string, Part>(names: readonly Name[], next: () => Part): Record<Name, Part> {
  return Object.fromEntries(names.map((name) => [name, next()])) as Record<Name, Part>;
}

function isWhole(saved: Uint8Array): boolean {
  const hash = createHash("sha256").update(saved.subarray(hashLength)).digest();
  return hash.every((byte, at) => byte === saved[at]);
}
