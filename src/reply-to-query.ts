import { answerQuery } from "./answer.ts";
import { UserError } from "./errors.ts";
import { answerPage, pageFrom } from "./replies/answer-page.ts";
import { answerReply } from "./replies/answer-reply.ts";
import type { PagePlace } from "./replies/page-place.ts";
import type { Reply } from "./replies/reply.ts";
import type { PassageIndex } from "./search/passage-index.ts";
import { parseQuery } from "./search/query.ts";
import type { LetterReader } from "./store/letter-reader.ts";
import type { ResultPages } from "./store/result-pages.ts";
import { expired } from "./texts/buttons.ts";

/** What answering takes. */
export interface AnsweringParts {
  index: PassageIndex;
  letters: LetterReader;
  pages: ResultPages;
  now: () => Date;
}

/**
 * The first page of the answer to what a person typed, with buttons that work for a day.
 *
 * @throws UserError of `parseQuery` for a query that cannot be understood
 */
export async function replyToQuery(typed: string, parts: AnsweringParts): Promise<Reply> {
  const { order } = parseQuery(typed);
  return pageReply(typed, { page: parts.pages.keep(typed, parts.now()), order, path: [0] }, parts);
}

/**
 * Another page of an answer given before.
 *
 * @throws UserError `expired` when what was asked has been forgotten
 */
export async function replyAtPlace(place: PagePlace, parts: AnsweringParts): Promise<Reply> {
  return pageReply(typedAt(place.page, parts), place, parts);
}

/**
 * What was asked.
 *
 * @throws UserError `expired` when it has been forgotten
 */
export function typedAt(page: string, { pages, now }: Pick<AnsweringParts, "pages" | "now">): string {
  const typed = pages.typed(page, now());
  if (typed === null) throw new UserError("expired", "A result page has expired", expired.page);
  return typed;
}

async function pageReply(typed: string, place: PagePlace, parts: AnsweringParts): Promise<Reply> {
  const before = place.path.at(-1) ?? 0;
  const answer = await answerQuery(typed, pageFrom(before), parts, place.order);
  return answerReply(answerPage(answer, before), place);
}
