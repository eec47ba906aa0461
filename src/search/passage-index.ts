import type { CountryCode, Day, LetterKind, Person } from "../letters/letter.ts";
import type { LetterKey, PassageId } from "../letters/stored-letter.ts";

/**
 * The seam of search: what goes into an index, what may be asked of it, and what comes back. Everything is plain
 * data, so that the index can live in another thread or on another machine.
 */

export interface IndexedPassage {
  id: PassageId;
  /** The headings above it, outermost first. */
  headings: readonly string[];
  text: string;
  /** Parties that asked, for `fractie:`; empty for a passage that is no question. */
  parties: string[];
  /** Names of who asked, found as words and with `van:`. */
  askers: string[];
  /** The answer consists of a pointer to another passage; it ranks below the one it points to. */
  pointsTo: PassageId[];
  /** True when the answer does nothing but point elsewhere, whether or not its target is known. */
  pointerOnly: boolean;
}

export interface IndexedLetter {
  key: LetterKey;
  title: string;
  date: Day | null;
  kind: LetterKind;
  /** Who signed: found by name as words, and by name or office with `van:`. */
  senders: Person[];
  /** `19637`, `36600-VI`; null when none. */
  dossier: string | null;
  passages: IndexedPassage[];
}

/** A query as understood: what query.ts makes of what a person typed. */
export interface Query {
  /** What was typed, after undoing what Slack and phones do to it. */
  typed: string;
  /** The words to search for, without filters, phrases and exclusions. */
  words: string;
  /** Word groups that must stand in the passage as they are, in order. */
  phrases: string[];
  /** Words or word groups that must not stand in the passage. */
  without: string[];
  filters: Filters;
  order: "best" | "newest";
  /** Literal: no stems, no related words, no repair of typing errors. */
  literal: boolean;
}

export interface Filters {
  countries: CountryCode[];
  since: Day | null;
  until: Day | null;
  from: string[];
  parties: string[];
  kinds: LetterKind[];
  dossiers: string[];
  /** Only these letters; absent for all. No word of the query language, but how digests ask for what is new. */
  letters?: ReadonlySet<LetterKey>;
}

export interface Page {
  /** Hits to skip, counted after ranking. */
  offset: number;
  limit: number;
  /** At most this many passages of one letter; null for no thinning. */
  perLetter: number | null;
  /** Whether to tell of every letter how many of its passages match. */
  mentions?: boolean;
}

/** A letter that holds passages that match: how many, and the letter's date. */
export interface LetterMentions {
  day: Day | null;
  passages: number;
}

export interface SearchHit {
  passage: PassageId;
  letter: LetterKey;
  score: number;
  /** Passages of the same letter that match but were thinned out behind this one's page. */
  moreInLetter: number;
}

export interface SearchResult {
  /** Passages that match, before thinning and paging; exact. */
  total: number;
  /** Letters that hold them; exact. */
  letters: number;
  hits: SearchHit[];
  /** Words searched beyond those typed, as a reader would write them (`Algerijns`). */
  expanded: string[];
  /** Typing errors repaired, in the order typed. */
  corrected: { from: string; to: string }[];
  /** While the index is being filled: how many letters could be searched, of how many. Absent when it has them all. */
  loading?: { letters: number; of: number };
  /** What to mark in the texts of these hits (see highlight.ts). */
  marking: Marking;
  /** Where asked for: one for every letter that holds a match, on this page or not, in no order. */
  mentions?: LetterMentions[];
}

/** Enough to find the matches in the hits again without analysing anything (see highlight.ts). */
export interface Marking {
  /** Folded words as they stand in the hits: `algerijnse` when Algerije was sought. */
  terms: string[];
  /** Folded words that follow each other, with a space between. */
  phrases: string[];
}

/** All letters there are, as the index is filled from them at start; texts are only read where no saved segment has them. */
export interface LetterCatalogue {
  /** `version` changes whenever the letter as indexed does: it is what tells a saved segment to be stale. */
  letters: { key: LetterKey; version: string }[];
  read(keys: LetterKey[]): Promise<IndexedLetter[]>;
}

/** Where the bytes of segments are kept between runs, by a hash of all that shaped them. */
export interface SavedSegments {
  /** null when there is none; what is damaged is noticed by the index and built anew. The bytes are the index's from then on. */
  load(hash: string): Promise<Uint8Array | null>;
  /** Must appear whole or not at all, also when the process ends meanwhile. */
  save(hash: string, bytes: Uint8Array): Promise<void>;
  /** Called when all is loaded; whatever has another hash is of no use any more. */
  keepOnly(hashes: string[]): Promise<void>;
}

export interface PassageIndex {
  /** Takes all letters of a catalogue, from saved segments where possible; searching goes on meanwhile. */
  fill(catalogue: LetterCatalogue): Promise<void>;
  /** Adds letters; a letter whose key is known already is replaced. */
  add(letters: IndexedLetter[]): Promise<void>;
  remove(keys: LetterKey[]): Promise<void>;
  search(query: Query, page: Page): Promise<SearchResult>;
  count(): Promise<{ letters: number; passages: number }>;
  close(): Promise<void>;
}
