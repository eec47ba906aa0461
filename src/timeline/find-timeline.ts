import type { Answer } from "../answer.ts";
import type { LetterKey, Page, PassageId, PassageIndex, SearchHit } from "../search/passage-index.ts";
import { parseQuery } from "../search/query.ts";
import type { LetterReader } from "../store/letter-reader.ts";
import { type Mention, type Series, seriesOf } from "./series.ts";

/** What was said about something, newest first, and how often in every year. */
export interface Timeline extends Omit<Answer, "hits"> {
  /** At most a few passages of one letter; the texts are looked up for the page that is shown. */
  hits: SearchHit[];
  series: Series;
}

/** One long consultation must not fill the page: so many passages of a letter are shown, the rest is one press away. */
const shownOfLetter = 3;

/** All there is: what matches is counted, whatever its number, and an index holds far fewer passages than this. */
const everything: Page = { offset: 0, limit: 10_000_000, perLetter: shownOfLetter };

/**
 * Looks up the timeline of what a person typed, in the language of `/terugkeer`.
 *
 * @throws UserError of `parseQuery` for a query that cannot be understood
 */
export async function findTimeline(
  typed: string,
  { index, letters }: { index: PassageIndex; letters: LetterReader },
): Promise<Timeline> {
  const query = { ...parseQuery(typed), order: "newest" as const };
  const result = await index.search(query, everything);
  const mentions = mentionsOf(result.hits, letters);
  return {
    ...result,
    query,
    collection: letters.collection(),
    series: seriesOf(mentions, letters.years(), query.filters),
  };
}

/** Every hit of a letter says how many passages were thinned out behind it; with those shown that is their number. */
function mentionsOf(hits: readonly SearchHit[], letters: LetterReader): Mention[] {
  const counts = new Map<LetterKey, { passage: PassageId; passages: number }>();
  for (const { letter, passage, moreInLetter } of hits) {
    const count = counts.get(letter);
    if (count === undefined) counts.set(letter, { passage, passages: 1 + moreInLetter });
    else count.passages += 1;
  }
  const found = [...counts.values()];
  const days = letters.daysOf(found.map(({ passage }) => passage));
  return found.map(({ passages }, place) => ({ day: days[place] ?? null, passages }));
}
