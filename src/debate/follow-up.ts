import words from "../../data/follow-up-words.json" with { type: "json" };
import weakWords from "../../data/weak-words-nl.json" with { type: "json" };
import type { CountryCode } from "../letters/letter.ts";
import { fold } from "../search/fold.ts";
import { plainQuery } from "../search/query.ts";
import { splitQuery } from "../search/query-parts.ts";
import { periodBeside } from "./follow-up-dates.ts";
import { type Change, type FollowUpContext, isOneOf, pieceAt, typedWords } from "./follow-up-pieces.ts";
import { misspeltCountry } from "./misspelt-country.ts";
import {
  countriesIn,
  filterName,
  readSubject,
  replaceCountries,
  type Subject,
  withoutCountries,
  writeSubject,
} from "./subject.ts";

/**
 * What a message in a thread means after what was asked before. The rules, in order:
 *
 * 1. Without a subject, or in a whole question of its own, it is a new subject.
 * 2. A country takes the place of the countries of the subject ("en Algerije?"), or comes beside them ("plus Irak").
 * 3. A period, a party, a person, a kind, an order or a dossier sets that filter anew; "zonder" excludes; "alle jaren",
 *    "alle landen" and the like take a filter away.
 * 4. Other words take the place of the topic and leave country and filters ("en visa?"), or narrow it ("voor gezinnen").
 * 5. What none of this explains is searched as it stands, and the subject stays what it was.
 */
export interface FollowUp {
  /** In the query language. */
  query: string;
  /** `new`: a subject of its own; `change`: the subject, changed; `as-is`: not understood, searched as it stands. */
  understood: "new" | "change" | "as-is";
}

/** More words than this are a question of their own. */
const longestTopic = 4;

/**
 * @param subject the query that the thread is about; null when it is about nothing yet
 * @param typed what was typed, without the mention; with what Slack and phones make of it
 */
export function followUp(subject: string | null, typed: string, context: FollowUpContext): FollowUp {
  const text = plainQuery(typed);
  const asNew: FollowUp = { query: text, understood: "new" };
  if (subject === null) return asNew;
  // Reading the query says what is wrong with it, and what is possible.
  if (splitQuery(text).some(isNoFilter)) return { query: text, understood: "as-is" };
  const { changes, topic, adds, narrows, opened, refers, ownQuestion } = withSpelling(takeApart(text, context));
  if (changes.length === 0 && topic.length === 0) return { query: text, understood: "as-is" };
  if (topic.length > 0) {
    if (!opened) return refers ? { query: text, understood: "as-is" } : asNew;
    // "Hoeveel mensen?" asks on about the subject, in a way that no query says.
    if (ownQuestion && topic.length <= 2) return { query: text, understood: "as-is" };
    if (ownQuestion || topic.length > longestTopic) return { query: withoutOpener(text), understood: "new" };
  }
  const changed = withTopic(readSubject(withoutLead(subject)), topic, narrows);
  const codes = changes.flatMap((change) => (change.kind === "country" ? [change.code] : []));
  if (codes.length > 0) setCountries(changed, codes, adds);
  for (const group of filterGroups(changes)) changed.filters.set(group.name, group.values);
  for (const change of changes) if (!applied(change, changed)) return { query: text, understood: "as-is" };
  return { query: writeSubject(changed), understood: "change" };
}

interface TakenApart {
  changes: Change[];
  /** The words that are about the topic, as typed. */
  topic: string[];
  /** Countries come beside those that are there. */
  adds: boolean;
  /** The topic words narrow the topic that is there. */
  narrows: boolean;
  /** It begins as something that goes on. */
  opened: boolean;
  /** It points back ("daarover"). */
  refers: boolean;
  /** It begins as a question that stands by itself ("welke landen …"). */
  ownQuestion: boolean;
}

