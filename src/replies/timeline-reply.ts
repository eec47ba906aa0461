import type { Button, KnownBlock, SectionBlock } from "@slack/types";
import { buttons } from "../texts/buttons.ts";
import { pictureTexts, timelineButtons, timelineTexts } from "../texts/timeline.ts";
import { actionIds } from "./action-ids.ts";
import { actions, button, smallPrint } from "./elements.ts";
import { escapeText, mrkdwn } from "./mrkdwn.ts";
import { type PagePlace, placeValue } from "./page-place.ts";
import type { Reply } from "./reply.ts";
import { paragraph, quotation, richText, run } from "./rich-text.ts";
import { confirmedShare } from "./share-button.ts";
import type { Statement, TimelinePage } from "./timeline-page.ts";

/** Slack takes at most 4,000 characters of top-level text; ours ends at a whole statement before that. */
const longestText = 3_000;

/** A page of a timeline as a Slack message. */
export function timelineReply(page: TimelinePage, place: PagePlace): Reply {
  return {
    text: spoken(page),
    blocks: [
      richText(paragraph(run(page.heading, true))),
      ...chart(page.chart.lines),
      ...smallPrint(page.notes.join(" ")),
      ...(page.statements.length === 0 ? [] : [{ type: "divider" as const }]),
      ...page.statements.flatMap((statement) => statementBlocks(statement, place.page)),
      ...actions(...navigation(page, place)),
    ],
  };
}

function chart(lines: readonly string[]): KnownBlock[] {
  if (lines.length === 0) return [];
  return [
    richText(paragraph(run(timelineTexts.perYear)), {
      type: "rich_text_preformatted",
      elements: [run(lines.join("\n"))],
    }),
  ];
}

function statementBlocks(statement: Statement, page: string): KnownBlock[] {
  const { id, letter, label, parts, more } = statement;
  return [
    dated(statement, button(buttons.context, actionIds.context, id)),
    richText(
      ...(label === null ? [] : [paragraph(run(label, true))]),
      ...(parts.length === 0 ? [] : [quotation(parts)]),
    ),
    ...(more === 0 ? [] : actions(button(buttons.moreOfLetter(more), actionIds.letterPassages, `${page}.${letter}`))),
  ];
}

/** The date opens the source; the rest is small print of our own, escaped. */
function dated({ day, source, standing, url }: Statement, accessory: Button): SectionBlock {
  const bold = url === null ? `*${mrkdwn(day)}*` : `*<${address(url)}|${mrkdwn(day)}>*`;
  const text = [bold, mrkdwn(source), mrkdwn(standing)].filter((part) => part !== "").join(" · ");
  return { type: "section", text: { type: "mrkdwn", text }, accessory };
}

/** What would end a link in mrkdwn, percent-encoded; the address stays the same. */
function address(url: string): string {
  return escapeText(url.replaceAll("|", "%7C").replaceAll("<", "%3C").replaceAll(">", "%3E").replaceAll(/\s/g, "%20"));
}

function navigation({ part, hasPicture }: TimelinePage, place: PagePlace): Button[] {
  const { path, page } = place;
  const forth = placeValue({ ...place, path: [...path, part.before + part.shown] });
  const back = placeValue({ ...place, path: path.slice(0, -1) });
  return [
    ...(path.length > 1 ? [button(buttons.back, actionIds.timelinePageBack, back)] : []),
    ...(part.more ? [button(buttons.more, actionIds.timelinePage, forth)] : []),
    ...(hasPicture ? [button(timelineButtons.picture, actionIds.timelinePicture, page), sharePicture(page)] : []),
  ];
}

function sharePicture(page: string): Button {
  return confirmedShare(timelineButtons.share, actionIds.timelineShare, page, pictureTexts.ask);
}

function spoken({ heading, notes, chart: { spoken: years }, statements }: TimelinePage): string {
  const lines = [
    `${heading}.`,
    ...(years === "" ? [] : [`${timelineTexts.perYear}: ${years}.`]),
    ...(statements.length === 0 ? notes : []),
    ...statements.map(({ day, standing, label, parts }) =>
      [
        `${day}:`,
        standing === "" ? "" : `${standing}.`,
        label === null ? "" : `${label}:`,
        parts.map(({ text }) => text).join(""),
      ]
        .filter((part) => part !== "")
        .join(" "),
    ),
  ].map(escapeText);
  const end = lines.findIndex((_, place) => lines.slice(0, place + 1).join("\n").length > longestText);
  return (end === -1 ? lines : lines.slice(0, Math.max(1, end))).join("\n");
}
