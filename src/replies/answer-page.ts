import type { Answer, Hit } from "../answers/answer.ts";
import { type LetterKey, type PassageId, passageId } from "../letters/stored-letter.ts";
import type { Marking, Page } from "../search/passage-index.ts";
import { texts } from "../texts/answer.ts";
import { writtenDay, yearOf } from "../texts/dutch.ts";
import { clip } from "./clip.ts";
import { canBeAnswered } from "./followed-question.ts";
import { grouped } from "./grouped.ts";
import { byline, titleOf } from "./letter-line.ts";
import { amongOthers, type Quote, quotesOf, withoutRepeatedHeadings } from "./passage-quotes.ts";

/** One page of an answer as a person sees it, before any form (Slack, terminal) is chosen. */
export interface AnswerPage {
  heading: string;
  /** What was searched, what was repaired, which part this is: whole sentences. */
  notes: string[];
  letters: LetterCard[];
  /** Hits before this page, on it, and in all; `more` when another page follows. */
  part: { before: number; shown: number; total: number; more: boolean };
  order: "best" | "newest";
}

export interface LetterCard {
  key: LetterKey;
  title: string;
  url: string | null;
  /** Date, senders, citation. */
  byline: string;
  passages: PassageCard[];
  /** They are questions whose answer can be waited for. */
  canBeAnswered: boolean;
  /** Passages of this letter that match and are on no page, because a page shows at most two of a letter. */
  more: number;
}

export interface PassageCard {
  id: PassageId;
  quotes: Quote[];
  /** The passage that this answer points to, where that can be told. */
  pointsTo: PassageId | null;
}

/** At most this many letters and passages of one letter on a page; a page is a prefix of the ranked hits. */
const lettersOnPage = 4;
const passagesOfLetter = 2;
const mostPassages = lettersOnPage * passagesOfLetter;

/** What to ask of the index for the page that begins after so many hits. */
export function pageFrom(offset: number): Page {
  // One more than are shown, to know whether another page follows.
  return { offset, limit: mostPassages + 1, perLetter: passagesOfLetter };
}

/** Longest query that is repeated in a heading. */
const longestEcho = 100;

/**
 * A page of an answer: its hits until a fifth letter would be needed, kept together by letter.
 *
 * @param before how many hits stand on the pages before this one
 */
export function answerPage(answer: Answer, before = 0): AnswerPage {
  const shown = prefix(answer.hits);
  const {
    total,
    query: { order },
  } = answer;
  const part = { before, shown: shown.length, total, more: answer.hits.length > shown.length };
  const cards = [...grouped(shown, (hit) => hit.letter.key).values()];
  const query = echo(answer.query.typed);
  if (answer.total === 0) {
    return { heading: texts.answer.nothing(query), notes: nothingNotes(answer), letters: [], part, order };
  }
  return {
    heading: texts.answer.heading(query, answer.total, answer.letters),
    notes: [
      ...(shown.length < total ? [texts.answer.part(before, shown.length, total, order)] : []),
      ...(shown.some(({ moreInLetter }) => moreInLetter > 0) ? [texts.answer.thinned] : []),
      ...searchNotes(answer),
    ],
    letters: cards.map((hits) => letterCard(hits, answer.marking)),
    part,
    order,
  };
}

/** What an answer says of how it came about. */
type Searched = Pick<Answer, "corrected" | "expanded" | "collection" | "loading">;

function prefix(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  const end = hits.findIndex(({ letter }) => seen.add(letter.key).size > lettersOnPage);
  return hits.slice(0, Math.min(mostPassages, end === -1 ? hits.length : end));
}

/** Why there may be nothing, and what was searched. */
export function nothingNotes(answer: Searched): string[] {
  if (answer.collection.letters === 0) return [texts.answer.emptyCollection];
  return [texts.answer.nothingLead, texts.answer.nothingAdvice, ...searchNotes(answer)];
}

/** What was searched, and what was made of the query. */
export function searchNotes({ corrected, expanded, collection, loading }: Searched): string[] {
  return [
    ...(loading === undefined ? [] : [texts.answer.loading(loading.letters, loading.of)]),
    ...corrected.map(({ from, to }) => texts.answer.corrected(from, to)),
    collectionNote(collection),
    ...(expanded.length === 0 ? [] : [texts.answer.expanded(expanded)]),
  ];
}

/** The notes of an answer that has no buttons to open the rest of a letter. */
export function notesWithoutButtons({ notes }: AnswerPage): string[] {
  return notes.filter((note) => note !== texts.answer.thinned);
}

/** "Gezocht in 5 brieven, van 2014 tot en met 29 januari 2025." */
function collectionNote({ letters, oldest, newest }: Answer["collection"]): string {
  return texts.answer.collection(letters, oldest && yearOf(oldest), newest && writtenDay(newest));
}

function letterCard(hits: readonly Hit[], marking: Marking): LetterCard {
  const [first] = hits;
  if (first === undefined) throw new Error("a card without hits");
  const { letter } = first;
  return {
    key: letter.key,
    title: titleOf(letter),
    url: letter.url,
    byline: byline(letter),
    canBeAnswered: canBeAnswered(letter),
    passages: withoutRepeatedHeadings(
      hits.map((hit) => ({
        id: hit.passage.id,
        quotes: quotesOf(hit.passage, hit.question, marking, amongOthers),
        pointsTo: pointsTo(hit),
      })),
    ),
    more: Math.max(...hits.map(({ moreInLetter }) => moreInLetter)),
  };
}

/** The one other passage that an answer means by "zie het antwoord op vraag 3". */
function pointsTo({ letter, passage, question }: Hit): PassageId | null {
  const targets = (question?.refersTo ?? []).flatMap(({ target }) => (target === null ? [] : [target]));
  const [target] = targets;
  return target === undefined || target === passage.ordinal ? null : passageId(letter.key, letter.version, target);
}

/** The query as typed, without its closing mark, short enough for a heading. */
export function echo(typed: string): string {
  return clip(typed.trim().replace(/[?!.\s]{1,20}$/, "") || typed.trim(), longestEcho);
}
