import type { KnownBlock, ModalView, RichTextBlock } from "@slack/types";
import type { CitedPassage } from "../answers/cited-passage.ts";
import type { Place, Reference } from "../letters/letter.ts";
import { publicationUrl } from "../letters/publication-ids.ts";
import { findReferences } from "../letters/references.ts";
import { buttons, contextTexts } from "../texts/buttons.ts";
import { actionIds } from "./action-ids.ts";
import { actions, button, linkButton, plain, smallPrint } from "./elements.ts";
import { answerButtons } from "./followed-question.ts";
import { byline, titleOf } from "./letter-line.ts";
import { quotesOf, unmarked, whole, withoutRepeatedHeadings } from "./passage-quotes.ts";
import { bullets, linked, paragraph, quoteElements, richText, run } from "./rich-text.ts";

/** A passage among its neighbours. */
export interface PassageInContext extends CitedPassage {
  /** The passages next to it in the same version of the letter; null at the ends. */
  before: CitedPassage | null;
  after: CitedPassage | null;
  /** The letter has a newer version than this passage's. */
  isSuperseded: boolean;
}

/** Footnotes and references shown at most; the letter itself, one press away, has them all. */
const mostNotes = 12;

/** A modal with a passage in full, what stands before and after it, its footnotes and its references. */
export function contextView(inContext: PassageInContext): ModalView {
  const { letter, passage, before, after, isSuperseded } = inContext;
  const sections = withoutRepeatedHeadings(
    [before, inContext, after].flatMap((cited) =>
      cited === null ? [] : [{ cited, quotes: quotesOf(cited.passage, cited.question, unmarked, whole) }],
    ),
  );
  return {
    type: "modal",
    callback_id: actionIds.context,
    title: plain(contextTexts.title),
    close: plain(buttons.close),
    blocks: [
      richText(paragraph(linked(titleOf(letter), letter.url))),
      ...smallPrint(byline(letter)),
      ...(isSuperseded ? smallPrint(contextTexts.superseded) : []),
      ...sections.flatMap(({ cited, quotes }): KnownBlock[] => {
        const isThis = cited === inContext;
        const title = isThis ? contextTexts.this : cited === before ? contextTexts.before : contextTexts.after;
        return [
          { type: "divider" },
          { type: "header", text: plain(title) },
          ...(isThis ? smallPrint(headingPath(inContext)) : []),
          // Neighbours as well are whole: cut they would be no context.
          richText(...quotes.flatMap(quoteElements)),
          ...(isThis ? [...footnotes(inContext), ...references(inContext)] : []),
        ];
      }),
      { type: "divider" },
      ...actions(
        ...(before === null ? [] : [button(contextTexts.earlier, actionIds.context, before.passage.id)]),
        ...(after === null ? [] : [button(contextTexts.later, actionIds.target, after.passage.id)]),
        button(buttons.quote, actionIds.quote, passage.id),
        ...answerButtons(letter),
        ...(letter.url === null ? [] : [linkButton(buttons.source, actionIds.source, letter.url)]),
      ),
    ],
  };
}

/** The headings that it stands under; a passage that is no question shows its last one itself. */
function headingPath({ passage: { headings }, question }: CitedPassage): string {
  return (question === null ? headings.slice(0, -1) : headings).join(" › ");
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
    richText(
      paragraph(run(contextTexts.references, true)),
      bullets(once.slice(0, mostNotes).map(({ url, text }) => [{ type: "link", url, text }])),
    ),
  ];
}

function link({ id, printed }: Reference): { url: string; text: string }[] {
  const url = id === null ? null : publicationUrl(id);
  return url === null ? [] : [{ url, text: printed }];
}
