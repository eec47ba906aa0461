import type { LetterKey } from "../letters/stored-letter.ts";
import { type Analyser, type AnalyserData, openAnalyser } from "./analyse.ts";
import { groupLetters, type LetterGroup } from "./catalogue-groups.ts";
import type {
  IndexedLetter,
  LetterCatalogue,
  Page,
  PassageIndex,
  Query,
  SavedSegments,
  SearchResult,
} from "./passage-index.ts";
import type { Segment } from "./segment.ts";
import { buildSegment } from "./segment-builder.ts";
import { segmentFromBytes, segmentToBytes } from "./segment-bytes.ts";
import { SegmentSearch } from "./segment-search.ts";
import { inQuietTurns, inTurns } from "./turns.ts";

/**
 * The index in this thread. It gives way to other work every few milliseconds while it builds.
 */

export interface IndexOptions extends AnalyserData {
  /** null: nothing is kept, and everything is built at every start. */
  saved: SavedSegments | null;
}

/** Opens an empty index. Without `lexicon` compounds and participles are known less well; see {@link IndexOptions}. */
export function openLocalIndex({ lexicon = null, saved = null }: Partial<IndexOptions> = {}): PassageIndex {
  return new LocalIndex(openAnalyser({ lexicon }), saved);
}

/** So many segments of letters that came one by one may stand side by side before they are made into one. */
const mostYoung = 16;
/** And so many letters in them. */
const mostYoungLetters = 128;

class LocalIndex implements PassageIndex {
  readonly #analyser: Analyser;
  readonly #search: SegmentSearch;
  readonly #saved: SavedSegments | null;
  /** Changes come one after the other, so that none sees half of another. */
  #last: Promise<unknown> = Promise.resolve();
  /** Work that no caller waits for. */
  #background: Promise<void> = Promise.resolve();
  /** Letters that came one by one, kept to be made into one segment. */
  readonly #young = new Map<LetterKey, IndexedLetter>();
  #youngSegments = 0;
  #merging = false;
  #loading: { letters: number; of: number } | null = null;
  #lastAsked = Number.NEGATIVE_INFINITY;
  #closed = false;

  constructor(analyser: Analyser, saved: SavedSegments | null) {
    this.#analyser = analyser;
    this.#saved = saved;
    this.#search = new SegmentSearch(analyser);
  }

  fill(catalogue: LetterCatalogue): Promise<void> {
    this.#loading = { letters: 0, of: catalogue.letters.length };
    return this.#inTurn(() => this.#fill(catalogue)).finally(() => {
      this.#loading = null;
    });
  }

  add(letters: IndexedLetter[]): Promise<void> {
    return this.#inTurn(() => this.#add(letters));
  }

  remove(keys: LetterKey[]): Promise<void> {
    return this.#inTurn(async () => {
      for (const key of keys) this.#young.delete(key);
      this.#search.remove(keys);
    });
  }

  async search(query: Query, page: Page): Promise<SearchResult> {
    this.#lastAsked = performance.now();
    const result = this.#search.search(query, page);
    return this.#loading === null ? result : { ...result, loading: { ...this.#loading } };
  }

  async count(): Promise<{ letters: number; passages: number }> {
    return this.#search.count();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#last;
    await this.#background;
    this.#search.clear();
  }

  #inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    this.#lastAsked = performance.now();
    const done = this.#last.then(change);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #fill({ letters, read }: LetterCatalogue): Promise<void> {
    const groups = groupLetters(letters, this.#analyser.fingerprint);
    for (const group of groups) {
      if (this.#closed) return;
      this.#search.replace((await this.#loadGroup(group)) ?? (await this.#buildGroup(group, read)));
      if (this.#loading !== null) this.#loading.letters += group.keys.length;
    }
    this.#later(() => this.#learnSpelling());
    await this.#saved?.keepOnly(groups.map(({ hash }) => hash));
  }

  async #loadGroup({ hash }: LetterGroup): Promise<Segment | null> {
    const bytes = (await this.#saved?.load(hash)) ?? null;
    return bytes && segmentFromBytes(bytes);
  }

  async #buildGroup({ keys, hash }: LetterGroup, read: LetterCatalogue["read"]): Promise<Segment> {
    const letters: IndexedLetter[] = [];
    // One by one, as whoever reads them may have to do so on the main thread.
    for (const key of keys) letters.push(...(await read([key])));
    const segment = await this.#build(letters);
    await this.#saved?.save(hash, segmentToBytes(segment));
    return segment;
  }

  async #add(letters: IndexedLetter[]): Promise<void> {
    if (letters.length === 0) return;
    // Of letters with the same key the last counts.
    const byKey = new Map(letters.map((letter) => [letter.key, letter]));
    this.#search.replace(await this.#build([...byKey.values()]));
    this.#youngSegments++;
    for (const letter of byKey.values()) this.#young.set(letter.key, letter);
    if (this.#merging || (this.#youngSegments <= mostYoung && this.#young.size < mostYoungLetters)) return;
    this.#merging = true;
    this.#later(() => this.#merge());
  }

  /** Makes one segment of the young ones. Letters may be added, replaced and removed meanwhile. */
  async #merge(): Promise<void> {
    const letters = [...this.#young.values()];
    const merged = this.#youngSegments;
    const segment = await inQuietTurns(buildSegment(letters, this.#analyser), () => this.#lastAsked);
    const current = letters.filter((letter) => this.#young.get(letter.key) === letter);
    this.#search.replace(segment, new Set(current.map(({ key }) => key)));
    for (const { key } of current) this.#young.delete(key);
    this.#youngSegments -= merged;
    this.#merging = false;
    await this.#learnSpelling();
  }

  async #learnSpelling(): Promise<void> {
    if (!this.#closed) await inQuietTurns(this.#search.learnSpelling(), () => this.#lastAsked);
  }

  #later(work: () => Promise<void>): void {
    this.#background = this.#background.then(work);
  }

  #build(letters: IndexedLetter[]): Promise<Segment> {
    return inTurns(buildSegment(letters, this.#analyser));
  }
}
