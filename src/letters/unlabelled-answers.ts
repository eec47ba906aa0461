import type { Asked } from "./questions.ts";
import type { Block } from "./text.ts";

/**
 * Parts questions from answers that have no label, in a paper that says that it answers them: a question ends where
 * its bold or its question marks end. One of which that cannot be told is left out, so that it stays in the body;
 * neither is it unanswered, nor is all of it a question.
 */
export function partAnswers(asked: Asked[]): Asked[] {
  const parted = asked.flatMap((one) => {
    const end = endOfQuestion(one.question);
    if (end === 0) return [];
    const answer = one.question.slice(end);
    return [{ ...one, question: one.question.slice(0, end), answer: answer.length > 0 ? answer : null }];
  });
  const answered = parted.filter(({ answer }) => answer !== null).length;
  return answered < parted.length * leastAnswered ? asked : parted;
}

/** Of the questions so many must be followed by something: one alone may end in a request ("Graag een toelichting."). */
const leastAnswered = 0.8;

/** How many of these blocks ask; 0 where that cannot be told. */
function endOfQuestion(blocks: Block[]): number {
  const bold = blocks.findIndex((block) => !block.bold);
  const end = bold > 0 ? bold : endOfMarks(blocks);
  return blocks.slice(end).some(({ text }) => endsInQuestion(text)) ? 0 : end;
}

/** Paragraphs that end in a question mark, with those before one that lead up to it ("… aangeven:", "a. …;"). */
function endOfMarks(blocks: Block[]): number {
  let end = 0;
  for (const [at, { text }] of blocks.entries()) {
    if (endsInQuestion(text)) end = at + 1;
    else if (!leadsOn.test(text.slice(-12)) && !entry.test(blocks[at + 1]?.text ?? "")) break;
  }
  return end;
}

const leadsOn = /(?:[:;,]|[;,]\s(?:en|of|en\/of))$/;
const entry = /^(?:\(?(?:[a-z]|\d{1,2})[.)]|[-•–])\s/;
const endsAsking = /\?[»”"'’)\]*_]{0,6}\s?\d{0,2}[*_]{0,3}$/;

/** Whether a text ends as a question does, with the mark of a note after it or not. */
export function endsInQuestion(text: string): boolean {
  return endsAsking.test(text.slice(-16));
}
