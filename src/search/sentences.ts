import data from "../../data/abbreviations-nl.json" with { type: "json" };
import { fold } from "./fold.ts";
import type { Range } from "./highlight.ts";

/**
 * Sentences of a running text, and where a text may be cut at all. A full stop ends no sentence after an abbreviation
 * (`nr.`, `jl.`, `o.a.`), after an initial, or within a number; what belongs together is never cut in two.
 */

const abbreviations = new Set(data.abbreviations);

/** The sentences in order, without the white space between them. */
export function sentencesOf(text: string): Range[] {
  const sentences: Range[] = [];
  let start = skipSpace(text, 0);
  for (const end of sentenceEnds(text)) {
    if (end <= start) continue;
    sentences.push({ start, end: trimEnd(text, start, end) });
    start = skipSpace(text, end);
  }
  if (start < text.length) sentences.push({ start, end: trimEnd(text, start, text.length) });
  return sentences.filter(({ start, end }) => end > start);
}

/** A sentence's closing mark with what may close behind it, or the end of a paragraph or list item. */
const endPattern = /(?<![.!?…])[.!?…]+["'”’»)\]]*(?=\s)|;(?=\s*\n)|\n(?=[ \t]*(?:\n|[-•*] ))/g;

function* sentenceEnds(text: string): Generator<number> {
  for (const match of text.matchAll(endPattern)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith(".") && !isFullStop(text, match.index, end)) continue;
    yield end;
  }
}

function isFullStop(text: string, dot: number, end: number): boolean {
  const next = text
    .slice(end, end + 3)
    .trimStart()
    .charAt(0);
  // What goes on in lower case is the same sentence: "op 20 december jl. heb ik".
  if (/\p{Ll}/u.test(next)) return false;
  const word = /(?<![^\s("'“‘«])[^\s("'“‘«]*$/.exec(text.slice(Math.max(0, dot - 20), dot))?.[0] ?? "";
  // M.H.M. Faber; Th. de Vries. A capital on its own is an initial.
  if (/^(?:\p{L}{1,2}\.){0,6}-?(?:\p{Lu}|IJ|Ch|Ph|Sj|Th|Tj)$/u.test(word)) return !/\p{L}/u.test(next);
  if (!abbreviations.has(fold(word))) return true;
  // "jl." and "etc." may close a sentence; "nr." asks for what follows.
  return /^(?:jl|etc|enz|e\.d|e\.a|ll|l\.l)$/.test(fold(word)) && /\p{Lu}/u.test(next);
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && /\s/.test(text.charAt(next))) next++;
  return next;
}

function trimEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /\s/.test(text.charAt(last - 1))) last--;
  return last;
}

/**
 * What is never cut: addresses on the web, publications as cited, names with their initials, numbers with what they
 * count, dates, articles of a law. Each branch is linear and as long as one such thing can be.
 */
const wholePattern = new RegExp(
  [
    String.raw`https?:\/\/\S+`,
    String.raw`(?:Kamerstuk(?:ken)?|Aanhangsel(?: van de)? Handelingen|Handelingen)(?: (?:II?|TK|EK))?,?[^.;)\n]{0,40}?(?:nr\. ?[\w-]{1,8})`,
    String.raw`\b\d{2} ?\d{3}(?:[ -][IVXLC]{1,6})?, nr\. ?[\w-]{1,8}`,
    String.raw`\p{Lu}\p{Ll}?\.(?: ?\p{Lu}\p{Ll}?\.){0,5}(?: (?:van|der|den|de|ten|ter|te|von|el|al|'t)){0,3} \p{Lu}[\p{L}-]*(?:[ -](?:van|der|den|de) ?[\p{L}-]+){0,2}`,
    String.raw`\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)(?: \d{4})?`,
    String.raw`(?:artikel(?:en)?|artt?\.|lid|nrs?\.|blz\.|vraag|bijlage|paragraaf) \d[\w.:-]*`,
    String.raw`(?:€ ?)?\d[\d.,]*(?: \d{3}){0,3}(?: ?(?:%|procent|miljoen|miljard|euro|duizend))?`,
    String.raw`\b(?:\p{L}\.){2,}`,
    String.raw`\b(?:jl|ca|circa|dhr|mw|mr|dr|drs|prof)\.? \S+`,
  ].join("|"),
  "giu",
);

/** The places (offsets of white space) at which a text may be cut between words. */
export function cutPlaces(text: string): number[] {
  const whole = [...text.matchAll(wholePattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const places: number[] = [];
  let next = 0;
  for (const { index } of text.matchAll(/\s+/g)) {
    while (next < whole.length && (whole[next]?.end ?? 0) <= index) next++;
    const range = whole[next];
    if (range === undefined || index <= range.start || index >= range.end) places.push(index);
  }
  return places;
}
