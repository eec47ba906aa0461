import MiniSearch from "minisearch";
import stopWords from "../data/stopwords-nl.json" with { type: "json" };
import { readLexicon } from "../src/ops/lexicon.ts";
import { openLocalIndex } from "../src/search/local-index.ts";
import type { IndexedLetter } from "../src/search/passage-index.ts";
import { parseQuery } from "../src/search/query.ts";
import { openSqlite } from "../src/store/sqlite.ts";

/**
 * The search engines that are compared, behind one shape.
 */

export interface Engine {
  name: string;
  /** The best passages, by their place among those given, best first. */
  search(query: string, limit: number): Promise<number[]>;
  close(): Promise<void>;
}

export interface EnginePassage {
  letter: string;
  text: string;
}

/** This project's own. `letters` hold the passages in the order of their places. */
export async function openOurs(letters: IndexedLetter[]): Promise<Engine> {
  const index = openLocalIndex({ lexicon: readLexicon() });
  const place = new Map(letters.flatMap(({ passages }) => passages).map(({ id }, at) => [id, at]));
  await index.add(letters);
  return {
    name: "ours",
    search: async (query, limit) => {
      const { hits } = await index.search(parseQuery(query), { offset: 0, limit, perLetter: null });
      return hits.map(({ passage }) => place.get(passage) ?? -1);
    },
    close: () => index.close(),
  };
}

/** MiniSearch as it comes: its own tokenizer, no stop words, no stemmer. */
export function openPlainMiniSearch(passages: EnginePassage[]): Engine {
  const engine = new MiniSearch<{ id: number; text: string }>({ fields: ["text"] });
  engine.addAll(passages.map(({ text }, id) => ({ id, text })));
  return {
    name: "minisearch",
    search: async (query, limit) =>
      engine
        .search(query)
        .slice(0, limit)
        .map(({ id }) => Number(id)),
    close: async () => undefined,
  };
}

/** SQLite FTS5 with its default tokenizer, the words of a query joined by OR, ordered by bm25. */
export function openFts5(passages: EnginePassage[], withoutStopWords = false): Engine {
  const database = openSqlite(":memory:");
  database.exec("create virtual table passages using fts5(text, tokenize = 'unicode61')");
  const insert = database.prepare("insert into passages (rowid, text) values (?, ?)");
  database.transaction(() => {
    for (const [at, { text }] of passages.entries()) insert.run(at + 1, text);
  })();
  const select = database.prepare<[string, number], { rowid: number }>(
    "select rowid from passages where passages match ? order by bm25(passages) limit ?",
  );
  const stop = new Set(withoutStopWords ? stopWords.words : []);
  return {
    name: withoutStopWords ? "fts5StopWords" : "fts5",
    search: async (query, limit) => {
      const words = (query.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !stop.has(word.toLowerCase()));
      if (words.length === 0) return [];
      const match = words.map((word) => `"${word}"`).join(" OR ");
      return select.all(match, limit).map(({ rowid }) => rowid - 1);
    },
    close: async () => void database.close(),
  };
}
