import type { Button, KnownBlock, ModalView } from "@slack/types";
import type { LetterOverview } from "../answers/letter-overview.ts";
import { buttons } from "../texts/buttons.ts";
import { letterTexts } from "../texts/letter.ts";
import { actionIds, viewIds } from "./action-ids.ts";
import { actions, button, plain, smallPrint } from "./elements.ts";
import { identityBlocks, letterItem, questionBlocks, questionsHeading, referenceBlocks } from "./letter-blocks.ts";
import { heading, overviewBlocks, placeInLetter } from "./letter-reply.ts";

/** A modal takes 100 blocks. */
const inModal = { headings: 40, questions: 20, countries: 80, references: 20, citing: 10 };
const onPage = { questions: 45, references: 40, citing: 30 };
/** As many letters that refer to a letter as a page of them shows. */
export const citingOnPage = onPage.citing;

/** A letter at a glance, as a modal. All views of letters have the same id, so that one takes the other's place. */
export function letterView(overview: LetterOverview): ModalView {
  return modal(overviewBlocks(overview, inModal));
}

/** A page of its questions. */
export function letterQuestionsView(overview: LetterOverview, before: number): ModalView {
  const { letter, questions } = overview;
  const from = within(before, questions.length);
  return pageView(
    overview,
    questionsHeading(questions),
    { before: from, onPage: onPage.questions, total: questions.length },
    questionBlocks(questions, from, onPage.questions),
    [actionIds.letterQuestionsBack, actionIds.letterQuestions],
    letter.key,
  );
}

/** A page of what it refers to. */
export function letterReferencesView(overview: LetterOverview, before: number): ModalView {
  const { letter, references } = overview;
  const from = within(before, references.length);
  return pageView(
    overview,
    letterTexts.references,
    { before: from, onPage: onPage.references, total: references.length },
    referenceBlocks(references.slice(from, from + onPage.references)),
    [actionIds.letterReferencesBack, actionIds.letterReferences],
    letter.key,
  );
}

/** A page of the letters that refer to it; the overview holds those of this page. */
export function letterCitingView(overview: LetterOverview): ModalView {
  const { letter, citedBy } = overview;
  return pageView(
    overview,
    letterTexts.citedBy(citedBy.total),
    { before: citedBy.before, onPage: onPage.citing, total: citedBy.total },
    citedBy.shown.slice(0, onPage.citing).map((citing) => letterItem(citing)),
    [actionIds.letterCitingBack, actionIds.letterCiting],
    letter.key,
  );
}

interface Part {
  before: number;
  onPage: number;
  total: number;
}

function pageView(
  { letter }: LetterOverview,
  title: string,
  { before, onPage: size, total }: Part,
  items: KnownBlock[],
  [back, forth]: [back: string, forth: string],
  key: string,
): ModalView {
  const turning: Button[] = [
    ...(before > 0 ? [button(letterTexts.previous, back, placeInLetter(key, Math.max(0, before - size)))] : []),
    ...(before + size < total ? [button(letterTexts.next, forth, placeInLetter(key, before + size))] : []),
    button(letterTexts.whole, actionIds.letterOpen, key),
  ];
  return modal([
    ...identityBlocks(letter).slice(0, 2),
    ...heading(title),
    ...(total > size ? smallPrint(letterTexts.part(before + 1, Math.min(before + size, total), total)) : []),
    ...items,
    ...actions(...turning),
  ]);
}

/** The place that a button names, or the beginning for one that is not there (any more). */
function within(before: number, total: number): number {
  return before < total ? before : 0;
}

function modal(blocks: KnownBlock[]): ModalView {
  return {
    type: "modal",
    callback_id: viewIds.letter,
    title: plain(letterTexts.title),
    close: plain(buttons.close),
    blocks,
  };
}
