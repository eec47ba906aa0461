import { UserError } from "../errors.ts";
import { echo } from "../replies/answer-page.ts";
import { altText, pictureFile, pictureWords } from "../replies/timeline-picture-blocks.ts";
import { pictureTexts } from "../texts/timeline.ts";
import { findTimeline } from "../timeline/find-timeline.ts";
import type { Series } from "../timeline/series.ts";
import { type AnsweringParts, typedAt } from "./reply-to-query.ts";

/** The picture of a timeline, ready to be sent. */
export interface TimelinePicture {
  png: Buffer;
  /** Of the file. */
  name: string;
  /** What was sought, as typed. */
  sought: string;
  alt: string;
  series: Series;
}

/**
 * Draws the picture of a timeline given before.
 *
 * @param page what its buttons carry
 * @throws UserError `forgotten` when what was asked has been forgotten, `nothing-to-draw` when no letter has a date
 */
export async function pictureOf(page: string, parts: AnsweringParts): Promise<TimelinePicture> {
  const { query, series } = await findTimeline(typedAt(page, parts), 0, parts);
  if (series.years.every(({ letters }) => letters === 0)) {
    throw new UserError("nothing-to-draw", "A picture of no dated letters", pictureTexts.nothingToDraw);
  }
  const sought = echo(query.typed);
  // Only now: the library that draws is large, and most runs never draw.
  const { drawTimeline } = await import("../timeline/picture.ts");
  const png = await drawTimeline(series, pictureWords(sought, series));
  return { png, name: pictureFile(sought), sought, alt: altText(sought, series), series };
}
