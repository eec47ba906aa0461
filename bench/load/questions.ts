import { actionIds } from "../../src/replies/action-ids.ts";
import { madeQueries, randomFrom } from "../made-letters.ts";

/** What people do: each kind with its share of all, out of the words of the letters. */

export type Question = { kind: string } & (
  | { way: "command"; command: string; text: string }
  | { way: "mention"; text: string }
  /** A button of an answer that is asked for beforehand. */
  | { way: "press"; first: string; action: string }
);

interface Words {
  random: () => number;
  short: string;
  long: string;
  /** A word of five letters or more. */
  word: string;
  /** How a letter can be named. */
  name: string;
}

const search = (kind: string, text: string): Question => ({ kind, way: "command", command: "/terugkeer", text });

const countries = ["Marokko", "Algerije", "Turkije", "Irak", "Tunesië", "Nigeria"];
/** So broad that the answer has more than one page. */
const broad = ["terugkeer", "samenwerking"];
const pressed = [actionIds.page, actionIds.order];

const kinds: { name: string; share: number; make: (words: Words, name: string) => Question }[] = [
  { name: "a few words", share: 30, make: ({ short }, kind) => search(kind, short) },
  { name: "a long question", share: 15, make: ({ long }, kind) => search(kind, `${long}?`) },
  { name: "a typing error", share: 10, make: ({ word, random }, kind) => search(kind, misspelt(word, random)) },
  {
    name: "filters",
    share: 10,
    make: ({ random, word }, kind) => {
      const since = 2005 + Math.floor(random() * 15);
      return search(kind, `${word} land:${one(countries, random)} sinds:${since} soort:brief`);
    },
  },
  {
    name: "a timeline",
    share: 10,
    make: ({ random, word }, kind) => {
      const text = random() < 0.5 ? one(countries, random) : word;
      return { kind, way: "command", command: "/tijdlijn", text };
    },
  },
  { name: "a letter", share: 5, make: ({ name }, kind) => ({ kind, way: "command", command: "/brief", text: name }) },
  {
    name: "a button",
    share: 10,
    make: ({ random }, kind) => ({ kind, way: "press", first: one(broad, random), action: one(pressed, random) }),
  },
  { name: "a mention", share: 10, make: ({ short }, kind) => ({ kind, way: "mention", text: short }) },
];

/**
 * So many questions, in each kind's share and in any order; the same seed gives the same.
 *
 * @param names how letters of the collection can be named
 */
export function makeQuestions(count: number, seed: number, names: readonly string[]): Question[] {
  const random = randomFrom(seed);
  const { short, long } = madeQueries(Math.max(100, Math.ceil(count / 4)));
  const words = short.flatMap((query) => query.split(" ")).filter((word) => word.length >= 5);
  const total = kinds.reduce((sum, { share }) => sum + share, 0);
  return Array.from({ length: count }, () => {
    let left = random() * total;
    const kind = kinds.find(({ share }) => {
      left -= share;
      return left < 0;
    });
    if (kind === undefined) throw new Error("the shares do not add up");
    const given = { random, short: one(short, random), long: one(long, random), word: one(words, random) };
    return kind.make({ ...given, name: one(names, random) }, kind.name);
  });
}

/** Two letters in the middle change places. */
function misspelt(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 3));
  return `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
}

function one<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("one of nothing");
  return item;
}
