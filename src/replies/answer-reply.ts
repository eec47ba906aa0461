import type { Button, ContextActionsBlock, KnownBlock } from "@slack/types";
import { texts } from "../texts/answer.ts";
import { buttons } from "../texts/buttons.ts";
import { actionIds } from "./action-ids.ts";
import { type AnswerPage, type LetterCard, notesWithoutButtons, type PassageCard } from "./answer-page.ts";
import { clip } from "./clip.ts";
import { actions, button, linkButton, plain, smallPrint } from "./elements.ts";
import { answerButton } from "./followed-question.ts";
import { keepButton } from "./keep-button.ts";
import { escapeText } from "./mrkdwn.ts";
import { type PagePlace, placeValue } from "./page-place.ts";
import type { Reply } from "./reply.ts";
import { linked, paragraph, quoteElements, richText, run } from "./rich-text.ts";
import { shareButton } from "./share-button.ts";

/** Slack takes at most 4,000 characters of top-level text; ours stays far below and ends at a whole letter. */
const longestText = 2_000;
/** A button takes 75 characters. */
const longestInstead = 40;

/** A part of a query that nothing answers, which by itself has answers. */
export interface Instead {
  typed: string;
  passages: number;
  place: PagePlace;
}

/**
 * An answer as a Slack message, with what can be done with it.
 *
 * @param place null where nothing is kept of what was asked: without the buttons that would need it
 * @param instead what can be asked instead, when nothing was found
 */
export function answerReply(page: AnswerPage, place: PagePlace | null, instead: readonly Instead[] = []): Reply {
  const notes = place === null ? notesWithoutButtons(page) : page.notes;
  return {
    text: spoken(page),
    blocks: [
      richText(paragraph(run(page.heading, true))),
      ...smallPrint(notes.join(" ")),
      ...page.letters.flatMap((card): KnownBlock[] => [{ type: "divider" }, ...cardBlocks(card, place?.page ?? null)]),
      ...(page.letters.length === 0 ? insteadBlocks(instead) : []),
      ...(place === null ? [] : belowBlocks(page, place)),
    ],
  };
}

/** What can be done with the answer as a whole. */
function belowBlocks(page: AnswerPage, place: PagePlace): KnownBlock[] {
  const turning = actions(...navigation(page, place));
  return page.letters.length === 0 ? turning : [{ type: "divider" }, ...turning, feedback(place.page)];
}

function cardBlocks(card: LetterCard, page: string | null): KnownBlock[] {
  const { key, title, url, byline, passages, more, canBeAnswered } = card;
  return [
    richText(paragraph(linked(title, url))),
    ...smallPrint(byline),
    ...passages.flatMap((passage, at) => {
      const isLast = at === passages.length - 1;
      const rest =
        isLast && more > 0 && page !== null
          ? [button(buttons.moreOfLetter(more), actionIds.letterPassages, `${page}.${key}`)]
          : [];
      const awaited = isLast && canBeAnswered ? [answerButton(key)] : [];
      const all = [...passageButtons(passage, url), ...awaited, ...rest];
      return [richText(...passage.quotes.flatMap(quoteElements)), ...actions(...all)];
    }),
  ];
}

function insteadBlocks(instead: readonly Instead[]): KnownBlock[] {
  if (instead.length === 0) return [];
  const asked = instead.map(({ typed, passages, place }, at) =>
    button(buttons.instead(clip(typed, longestInstead), passages), `${actionIds.instead}-${at}`, placeValue(place)),
  );
  return [...smallPrint(texts.answer.instead), ...actions(...asked)];
}

/** What can be done with a passage. */
function passageButtons({ id, pointsTo }: Pick<PassageCard, "id" | "pointsTo">, url: string | null): Button[] {
  return [
    button(buttons.context, actionIds.context, id),
    ...(pointsTo === null ? [] : [button(buttons.pointsTo, actionIds.target, pointsTo)]),
    shareButton(id),
    button(buttons.quote, actionIds.quote, id),
    keepButton(id),
    ...(url === null ? [] : [linkButton(buttons.source, actionIds.source, url)]),
  ];
}

function navigation({ part, letters, order }: AnswerPage, place: PagePlace): Button[] {
  const filters = button(buttons.filters, actionIds.filters, placeValue(place));
  if (letters.length === 0) return [filters];
  const { path } = place;
  const forth = placeValue({ ...place, path: [...path, part.before + part.shown] });
  const back = placeValue({ ...place, path: path.slice(0, -1) });
  const other = order === "best" ? ("newest" as const) : ("best" as const);
  return [
    ...(path.length > 1 ? [button(buttons.back, actionIds.pageBack, back)] : []),
    ...(part.more ? [button(buttons.more, actionIds.page, forth)] : []),
    ...(part.total > 1
      ? [button(buttons[other], actionIds.order, placeValue({ ...place, order: other, path: [0] }))]
      : []),
    filters,
  ];
}

function feedback(page: string): ContextActionsBlock {
  return {
    type: "context_actions",
    elements: [
      {
        type: "feedback_buttons",
        action_id: actionIds.feedback,
        positive_button: {
          text: plain(buttons.helpful),
          accessibility_label: buttons.helpfulSpoken,
          value: `${page}.yes`,
        },
        negative_button: {
          text: plain(buttons.unhelpful),
          accessibility_label: buttons.unhelpfulSpoken,
          value: `${page}.no`,
        },
      },
    ],
  };
}

function spoken({ heading, notes, letters }: AnswerPage): string {
  const lines = [
    `${heading}.`,
    ...(letters.length === 0 ? notes : letters.map(({ title, byline }) => `${title}, ${byline}.`)),
  ];
  const end = lines.findIndex((_, place) => lines.slice(0, place + 1).join("\n").length > longestText);
  return escapeText((end === -1 ? lines : lines.slice(0, Math.max(1, end))).join("\n"));
}
