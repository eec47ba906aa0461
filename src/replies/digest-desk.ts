import type { KnownBlock, RichTextElement } from "@slack/types";
import { isOwnConversation } from "../digest/place.ts";
import type { Preview } from "../digest/previews.ts";
import type { Subscription } from "../digest/subscription.ts";
import { dayAt } from "../letters/days.ts";
import type { StoredLetter } from "../letters/stored-letter.ts";
import { texts as general } from "../texts/answer.ts";
import { digestTexts, frequencyText } from "../texts/digest.ts";
import { writtenDay } from "../texts/dutch.ts";
import { questionTexts } from "../texts/questions.ts";
import { actionIds } from "./action-ids.ts";
import { clip } from "./clip.ts";
import { nameOf, where } from "./digest-notice.ts";
import { actions, button, confirmation, plain, smallPrint } from "./elements.ts";
import { byline, titleOf } from "./letter-line.ts";
import { escapeText } from "./mrkdwn.ts";
import type { Reply } from "./reply.ts";
import { bullets, code, paragraph, richText, run } from "./rich-text.ts";

const texts = digestTexts.desk;

/** A subscription with the instant of its next turn; null when it has one as soon as something comes in. */
export interface Described {
  subscription: Subscription;
  next: Date | null;
}

/** Characters of a title as shown here; the whole stands in its place. */
const longestName = 200;
/** So many are listed; Slack takes some 12,000 characters. */
const mostListed = 20;

/**
 * What is said of a new subscription: what it is, when it comes, and what there is of it.
 *
 * @param below what it would have brought, or what there is now: `previewed` and src/replies/questions-now.ts
 * @param hint small print; empty for none
 */
export function followedReply(
  { subscription, next }: Described,
  { isNew, below, hint, timeZone }: { isNew: boolean; below: KnownBlock[]; hint: string; timeZone: string },
): Reply {
  const { id, place } = subscription;
  const heading = isNew ? texts.made(id, nameOf(subscription)) : texts.exists(id, nameOf(subscription));
  const invite = isNew && !isOwnConversation(place) ? [texts.invite] : [];
  const hints = isNew ? [] : [texts.existsHint(id)];
  const small = [...(hint === "" ? [] : [hint]), ...invite];
  return reply(heading, [...timing(subscription, next, timeZone), ...hints], below, small);
}

export function changedReply(
  { subscription, next }: Described,
  { below, timeZone }: { below: KnownBlock[]; timeZone: string },
): Reply {
  const heading = texts.changed(subscription.id, nameOf(subscription));
  return reply(heading, timing(subscription, next, timeZone), below, []);
}

export function pausedReply(struck: readonly Subscription[]): Reply {
  return reply(texts.paused(numbers(struck)), [texts.pausedHint], [], []);
}

export function resumedReply(struck: readonly Subscription[]): Reply {
  return reply(texts.resumed(numbers(struck)), [texts.resumedHint], [], []);
}

export function stoppedReply(struck: readonly Subscription[]): Reply {
  return reply(texts.stopped(numbers(struck)), [], [], []);
}

/** What is followed at a place. */
export function listReply(all: readonly Described[], timeZone: string): Reply {
  if (all.length === 0) return reply(texts.emptyList, [texts.emptyListHint], [], []);
  const shown = all.slice(0, mostListed);
  const lines = shown.map(({ subscription, next }) => ({
    subscription,
    name: `${subscription.id}. ${nameOf(subscription)}`,
    state: stateOf(subscription, next, timeZone),
  }));
  return {
    text: escapeText(
      [`${texts.list}:`, ...lines.map(({ name, state }) => `${name}, ${state}`)].join("\n").slice(0, 2000),
    ),
    blocks: [
      richText(paragraph(run(texts.list, true))),
      ...lines.flatMap((line) => listed(line)),
      ...smallPrint(texts.hint),
    ],
  };
}

/** What a person follows, for the home; nothing when that is nothing. */
export function homeBlocks(all: readonly Described[], timeZone: string): KnownBlock[] {
  if (all.length === 0) return [];
  return [
    { type: "header", text: plain(digestTexts.home) },
    ...all.slice(0, mostListed).flatMap(({ subscription, next }) => {
      const name = `${subscription.id}. ${nameOf(subscription)}`;
      return listed({ subscription, name, state: stateOf(subscription, next, timeZone) }, true);
    }),
  ];
}

