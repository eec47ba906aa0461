import { setImmediate as nextTurn } from "node:timers/promises";
import { type Analyser, type AnalyserData, openAnalyser } from "./analyse.ts";
import type { IndexedLetter, LetterKey, PassageIndex } from "./passage-index.ts";
import type { Segment } from "./segment.ts";
import { buildSegment } from "./segment-builder.ts";
import { SegmentSearch } from "./segment-search.ts";

/**
 * The index on MiniSearch, in this thread. It gives way to other work every few milliseconds while it builds.
 */

export type IndexOptions = AnalyserData;

/** At most so long, in milliseconds, without letting other work go first. */
const longestTurn = 8;

/** Opens an empty index. `options.lexicon`: see {@link AnalyserData}; without it compounds are known less well. */
export function openMiniSearchIndex(options: Partial<IndexOptions> = {}): PassageIndex {
  const analyser = openAnalyser({ lexicon: options.lexicon ?? null });
  const search = new SegmentSearch(analyser);
  let last: Promise<unknown> = Promise.resolve();
  /** Changes come one after the other, so that none sees half of another. */
  const inTurn = <Result>(change: () => Promise<Result>): Promise<Result> => {
    const done = last.then(change);
    last = done.catch(() => undefined);
    return done;
  };
  return {
    add: (letters) => inTurn(() => add(letters, search, analyser)),
    remove: (keys) => inTurn(async () => search.remove(keys)),
    search: async (query, page) => search.search(query, page),
    count: async () => search.count(),
    close: async () => search.clear(),
  };
}

async function add(letters: IndexedLetter[], search: SegmentSearch, analyser: Analyser): Promise<void> {
  if (letters.length === 0) return;
  // Of letters with the same key the last counts.
  const byKey = new Map<LetterKey, IndexedLetter>(letters.map((letter) => [letter.key, letter]));
  const segment = await inTurns(buildSegment([...byKey.values()], analyser));
  search.remove([...byKey.keys()]);
  search.add(segment);
}

/** Runs a generator to its end, giving way to other work between its steps. */
async function inTurns(steps: Generator<void, Segment>): Promise<Segment> {
  let turnEnds = performance.now() + longestTurn;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < turnEnds) continue;
    await nextTurn();
    turnEnds = performance.now() + longestTurn;
  }
}
