import type { KnownBlock, ModalView, RichTextBlock } from "@slack/types";
import type { CitedPassage } from "../cited-passage.ts";
import type { Place, Reference } from "../letters/letter.ts";
import { publicationUrl } from "../letters/publication-ids.ts";
import { findReferences } from "../letters/references.ts";
import { buttons, contextTexts } from "../texts/buttons.ts";
import { actionIds } from "./action-ids.ts";
import { actions, button, linkButton, plain, smallPrint } from "./elements.ts";
import { byline, titleOf } from "./letter-line.ts";
import { quotesOf, whole } from "./passage-quotes.ts";
import { linked, paragraph, quoteElements, richText, run } from "./rich-text.ts";

/** A passage among its neighbours. */
export interface PassageInContext extends CitedPassage {
  /** The passages next to it in the same version of the letter; null at the ends. */
  before: CitedPassage | null;
  after: CitedPassage | null;
  /** The letter has a newer version than this passage's. */
  isSuperseded: boolean;
}

const unmarked = { terms: [], phrases: [] };

/** Footnotes and references shown at most; the letter itself, one press away, has them all. */
const mostNotes = 12;

/** A modal with a passage in full, what stands before and after it, its footnotes and its references. */
export function contextView(inContext: PassageInContext): ModalView {
  const { letter, passage, before, after, isSuperseded } = inContext;
  return {
    type: "modal",
    callback_id: actionIds.context,
    title: plain(contextTexts.title),
    close: plain(buttons.close),
    blocks: [
      richText(paragraph(linked(titleOf(letter), letter.url))),
      ...smallPrint(byline(letter)),
      ...(isSuperseded ? smallPrint(contextTexts.superseded) : []),
      ...(before === null ? [] : neighbour(contextTexts.before, before)),
      { type: "divider" },
      ...smallPrint([contextTexts.this, ...headingPath(passage.headings, inContext.question !== null)].join(" · ")),
      richText(...quotesOf(passage, inContext.question, unmarked, whole).flatMap(quoteElements)),
      ...footnotes(inContext),
      ...references(inContext),
      { type: "divider" },
      ...(after === null ? [] : neighbour(contextTexts.after, after)),
      ...actions(
        ...(before === null ? [] : [button(contextTexts.earlier, actionIds.context, before.passage.id)]),
        ...(after === null ? [] : [button(contextTexts.later, actionIds.target, after.passage.id)]),
        button(buttons.quote, actionIds.quote, passage.id),
        ...(letter.url === null ? [] : [linkButton(buttons.source, actionIds.source, letter.url)]),
      ),
    ],
  };
}

/** Small, but whole: a neighbour that is cut would be no context. */
function neighbour(title: string, { passage, question }: CitedPassage): KnownBlock[] {
  return [
    { type: "divider" },
    ...smallPrint(title),
    richText(...quotesOf(passage, question, unmarked, whole).flatMap(quoteElements)),
  ];
}

/** A question stands under headings as well; another passage shows its last one itself. */
function headingPath(headings: readonly string[], isQuestion: boolean): string[] {
  const path = isQuestion ? headings : headings.slice(0, -1);
  return path.length === 0 ? [] : [path.join(" › ")];
}

function footnotes({ letter, passage }: CitedPassage): RichTextBlock[] {
  const own = letter.footnotes.filter(({ at }) => at !== null && passage.places.some((place) => holds(place, at)));
  if (own.length === 0) return [];
  return [
    richText(
      paragraph(run(contextTexts.notes, true)),
      ...own.slice(0, mostNotes).map(({ mark, text }) => paragraph(run(`${mark}. ${text}`))),
    ),
  ];
}

/** A mark stands right behind the words it belongs to. */
function holds({ start, end }: Place, at: number): boolean {
  return at > start && at <= end;
}

function references({ letter, passage }: CitedPassage): RichTextBlock[] {
  const notes = letter.footnotes.filter(({ at }) => at !== null && passage.places.some((place) => holds(place, at)));
  const found = findReferences([passage.text, ...notes.map(({ text }) => text)].join("\n\n"));
  const links = found.flatMap((reference) => link(reference));
  const once = [...new Map(links.map((one) => [one.url, one])).values()].filter(({ url }) => url !== letter.url);
  if (once.length === 0) return [];
  return [
    richText(paragraph(run(contextTexts.references, true)), {
      type: "rich_text_list",
      style: "bullet",
      elements: once.slice(0, mostNotes).map(({ url, text }) => ({
        type: "rich_text_section",
        elements: [{ type: "link", url, text }],
      })),
    }),
  ];
}

function link({ id, printed }: Reference): { url: string; text: string }[] {
  const url = id === null ? null : publicationUrl(id);
  return url === null ? [] : [{ url, text: printed }];
}
