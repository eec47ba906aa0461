import type { Answer } from "../answers/answer.ts";
import type { PassageIndex, SearchHit } from "../search/passage-index.ts";
import { parseQuery } from "../search/query.ts";
import type { LetterReader } from "../store/letter-reader.ts";
import { type Series, seriesOf } from "./series.ts";

/** What was said about something, newest first, and how often in every year. */
export interface Timeline extends Omit<Answer, "hits"> {
  /**
   * The first of the statements, as many as were asked for; at most a few passages of one letter. The texts are looked up
   * for the page that is shown.
   */
  hits: SearchHit[];
  /** How many hits there are in all. */
  statements: number;
  series: Series;
}

/** One long consultation must not fill the page: so many passages of a letter are shown, the rest is one press away. */
export const shownOfLetter = 3;

/**
 * Looks up the timeline of what a person typed, in the language of `/terugkeer`.
 *
 * @param limit how many statements are wanted
 * @throws UserError of `parseQuery` for a query that cannot be understood
 */
export async function findTimeline(
  typed: string,
  limit: number,
  { index, letters }: { index: PassageIndex; letters: LetterReader },
): Promise<Timeline> {
  const query = { ...parseQuery(typed), order: "newest" as const };
  const { mentions = [], ...result } = await index.search(query, {
    offset: 0,
    limit,
    perLetter: shownOfLetter,
    mentions: true,
  });
  return {
    ...result,
    query,
    statements: mentions.reduce((sum, { passages }) => sum + Math.min(passages, shownOfLetter), 0),
    collection: letters.collection(),
    series: seriesOf(mentions, letters.years(), query.filters),
  };
}
