import type { KnownBlock, ModalView } from "@slack/types";
import type { KeptPassage, StoredCollection } from "../debate/kept-passage.ts";
import { buttons } from "../texts/buttons.ts";
import { debateTexts } from "../texts/debate.ts";
import { actionIds } from "./action-ids.ts";
import { collectionName } from "./debate-names.ts";
import { moment } from "./debate-replies.ts";
import { actions, button, linkButton, plain, smallPrint } from "./elements.ts";
import { byline, titleOf } from "./letter-line.ts";
import { quotesOf, unmarked } from "./passage-quotes.ts";
import { linked, paragraph, quoteElements, richText, run } from "./rich-text.ts";
import { writeOrigin } from "./view-metadata.ts";

const words = debateTexts.collection;

/** A modal holds a hundred blocks; a passage takes five. */
export const passagesOnPage = 15;
/** Enough to know a passage again; the document has it whole. */
const lengths = { passage: 350, question: 200, answer: 250 };

/**
 * The collection in a modal: what is kept, in order, and what can be done with it.
 *
 * @param page counted from 0
 * @param news what was done just now; null when there is nothing to say
 */
export function collectionView(collection: StoredCollection, page: number, news: string | null = null): ModalView {
  const { passages, place } = collection;
  const last = Math.max(0, Math.ceil(passages.length / passagesOnPage) - 1);
  const shownPage = Math.min(Math.max(0, page), last);
  const shown = passages.slice(shownPage * passagesOnPage, (shownPage + 1) * passagesOnPage);
  return {
    type: "modal",
    callback_id: actionIds.collectionOpen,
    title: plain(words.title),
    close: plain(buttons.close),
    private_metadata: writeOrigin(place),
    blocks: [
      ...head(collection),
      ...(news === null ? [] : [richText(paragraph(run(news, true)))]),
      ...shown.flatMap((kept, at): KnownBlock[] => [
        { type: "divider" },
        ...(kept.isRemoved ? removedBlocks(kept) : keptBlocks(kept, shownPage * passagesOnPage + at, passages.length)),
      ]),
      ...pages(collection, shownPage, last),
    ],
  };
}

function head(collection: StoredCollection): KnownBlock[] {
  const { id, passages } = collection;
  const count = passages.filter(({ isRemoved }) => !isRemoved).length;
  const name = collectionName(collection);
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  if (count === 0) return [richText(paragraph(run(title, true))), richText(paragraph(run(words.empty)))];
  return [
    richText(paragraph(run(`${title}: ${words.count(count)}`, true))),
    ...actions(
      button(words.wordByCountry, actionIds.wordByCountry, String(id), { style: "primary" }),
      button(words.wordByLetter, actionIds.wordByLetter, String(id)),
      button(words.markdown, actionIds.markdown, String(id)),
      button(words.rename, actionIds.collectionRename, String(id)),
    ),
  ];
}

function keptBlocks({ id, copy, keptBy, keptAt, note }: KeptPassage, at: number, of: number): KnownBlock[] {
  const { source, question } = copy;
  const value = String(id);
  return [
    richText(paragraph(run(`${at + 1}. `, true), linked(titleOf(source), source.url))),
    ...smallPrint(byline(source)),
    richText(
      ...quotesOf(copy, question, unmarked, lengths).flatMap(quoteElements),
      ...(note === null ? [] : [paragraph(run(`${words.note}: `, true), run(note))]),
      paragraph(
        ...(keptBy === "" ? [run(words.kept)] : [run(`${words.keptBy} `), { type: "user" as const, user_id: keptBy }]),
        run(` ${words.on} `),
        moment(keptAt),
      ),
    ),
    ...actions(
      ...(at === 0 ? [] : [button(words.earlier, actionIds.keptEarlier, value)]),
      ...(at === of - 1 ? [] : [button(words.later, actionIds.keptLater, value)]),
      button(words.editNote, actionIds.keptNote, value),
      button(words.development, actionIds.keptDevelopment, value),
      button(words.remove, actionIds.keptRemove, value),
      ...(source.url === null ? [] : [linkButton(buttons.source, actionIds.source, source.url)]),
    ),
  ];
}

function removedBlocks({ id, copy }: KeptPassage): KnownBlock[] {
  return [
    richText(paragraph(run(words.removed(titleOf(copy.source))))),
    ...actions(button(words.undo, actionIds.keptUndo, String(id))),
  ];
}

function pages({ id, passages }: StoredCollection, page: number, last: number): KnownBlock[] {
  if (last === 0) return [];
  const until = Math.min(passages.length, (page + 1) * passagesOnPage);
  return [
    { type: "divider" },
    ...smallPrint(words.part(page * passagesOnPage + 1, until, passages.length)),
    ...actions(
      ...(page === 0 ? [] : [button(words.previous, actionIds.collectionPageBack, `${id}.${page - 1}`)]),
      ...(page === last ? [] : [button(words.next, actionIds.collectionPage, `${id}.${page + 1}`)]),
    ),
  ];
}
