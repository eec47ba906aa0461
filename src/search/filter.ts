import parties from "../../data/parties.json" with { type: "json" };
import { countryTerm } from "./concepts.ts";
import { fold } from "./fold.ts";
import { passagesWithTerm } from "./match.ts";
import type { Filters } from "./passage-index.ts";
import { passagesWithPhrase } from "./phrase.ts";
import type { Plan } from "./plan.ts";
import type { Segment, SegmentLetter } from "./segment.ts";

/**
 * What a query rules out before anything is counted: letters removed since the segment was built, filters, word groups
 * and exclusions.
 */

/** By row of passage: 1 for what is left; null when everything is. `removed`: rows of letters that are gone. */
export function allowedPassages(
  segment: Segment,
  filters: Filters,
  plan: Plan,
  removed: Set<number>,
): Uint8Array | null {
  const byLetter = letterRows(segment, filters, removed);
  const byPassage = filters.from.length + filters.parties.length > 0;
  const rest = filters.countries.length + plan.phrases.length + plan.without.length;
  if (byLetter === null && !byPassage && rest === 0) return null;

  const count = segment.passages.ids.length;
  const allowed = new Uint8Array(count).fill(1);
  if (byLetter !== null || byPassage) {
    for (let passage = 0; passage < count; passage++) {
      const letter = segment.passages.letter[passage] ?? 0;
      if (byLetter?.[letter] === 0 || (byPassage && !isFromAndParty(segment, passage, letter, filters)))
        allowed[passage] = 0;
    }
  }
  if (filters.countries.length > 0) keep(allowed, passagesWithTerm(segment, filters.countries.map(countryTerm)), 1);
  for (const phrase of plan.phrases) keep(allowed, passagesWithPhrase(segment, phrase), 1);
  for (const exclusion of plan.without) {
    keep(
      allowed,
      "term" in exclusion ? passagesWithTerm(segment, [exclusion.term]) : passagesWithPhrase(segment, exclusion.words),
      0,
    );
  }
  return allowed;
}

function keep(allowed: Uint8Array, marked: Uint8Array, wanted: 0 | 1): void {
  for (let passage = 0; passage < allowed.length; passage++) if (marked[passage] !== wanted) allowed[passage] = 0;
}

function letterRows(segment: Segment, filters: Filters, removed: Set<number>): Uint8Array | null {
  const { since, until, kinds, dossiers, letters } = filters;
  const everywhere = since === null && until === null && kinds.length + dossiers.length === 0;
  if (everywhere && letters === undefined && removed.size === 0) return null;
  return Uint8Array.from(segment.letters, (letter, row) => (!removed.has(row) && passes(letter, filters) ? 1 : 0));
}

/** Days compare as text. A letter without a date lies in no period. */
function passes(letter: SegmentLetter, { since, until, kinds, dossiers, letters }: Filters): boolean {
  if (letters?.has(letter.key) === false) return false;
  if (since !== null && (letter.date === null || letter.date < since)) return false;
  if (until !== null && (letter.date === null || letter.date > until)) return false;
  if (kinds.length > 0 && !kinds.includes(letter.kind)) return false;
  return dossiers.length === 0 || dossiers.some((dossier) => isDossier(letter.dossier, dossier));
}

/** `36600` also means its chapters, such as `36600-VI`. */
function isDossier(dossier: string | null, sought: string): boolean {
  const own = dossier?.toUpperCase() ?? "";
  return own === sought.toUpperCase() || own.startsWith(`${sought.toUpperCase()}-`);
}

function isFromAndParty(segment: Segment, passage: number, letter: number, { from, parties }: Filters): boolean {
  const details = segment.passages.details.get(passage);
  const people = [...(segment.letters[letter]?.senders ?? []), ...(details?.askers ?? [])];
  if (from.length > 0 && !from.some((name) => people.some((person) => holdsWords(person, name)))) return false;
  return (
    parties.length === 0 || parties.some((party) => details?.parties.some((asked) => holdsWords(asked, party)) ?? false)
  );
}

/** `Burg` finds `E. van der Burg`, `GroenLinks` finds `GroenLinks-PvdA`, but `Bur` and `CD` find neither. */
function holdsWords(name: string, sought: string): boolean {
  const words = nameWords(name);
  return nameWords(sought).every((word) => words.includes(word));
}

function nameWords(name: string): string[] {
  return wordsOfName(name).map((word) => partyNamed.get(word) ?? word);
}

function wordsOfName(name: string): string[] {
  return fold(name).match(/[a-z0-9&]+/g) ?? [];
}

/** By each other name of one word, the name of one word that the party is mostly called by: `gl` is `groenlinks`. */
const partyNamed = new Map(
  parties.parties.flatMap(({ names }) => {
    const [usual = "", ...others] = names.map(wordsOfName).flatMap((words) => (words.length === 1 ? words : []));
    return others.map((other) => [other, usual] as const);
  }),
);
