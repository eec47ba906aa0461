import { readFileSync } from "node:fs";

/**
 * The judged queries: over letters (what a passage must hold) and over single passages (which passages answer).
 */

export interface JudgedSet {
  passages: { letter: string; text: string }[];
  queries: { q: string; relevant: { grade: number; isIn: (passage: number) => boolean }[] }[];
}

interface LettersFile {
  letters: Record<string, string>;
  queries: { q: string; rel: [letter: string, fragment: string, grade: number][] }[];
}

interface PassagesFile {
  passages: string[];
  queries: { q: string; rel: number[] }[];
}

/** `passagesOf` gives the passages of a letter by its file name. */
export function readLettersSet(file: string, passagesOf: (name: string) => string[]): JudgedSet {
  const { letters, queries } = JSON.parse(readFileSync(file, "utf8")) as LettersFile;
  const passages = Object.entries(letters).flatMap(([letter, name]) =>
    passagesOf(name).map((text) => ({ letter, text })),
  );
  const bare = passages.map(({ text }) => onlyLetters(text));
  return {
    passages,
    queries: queries.map(({ q, rel }) => ({
      q,
      relevant: rel.map(([letter, fragment, grade]) => {
        const sought = onlyLetters(fragment);
        const isIn = (passage: number) =>
          passages[passage]?.letter === letter && (bare[passage]?.includes(sought) ?? false);
        return { grade, isIn };
      }),
    })),
  };
}

export function readPassagesSet(file: string): JudgedSet {
  const { passages, queries } = JSON.parse(readFileSync(file, "utf8")) as PassagesFile;
  return {
    passages: passages.map((text, index) => ({ letter: `${index}`, text })),
    queries: queries.map(({ q, rel }) => ({
      q,
      relevant: rel.map((answer) => ({ grade: 1, isIn: (passage: number) => passage === answer })),
    })),
  };
}

/** White space, hyphenation and punctuation are ignored in a comparison. */
function onlyLetters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