/** A subscription with its buttons; in the home with its place instead of its maker. */
function listed(
  { subscription, name, state }: { subscription: Subscription; name: string; state: string },
  withPlace = false,
): KnownBlock[] {
  const id = String(subscription.id);
  const maker: RichTextElement[] =
    subscription.maker === ""
      ? [run(texts.madeByNobody)]
      : [run(`${texts.madeBy} `), { type: "user", user_id: subscription.maker }];
  const pause =
    subscription.paused === null
      ? button(digestTexts.buttons.pause, actionIds.subscriptionPause, id)
      : button(digestTexts.buttons.resume, actionIds.subscriptionResume, id);
  const { stop, stopTitle, stopAsk, stopDeny } = digestTexts.buttons;
  const confirm = confirmation({ title: stopTitle, ask: stopAsk, confirm: stop, deny: stopDeny });
  return [
    richText(
      paragraph(run(name, true)),
      paragraph(run(`${state.replace(/\.$/u, "")}; `), ...(withPlace ? where(subscription.place) : maker)),
    ),
    ...actions(
      // Of the answer to one set of questions there is nothing to change.
      ...(subscription.question === null ? [button(digestTexts.buttons.change, actionIds.subscriptionChange, id)] : []),
      pause,
      button(stop, actionIds.subscriptionStop, id, { confirm }),
    ),
  ];
}

/** How to follow. */
export function deskHelpReply(): Reply {
  const { heading, lead, lines, quotes } = digestTexts.help;
  return {
    text: escapeText([`${heading}.`, lead, ...lines.map(([typed, what]) => `${typed}: ${what}`), quotes].join("\n")),
    blocks: [
      richText(paragraph(run(heading, true))),
      richText(paragraph(run(lead))),
      richText(bullets(lines.map(([typed, what]) => [code(typed), run(`  ${what}`)]))),
      ...smallPrint(quotes),
    ],
  };
}

/** When it comes, or why it does not. */
function stateOf({ frequency, subject, paused }: Subscription, next: Date | null, timeZone: string): string {
  if (paused === null) {
    return `${frequencyText(frequency, subject)}${next === null ? "" : `. ${texts.next(writtenInstant(next, timeZone))}`}`;
  }
  const { why, remedy } = digestTexts.pauses[paused.reason];
  return `${texts.pausedSince(why, writtenDay(dayAt(paused.since, timeZone)))}. ${remedy}`;
}

function timing(subscription: Subscription, next: Date | null, timeZone: string): string[] {
  if (subscription.paused !== null) return [`${stateOf(subscription, next, timeZone)}`];
  const { subject, frequency } = subscription;
  const whenTexts = { letters: texts.when, ...questionTexts.when };
  const when = whenTexts[subject](frequencyText(frequency, subject));
  return next === null ? [when] : [when, texts.next(writtenInstant(next, timeZone))];
}

/** `dinsdag 6 januari 2026 om 08:30`. */
function writtenInstant(instant: Date, timeZone: string): string {
  const written = new Intl.DateTimeFormat("nl-NL", { dateStyle: "full", timeStyle: "short", timeZone });
  return written.format(instant);
}

/** What new letters a query would have brought; null while that cannot be told. */
export function previewed(preview: Preview | null, { query }: Subscription): KnownBlock[] {
  if (preview === null) return smallPrint(texts.noPreview);
  const { days, letters, newest, corrected } = preview;
  const more = letters > newest.length && newest.length > 0 ? [texts.previewMore(letters - newest.length)] : [];
  const repairs = query === "" ? [] : corrected.map(({ from, to }) => general.answer.corrected(from, to));
  return [
    richText(paragraph(run(texts.preview(days, letters)))),
    ...(newest.length === 0
      ? []
      : [richText(bullets(newest.map((letter) => [named(letter), run(`\n${byline(letter)}`)])))]),
    ...smallPrint([...more, ...repairs].join(" ")),
  ];
}

function named({ title, url }: StoredLetter): RichTextElement {
  const text = clip(titleOf({ title }), longestName);
  return url === null ? run(text) : { type: "link", url, text };
}

function numbers(all: readonly Subscription[]): string[] {
  return all.map(({ id }) => String(id));
}

function reply(heading: string, sentences: string[], blocks: KnownBlock[], small: string[]): Reply {
  return {
    text: escapeText([heading, ...sentences].join("\n")),
    blocks: [
      richText(paragraph(run(heading, true))),
      ...(sentences.length === 0 ? [] : [richText(paragraph(run(sentences.join(" "))))]),
      ...blocks,
      ...smallPrint(small.join(" ")),
    ],
  };
}
