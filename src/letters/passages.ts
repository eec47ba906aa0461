import type { Place, PlacedPassage } from "./letter.ts";
import type { Asked } from "./questions.ts";
import type { Block } from "./text.ts";

/** Paragraphs are put together up to this many characters. */
const comfortable = 900;
/** A paragraph shorter than this seeks company. */
const short = 250;
/** A number of a page has no more characters with the dashes around it. */
const longestLeftBehind = 5;
/** No passage but a question with its answer is longer. */
const longest = 3000;

/**
 * Cuts a body into its passages, in order: a question with its answer is one, other text a paragraph or a few of
 * them. Headings and labels are no passages; headings are told with the passages below them.
 */
export function makePassages(blocks: Block[], asked: Asked[]): PlacedPassage[] {
  // By where a block starts: no two start at one place.
  const questionAt = new Map<number, number>();
  asked.forEach(({ question, answer }, at) => {
    for (const block of question) questionAt.set(block.start, at);
    for (const block of answer ?? []) questionAt.set(block.start, at);
  });
  const passages: PlacedPassage[] = [];
  const headings: { level: number; text: string }[] = [];
  // Their texts; passages below the same headings share them.
  let above: string[] = [];
  const done: boolean[] = [];
  let held: Piece[] = [];
  const add = (places: Place[], text: string, question: number | null) =>
    passages.push({ ordinal: passages.length + 1, text, headings: above, question, places });
  const flush = () => {
    for (const group of fill(held))
      add([{ start: group[0]?.start ?? 0, end: group.at(-1)?.end ?? 0 }], textOf(group), null);
    held = [];
  };
  for (const block of blocks) {
    const question = questionAt.get(block.start);
    if (question !== undefined) {
      flush();
      if (done[question]) continue;
      done[question] = true;
      const one = asked[question];
      if (!one) continue;
      const parts = one.answer ? [...one.question, ...one.answer] : one.question;
      add(placesOf(parts), textOf(parts), question);
    } else if (block.role === "heading") {
      flush();
      while (headings.length > 0 && (headings.at(-1)?.level ?? 0) >= block.level) headings.pop();
      headings.push({ level: block.level, text: block.text });
      above = headings.map((one) => one.text);
    } else if (block.role === "label") flush();
    else {
      if (block.apart) flush();
      // A short number or a sign alone is something that a page left behind; more figures say something.
      if (block.text.length <= longestLeftBehind && !/\p{L}{2}/u.test(block.text)) flush();
      else for (const piece of cut(block)) held.push(piece);
    }
  }
  flush();
  return passages;
}

/** Blocks, or pieces of them, as one text. */
export function textOf(parts: readonly { text: string }[]): string {
  let text = "";
  for (const part of parts) text += text === "" ? part.text : `\n\n${part.text}`;
  return text;
}

/** A paragraph, or a part of one that is too long. */
interface Piece extends Place {
  text: string;
}

/** Where blocks stand, those that follow each other directly taken together. */
function placesOf(blocks: Block[]): Place[] {
  const places: Place[] = [];
  for (const { start, end } of blocks) {
    const last = places.at(-1);
    if (last && last.end + 2 === start) last.end = end;
    else places.push({ start, end });
  }
  return places;
}

/** A paragraph too long for a passage is cut between sentences or list items, and inside them only where it must. */
function cut(block: Block): Piece[] {
  if (block.text.length <= longest) return [block];
  const pieces: Piece[] = [];
  let from = 0;
  while (from < block.text.length) {
    const rest = block.text.length - from;
    const to = rest <= longest ? block.text.length : from + lastBreak(block.text.slice(from, from + longest));
    const text = block.text.slice(from, to).trimEnd();
    pieces.push({ start: block.start + from, end: block.start + from + text.length, text });
    from = to;
    while (/\s/.test(block.text[from] ?? "")) from++;
  }
  return pieces;
}

/** Where a text that is too long is best cut: after its last line, sentence or word, in that order. */
function lastBreak(text: string): number {
  const half = text.length / 2;
  const line = text.lastIndexOf("\n");
  if (line > half) return line + 1;
  let sentence = -1;
  for (const match of text.matchAll(/\p{L}{2}[.?!][»”)"’]?\s(?=[\p{Lu}«“])/gu))
    sentence = match.index + match[0].length;
  if (sentence > half / 2) return sentence;
  const word = text.lastIndexOf(" ");
  return word > half / 2 ? word + 1 : text.length;
}

/** Puts pieces together that stay comfortable: short ones, and lists with the line that announces them. */
function fill(pieces: Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const size = group && last ? piece.end - (group[0]?.start ?? 0) : 0;
    const announced = last?.text.endsWith(":") ?? false;
    const seeks = (last?.text.length ?? 0) < short || piece.text.length < short;
    const fits = size <= (announced ? longest : comfortable);
    if (group && last && last.end + 2 === piece.start && fits && (announced || seeks)) group.push(piece);
    else groups.push([piece]);
  }
  return groups;
}
