import type { App } from "@slack/bolt";
import { type LetterOverview, letterOverview, type OverviewParts } from "../answers/letter-overview.ts";
import { UserError } from "../errors.ts";
import type { LetterKey } from "../letters/stored-letter.ts";
import { actionIds } from "../replies/action-ids.ts";
import {
  citingOnPage,
  letterCitingView,
  letterQuestionsView,
  letterReferencesView,
  letterView,
} from "../replies/letter-view.ts";
import { letterTexts } from "../texts/letter.ts";
import { onPress } from "./interactions.ts";
import type { Running } from "./running.ts";

/** Registers the buttons that open a letter, and the pages of its questions and references. */
export function registerLetters(app: App, parts: OverviewParts, running: Running): void {
  onPress(app, actionIds.letterOpen, running, ({ value, conversation }) =>
    conversation.open(letterView(found(value, parts))),
  );

  for (const id of [actionIds.letterQuestions, actionIds.letterQuestionsBack]) {
    onPress(app, id, running, ({ value, conversation }) => {
      const { key, before } = readPlace(value);
      return conversation.open(letterQuestionsView(found(key, parts), before));
    });
  }

  for (const id of [actionIds.letterReferences, actionIds.letterReferencesBack]) {
    onPress(app, id, running, ({ value, conversation }) => {
      const { key, before } = readPlace(value);
      return conversation.open(letterReferencesView(found(key, parts), before));
    });
  }

  for (const id of [actionIds.letterCiting, actionIds.letterCitingBack]) {
    onPress(app, id, running, ({ value, conversation }) => {
      const { key, before } = readPlace(value);
      return conversation.open(letterCitingView(found(key, parts, { from: before, most: citingOnPage })));
    });
  }
}

/** Undoes `placeInLetter` of src/replies/letter-reply.ts. */
function readPlace(value: string): { key: string; before: number } {
  const [key = "", before = ""] = value.split(".");
  return { key, before: /^\d{1,6}$/.test(before) ? Number(before) : 0 };
}

/** @throws UserError when there is no such letter any more */
function found(key: string, parts: OverviewParts, citing?: { from: number; most: number }): LetterOverview {
  const overview = letterOverview(key as LetterKey, parts, citing);
  if (overview === null) throw new UserError("expired", "A letter that is not there", letterTexts.gone);
  return overview;
}
