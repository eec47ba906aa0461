import type { Range } from "./highlight.ts";
import { cutPlaces, sentencesOf } from "./sentences.ts";

/**
 * The piece of a passage that a person sees: whole sentences around what matches best. Only a sentence that is too long
 * by itself is cut, between words, and never inside a number, a name with initials, an address or a citation.
 */

export interface SnippetPart {
  text: string;
  match: boolean;
}

export interface Snippet {
  /** Together the text shown, verbatim. */
  parts: SnippetPart[];
  /** There is more of the passage before, after. */
  cutBefore: boolean;
  cutAfter: boolean;
}

/**
 * The best piece of `text`.
 *
 * @param ranges the matches (see findMatches): in order, not overlapping
 * @param longest in UTF-16 code units; only a thing that may not be cut can make it longer
 */
export function snippet(text: string, ranges: Range[], longest: number): Snippet {
  const window = bestWindow(text, ranges, Math.max(1, longest));
  return {
    parts: partsOf(text, window, ranges),
    cutBefore: text.slice(0, window.start).trim() !== "",
    cutAfter: text.slice(window.end).trim() !== "",
  };
}

function bestWindow(text: string, ranges: Range[], longest: number): Range {
  const sentences = sentencesOf(text);
  const first = firstFrom(ranges);
  const worth = sentences.map((sentence) => matchesIn(text, ranges, sentence, first(sentence.start)));
  let best: { first: number; last: number; value: number; length: number } | null = null;
  for (let from = 0; from < sentences.length; from++) {
    const seen = new Map<string, number>();
    for (let last = from; last < sentences.length; last++) {
      const length = (sentences[last]?.end ?? 0) - (sentences[from]?.start ?? 0);
      if (length > longest && last > from) break;
      for (const match of worth[last] ?? []) seen.set(match, (seen.get(match) ?? 0) + 1);
      const value = worthOf(seen);
      // A sentence more that adds nothing is left out here; there is room for it below.
      const better = best === null || value > best.value || (value === best.value && length < best.length);
      if (better) best = { first: from, last, value, length };
    }
  }
  if (best === null) return { start: 0, end: 0 };
  const wide = widen(sentences, best.first, best.last, longest);
  const window = { start: sentences[wide.first]?.start ?? 0, end: sentences[wide.last]?.end ?? 0 };
  return window.end - window.start <= longest ? window : cutSentence(text, window, ranges, longest);
}

/** The texts of the matches that lie in a piece, `from` being the first that may. */
function matchesIn(text: string, ranges: Range[], { start, end }: Range, from: number): string[] {
  const found: string[] = [];
  for (let at = from; at < ranges.length; at++) {
    const range = ranges[at];
    if (range === undefined || range.start >= end) break;
    if (range.start >= start && range.end <= end) found.push(text.slice(range.start, range.end).toLowerCase());
  }
  return found;
}

/** A walker over places that only go up: the first range that starts at or after each. */
function firstFrom(ranges: Range[]): (place: number) => number {
  let at = 0;
  return (place) => {
    while (at < ranges.length && (ranges[at]?.start ?? 0) < place) at++;
    return at;
  };
}

/** Different words found count for much more than the same one again. */
function worthOf(seen: Map<string, number>): number {
  let value = 0;
  for (const times of seen.values()) value += 1 + 0.1 * Math.min(times - 1, 3);
  return value;
}

/** Fills the room left: with the sentences that follow, then those before. */
function widen(sentences: Range[], from: number, to: number, longest: number): { first: number; last: number } {
  let [first, last] = [from, to];
  const fits = (start: number, end: number) => {
    const [opening, closing] = [sentences[start], sentences[end]];
    return opening !== undefined && closing !== undefined && closing.end - opening.start <= longest;
  };
  while (fits(first, last + 1)) last++;
  while (fits(first - 1, last)) first--;
  return { first, last };
}

/** The part of one long sentence that holds the most matches. */
function cutSentence(text: string, sentence: Range, ranges: Range[], longest: number): Range {
  const inside = text.slice(sentence.start, sentence.end);
  const places = cutPlaces(inside).map((place) => place + sentence.start);
  const starts = [sentence.start, ...places.map((place) => place + 1)];
  const ends = [...places, sentence.end];
  let best: Range | null = null;
  let bestValue = -1;
  const first = firstFrom(ranges);
  let last = 0;
  for (const start of starts) {
    while (last + 1 < ends.length && ((ends[last + 1] ?? 0) - start <= longest || (ends[last] ?? 0) <= start)) last++;
    // A thing longer than the room is shown whole.
    const end = ends[last] ?? sentence.end;
    const seen = new Map<string, number>();
    for (const match of matchesIn(text, ranges, { start, end }, first(start)))
      seen.set(match, (seen.get(match) ?? 0) + 1);
    const value = worthOf(seen);
    if (value > bestValue) [best, bestValue] = [{ start, end }, value];
  }
  return best ?? sentence;
}

function partsOf(text: string, window: Range, ranges: Range[]): SnippetPart[] {
  const parts: SnippetPart[] = [];
  let at = window.start;
  const push = (end: number, match: boolean) => {
    if (end > at) parts.push({ text: text.slice(at, end), match });
    at = Math.max(at, end);
  };
  for (const range of ranges) {
    if (range.start < window.start || range.end > window.end) continue;
    push(range.start, false);
    push(range.end, true);
  }
  push(window.end, false);
  return parts;
}
