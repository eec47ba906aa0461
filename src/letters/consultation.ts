import { partyHeading } from "./headings.ts";
import type { Asker } from "./letter.ts";
import type { Asked } from "./questions.ts";
import type { Block } from "./text.ts";

/**
 * Pairs the questions of a written consultation with their answers. There the questions have no label; a party is
 * named in a heading and holds until the next. After "Antwoord" comes the answer, and after that, without any sign,
 * the next question: where the answer is set in bold its end shows, elsewhere the next question is known by how
 * parliament asks. A party's opening words ("hebben kennisgenomen van …, hebben nog enkele vragen") are no question:
 * they stay a passage of their own, unless they share a paragraph with one.
 */
export function pairConsultation(blocks: Block[]): Asked[] {
  const asked: Asked[] = [];
  let asker: Asker | null = null;
  let waiting: Block[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block) break;
    if (block.role === "heading") {
      asker = readAsker(block.text) ?? asker;
      waiting = [];
    } else if (block.label?.side === "answer") {
      const end = endOfAnswer(blocks, at + 1);
      const question = withoutOpening(waiting);
      const answer = blocks.slice(at + 1, end);
      if (question.length > 0 && answer.length > 0)
        asked.push({ numbers: block.label.numbers, askers: asker ? [asker] : [], question, answer });
      waiting = [];
      at = end - 1;
    } else if (block.role === "body") waiting.push(block);
  }
  return asked;
}

/** Whom a heading names: a party, or a member by name. */
function readAsker(heading: string): Asker | null {
  if (!partyHeading.test(heading)) return null;
  const named = /\sfractie van (?:de |het )?(.{2,40})$/iu.exec(heading)?.[1];
  if (named) return { name: null, party: named };
  const party = /^(?:.*\s(?:van|door)\s+de\s+|.*\sde\s+|\S+\s+)(.{1,60}?)\s?-?\s?fracties?$/iu.exec(heading)?.[1];
  if (party) return { name: null, party };
  const member = /\svan het lid\s+(.+?)\s*(?:\(([^()]+)\))?$/iu.exec(heading);
  return member?.[1] ? { name: member[1], party: member[2] ?? null } : null;
}

/** Index of the first block after the answer that starts at `from`. */
function endOfAnswer(blocks: Block[], from: number): number {
  let end = from;
  while (blocks[end]?.role === "body") end++;
  if (blocks[end]?.role !== "label") {
    // The last answer of a party: all that follows up to the heading may be answer.
    return firstQuestion(blocks, from, end) ?? end;
  }
  if (blocks[from]?.bold) {
    for (let at = from + 1; at < end; at++) if (!blocks[at]?.bold) return at;
  }
  return firstQuestion(blocks, from, end) ?? Math.max(from + 1, end - 1);
}

/** The first block after the answer's own first one that reads like a question; null when none does. */
function firstQuestion(blocks: Block[], from: number, end: number): number | null {
  const bold = blocks[from]?.bold ?? false;
  for (let at = from + 1; at < end; at++) {
    const block = blocks[at];
    if (!block || (bold && block.bold)) continue;
    if (bold || readsLikeQuestion(block.text)) return at;
  }
  return null;
}

/** How members ask: by naming themselves, or by a question mark. A minister's answer has neither at its start. */
function readsLikeQuestion(text: string): boolean {
  const start = text.slice(0, 200);
  return (
    /(?<!\p{L})(?:de|deze) leden(?!\p{L})/iu.test(start) ||
    /^(?:Kan|Kunt|Is|Zijn|Klopt|Deelt|Heeft|Hoe|Welke?|Waarom|Wanneer|Wat|Wie|Waar|In hoeverre|Op welke|Bent|Ziet|Erkent)(?!\p{L})[^.]*\?/u.test(
      start.slice(0, 200) + (text.length > 200 ? "?" : ""),
    ) ||
    /\?$/.test(text)
  );
}

const opening =
  /(?:kennis\s?genomen|gelezen|bestudeerd|kennisgenomen)[\s\S]*(?:vragen|opmerkingen)(?:\s+(?:over|hierover|en opmerkingen|te stellen|voor te leggen|aan de \p{L}+))*\.?$/iu;

/** Drops a party's opening words where they are a paragraph of their own. */
function withoutOpening(question: Block[]): Block[] {
  const first = question[0];
  return first && question.length > 1 && !first.text.includes("?") && opening.test(first.text)
    ? question.slice(1)
    : question;
}
