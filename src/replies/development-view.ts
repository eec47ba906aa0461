import type { KnownBlock, ModalView } from "@slack/types";
import type { Development, Statement } from "../debate/development.ts";
import type { PassageCopy } from "../debate/kept-passage.ts";
import { countryByCode } from "../letters/countries.ts";
import { buttons } from "../texts/buttons.ts";
import { debateTexts } from "../texts/debate.ts";
import { listed } from "../texts/dutch.ts";
import { actionIds } from "./action-ids.ts";
import { actions, button, linkButton, plain, smallPrint } from "./elements.ts";
import { byline, titleOf } from "./letter-line.ts";
import { quotesOf, unmarked } from "./passage-quotes.ts";
import { linked, paragraph, quoteElements, richText, run } from "./rich-text.ts";
import { type ViewOrigin, writeOrigin } from "./view-metadata.ts";

const words = debateTexts.development;
const lengths = { passage: 500, question: 250, answer: 400 };

/** What was said earlier and later on the country and subject of a kept passage, newest first. */
export function developmentView(copy: PassageCopy, development: Development, origin: ViewOrigin): ModalView {
  const { statements, countries, marking } = development;
  const names = countries.flatMap((code) => countryByCode(code)?.name ?? []);
  return {
    type: "modal",
    title: plain(words.title),
    close: plain(buttons.close),
    private_metadata: writeOrigin(origin),
    blocks: [
      richText(paragraph(run(words.heading, true))),
      ...smallPrint(names.length === 0 ? words.aboutAll : words.about(listed(names))),
      ...(statements.length === 0 ? [richText(paragraph(run(words.nothing)))] : []),
      ...statements.flatMap((statement): KnownBlock[] => [{ type: "divider" }, ...statementBlocks(statement, marking)]),
      { type: "divider" },
      richText(paragraph(run(words.kept, true))),
      ...smallPrint(byline(copy.source)),
      richText(...quotesOf(copy, copy.question, unmarked, lengths).flatMap(quoteElements)),
    ],
  };
}

function statementBlocks(
  { letter, passage, question, when }: Statement,
  marking: Development["marking"],
): KnownBlock[] {
  const label = when === null ? [] : [run(`${words[when]}: `, true)];
  return [
    richText(paragraph(...label, linked(titleOf(letter), letter.url))),
    ...smallPrint(byline(letter)),
    richText(...quotesOf(passage, question, marking, lengths).flatMap(quoteElements)),
    ...actions(
      button(debateTexts.keep.button, actionIds.keep, passage.id),
      button(buttons.quote, actionIds.quote, passage.id),
      ...(letter.url === null ? [] : [linkButton(buttons.source, actionIds.source, letter.url)]),
    ),
  ];
}
