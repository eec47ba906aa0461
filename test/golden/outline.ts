import type { ReadLetter } from "../../src/letters/letter.ts";

/**
 * What a golden case holds of a letter: everything that this reader decides, and every text once. Where countries are named
 * has tests of its own.
 */
export function outline(letter: ReadLetter) {
  const { body, references, countries, countryMentions, questions, passages, footnotes, ...facts } = letter;
  return {
    ...facts,
    footnotes: footnotes.map(({ mark, text, at }) => ({
      mark,
      text,
      after: at === null ? null : body.slice(Math.max(0, at - 20), at),
    })),
    questions: questions.map(({ numbers, askers, question, answer, refersTo }) => ({
      numbers,
      askers: askers.map(({ name, party }) => [name, party]),
      paragraphs: [question.split("\n\n").length, answer === null ? null : answer.split("\n\n").length],
      refersTo,
    })),
    references: references.map(({ printed, id, kind }) => [kind, id, printed]),
    countries: Object.fromEntries(countries.map(({ code, count }) => [code, count])),
    passages: passages.map(({ headings, question, text }) => ({ headings, question, text })),
  };
}