function takeApart(text: string, context: FollowUpContext): TakenApart {
  const parts = splitQuery(text);
  const typed = typedWords(
    parts.flatMap(({ kind, negative, text: word }) => (kind === "word" && !negative ? [word] : [])).join(" "),
  );
  const changes: Change[] = parts.flatMap(explicitChange);
  const topic: string[] = parts.flatMap(({ kind, negative, text: group }) =>
    kind === "phrase" && !negative ? [`"${group}"`] : [],
  );
  const open: { word: string; at: number }[] = [];
  for (let at = 0; at < typed.length; at++) {
    const piece = pieceAt(typed, at, context);
    if (piece === null) open.push({ word: typed[at] ?? "", at });
    else {
      changes.push(piece.change);
      at += piece.length - 1;
    }
  }
  const loose = withoutFrame(open);
  const first = typed[0];
  const isFragment = text.endsWith("?") && loose.length <= 2 && typed.length <= 2;
  return {
    changes,
    topic: [...topic, ...loose.map(({ word }) => word)],
    adds: typed.some((word) => isOneOf(words.adding, word)),
    narrows:
      loose[0] !== undefined &&
      (isOneOf(words.narrowing, typed[loose[0].at - 1]) || loose.every(({ word }) => isOneOf(weakWords.words, word))),
    opened:
      isOneOf(words.narrowing, first) ||
      isOneOf(words.openers, first) ||
      isOneOf(words.prepositions, first) ||
      isFragment ||
      startsAsLead(text),
    refers: typed.some((word) => isOneOf(words.refers, word)),
    ownQuestion:
      isOneOf(
        words.ownQuestion,
        typed.find((word) => !isOneOf(words.openers, word)),
      ) && !startsAsLead(text),
  };
}

/** "En Algeije?": a single word that is nearly a country is taken for it; the answer says so. */
function withSpelling(taken: TakenApart): TakenApart {
  const [word, ...more] = taken.topic;
  const code = word === undefined || more.length > 0 || !taken.opened ? null : misspeltCountry(word);
  return code === null ? taken : { ...taken, topic: [], changes: [...taken.changes, { kind: "country", code }] };
}

function isNoFilter({ kind, negative, name }: ReturnType<typeof splitQuery>[number]): boolean {
  return kind === "filter" && (negative || filterName(name) === null);
}

/** Filters and exclusions in the query language mean what they always mean. */
function explicitChange({ kind, negative, name, text }: ReturnType<typeof splitQuery>[number]): Change[] {
  if (kind === "filter") {
    const own = filterName(name);
    return own === null ? [] : [{ kind: "filter", name: own, value: text }];
  }
  return negative ? [{ kind: "without", texts: [text], codes: [] }] : [];
}

/** What is left of the words when the frame around them falls away; between topic words it stays. */
function withoutFrame(open: readonly { word: string; at: number }[]): { word: string; at: number }[] {
  const isFrame = ({ word }: { word: string }): boolean => isOneOf(words.frame, word) || isOneOf(words.saying, word);
  const content = open.filter((one) => !isFrame(one));
  const [first] = content;
  const last = content.at(-1);
  if (first === undefined || last === undefined) return [];
  return open.filter((one) => one.at >= first.at && one.at <= last.at);
}

const lead = new RegExp(`^(?:(?:${words.openers.join("|")}) ){0,2}(?:${words.lead.join("|")}) `, "i");
const opener = new RegExp(`^(?:(?:${words.openers.join("|")})[, ] ?){1,3}`, "i");

function startsAsLead(text: string): boolean {
  return new RegExp(`^(?:(?:en|maar|ook) ){1,2}(?:${words.lead.join("|")}) |^hoe zit `, "i").test(fold(text));
}

/** `wat is er gezegd over visummaatregelen` is about `visummaatregelen`. */
function withoutLead(subject: string): string {
  return subject.replace(lead, "");
}

function withoutOpener(text: string): string {
  return text.replace(opener, "");
}

function withTopic(subject: Subject, topic: readonly string[], narrows: boolean): Subject {
  if (topic.length === 0) return subject;
  if (narrows) return { ...subject, words: [...subject.words, ...topic] };
  const countries = countriesIn(subject.words).map(({ start, end }) => subject.words.slice(start, end).join(" "));
  return { ...subject, words: [...countries, ...topic] };
}

