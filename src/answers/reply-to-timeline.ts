import type { PagePlace } from "../replies/page-place.ts";
import type { Reply } from "../replies/reply.ts";
import { mostStatements, timelinePage } from "../replies/timeline-page.ts";
import { timelineReply } from "../replies/timeline-reply.ts";
import type { SearchHit } from "../search/passage-index.ts";
import { findTimeline, shownOfLetter, type Timeline } from "../timeline/find-timeline.ts";
import { citedPassage } from "./cited-passage.ts";
import { type AnsweringParts, typedAt } from "./reply-to-query.ts";

/**
 * The first page of the timeline of what a person typed, with buttons that work for a day.
 *
 * @throws UserError of `parseQuery` for a query that cannot be understood
 */
export async function replyToTimeline(typed: string, parts: AnsweringParts): Promise<Reply> {
  const timeline = await findTimeline(typed, mostStatements, parts);
  const page = parts.pages.keep(typed, parts.now());
  return pageReply(timeline, { page, order: "newest", path: [0] }, parts);
}

/**
 * Another page of a timeline given before.
 *
 * @throws UserError `forgotten` when what was asked has been forgotten
 */
export async function timelineAtPlace(place: PagePlace, parts: AnsweringParts): Promise<Reply> {
  const limit = beforeOf(place) + mostStatements;
  return pageReply(await findTimeline(typedAt(place.page, parts), limit, parts), place, parts);
}

function pageReply(timeline: Timeline, place: PagePlace, { letters }: AnsweringParts): Reply {
  const before = beforeOf(place);
  const hits = timeline.hits.slice(before, before + mostStatements).flatMap((hit, at) => {
    const cited = citedPassage(hit.passage, letters);
    return cited === null ? [] : [{ ...cited, more: leftOut(timeline.hits, before + at) }];
  });
  return timelineReply(timelinePage(timeline, hits, before), place);
}

/** How many statements stand on the pages before this one. */
function beforeOf({ path }: PagePlace): number {
  return path.at(-1) ?? 0;
}

/** How many passages of the letter are in no hit, told at the last of its hits. */
function leftOut(hits: readonly SearchHit[], at: number): number {
  const hit = hits[at];
  // Only where as many are shown as may be, some are left out.
  const isLast = hits.slice(0, at + 1).filter(({ letter }) => letter === hit?.letter).length === shownOfLetter;
  return isLast ? (hit?.moreInLetter ?? 0) : 0;
}
