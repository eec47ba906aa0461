import type { Question, Reference } from "../letters/letter.ts";
import { publicationUrl } from "../letters/publication-ids.ts";
import type { LetterKey, PassageId, StoredLetter } from "../letters/stored-letter.ts";
import type { LetterFinder } from "../store/letter-finder.ts";
import type { LetterReader } from "../store/letter-reader.ts";

/** One letter with all that is told of it at a glance. */
export interface LetterOverview {
  letter: StoredLetter;
  /** The headings in order, outermost level 0, with the number of questions right below each. */
  outline: { heading: string; level: number; questions: number }[];
  /** Every question, with the passage to read it in; null where it has none. */
  questions: { question: Question; passage: PassageId | null }[];
  /** What it refers to, each publication once. */
  references: OutgoingReference[];
  /** The letters that refer to it, newest first, as many as were asked for, and how many there are. */
  citedBy: Citing;
}

/** Letters that refer to a publication: some of them, those that come before, and the exact number of all. */
export interface Citing {
  shown: StoredLetter[];
  before: number;
  total: number;
}

export interface OutgoingReference extends Reference {
  /** Where to read it; null when not known. */
  url: string | null;
  /** When the collection has it. */
  letter: StoredLetter | null;
}

/** What an overview is drawn from. */
export interface OverviewParts {
  letters: LetterReader;
  finder: LetterFinder;
}

/** Which of the letters that refer to it to read; they are read whole, so no more than are shown. */
interface Range {
  from: number;
  most: number;
}

const firstOnes: Range = { from: 0, most: 10 };

/** An overview of a letter, also of one that was withdrawn; null when there never was one of that key. */
export function letterOverview(key: LetterKey, parts: OverviewParts, range = firstOnes): LetterOverview | null {
  const letter = parts.letters.lastKnown(key)?.letter;
  if (letter === undefined) return null;
  const passages = parts.letters.passagesOf(key, letter.version);
  const passageOf = new Map(
    passages.flatMap(({ id, question }) => (question === null ? [] : [[question, id] as const])),
  );
  return {
    letter,
    outline: outlineOf(passages),
    questions: letter.questions.map((question, place) => ({ question, passage: passageOf.get(place) ?? null })),
    references: outgoing(letter, parts),
    citedBy: citing(
      parts.finder.citing(parts.finder.idsOf(key)).filter((other) => other !== key),
      parts,
      range,
    ),
  };
}

/** A page of letters that refer to a publication. */
export function citing(keys: readonly LetterKey[], { letters }: OverviewParts, { from, most } = firstOnes): Citing {
  const before = from < keys.length ? from : 0;
  const shown = keys.slice(before, before + most).flatMap((key) => letters.letter(key) ?? []);
  return { shown, before, total: keys.length };
}

function outlineOf(
  passages: readonly { headings: readonly string[]; question: number | null }[],
): LetterOverview["outline"] {
  const outline: LetterOverview["outline"] = [];
  let above: readonly string[] = [];
  for (const { headings, question } of passages) {
    const same = headings.findIndex((heading, level) => heading !== above[level]);
    const from = same === -1 ? headings.length : same;
    for (const [level, heading] of headings.entries()) {
      if (level >= from) outline.push({ heading, level, questions: 0 });
    }
    const last = outline.at(-1);
    if (question !== null && last !== undefined && headings.length > 0) last.questions += 1;
    above = headings;
  }
  return outline;
}

/** A letter cites the same publication in many ways and places; the first stands for all. */
function outgoing(letter: StoredLetter, { letters, finder }: OverviewParts): OutgoingReference[] {
  const own = new Set<string>(finder.idsOf(letter.key));
  const once = new Map<string, Reference>();
  for (const reference of letter.references) {
    const name = reference.id ?? reference.printed;
    if (!own.has(name) && !once.has(name)) once.set(name, reference);
  }
  return [...once.values()].map((reference) => {
    const [key] = reference.id === null ? [] : finder.withId(reference.id);
    return { ...reference, url: addressOf(reference), letter: key === undefined ? null : letters.letter(key) };
  });
}

function addressOf({ id, printed, kind }: Reference): string | null {
  if (id !== null) return publicationUrl(id);
  return kind === "url" ? printed : null;
}
