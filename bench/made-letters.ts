import { readdirSync, readFileSync } from "node:fs";
import type { Day } from "../src/letters/letter.ts";
import { readLetter } from "../src/letters/parse.ts";
import type { LetterKey, PassageId } from "../src/letters/stored-letter.ts";
import type { IndexedLetter } from "../src/search/passage-index.ts";
import { sentencesOf } from "../src/search/sentences.ts";

/**
 * Letters made of the sentences of real ones, as many as are wanted. The same number gives the same letter, so nothing
 * need be kept. Rare words are strewn in, because in real text the vocabulary never stops growing.
 */

export const passagesPerLetter = 25;
const sentencesPerPassage = 4;
/** Together some 150,000 different words at 200,000 passages. */
const newWordsPerPassage = 0.75;

const lettersFolder = "data/letters";

const sentences: string[] = readdirSync(lettersFolder)
  .filter((name) => name.endsWith(".txt"))
  .flatMap((name) => {
    const text = readFileSync(`${lettersFolder}/${name}`, "utf8").normalize("NFC").replaceAll("\r\n", "\n");
    return readLetter({ file: name, text, hints: {} }).passages.map((passage) => passage.text);
  })
  .flatMap((text) => sentencesOf(text).map(({ start, end }) => text.slice(start, end)))
  .filter((sentence) => sentence.length > 30);

/** A row of numbers from 0 to 1 that only depends on the seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed * 0x9e3779b1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const syllables = "ba de ger hol kin lo mar ne os pra ra sten ta ver wij zo bon dra fel gri hal jan kel lem mos".split(
  " ",
);

/** The rare word with this number. */
function rareWord(number: number): string {
  let word = "";
  for (let rest = number + 1_000; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length] ?? "";
  }
  return word;
}

export function madeKey(number: number): LetterKey {
  return `made-${number}` as LetterKey;
}

/** Letter `number`, counted from 0. */
export function madeLetter(number: number): IndexedLetter {
  const random = randomFrom(number + 1);
  const pick = () => sentences[Math.floor(random() * sentences.length)] ?? "";
  const key = madeKey(number);
  const passages = Array.from({ length: passagesPerLetter }, (_, index) => {
    const words = Array.from({ length: sentencesPerPassage }, pick).join(" ").split(" ");
    const so = (number * passagesPerLetter + index) * newWordsPerPassage;
    // A new word in most passages, and one met before in every other.
    if (random() < newWordsPerPassage) words.splice(Math.floor(random() * words.length), 0, rareWord(Math.floor(so)));
    if (random() < 0.5) words.splice(Math.floor(random() * words.length), 0, rareWord(Math.floor(random() * so)));
    return {
      id: `${key}.1.${index + 1}` as PassageId,
      headings: [],
      text: words.join(" "),
      parties: [],
      askers: [],
      pointsTo: [],
      pointerOnly: false,
    };
  });
  const date = `${2005 + (number % 20)}-${String(1 + (number % 12)).padStart(2, "0")}-15` as Day;
  return { key, title: `Brief ${number}`, date, kind: "brief", senders: [], dossier: "19637", passages };
}

/** Queries of 1 to 3 words, and of 30 to 40, out of the same sentences. */
export function madeQueries(count: number): { short: string[]; long: string[] } {
  const random = randomFrom(4_711);
  const words = () => (sentences[Math.floor(random() * sentences.length)] ?? "").match(/\p{L}{5,}/gu) ?? [];
  const short = Array.from({ length: count }, () => {
    const from = words();
    const start = Math.floor(random() * Math.max(1, from.length - 3));
    return from.slice(start, start + 1 + Math.floor(random() * 3)).join(" ");
  }).filter((query) => query !== "");
  const long = Array.from({ length: count }, () => {
    let text = "";
    while (text.split(" ").length < 35) text += ` ${sentences[Math.floor(random() * sentences.length)] ?? ""}`;
    return text
      .replace(/[^\p{L}\p{N} ]/gu, " ")
      .trim()
      .split(/ +/)
      .slice(0, 35)
      .join(" ");
  });
  return { short, long };
}
