import { createHash } from "node:crypto";
import MiniSearch, { type AsPlainObject } from "minisearch";
import { rareTermOptions } from "./rare-terms.ts";
import type { PassageDetails, Segment, SegmentLetter, TermDocument } from "./segment.ts";

/**
 * A segment as bytes, and back. The typed arrays lie in the bytes as they lie in memory, in the byte order of this
 * machine: saved segments are a cache, and one from elsewhere is noticed like a damaged one.
 *
 *     sha-256 of the rest (32 bytes) · 8 lengths (Uint32) · arrays of 4-byte, 2-byte and 1-byte numbers · JSON
 */

const hashLength = 32;

/** Everything that is no typed array. */
interface Plain {
  letters: SegmentLetter[];
  ids: Segment["passages"]["ids"];
  details: [number, PassageDetails][];
  /** Words and terms hold no white space, so a space parts them. */
  words: string;
  printed: [number, string][];
  terms: string;
  rare: AsPlainObject;
}

/** The typed arrays of a segment in the order in which they are saved: widest first, so that all are aligned. */
function arraysOf({ passages, words, terms }: Segment) {
  const wide = [
    passages.letter,
    passages.tokenStart,
    passages.tokens,
    words.passages,
    words.termStart,
    words.terms,
    terms.passages,
    terms.start,
    terms.passage,
  ];
  return { wide, narrow: passages.length, bytes: terms.frequency };
}

export function segmentToBytes(segment: Segment): Uint8Array {
  const { wide, narrow, bytes } = arraysOf(segment);
  const plain: Plain = {
    letters: segment.letters,
    ids: segment.passages.ids,
    details: [...segment.passages.details],
    words: segment.words.folded.join(" "),
    printed: [...segment.words.printed],
    terms: segment.terms.names.join(" "),
    rare: segment.rare.toJSON(),
  };
  const json = new TextEncoder().encode(JSON.stringify(plain));
  const lengths = Uint32Array.from([...wide.map(({ length }) => length), narrow.length, bytes.length, json.length]);
  const pieces = [lengths, ...wide, narrow, bytes, json];
  const whole = new Uint8Array(hashLength + pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = hashLength;
  for (const piece of pieces) {
    whole.set(new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength), at);
    at += piece.byteLength;
  }
  whole.set(createHash("sha256").update(whole.subarray(hashLength)).digest(), 0);
  return whole;
}

/** null when the bytes are damaged, cut short, or none of ours. */
export function segmentFromBytes(saved: Uint8Array): Segment | null {
  if (saved.length < hashLength || !isWhole(saved)) return null;
  // A copy starts where typed arrays may start.
  const buffer = saved.slice(hashLength).buffer;
  const wideCount = 9;
  const lengths = new Uint32Array(buffer, 0, wideCount + 3);
  let at = lengths.byteLength;
  const next = (count: number, width: number) => {
    const start = at;
    at += count * width;
    return start;
  };
  const wide = Array.from({ length: wideCount }, (_, row) => {
    const count = lengths[row] ?? 0;
    return new Uint32Array(buffer, next(count, 4), count);
  });
  const [narrowCount = 0, byteCount = 0, jsonCount = 0] = lengths.subarray(wideCount);
  const length = new Uint16Array(buffer, next(narrowCount, 2), narrowCount);
  const frequency = new Uint8Array(buffer, next(byteCount, 1), byteCount);
  const json = new TextDecoder().decode(new Uint8Array(buffer, next(jsonCount, 1), jsonCount));
  return assemble(JSON.parse(json) as Plain, wide, length, frequency);
}

function isWhole(saved: Uint8Array): boolean {
  const hash = createHash("sha256").update(saved.subarray(hashLength)).digest();
  return hash.every((byte, at) => byte === saved[at]);
}

function assemble(plain: Plain, wide: Uint32Array[], length: Uint16Array, frequency: Uint8Array): Segment {
  const none = new Uint32Array(0);
  const [letter = none, tokenStart = none, tokens = none, inPassages = none, termStart = none, ofWords = none] = wide;
  const [standsIn = none, start = none, passage = none] = wide.slice(6);
  const folded = split(plain.words);
  const names = split(plain.terms);
  return {
    letters: plain.letters,
    passages: { ids: plain.ids, details: new Map(plain.details), letter, tokenStart, tokens, length },
    words: {
      folded,
      row: rowsOf(folded),
      printed: new Map(plain.printed),
      passages: inPassages,
      termStart,
      terms: ofWords,
    },
    terms: { names, row: rowsOf(names), passages: standsIn, start, passage, frequency },
    // Its asynchronous twin waits for a promise at every term, which takes longer than the segment does.
    rare: MiniSearch.loadJS<TermDocument>(plain.rare, rareTermOptions),
  };
}

function split(joined: string): string[] {
  return joined === "" ? [] : joined.split(" ");
}

function rowsOf(names: string[]): Map<string, number> {
  return new Map(names.map((name, row) => [name, row]));
}
