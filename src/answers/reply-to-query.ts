import { UserError } from "../errors.ts";
import { answerPage, pageFrom } from "../replies/answer-page.ts";
import { answerReply, type Instead } from "../replies/answer-reply.ts";
import type { PagePlace } from "../replies/page-place.ts";
import type { Reply } from "../replies/reply.ts";
import { composeQuery } from "../search/compose-query.ts";
import type { PassageIndex, Query } from "../search/passage-index.ts";
import { noFilters, parseQuery } from "../search/query.ts";
import type { LetterReader } from "../store/letter-reader.ts";
import type { ResultPages } from "../store/result-pages.ts";
import { expired } from "../texts/buttons.ts";
import { answerQuery } from "./answer.ts";

/** Words that are tried by themselves, and shown, when nothing answers all of them. */
const mostWords = 8;
const mostInstead = 4;
const countOnly = { offset: 0, limit: 1, perLetter: null };

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
 * @throws UserError `forgotten` when what was asked has been forgotten
 */
export async function replyAtPlace(place: PagePlace, parts: AnsweringParts): Promise<Reply> {
  return pageReply(typedAt(place.page, parts), place, parts);
}

/**
 * What was asked.
 *
 * @throws UserError `forgotten` when it has been forgotten
 */
export function typedAt(page: string, { pages, now }: Pick<AnsweringParts, "pages" | "now">): string {
  const typed = pages.typed(page, now());
  if (typed === null) throw new UserError("forgotten", "A result page has expired", expired.page);
  return typed;
}

async function pageReply(typed: string, place: PagePlace, parts: AnsweringParts): Promise<Reply> {
  const before = place.path.at(-1) ?? 0;
  const answer = await answerQuery(typed, pageFrom(before), parts, place.order);
  const instead = answer.total === 0 ? await partsWithAnswers(answer.query, parts) : [];
  return answerReply(answerPage(answer, before), place, instead);
}

/**
 * Of a query that nothing answers: without its filters where it has any, and its words one by one.
 */
async function partsWithAnswers(query: Query, parts: AnsweringParts): Promise<Instead[]> {
  const instead: Instead[] = [];
  for (const typed of partsOf(query)) {
    const { total, corrected } = await answerQuery(typed, countOnly, parts);
    if (total === 0 || corrected.length > 0) continue;
    const place: PagePlace = { page: parts.pages.keep(typed, parts.now()), order: "best", path: [0] };
    instead.push({ typed, passages: total, place });
    if (instead.length === mostInstead) break;
  }
  return instead;
}

/** In the order typed, none of them the whole query again. */
function partsOf(query: Query): string[] {
  const { words, phrases, filters } = query;
  const withoutFilters = composeQuery({ ...query, filters: noFilters });
  const hasFilters = JSON.stringify(filters) !== JSON.stringify(noFilters);
  const loose = words.split(" ");
  const single = [...loose, ...phrases].filter((word) => [...word].length > 2);
  const all = [...(hasFilters && withoutFilters !== "" ? [withoutFilters] : []), ...single.slice(0, mostWords)];
  return [...new Set(all)].filter((part) => part !== "" && part.toLowerCase() !== query.typed.toLowerCase());
}
