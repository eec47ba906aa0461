import words from "../../data/follow-up-words.json" with { type: "json" };
import weakWords from "../../data/weak-words-nl.json" with { type: "json" };
import { filterNamed } from "../search/filter-names.ts";
import { fold } from "../search/fold.ts";
import { plainQuery } from "../search/query.ts";
import { splitQuery } from "../search/query-parts.ts";
import { changeSubject, type SubjectChange } from "./change-subject.ts";
import { type Change, type FollowUpContext, isOneOf, typedWords } from "./follow-up-piece.ts";
import { pieceAt } from "./follow-up-pieces.ts";
import { misspeltCountry } from "./misspelt-country.ts";
import { readSubject, writeSubject } from "./subject.ts";

/**
 * What a message in a thread means after what was asked before. The rules, in order:
 *
 * 1. Without a subject, or in a whole question of its own, it is a new subject.
 * 2. A country takes the place of the countries of the subject ("en Algerije?"), or comes beside them ("plus Irak").
 * 3. A period, a party, a person, a kind, an order or a dossier sets that filter anew; "zonder" excludes; "alle jaren",
 *    "alle landen" and the like take a filter away.
 * 4. Other words take the place of the topic and leave country and filters ("en visa?"), or narrow it ("voor gezinnen").
 * 5. What none of this explains is searched as it stands, and the subject stays what it was.
 */
export interface FollowUp {
  /** In the query language. */
  query: string;
  /** `new`: a subject of its own; `change`: the subject, changed; `as-is`: not understood, searched as it stands. */
  understood: "new" | "change" | "as-is";
}

/** "Nieuw onderwerp: asiel" says what it is. */
const announced = new RegExp(`^${words.announced}\\s?[:,]?\\s+`, "i");

/** More words than this are a question of their own. */
const longestTopic = 4;

/**
 * @param subject the query that the thread is about; null when it is about nothing yet
 * @param typed what was typed, without the mention; with what Slack and phones make of it
 */
export function followUp(subject: string | null, typed: string, context: FollowUpContext): FollowUp {
  const text = plainQuery(typed);
  const asNew: FollowUp = { query: text, understood: "new" };
  if (subject === null) return asNew;
  const fresh = text.replace(announced, "");
  if (fresh !== text && fresh !== "") return { query: fresh, understood: "new" };
  // Reading the query says what is wrong with it, and what is possible.
  if (splitQuery(text).some(isNoFilter)) return { query: text, understood: "as-is" };
  const { changes, topic, adds, narrows, opened, refers, ownQuestion } = withSpelling(takeApart(text, context));
  if (changes.length === 0 && topic.length === 0) return { query: text, understood: "as-is" };
  if (topic.length > 0) {
    if (!opened) return refers ? { query: text, understood: "as-is" } : asNew;
    // "Hoeveel mensen?" asks on about the subject, in a way that no query says.
    if (ownQuestion && topic.length <= 2) return { query: text, understood: "as-is" };
    if (ownQuestion || topic.length > longestTopic) return { query: withoutOpener(text), understood: "new" };
  }
  const changed = changeSubject(readSubject(withoutLead(subject)), { changes, topic, adds, narrows });
  return changed === null
    ? { query: text, understood: "as-is" }
    : { query: writeSubject(changed), understood: "change" };
}

interface TakenApart extends SubjectChange {
  /** It begins as something that goes on. */
  opened: boolean;
  /** It points back ("daarover"). */
  refers: boolean;
  /** It begins as a question that stands by itself ("welke landen …"). */
  ownQuestion: boolean;
}

