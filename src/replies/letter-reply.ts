import type { Button, KnownBlock } from "@slack/types";
import type { LetterOverview } from "../answers/letter-overview.ts";
import { buttons } from "../texts/buttons.ts";
import { letterTexts } from "../texts/letter.ts";
import { actionIds } from "./action-ids.ts";
import { actions, button, linkButton, smallPrint } from "./elements.ts";
import { firstWords } from "./first-words.ts";
import { answerButtons } from "./followed-question.ts";
import {
  countQuestions,
  countryBlocks,
  identityBlocks,
  letterItem,
  outlineBlocks,
  questionBlocks,
  questionsHeading,
  referenceBlocks,
} from "./letter-blocks.ts";
import { byline, titleOf } from "./letter-line.ts";
import { escapeText } from "./mrkdwn.ts";
import type { Reply } from "./reply.ts";
import { paragraph, richText, run } from "./rich-text.ts";

/** How much of each part is shown; the rest is one press away. */
interface Amounts {
  headings: number;
  questions: number;
  countries: number;
  references: number;
  citing: number;
}

/** Stays within 50 blocks and 12,000 characters, whatever the letter. */
const inMessage: Amounts = { headings: 12, questions: 6, countries: 30, references: 6, citing: 4 };

/** A letter at a glance, as a message. */
export function letterReply(overview: LetterOverview): Reply {
  const { letter } = overview;
  return {
    text: escapeText(`${titleOf(letter)}, ${firstWords(byline(letter), 600)}.`),
    blocks: overviewBlocks(overview, inMessage),
  };
}

/** The same in a modal or a message. */
export function overviewBlocks(overview: LetterOverview, most: Amounts): KnownBlock[] {
  const { letter, outline, questions, references, citedBy } = overview;
  return [
    ...identityBlocks(letter),
    ...outlineBlocks(outline, most.headings),
    ...(questions.length === 0 ? [] : heading(questionsHeading(questions))),
    ...questionBlocks(questions, 0, most.questions),
    ...further(
      letterTexts.allQuestions(countQuestions(questions)),
      actionIds.letterQuestions,
      letter.key,
      questions.length > most.questions,
    ),
    ...countryBlocks(letter.countries, most.countries),
    ...(references.length === 0 ? [] : heading(letterTexts.references)),
    ...referenceBlocks(references.slice(0, most.references)),
    ...further(
      letterTexts.allReferences(references.length),
      actionIds.letterReferences,
      letter.key,
      references.length > most.references,
    ),
    ...(citedBy.total === 0 ? smallPrint(letterTexts.notCited) : heading(letterTexts.citedBy(citedBy.total))),
    ...citedBy.shown.slice(0, most.citing).map((citing) => letterItem(citing)),
    ...further(letterTexts.allCiting(citedBy.total), actionIds.letterCiting, letter.key, citedBy.total > most.citing),
    ...actions(
      ...answerButtons(letter),
      ...(letter.url === null ? [] : [linkButton(buttons.source, actionIds.source, letter.url)]),
    ),
  ];
}

export function heading(text: string): KnownBlock[] {
  return [richText(paragraph(run(text, true)))];
}

function further(text: string, actionId: string, key: string, hasMore: boolean): KnownBlock[] {
  const elements: Button[] = hasMore ? [button(text, actionId, placeInLetter(key, 0))] : [];
  return actions(...elements);
}

/** As the value of a button: a letter, and how many items stand before the page. */
export function placeInLetter(key: string, before: number): string {
  return `${key}.${before}`;
}
