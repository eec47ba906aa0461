import type { Mark } from "../digest/mark.ts";
import type { Question } from "../letters/letter.ts";
import type { LetterKey, StoredLetter, StoredPassage } from "../letters/stored-letter.ts";
import type { Marking } from "../search/passage-index.ts";
import { snippet } from "../search/snippet.ts";
import { digestTexts } from "../texts/digest.ts";
import { writtenDay } from "../texts/dutch.ts";
import { canBeAnswered } from "./followed-question.ts";
import { grouped } from "./grouped.ts";
import { byline, titleOf } from "./letter-line.ts";
import { amongOthers, type Quote, quotesOf, unmarked, withoutRepeatedHeadings } from "./passage-quotes.ts";

/** A letter of a digest, with all that is shown of it. */
export interface DigestLetter {
  letter: StoredLetter;
  /** Its passages, all of them, in order. */
  passages: StoredPassage[];
  mark: Mark | null;
  /** Whether it is here because everything is followed. */
  everything: boolean;
  /** The queries that it answers, as typed, with the passages that do. */
  answers: { query: string; passages: StoredPassage[]; marking: Marking }[];
  /** Letters that it refers to and that are known here. */
  references: StoredLetter[];
}

/** One letter as a person sees it, before any form is chosen. */
export interface DigestCard {
  /** The letter, where it is a set of questions whose answer can be waited for. */
  awaited: LetterKey | null;
  title: string;
  url: string | null;
  byline: string;
  mark: string | null;
  queries: string[];
  /** How it begins. */
  lead: Quote | null;
  questions: string | null;
  quotes: Quote[];
  references: { title: string; url: string | null; byline: string }[];
}

const longestLead = 600;
/** So many passages of a letter, and references, are shown. */
const mostPassages = 4;
const questionsShown = 2;
const mostReferences = 8;

/** Composes the card of a letter. */
export function digestCard({ letter, passages, mark, everything, answers, references }: DigestLetter): DigestCard {
  const quotes = withoutRepeatedHeadings([
    { quotes: answers.length === 0 ? firstQuestions(letter, passages) : answeringPassages(letter, answers) },
  ]);
  return {
    awaited: canBeAnswered(letter) ? letter.key : null,
    title: titleOf(letter),
    url: letter.url,
    byline: byline(letter),
    mark: mark === null ? null : marked(mark),
    queries: followedAs(answers, everything),
    lead: leadOf(letter, passages),
    questions: questionsOf(letter.questions),
    quotes: quotes.flatMap(({ quotes: own }) => own),
    references: references.slice(0, mostReferences).map((other) => ({
      title: titleOf(other),
      url: other.url,
      byline: byline(other),
    })),
  };
}

/** What it was followed as; where only everything is followed that goes without saying. */
function followedAs(answers: DigestLetter["answers"], everything: boolean): string[] {
  if (answers.length === 0) return [];
  return [...answers.map(({ query }) => query), ...(everything ? [digestTexts.everything] : [])];
}

function marked(mark: Mark): string {
  if (mark.kind === "late") return digestTexts.digest.late(writtenDay(mark.date));
  return mark.kind === "linked" ? digestTexts.digest.linked(mark.dossier) : digestTexts.digest.newVersion;
}

/** The beginning of the first passage that is no question: verbatim, whole sentences. */
function leadOf({ questions }: StoredLetter, passages: readonly StoredPassage[]): Quote | null {
  const first = passages.find(({ question }) => question === null || questions[question] === undefined);
  if (first === undefined) return null;
  const { parts, cutAfter } = snippet(first.text, [], longestLead);
  return { label: null, isHeading: false, parts: cutAfter ? [...parts, { text: " …", match: false }] : parts };
}

/** `53 vragen: PVV 5, GroenLinks-PvdA 10`: by party, a person without party by name. */
function questionsOf(questions: readonly Question[]): string | null {
  if (questions.length === 0) return null;
  const asked = questions.flatMap(({ askers, numbers }) => {
    const parties = new Set(askers.map(({ party, name }) => party ?? name ?? ""));
    return [...parties].filter((party) => party !== "").map((party) => ({ party, count: Math.max(1, numbers.length) }));
  });
  const byParty = [...grouped(asked, ({ party }) => party)].map(([party, own]) => {
    return `${party} ${own.reduce((sum, { count }) => sum + count, 0)}`;
  });
  const count = questions.reduce((sum, { numbers }) => sum + Math.max(1, numbers.length), 0);
  return digestTexts.digest.questions(count, byParty.join(", "));
}

/** The passages that answer the queries, each once, those of every query before second ones of any. */
function answeringPassages({ questions }: StoredLetter, answers: DigestLetter["answers"]): Quote[] {
  const rounds = Math.max(0, ...answers.map(({ passages }) => passages.length));
  const shown = new Map<string, { passage: StoredPassage; marking: Marking }>();
  for (let round = 0; round < rounds; round++) {
    for (const { passages, marking } of answers) {
      const passage = passages[round];
      if (passage === undefined) continue;
      const before = shown.get(passage.id)?.marking ?? unmarked;
      const both = { terms: [...before.terms, ...marking.terms], phrases: [...before.phrases, ...marking.phrases] };
      if (shown.has(passage.id) || shown.size < mostPassages) shown.set(passage.id, { passage, marking: both });
    }
  }
  return [...shown.values()]
    .sort((a, b) => a.passage.ordinal - b.passage.ordinal)
    .flatMap(({ passage, marking }) => {
      const question = passage.question === null ? null : (questions[passage.question] ?? null);
      return quotesOf(passage, question, marking, amongOthers);
    });
}

/** Where everything is followed: how a paper of questions begins, with who asked. */
function firstQuestions({ questions }: StoredLetter, passages: readonly StoredPassage[]): Quote[] {
  const asked = passages.flatMap((passage) => {
    const question = passage.question === null ? undefined : questions[passage.question];
    return question === undefined ? [] : [{ passage, question }];
  });
  return asked
    .slice(0, questionsShown)
    .flatMap(({ passage, question }) => quotesOf(passage, question, unmarked, amongOthers));
}
