import type { Button, KnownBlock, RichTextBlock, RichTextElement, SectionBlock } from "@slack/types";
import type { LetterOverview, OutgoingReference } from "../answers/letter-overview.ts";
import type { Question } from "../letters/letter.ts";
import type { StoredLetter } from "../letters/stored-letter.ts";
import { kindNames } from "../texts/buttons.ts";
import { writtenDay } from "../texts/dutch.ts";
import { letterTexts } from "../texts/letter.ts";
import { actionIds } from "./action-ids.ts";
import { button, plain, smallPrint } from "./elements.ts";
import { firstWords } from "./first-words.ts";
import { askerNames, byline, standing, titleOf } from "./letter-line.ts";
import { questionLabel } from "./passage-quotes.ts";
import { bullets, linked, paragraph, richText, run } from "./rich-text.ts";

/** The parts of a letter at a glance, each as blocks; src/replies/letter-reply.ts and letter-view.ts put them together. */

/** Longest texts in characters. Only what is wildly long is cut: titles and bylines of real letters are not. */
const longest = {
  byline: 600,
  facts: 300,
  heading: 100,
  label: 120,
  question: 160,
  reference: 100,
  itemTitle: 160,
  itemByline: 260,
  standing: 160,
};

/** What it is: title, who and when, whether it still stands, to whom, and its numbers. */
export function identityBlocks(letter: StoredLetter): KnownBlock[] {
  const { id, kind, addressee, submitted, caseNumber, documentNumber, ministryReference } = letter;
  const facts = [
    kindNames[kind],
    ...(addressee === null ? [] : [letterTexts.to(addressee)]),
    ...(submitted === null ? [] : [letterTexts.submitted(writtenDay(submitted))]),
    ...(caseNumber === null ? [] : [letterTexts.case(caseNumber)]),
    // A paper that is known by its document number is cited by it.
    ...(documentNumber === null || documentNumber === id ? [] : [letterTexts.document(documentNumber)]),
    ...(ministryReference === null ? [] : [letterTexts.reference(ministryReference)]),
  ];
  return [
    richText(paragraph(linked(titleOf(letter), letter.url))),
    ...smallPrint(firstWords(byline(letter), longest.byline)),
    ...smallPrint(firstWords(facts.join(" · "), longest.facts)),
  ];
}

/** The headings, indented as they stand under one another. */
export function outlineBlocks(outline: LetterOverview["outline"], most: number): RichTextBlock[] {
  if (outline.length === 0) return [];
  const shown = outline.slice(0, most);
  const left = outline.length - shown.length;
  return [
    richText(
      paragraph(run(letterTexts.outline, true)),
      ...shown.map(({ heading, level, questions }) =>
        bullets(
          [[run(letterTexts.underHeading(firstWords(heading, longest.heading) || "…", questions))]],
          Math.min(level, 4),
        ),
      ),
      ...(left === 0 ? [] : [paragraph(run(letterTexts.more(left, letterTexts.headings(left))))]),
    ),
  ];
}

/** How many questions, of whom. */
export function questionsHeading(questions: LetterOverview["questions"]): string {
  return letterTexts.questions(countQuestions(questions), sharedAskers(questions) ?? "");
}

/** Questions that are answered together count each. */
export function countQuestions(questions: LetterOverview["questions"]): number {
  return questions.reduce((sum, { question }) => sum + Math.max(1, question.numbers.length), 0);
}

/** Questions from a place on, each with its first words and a button to read it in context. */
export function questionBlocks(questions: LetterOverview["questions"], from: number, most: number): SectionBlock[] {
  const askers = sharedAskers(questions);
  return questions.slice(from, from + most).map(({ question, passage }, at): SectionBlock => {
    const label = firstWords(questionName(question, from + at, askers !== null), longest.label);
    const words = firstWords(question.question, longest.question);
    const text = plain(words === "" ? label : `${label}\n${words}`);
    return passage === null
      ? { type: "section", text }
      : {
          type: "section",
          text,
          accessory: spokenButton(letterTexts.read, letterTexts.readSpoken(label), actionIds.context, passage),
        };
  });
}

/** The number is the paper's own; where it has none, the place in the letter. */
function questionName(question: Question, place: number, withoutAskers: boolean): string {
  const label = questionLabel(withoutAskers ? { ...question, askers: [] } : question);
  return question.numbers.length > 0 ? label : letterTexts.countedQuestion(place + 1, label);
}

/** The askers of all questions when they are the same people throughout; null when they differ. */
function sharedAskers(questions: LetterOverview["questions"]): string | null {
  const names = new Set(questions.map(({ question }) => askerNames(question.askers)));
  const [name = ""] = names;
  return names.size === 1 ? firstWords(name, longest.label) : null;
}

/** Every country that is named, most often first, with how often. */
export function countryBlocks(countries: StoredLetter["countries"], most: number): RichTextBlock[] {
  if (countries.length === 0) return [];
  const shown = countries.slice(0, most);
  const left = countries.length - shown.length;
  const names = shown.map(({ name, count }) => letterTexts.country(name, count)).join(", ");
  const rest = left === 0 ? "" : ` ${letterTexts.more(left, letterTexts.lands(left))}`;
  return [richText(paragraph(run(`${letterTexts.countries}: `, true), run(`${names}${rest}`)))];
}

/** References: what the collection has opens here, the rest opens where it is published. */
export function referenceBlocks(references: readonly OutgoingReference[]): KnownBlock[] {
  const known = references.flatMap(({ letter, printed }) => (letter === null ? [] : [{ letter, printed }]));
  const elsewhere = references.filter(({ letter }) => letter === null);
  return [
    ...known.map(({ letter, printed }) => letterItem(letter, firstWords(printed, longest.reference))),
    ...(elsewhere.length === 0 ? [] : [richText(bullets(elsewhere.map((one) => [reference(one)])))]),
  ];
}

function reference({ printed, url }: OutgoingReference): RichTextElement {
  const text = firstWords(printed, longest.reference) || "…";
  return url === null ? run(text) : { type: "link", url, text };
}

/** A letter in a list: what it is, and a button that opens it. `lead` stands above its title. */
export function letterItem(letter: StoredLetter, lead = ""): SectionBlock {
  const title = firstWords(titleOf(letter), longest.itemTitle);
  // On a line of its own, so that no long list of senders can push it out.
  const stands = firstWords(standing(letter), longest.standing);
  const by = firstWords(byline({ ...letter, correction: null, corrected: [], isWithdrawn: false }), longest.itemByline);
  return {
    type: "section",
    text: plain([lead, title, by, stands].filter((line) => line !== "").join("\n")),
    accessory: spokenButton(letterTexts.open, letterTexts.openSpoken(title), actionIds.letterOpen, letter.key),
  };
}

/** Many buttons say the same; spoken, each says what it is for. Slack takes 75 characters. */
function spokenButton(text: string, spoken: string, actionId: string, value: string): Button {
  return button(text, actionId, value, { accessibility_label: firstWords(spoken, 75) });
}
