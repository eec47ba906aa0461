import type { CitedPassage } from "../answers/cited-passage.ts";
import type { Person } from "../letters/letter.ts";
import type { LetterKey, PassageId } from "../letters/stored-letter.ts";
import { texts } from "../texts/answer.ts";
import { listed, writtenDay } from "../texts/dutch.ts";
import { timelineTexts } from "../texts/timeline.ts";
import type { Timeline } from "../timeline/find-timeline.ts";
import { echo, nothingNotes, searchNotes } from "./answer-page.ts";
import { clip } from "./clip.ts";
import { citation, standing } from "./letter-line.ts";
import { chartLines, spokenChart } from "./timeline-chart.ts";
import { bestSentence, type Sentence } from "./timeline-sentence.ts";

/** One page of a timeline as a person sees it, before it becomes a message. */
export interface TimelinePage {
  heading: string;
  /** What was searched, what was repaired, which part this is: whole sentences. */
  notes: string[];
  /** Mentions a year in lines of text, and the same read aloud; only on the first page, empty elsewhere. */
  chart: { lines: string[]; spoken: string };
  /** Newest first. */
  statements: Statement[];
  /** Statements before this page, on it, and whether another page follows. */
  part: { before: number; shown: number; more: boolean };
  /** There are dated letters, and so a picture. */
  hasPicture: boolean;
}

/** What one passage says, with when and where. */
export interface Statement extends Sentence {
  id: PassageId;
  /** `29 januari 2025`. */
  day: string;
  /** Who wrote it and how it is cited. */
  source: string;
  /** That the letter corrects another, or was itself corrected or replaced; empty for most. */
  standing: string;
  url: string | null;
  letter: LetterKey;
  /** Passages of that letter that are left out behind this one. */
  more: number;
}

/** A hit with its texts, as looked up for the page. */
export interface TimelineHit extends CitedPassage {
  /** Passages of the same letter that are shown nowhere in the timeline; only at the last that is, 0 elsewhere. */
  more: number;
}

/** So many statements are asked for a page; fewer are shown when they are very long. */
export const mostStatements = 10;
/** Characters of all statements of a page together, so that a message stays within what Slack takes. */
const longestStatements = 7_500;
/** A statement that cannot be cut (one word, one address) and is longer than this is not shown here. */
const longestStatement = 1_500;
/** Longer lists of senders, in characters, are shortened to the first of them. */
const longestNames = 200;
const longestStanding = 300;

/**
 * A page of a timeline.
 *
 * @param hits those that the page may show, with their texts
 * @param before how many hits stand on the pages before this one
 */
export function timelinePage(timeline: Timeline, hits: readonly TimelineHit[], before: number): TimelinePage {
  const { query, series, marking, total } = timeline;
  const name = echo(query.typed);
  if (total === 0) {
    const part = { before, shown: 0, more: false };
    const chart = { lines: [], spoken: "" };
    const notes = nothingNotes(timeline);
    return { heading: texts.answer.nothing(name), notes, chart, statements: [], part, hasPicture: false };
  }
  const sought = { marking, countries: query.filters.countries };
  const statements = prefix(
    hits.map(({ letter, passage, question, more }) => ({
      ...withinReason(bestSentence(passage, question, sought)),
      id: passage.id,
      day: letter.date === null ? texts.answer.undated : writtenDay(letter.date),
      source: [names(letter.senders), citation(letter)].filter((part) => part !== "").join(" · "),
      standing: clip(standing(letter), longestStanding),
      url: letter.url,
      letter: letter.key,
      more,
    })),
  );
  const shown = statements.length;
  const isMore = before + shown < timeline.statements;
  const { undated } = series;
  return {
    heading: timelineTexts.heading(name, total, timeline.letters),
    notes: [
      before === 0 && !isMore && timeline.statements === total
        ? timelineTexts.allShown
        : timelineTexts.part(before, shown),
      ...(undated.letters === 0 ? [] : [timelineTexts.undated(undated.passages, undated.letters)]),
      ...searchNotes(timeline),
    ],
    chart: before === 0 ? { lines: chartLines(series), spoken: spokenChart(series) } : { lines: [], spoken: "" },
    statements,
    part: { before, shown, more: isMore },
    hasPicture: series.years.some(({ letters }) => letters > 0),
  };
}

function withinReason(sentence: Sentence): Sentence {
  const length = sentence.parts.reduce((sum, { text }) => sum + text.length, 0);
  return length <= longestStatement ? sentence : { label: timelineTexts.tooLong, parts: [] };
}

/** At least one, and as many as fit. */
function prefix(statements: readonly Statement[]): Statement[] {
  let length = 0;
  const end = statements.findIndex((statement, place) => {
    length += lengthOf(statement);
    return place > 0 && length > longestStatements;
  });
  return statements.slice(0, end === -1 ? undefined : end);
}

function lengthOf({ label, parts, day, source, standing }: Statement): number {
  const texts = [label ?? "", day, source, standing, ...parts.map(({ text }) => text)];
  return texts.reduce((sum, text) => sum + text.length, 0);
}

/** Names without offices, so that date and source fit on a line; the letter in context has them in full. */
function names(senders: readonly Person[]): string {
  const all = listed(senders.map(({ name }) => name));
  if (all.length <= longestNames) return all;
  const [first] = senders;
  if (first === undefined || first.name.length > longestNames) return "";
  return senders.length === 1 ? first.name : timelineTexts.others(first.name, senders.length - 1);
}
