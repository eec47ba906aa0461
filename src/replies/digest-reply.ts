import type { Day } from "../letters/letter.ts";
import { digestTexts } from "../texts/digest.ts";
import { writtenDay } from "../texts/dutch.ts";
import type { DigestCard } from "./digest-page.ts";
import { actions, smallPrint } from "./elements.ts";
import { answerButton } from "./followed-question.ts";
import { cut, leftOver, letterList, mostListed, spoken } from "./letter-list.ts";
import type { Reply } from "./reply.ts";
import { linked, paragraph, quoteElements, richText, run } from "./rich-text.ts";

const texts = digestTexts.digest;

/** Characters of a title above its details, and of what stands below it: only what has gone wrong is cut. */
const longestHeading = 1_000;
const longestContext = 1_500;
/** Characters of all that was followed, as named above a digest. */
const longestQueries = 600;

/**
 * A digest as Slack messages: one for the channel (day, how many, titles), and for its thread one with the details of
 * every letter, and links to what is left over.
 *
 * @param cards at least one, in the order in which they are shown
 */
export function digestReplies(day: Day, cards: readonly DigestCard[]): [Reply, ...Reply[]] {
  const shown = cards.slice(0, mostListed);
  return [parent(day, cards, shown), ...shown.map(cardReply), ...leftOver(cards.slice(mostListed), texts)];
}

function parent(day: Day, cards: readonly DigestCard[], shown: readonly DigestCard[]): Reply {
  const heading = texts.heading(writtenDay(day), cards.length);
  const more = cards.length > shown.length ? [texts.more(cards.length - shown.length)] : [];
  const queries = [...new Set(cards.flatMap((card) => card.queries))];
  const about = queries.length === 0 ? [] : [cut(texts.about(queries), longestQueries)];
  return {
    text: spoken(
      `${heading}.`,
      shown.map(({ title, byline, mark }) => [title, byline, mark].filter((part) => part !== null).join(", ")),
    ),
    blocks: [
      richText(paragraph(run(heading, true))),
      letterList(shown),
      ...smallPrint([...more, texts.inThread].join(" ")),
      ...about.flatMap(smallPrint),
    ],
  };
}

/** A letter with all that is shown of it. */
export function cardReply(card: DigestCard): Reply {
  const { awaited, title, url, byline, mark, queries, lead, questions, quotes, references } = card;
  const about = queries.length === 0 ? "" : cut(texts.about(queries), longestQueries);
  const small = [byline, mark, about].filter((part) => part !== null && part !== "").join(" · ");
  return {
    text: spoken(cut(title, longestHeading), [byline]),
    blocks: [
      richText(paragraph(linked(cut(title, longestHeading), url))),
      ...smallPrint(cut(small, longestContext)),
      ...(lead === null ? [] : [richText(...quoteElements(lead))]),
      ...(questions === null ? [] : smallPrint(questions)),
      ...(quotes.length === 0 ? [] : [richText(...quotes.flatMap(quoteElements))]),
      ...(references.length === 0 ? [] : [richText(paragraph(run(texts.references, true))), letterList(references)]),
      ...(awaited === null ? [] : actions(answerButton(awaited))),
    ],
  };
}