function takeApart(text: string, context: FollowUpContext): TakenApart {
  const parts = splitQuery(text);
  const typed = typedWords(
    parts.flatMap(({ kind, negative, text: word }) => (kind === "word" && !negative ? [word] : [])).join(" "),
  );
  const changes: Change[] = parts.flatMap(explicitChange);
  const topic: string[] = parts.flatMap(({ kind, negative, text: group }) =>
    kind === "phrase" && !negative ? [`"${group}"`] : [],
  );
  const open: { word: string; at: number }[] = [];
  for (let at = 0; at < typed.length; at++) {
    const piece = pieceAt(typed, at, context);
    if (piece === null) open.push({ word: typed[at] ?? "", at });
    else {
      changes.push(piece.change);
      at += piece.length - 1;
    }
  }
  const loose = withoutFrame(open);
  const first = typed[0];
  const isFragment = text.endsWith("?") && loose.length <= 2 && typed.length <= 2;
  return {
    changes,
    topic: [...topic, ...loose.map(({ word }) => word)],
    adds: typed.some((word) => isOneOf(words.adding, word)),
    narrows:
      loose[0] !== undefined &&
      (isOneOf(words.narrowing, typed[loose[0].at - 1]) || loose.every(({ word }) => isWeak(word))),
    opened:
      isOneOf(words.narrowing, first) ||
      isOneOf(words.openers, first) ||
      isOneOf(words.prepositions, first) ||
      isFragment ||
      startsAsLead(text),
    refers: typed.some((word) => isOneOf(words.refers, word)),
    ownQuestion:
      isOneOf(
        words.ownQuestion,
        typed.find((word) => !isOneOf(words.openers, word)),
      ) && !startsAsLead(text),
  };
}

/** "En Algeije?": a single word that is nearly a country is taken for it; the answer says so. */
function withSpelling(taken: TakenApart): TakenApart {
  const [word, ...more] = taken.topic;
  const code = word === undefined || more.length > 0 || !taken.opened ? null : misspeltCountry(word);
  return code === null ? taken : { ...taken, topic: [], changes: [...taken.changes, { kind: "country", code }] };
}

function isNoFilter({ kind, negative, name }: ReturnType<typeof splitQuery>[number]): boolean {
  return kind === "filter" && (negative || filterNamed(name) === null);
}

/** Filters and exclusions in the query language mean what they always mean. */
function explicitChange({ kind, negative, name, text }: ReturnType<typeof splitQuery>[number]): Change[] {
  if (kind === "filter") {
    const own = filterNamed(name);
    return own === null ? [] : [{ kind: "filter", name: own, value: text }];
  }
  return negative ? [{ kind: "without", texts: [text], codes: [] }] : [];
}

/** What is left of the words when the frame around them falls away; between topic words it stays. */
function withoutFrame(open: readonly { word: string; at: number }[]): { word: string; at: number }[] {
  const isFrame = ({ word }: { word: string }): boolean => isOneOf(words.frame, word) || isOneOf(words.saying, word);
  const content = open.filter((one) => !isFrame(one));
  const [first] = content;
  const last = content.at(-1);
  if (first === undefined || last === undefined) return [];
  return open.filter((one) => one.at >= first.at && one.at <= last.at);
}

/** A word by which people ask ("aantal", "cijfers"), in the singular or the plural. */
function isWeak(word: string): boolean {
  return weakWords.words.some((weak) => fold(word).startsWith(weak) && word.length <= weak.length + 3);
}

const lead = new RegExp(`^(?:(?:${words.openers.join("|")}) ){0,2}(?:${words.lead.join("|")}) `, "i");
const goesOn = new RegExp(
  `^(?:(?:${words.leadOpeners.join("|")}) ){1,2}(?:${words.lead.join("|")}) |^(?:${words.leadBegins.join("|")})`,
);
const opener = new RegExp(`^(?:(?:${words.openers.join("|")})[, ] ?){1,3}`, "i");

function startsAsLead(text: string): boolean {
  return goesOn.test(fold(text));
}

/** `wat is er gezegd over visummaatregelen` is about `visummaatregelen`. */
function withoutLead(subject: string): string {
  return subject.replace(lead, "");
}

function withoutOpener(text: string): string {
  return text.replace(opener, "");
}