function setCountries(subject: Subject, codes: readonly CountryCode[], adds: boolean): void {
  const unique = [...new Set(codes)];
  if (subject.filters.has("land")) {
    const named = replaceCountries([], unique).filter((word) => word !== "en");
    subject.filters.set("land", adds ? [...(subject.filters.get("land") ?? []), ...named] : named);
    subject.words = withoutCountries(subject.words);
    return;
  }
  const before = adds ? countriesIn(subject.words).map(({ code }) => code) : [];
  subject.words = replaceCountries(subject.words, [...new Set([...before, ...unique])]);
}

/** Filters of one name are alternatives; of dates and order the last holds. */
function filterGroups(
  changes: readonly Change[],
): { name: "land" | "sinds" | "tot" | "van" | "fractie" | "soort" | "dossier" | "volgorde"; values: string[] }[] {
  const groups = new Map<string, { name: ReturnType<typeof filterName> & string; values: string[] }>();
  for (const change of changes) {
    if (change.kind !== "filter") continue;
    const single = change.name === "sinds" || change.name === "tot" || change.name === "volgorde";
    const earlier = single ? [] : (groups.get(change.name)?.values ?? []);
    groups.set(change.name, { name: change.name, values: [...new Set([...earlier, change.value])] });
  }
  return [...groups.values()];
}

/** Changes what is neither country nor filter; false when the subject does not know what is meant. */
function applied(change: Change, subject: Subject): boolean {
  const { filters } = subject;
  switch (change.kind) {
    case "period":
      setPeriod(subject, change.period);
      return true;
    case "beside": {
      const period = periodBeside(change.side, filters.get("sinds")?.[0] ?? null, filters.get("tot")?.[0] ?? null);
      if (period !== null) setPeriod(subject, period);
      return period !== null;
    }
    case "without":
      exclude(subject, change.texts, change.codes);
      return true;
    case "impossible":
      return false;
    case "literal":
      if (!subject.words.includes("letterlijk")) subject.words.unshift("letterlijk");
      return true;
    case "drop":
      drop(subject, change.what);
      return true;
    default:
      return true;
  }
}

function setPeriod(
  subject: Subject,
  { since, until, whole }: { since: string | null; until: string | null; whole: boolean },
): void {
  const { filters } = subject;
  subject.words = withoutYears(subject.words);
  if (since !== null || whole) filters.delete("sinds");
  if (until !== null || whole) filters.delete("tot");
  if (since !== null) filters.set("sinds", [since]);
  if (until !== null) filters.set("tot", [until]);
  const [from, to] = [filters.get("sinds")?.[0], filters.get("tot")?.[0]];
  // "Sinds 2020" after "tot 2018" asks for what came later, not for nothing.
  if (from !== undefined && to !== undefined && from.slice(0, 4) > to.slice(0, 4))
    filters.delete(since === null ? "sinds" : "tot");
}

/** A year among the words of the subject would go on asking for that year. */
function withoutYears(subject: readonly string[]): string[] {
  return subject.filter((word, at) => {
    const next = subject[at + 1] ?? "";
    const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);
    return !isYear(word) && !(isYear(next) && isOneOf([...words.prepositions, "jaar"], word));
  });
}

function exclude(subject: Subject, texts: readonly string[], codes: readonly CountryCode[]): void {
  const named = countriesIn(subject.words).map(({ code }) => code);
  const others = named.filter((code) => !codes.includes(code));
  if (others.length < named.length)
    subject.words = others.length === 0 ? withoutCountries(subject.words) : replaceCountries(subject.words, others);
  subject.without = [...new Set([...subject.without, ...texts])];
}

function drop(subject: Subject, what: string): void {
  if (what === "alles") subject.filters.clear();
  if (what === "alles" || what === "land")
    subject.without = subject.without.filter((text) => countriesIn(text.split(" ")).length === 0);
  if (what === "land") {
    subject.words = withoutCountries(subject.words);
    subject.filters.delete("land");
  } else if (what === "periode") {
    subject.filters.delete("sinds");
    subject.filters.delete("tot");
    subject.words = withoutYears(subject.words);
  } else {
    const name = filterName(what);
    if (name !== null) subject.filters.delete(name);
  }
}
