import { type Analyser, type AnalyserData, openAnalyser } from "./analyse.ts";
import { groupLetters, type LetterGroup } from "./catalogue-groups.ts";
import type {
  IndexedLetter,
  LetterCatalogue,
  LetterKey,
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
import { inTurns } from "./turns.ts";

/**
 * The index on MiniSearch, in this thread. It gives way to other work every few milliseconds while it builds.
 */

export interface IndexOptions extends AnalyserData {
  /** null: nothing is kept, and everything is built at every start. */
  saved: SavedSegments | null;
}

/** Opens an empty index. Without `lexicon` compounds and participles are known less well; see {@link IndexOptions}. */
export function openMiniSearchIndex({ lexicon = null, saved = null }: Partial<IndexOptions> = {}): PassageIndex {
  return new MiniSearchIndex(openAnalyser({ lexicon }), saved);
}

/** So many small segments may stand side by side before they are made into one. */
const mostYoung = 8;
/** Whoever reads letters may have to do so on the main thread, so a few at a time. */
const readAtOnce = 4;
/** Letters in a segment of letters that came one by one, before a new one is begun. */
const largestYoung = 128;

class MiniSearchIndex implements PassageIndex {
  readonly #analyser: Analyser;
  readonly #search: SegmentSearch;
  readonly #saved: SavedSegments | null;
  /** Changes come one after the other, so that none sees half of another. */
  #last: Promise<unknown> = Promise.resolve();
  /** Letters added since the start, kept to be made into one segment. */
  #young = new Map<LetterKey, IndexedLetter>();
  #youngSegments = 0;
  #loading: { letters: number; of: number } | null = null;
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
    const result = this.#search.search(query, page);
    return this.#loading === null ? result : { ...result, loading: { ...this.#loading } };
  }

  async count(): Promise<{ letters: number; passages: number }> {
    return this.#search.count();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#last;
    this.#search.clear();
  }

  #inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(change);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #fill({ letters, read }: LetterCatalogue): Promise<void> {
    const groups = groupLetters(letters, this.#analyser.fingerprint);
    for (const group of groups) {
      if (this.#closed) return;
      this.#replace((await this.#loadGroup(group)) ?? (await this.#buildGroup(group, read)));
      if (this.#loading !== null) this.#loading.letters += group.keys.length;
    }
    await this.#saved?.keepOnly(groups.map(({ hash }) => hash));
  }

  async #loadGroup({ hash }: LetterGroup): Promise<Segment | null> {
    const bytes = (await this.#saved?.load(hash)) ?? null;
    return bytes && segmentFromBytes(bytes);
  }

  async #buildGroup({ keys, hash }: LetterGroup, read: LetterCatalogue["read"]): Promise<Segment> {
    const letters: IndexedLetter[] = [];
    for (let at = 0; at < keys.length; at += readAtOnce) letters.push(...(await read(keys.slice(at, at + readAtOnce))));
    const segment = await this.#build(letters);
    await this.#saved?.save(hash, segmentToBytes(segment));
    return segment;
  }

  async #add(letters: IndexedLetter[]): Promise<void> {
    if (letters.length === 0) return;
    // Of letters with the same key the last counts.
    const byKey = new Map(letters.map((letter) => [letter.key, letter]));
    this.#replace(await this.#build([...byKey.values()]));
    this.#youngSegments++;
    for (const letter of byKey.values()) this.#young.set(letter.key, letter);
    if (this.#young.size >= largestYoung) this.#forgetYoung();
    else if (this.#youngSegments > mostYoung) {
      this.#replace(await this.#build([...this.#young.values()]));
      this.#youngSegments = 1;
    }
  }

  #forgetYoung(): void {
    this.#young.clear();
    this.#youngSegments = 0;
  }

  #build(letters: IndexedLetter[]): Promise<Segment> {
    return inTurns(buildSegment(letters, this.#analyser));
  }

  /** In one go, so that no search sees a letter twice or not at all. */
  #replace(segment: Segment): void {
    this.#search.remove(segment.letters.map(({ key }) => key));
    this.#search.add(segment);
  }
}
