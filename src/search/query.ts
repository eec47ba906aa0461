import questionWords from "../../data/question-words-nl.json" with { type: "json" };
import { UserError } from "../errors.ts";
import { queryTexts } from "../texts/query.ts";
import { filterNamed, filterNames } from "./filter-names.ts";
import type { Filters, Query } from "./passage-index.ts";
import { addFilter } from "./query-filters.ts";
import { type QueryPart, splitQuery } from "./query-parts.ts";

/**
 * The query language: what a person types, and what it means.
 *
 * - loose words: passages that hold them, in whatever form
 * - `"vaste woordgroep"`: these words, in this order
 * - `-zonder`, `-"vaste woordgroep"`: passages that do not hold it
 * - `naam:waarde`: a filter (query-filters.ts); a value of more words stands in quotation marks
 * - `nieuwste` at the start or the end: by date instead of by relevance
 * - `letterlijk` at the start or the end: no other forms, no related words, no repair
 *
 * In a full sentence, and within quotation marks, every word is text.
 */

/** Everything is searched. */
export const noFilters: Filters = {
  countries: [],
  since: null,
  until: null,
  from: [],
  parties: [],
  kinds: [],
  dossiers: [],
};

/** Longer queries are a paste gone wrong, and searching them would keep others waiting. */
const longestQuery = 2_000;

/**
 * Reads a query as typed, with Slack's escapes and a phone's curly quotes still in it.
 *
 * @throws UserError `query-unknown-filter`, `query-filter-value`, `query-negative-filter`, `query-period`,
 *   `query-too-long`; each says in Dutch what is possible.
 */
export function parseQuery(typed: string): Query {
  const text = plainQuery(typed);
  if (text.length > longestQuery) {
    throw new UserError("query-too-long", `Query of ${text.length} characters`, queryTexts.tooLong(longestQuery));
  }
  const parts = splitQuery(text);
  const filters = structuredClone(noFilters);
  const query: Query = { typed: text, words: "", phrases: [], without: [], filters, order: "best", literal: false };
  const words: QueryPart[] = [];
  for (const part of parts) {
    const bare = /^(\p{L}+):$/u.exec(part.text)?.[1]?.toLowerCase() ?? "";
    if (part.kind === "word" && filterNamed(bare) !== null) readFilter({ ...part, name: bare, text: "" }, query);
    else if (part.kind === "filter") readFilter(part, query);
    else if (part.kind === "word") words.push(part);
    else if (part.negative) query.without.push(part.text);
    else query.phrases.push(part.text);
  }
  readPeriod(filters);
  const rest = isSentence(text, words) ? words : steer(words, query);
  query.without.push(...rest.filter(({ negative }) => negative).map(({ text }) => text));
  query.words = rest
    .filter(({ negative }) => !negative)
    .map(({ text }) => text)
    .join(" ");
  return query;
}

/** What was typed, without what Slack and phones made of it: `&amp;`, curly quotes, hard spaces, odd dashes before a word. */
export function plainQuery(typed: string): string {
  return typed
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/[“”„‟″]/g, '"')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/(^|\s)[–—−](?=\S)/g, "$1-")
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim();
}

function readFilter(part: QueryPart, query: Query): void {
  const name = filterNamed(part.name);
  if (name === null) {
    const possible = filterNames.map((possible) => `${possible}:`);
    const message = queryTexts.unknownFilter(part.name, possible);
    throw new UserError("query-unknown-filter", "Unknown filter", message);
  }
  if (part.negative) {
    const message = queryTexts.negativeFilter(part.name, part.text);
    throw new UserError("query-negative-filter", "Filter with a minus", message);
  }
  addFilter(name, part.name, part.text, query);
}

function readPeriod({ since, until }: Filters): void {
  if (since === null || until === null || since <= until) return;
  const message = queryTexts.emptyPeriod(since, until);
  throw new UserError("query-period", "Period ends before it starts", message, "tot");
}

const beginsQuestion = new Set(questionWords.words);

/** A full sentence ends in a question mark or begins as a question. */
function isSentence(text: string, words: QueryPart[]): boolean {
  return text.endsWith("?") || (words.length > 2 && beginsQuestion.has(words[0]?.text.toLowerCase() ?? ""));
}

/** Takes the words that steer from both ends. */
function steer(words: QueryPart[], query: Query): QueryPart[] {
  const rest = [...words];
  for (const take of [() => rest.at(0), () => rest.at(-1)]) {
    for (let word = take(); word !== undefined && applies(word, query); word = take())
      rest.splice(rest.indexOf(word), 1);
  }
  return rest;
}

function applies({ text, negative }: QueryPart, query: Query): boolean {
  const word = text.toLowerCase();
  if (negative || (word !== "nieuwste" && word !== "letterlijk")) return false;
  if (word === "nieuwste") query.order = "newest";
  else query.literal = true;
  return true;
}
