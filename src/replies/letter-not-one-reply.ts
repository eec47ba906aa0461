import type { KnownBlock } from "@slack/types";
import { composeCitation } from "../letters/citations.ts";
import type { Day, PublicationId } from "../letters/letter.ts";
import { publicationUrl } from "../letters/publication-ids.ts";
import type { StoredLetter } from "../letters/stored-letter.ts";
import { writtenDay, yearOf } from "../texts/dutch.ts";
import { letterTexts, notOneTexts } from "../texts/letter.ts";
import { smallPrint } from "./elements.ts";
import { firstWords } from "./first-words.ts";
import { letterItem } from "./letter-blocks.ts";
import { heading } from "./letter-reply.ts";
import { escapeText } from "./mrkdwn.ts";
import type { Reply } from "./reply.ts";
import { paragraph, richText, run } from "./rich-text.ts";

/** A name under which no letter is known. */
export interface UnknownLetter {
  typed: string;
  /** The publication that was named; null when none was. */
  asked: PublicationId | null;
  near: StoredLetter[];
  /** Letters that refer to what was asked: some of them, and how many there are. */
  citing: { shown: StoredLetter[]; total: number };
  collection: { letters: number; oldest: Day | null; newest: Day | null };
}

/** A name that several letters have. */
export interface SeveralLetters {
  typed: string;
  shown: StoredLetter[];
  total: number;
}

const mostShown = 10;
const longestEcho = 100;

/** What was looked for, where, what comes near, and where the publication itself can be read. */
export function unknownLetterReply({ typed, asked, near, citing, collection }: UnknownLetter): Reply {
  const { letters, oldest, newest } = collection;
  const searched = notOneTexts.collection(letters, oldest && yearOf(oldest), newest && writtenDay(newest));
  const none = notOneTexts.none(echo(typed));
  const why =
    asked === null
      ? notOneTexts.unread(searched)
      : notOneTexts.unknown(composeCitation(asked, null) ?? asked, searched);
  const url = asked === null ? null : publicationUrl(asked);
  return {
    text: escapeText(`${none}. ${why}`),
    blocks: [
      ...heading(none),
      richText(paragraph(run(why))),
      ...(url === null ? [] : [richText(paragraph({ type: "link", url, text: notOneTexts.official }))]),
      ...list(citing.total === 0 ? null : notOneTexts.citing(citing.total), citing.shown),
      ...list(near.length === 0 ? null : notOneTexts.near(near.length), near),
    ],
  };
}

/** The letters to choose from, newest first. */
export function severalLettersReply({ typed, shown, total }: SeveralLetters): Reply {
  const several = notOneTexts.several(total, echo(typed));
  const some = shown.slice(0, mostShown);
  return {
    text: escapeText(`${several}.`),
    blocks: [
      ...heading(several),
      ...(some.length < total ? smallPrint(notOneTexts.part(some.length)) : []),
      ...some.map((letter) => letterItem(letter)),
    ],
  };
}

function list(lead: string | null, letters: readonly StoredLetter[]): KnownBlock[] {
  return lead === null ? [] : [...heading(lead), ...letters.slice(0, mostShown).map((letter) => letterItem(letter))];
}

function echo(typed: string): string {
  return firstWords(typed, longestEcho) || letterTexts.title;
}
