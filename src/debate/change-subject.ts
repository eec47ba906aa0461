import words from "../../data/follow-up-words.json" with { type: "json" };
import type { CountryCode } from "../letters/letter.ts";
import { type FilterName, filterNamed } from "../search/filter-names.ts";
import { periodBeside } from "./follow-up-dates.ts";
import { type Change, isOneOf } from "./follow-up-piece.ts";
import { countriesIn, replaceCountries, type Subject, withoutCountries } from "./subject.ts";

/** What a follow-up asks to change of a subject. */
export interface SubjectChange {
  changes: Change[];
  /** The words that are about the topic, as typed. */
  topic: string[];
  /** Countries come beside those that are there. */
  adds: boolean;
  /** The topic words narrow the topic that is there. */
  narrows: boolean;
}

/**
 * The subject as changed; null when the subject does not know what is meant.
 *
 * @param subject what it holds is changed too, so it is of no use afterwards
 */
export function changeSubject(subject: Subject, { changes, topic, adds, narrows }: SubjectChange): Subject | null {
  const changed = withTopic(subject, topic, narrows);
  const codes = changes.flatMap((change) => (change.kind === "country" ? [change.code] : []));
  if (codes.length > 0) setCountries(changed, codes, adds);
  for (const { name, values } of filterGroups(changes)) {
    changed.filters.set(name, values);
    // Another country among the words would go on asking for that one.
    if (name === "land") changed.words = withoutCountries(changed.words);
  }
  return changes.every((change) => applied(change, changed)) ? changed : null;
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
function filterGroups(changes: readonly Change[]): { name: FilterName; values: string[] }[] {
  const groups = new Map<FilterName, { name: FilterName; values: string[] }>();
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
    return !isYear(word) && !(isYear(next) && isOneOf([...words.prepositions, ...words.beforeYear], word));
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
    const name = filterNamed(what);
    if (name !== null) subject.filters.delete(name);
  }
}
