import { joint } from "../letters/hyphens.ts";
import type { Leading } from "./pdf-leading.ts";
import type { PdfLine } from "./pdf-lines.ts";

/** What the document tells about the lines of a cell: how close they stand, and which words it writes elsewhere. */
export interface CellSetting {
  leading: Leading;
  /** How often the document writes a word, in lower case. */
  known: (word: string) => number;
}

const word = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;

/** Counts the words of a document, those that a line end breaks left out. */
export function countWords(pages: readonly (readonly PdfLine[])[]): CellSetting["known"] {
  const counts = new Map<string, number>();
  for (const { chunks } of pages.flat()) {
    for (const { text } of chunks) {
      for (const { 0: found, index } of text.matchAll(word)) {
        const end = text[index + found.length];
        if (end === "-" || end === "\u00ad" || end === "\u2010") continue;
        counts.set(found.toLowerCase(), (counts.get(found.toLowerCase()) ?? 0) + 1);
      }
    }
  }
  return (one) => counts.get(one) ?? 0;
}

/** The lines of a cell as one text; a word that is broken at a line end is made whole, as in running text. */
export function cellText(lines: readonly string[], known: CellSetting["known"]): string {
  return lines
    .filter((line) => line !== "")
    .reduce((text, line) => {
      if (text === "") return line;
      const { dropHyphen, glue } = joint(text, line, known);
      return `${dropHyphen ? text.slice(0, -1) : text}${isBroken(text, line, known) ? "" : glue}${line}`;
    }, "");
}

const lastWord = /(?<!\p{L})\p{L}{2,40}$/u;
const firstWord = /^\p{Ll}{2,40}(?!\p{L})/u;
const plural = /(?:en|s|e|n)$/;

/**
 * Whether a line ends inside a word without a hyphen, as in a narrow cell: the document writes the whole word elsewhere
 * (or its singular), and each of its halves nowhere but here.
 */
function isBroken(left: string, right: string, known: CellSetting["known"]): boolean {
  const first = lastWord.exec(left.slice(-60))?.[0].toLowerCase() ?? "";
  const second = firstWord.exec(right.slice(0, 60))?.[0] ?? "";
  if (first === "" || second === "" || known(first) > 1 || known(second) > 1) return false;
  return known(first + second) > 0 || known((first + second).replace(plural, "")) > 0;
}
