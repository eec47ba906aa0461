import type { RichTextElement } from "@slack/types";
import type { Place } from "../digest/place.ts";
import { isOwnConversation } from "../digest/place.ts";
import type { Pause, Subscription } from "../digest/subscription.ts";
import { digestTexts as texts } from "../texts/digest.ts";
import { questionTexts } from "../texts/questions.ts";
import { clip } from "./clip.ts";
import { escapeText } from "./mrkdwn.ts";
import type { Reply } from "./reply.ts";
import { bullets, paragraph, richText, run } from "./rich-text.ts";

/** Characters of a name; the whole of a query is what the person typed. */
const longestName = 200;
/** So many subscriptions are named in one notice. */
const mostNamed = 20;

/** What a person is told when what he or she made is paused: what, why, and how to go on. */
export function pauseNotice(reason: Pause["reason"], struck: readonly Subscription[]): Reply {
  const { why, remedy } = texts.pauses[reason];
  const lead = texts.notice.paused(struck.length, why);
  const named = struck.slice(0, mostNamed).map((one) => ({ name: nameOf(one), place: one.place }));
  return {
    text: escapeText([lead, ...named.map(({ name }) => `- ${name}`), remedy, texts.notice.nothingLost].join("\n")),
    blocks: [
      richText(paragraph(run(lead, true))),
      richText(bullets(named.map(({ name, place }) => [run(`${name}, `), ...where(place)]))),
      richText(paragraph(run(`${remedy} ${texts.notice.nothingLost}`))),
    ],
  };
}

/** What a person is told when a digest may be missing. */
export function giveUpNotice(state: "unsure" | "failed", place: Place): Reply {
  return {
    text: escapeText(texts.notice[state]),
    blocks: [
      richText(paragraph(run(texts.notice[state]))),
      richText(paragraph(run(`${texts.notice.place} `), ...where(place))),
    ],
  };
}

/** What a subscription is about: its query as typed, that everything is followed, or which questions. */
export function nameOf({ subject, query, question }: Pick<Subscription, "subject" | "query" | "question">): string {
  if (question !== null) return clip(questionTexts.names.answer(question.title), longestName);
  if (subject !== "letters") return clip(questionTexts.names[subject](query), longestName);
  return clip(query || texts.everything, longestName);
}

/** A place as a reader knows it. */
export function where(place: Place): RichTextElement[] {
  if (isOwnConversation(place)) return [run(texts.where.own)];
  return [run(`${texts.where.channel} `), { type: "channel", channel_id: place }];
}
