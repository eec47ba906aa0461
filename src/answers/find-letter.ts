import type { PublicationId } from "../letters/letter.ts";
import { type LetterName, readLetterName } from "../letters/letter-name.ts";
import { publicationParts } from "../letters/publication-ids.ts";
import type { LetterKey } from "../letters/stored-letter.ts";
import { fold } from "../search/fold.ts";
import { isOneSlip } from "../search/one-slip.ts";
import type { LetterFinder } from "../store/letter-finder.ts";

/** What a name leads to. `letters` is never empty, `near` may be; the best come first. */
export type FoundLetter =
  | { kind: "one"; letter: LetterKey }
  /** Several letters of that name: a case with several papers, a dossier, a day, words that stand in several titles. */
  | { kind: "several"; name: LetterName; letters: LetterKey[] }
  /** `asked` is the publication that was named, where one was; `citing` are the letters that refer to it. */
  | { kind: "none"; name: LetterName; asked: PublicationId | null; near: LetterKey[]; citing: LetterKey[] };

/** Near matches offered at most. */
const mostNear = 5;

/** Finds the letter that a person means. */
export function findLetter(given: string, finder: LetterFinder): FoundLetter {
  const name = readLetterName(given);
  const named = unique(name.ids.flatMap((id) => finder.withId(id)));
  if (named.length > 0) return found(name, named);
  // An address names its case beside its document: the case helps where the document is not known.
  const numbered = unique(name.numbers.flatMap((number) => finder.withNumber(number)));
  if (numbered.length > 0) return found(name, numbered);
  const inDossier = name.dossier === null ? [] : finder.ofDossier(name.dossier);
  if (inDossier.length > 0) return found(name, inDossier);
  const asked = name.ids[0] ?? null;
  if (asked !== null) {
    return { kind: "none", name, asked, near: nearIds(asked, finder), citing: finder.citing([asked]) };
  }
  const ofDay = name.day === null ? [] : finder.ofDay(name.day);
  if (ofDay.length > 0) return found(name, ofDay);
  const { whole, part } = titled(name.words, finder);
  if (whole.length > 0) return found(name, whole);
  const near = unique([...mistyped(name.typed, finder), ...part]).slice(0, mostNear);
  return { kind: "none", name, asked, near, citing: [] };
}

function found(name: LetterName, letters: LetterKey[]): FoundLetter {
  const [letter] = letters;
  return letter !== undefined && letters.length === 1 ? { kind: "one", letter } : { kind: "several", name, letters };
}

/** Other versions of the paper, papers whose id differs by a slip of the fingers, then those numbered near it. */
function nearIds(asked: PublicationId, finder: LetterFinder): LetterKey[] {
  const stem = asked.replace(/-[bnh]\d{1,2}$/, "");
  const versions = finder.ids(stem).filter((id) => id === stem || id.startsWith(`${stem}-`));
  const slips = finder.ids().filter((id) => isOneSlip(asked, id));
  const ids = [...versions, ...slips, ...numberedNear(stem, finder)];
  return unique(ids.flatMap((id) => finder.withId(id))).slice(0, mostNear);
}

/** What is no id because of a slip: `kst-3317-929`, `3231 7-929`. */
function mistyped(typed: string, finder: LetterFinder): LetterKey[] {
  if (!/\d{3}/.test(typed) || typed.length > 40) return [];
  const dashed = typed.toLowerCase().replace(/[^a-z\d]+/g, "-");
  const ids = finder.ids().filter((id) => [dashed, `kst-${dashed}`].some((one) => isOneSlip(one, id.toLowerCase())));
  return ids.flatMap((id) => finder.withId(id));
}

/** Papers of the same dossier, or of the same parliamentary year, nearest number first. */
function numberedNear(id: string, finder: LetterFinder): PublicationId[] {
  const parts = publicationParts(id);
  if (parts?.kind !== "kamerstuk" && parts?.kind !== "aanhangsel") return [];
  const series = id.slice(0, id.lastIndexOf("-") + 1);
  const distance = (other: string) => Math.abs(numberOf(other, series) - numberOf(id, series));
  const others = finder.ids(series).filter((other) => !Number.isNaN(distance(other)));
  return others.sort((a, b) => distance(a) - distance(b));
}

/** `HB` follows `HA`: letters of the Eerste Kamer count too. */
function numberOf(id: string, series: string): number {
  const number = id.slice(series.length).replace(/-[bnh]\d{1,2}$/, "");
  if (/^\d+[a-z]?$/.test(number)) return Number.parseInt(number, 10);
  if (!/^[A-Z]+$/.test(number)) return Number.NaN;
  // Far from the numbers of the other house.
  return [...number].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) + 1_000_000;
}

/** Letters whose titles hold all of the words, and those that hold half of them or more, most first. */
function titled(words: readonly string[], finder: LetterFinder): { whole: LetterKey[]; part: LetterKey[] } {
  const wanted = unique(words.map(fold));
  if (wanted.length === 0) return { whole: [], part: [] };
  const scored: { key: LetterKey; held: number }[] = [];
  for (const { key, title } of finder.titles()) {
    const folded = fold(title);
    const held = wanted.filter((word) => folded.includes(word)).length;
    if (held * 2 >= wanted.length) scored.push({ key, held });
  }
  const keys = (letters: typeof scored) => letters.map(({ key }) => key);
  return {
    whole: keys(scored.filter(({ held }) => held === wanted.length)),
    part: keys(scored.toSorted((a, b) => b.held - a.held)),
  };
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
