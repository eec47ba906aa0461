import { readHeading, saysWho } from "./heading-askers.ts";
import { isPartyHeading } from "./headings.ts";
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
  if (isInTwoParts(blocks)) return [];
  const asked: Asked[] = [];
  let askers: Asker[] = [];
  let waiting: Block[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block) break;
    if (block.role === "heading") {
      if (saysWho(block.text)) askers = readHeading(block.text);
      waiting = [];
    } else if (block.label?.side === "answer") {
      const end = endOfAnswer(blocks, at + 1, waiting.at(-1)?.bold ?? false);
      const question = withoutOpening(waiting);
      const answer = blocks.slice(at + 1, end);
      if (question.length > 0 && answer.length > 0)
        asked.push({ numbers: block.label.numbers, askers, question, answer });
      waiting = [];
      at = end - 1;
    } else if (block.role === "body") waiting.push(block);
  }
  return asked;
}

/**
 * Whether all parties ask first and the minister answers them all further down. No question can be paired with its
 * answer then, and a wrong pair is worse than none: such a paper stays plain passages.
 */
function isInTwoParts(blocks: Block[]): boolean {
  const answers = blocks.flatMap((block, at) => (block.label?.side === "answer" ? [at] : []));
  const parties = blocks.filter((block, at) => isPartyHeading(block.text) && at < (answers[0] ?? 0));
  return answers.length === 1 && parties.length > 1;
}

/** Index of the first block after the answer that starts at `from`; `asksBold` says how the question was set. */
function endOfAnswer(blocks: Block[], from: number, asksBold: boolean): number {
  let end = from;
  while (blocks[end]?.role === "body") end++;
  const isLast = blocks[end]?.role !== "label";
  const bold = blocks[from]?.bold ?? false;
  if (bold !== asksBold) {
    // Questions and answers are set apart: the answer reaches to the last block set like it, and to the list below that.
    let after = end;
    while (after > from + 1 && blocks[after - 1]?.bold !== bold && !isList(blocks[after - 1])) after--;
    const next = blocks
      .slice(from + 1, after)
      .findIndex((block) => block.bold === asksBold && readsLikeQuestion(block.text));
    if (next >= 0) return from + 1 + next;
    return isLast || after < end ? after : (firstQuestion(blocks, from, end) ?? Math.max(from + 1, end - 1));
  }
  // After the last answer of a party all that follows up to the heading may be answer.
  return firstQuestion(blocks, from, end) ?? (isLast ? end : Math.max(from + 1, end - 1));
}

function isList(block: Block | undefined): boolean {
  return block !== undefined && /^(?:[-•–]\s|\|)/.test(block.text);
}

/** The first block after the answer's own first one that reads like a question; null when none does. */
function firstQuestion(blocks: Block[], from: number, end: number): number | null {
  for (let at = from + 1; at < end; at++) {
    const block = blocks[at];
    if (block && readsLikeQuestion(block.text)) return at;
  }
  return null;
}

/** How members ask: by naming themselves, or by a question mark. A minister's answer has neither at its start. */
export function readsLikeQuestion(text: string): boolean {
  const start = text.slice(0, 200);
  // Of a long text the question mark may stand further on than is looked: what is cut off counts as one.
  const whole = text.length > start.length ? `${start}?` : start;
  return (
    /(?<!\p{L})(?:de|deze) leden(?!\p{L})/iu.test(start) ||
    /^(?:Kan|Kunt|Is|Zijn|Klopt|Deelt|Heeft|Hoe|Welke?|Waarom|Wanneer|Wat|Wie|Waar|In hoeverre|Op welke|Bent|Ziet|Erkent)(?!\p{L})[^.]*\?/u.test(
      whole,
    ) ||
    /\?$/.test(text)
  );
}

const opening =
  /^(?:(?!kennis\s?genomen|gelezen|bestudeerd)[\s\S])*(?:kennis\s?genomen|gelezen|bestudeerd)[\s\S]*(?:vragen|opmerkingen)(?:\s+(?:over|hierover|en opmerkingen|te stellen|voor te leggen|aan de \p{L}+))*\.?$/iu;

/** Drops a party's opening words where they are a paragraph of their own. */
export function withoutOpening(question: Block[]): Block[] {
  const first = question[0];
  return first && question.length > 1 && !first.text.includes("?") && opening.test(first.text)
    ? question.slice(1)
    : question;
}
