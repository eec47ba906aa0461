import type { Answer, Hit } from "../answer.ts";
import { composeCitation } from "../letters/citations.ts";
import type { Asker, Person } from "../letters/letter.ts";
import { findMatches } from "../search/highlight.ts";
import type { Marking } from "../search/passage-index.ts";
import { type SnippetPart, snippet } from "../search/snippet.ts";
import { texts } from "../texts.ts";
import { listed, writtenDay, yearOf } from "./dutch.ts";
import { grouped } from "./grouped.ts";

/** One page of an answer as a person sees it, before any form (Slack, terminal) is chosen. */
export interface AnswerPage {
  heading: string;
  /** What was searched, what was repaired, which part this is: whole sentences. */
  notes: string[];
  letters: LetterCard[];
}

export interface LetterCard {
  title: string;
  url: string | null;
  /** Date, senders, citation. */
  byline: string;
  quotes: Quote[];
}

/** A stretch of a letter, verbatim but for `…` where it is cut; `label` says what it is (question, answer). */
export interface Quote {
  label: string | null;
  /** The label is a heading of the letter, not ours. */
  isHeading: boolean;
  parts: SnippetPart[];
}

/** At most this many letters and passages of one letter on a page; a page is a prefix of the ranked hits. */
const lettersOnPage = 4;
const passagesOfLetter = 2;

/** What to ask of the index for a first page. */
export const firstPage = { offset: 0, limit: lettersOnPage * passagesOfLetter, perLetter: passagesOfLetter };

/**
 * Longest quotation in characters. A passage up to the first length is shown whole, a longer one as its best
 * sentences, so that eight of them stay within what Slack takes in one message.
 */
const longestQuote = 900;
const longestQuestion = 400;
const longestAnswer = 750;
/** Longest query that is repeated in a heading. */
const longestEcho = 100;

/** The page of an answer: the best hits until a fifth letter would be needed, kept together by letter. */
export function answerPage(answer: Answer): AnswerPage {
  const shown = prefix(answer.hits);
  const cards = [...grouped(shown, (hit) => hit.letter.key).values()];
  const query = echo(answer.query.typed);
  if (answer.total === 0) {
    return { heading: texts.answer.nothing(query), notes: nothingNotes(answer), letters: [] };
  }
  return {
    heading: texts.answer.heading(query, answer.total, answer.letters),
    notes: [
      ...(shown.length < answer.total ? [texts.answer.part(shown.length, answer.total)] : []),
      ...searchNotes(answer),
    ],
    letters: cards.map((hits) => letterCard(hits, answer.marking)),
  };
}

function prefix(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  const end = hits.findIndex(({ letter }) => seen.add(letter.key).size > lettersOnPage);
  return hits.slice(0, end === -1 ? hits.length : end);
}

function nothingNotes(answer: Answer): string[] {
  if (answer.collection.letters === 0) return [texts.answer.emptyCollection];
  return [texts.answer.nothingLead, texts.answer.nothingAdvice, ...searchNotes(answer)];
}

function searchNotes({ corrected, expanded, collection, loading }: Answer): string[] {
  return [
    ...(loading === undefined ? [] : [texts.answer.loading(loading.letters, loading.of)]),
    ...corrected.map(({ from, to }) => texts.answer.corrected(from, to)),
    collectionNote(collection),
    ...(expanded.length === 0 ? [] : [texts.answer.expanded(expanded)]),
  ];
}

/** "Gezocht in 5 brieven, 2014 tot 29 januari 2025." */
function collectionNote({ letters, oldest, newest }: Answer["collection"]): string {
  return texts.answer.collection(letters, oldest && yearOf(oldest), newest && writtenDay(newest));
}

function letterCard(hits: readonly Hit[], marking: Marking): LetterCard {
  const [first] = hits;
  if (first === undefined) throw new Error("a card without hits");
  const { letter } = first;
  return {
    title: letter.title || texts.answer.untitled,
    url: letter.url,
    byline: letterByline(letter),
    quotes: hitQuotes(hits, marking),
  };
}

/** Date, senders, citation of a letter. */
export function letterByline(letter: Hit["letter"]): string {
  const copy = letter.chamber === "Eerste Kamer" && /^kst-\d.*-\d+$/.test(letter.id);
  return [
    letter.date === null ? texts.answer.undated : writtenDay(letter.date),
    listed(letter.senders.map(signed)),
    composeCitation(letter.id, letter.date) ?? "",
    copy ? texts.answer.copyForSenate : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

/** The passages of one letter, as quotations. */
export function hitQuotes(hits: readonly Omit<Hit, "score" | "letter">[], marking: Marking): Quote[] {
  return withoutRepeatedHeadings(hits.flatMap((hit) => quotes(hit, marking)));
}

/** Passages under one heading name it once; questions are each labelled. */
function withoutRepeatedHeadings(all: readonly Quote[]): Quote[] {
  return all.map((quote, place) => {
    const repeats = quote.label === all[place - 1]?.label && quote.isHeading;
    return repeats ? { ...quote, label: null } : quote;
  });
}

function quotes({ passage, question }: Omit<Hit, "score" | "letter">, marking: Marking): Quote[] {
  if (question === null) {
    return [
      { label: passage.headings.at(-1) ?? null, isHeading: true, parts: quote(passage.text, marking, longestQuote) },
    ];
  }
  const label = texts.answer.question(listed(question.numbers.map(String)), askers(question.askers));
  const asked = { label, isHeading: false, parts: quote(question.question, marking, longestQuestion) };
  return question.answer === null
    ? [asked, { label: texts.answer.unanswered, isHeading: false, parts: [] }]
    : [asked, { label: texts.answer.answer, isHeading: false, parts: quote(question.answer, marking, longestAnswer) }];
}

function quote(text: string, marking: Marking, longest: number): SnippetPart[] {
  const { parts, cutBefore, cutAfter } = snippet(text, findMatches(text, marking), longest);
  return [
    ...(cutBefore ? [{ text: "… ", match: false }] : []),
    ...parts,
    ...(cutAfter ? [{ text: " …", match: false }] : []),
  ];
}

/**
 * `F. Teeven (Staatssecretaris van Veiligheid en Justitie)`; an office that came with its policy field in brackets is
 * put back as it was printed: `Staatssecretaris Broekers-Knol (Justitie en Veiligheid)`.
 */
function signed({ name, office }: Person): string {
  if (office === null) return name;
  const field = office.indexOf(" (");
  return field === -1 ? `${name} (${office})` : `${office.slice(0, field)} ${name}${office.slice(field)}`;
}

/** `Van Wijngaarden en Weverling, VVD`: people by party, a party without people by its own name. */
function askers(people: readonly Asker[]): string {
  return [...grouped(people, ({ party }) => party)]
    .map(([party, members]) => {
      const names = listed(members.flatMap(({ name }) => (name === null ? [] : [name])));
      return [names, party ?? ""].filter((part) => part !== "").join(", ");
    })
    .join("; ");
}

/** The query as typed, without its closing mark, short enough for a heading; cut between graphemes. */
function echo(typed: string): string {
  const query = typed.trim().replace(/[?!.\s]{1,20}$/, "") || typed.trim();
  const graphemes = [...new Intl.Segmenter("nl").segment(query)];
  if (graphemes.length <= longestEcho) return query;
  return `${graphemes
    .slice(0, longestEcho)
    .map(({ segment }) => segment)
    .join("")
    .trimEnd()}…`;
}
