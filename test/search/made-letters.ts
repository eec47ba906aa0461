import type { LetterKey, PassageId } from "../../src/letters/stored-letter.ts";
import type { IndexedLetter } from "../../src/search/passage-index.ts";

/** Letters with invented text, to keep an index busy; ten passages of some forty words each. */
export function madeLetters(count: number): IndexedLetter[] {
  return Array.from({ length: count }, (_, n) => ({
    key: `made-${n}` as LetterKey,
    title: `Gemaakte brief ${n}`,
    date: null,
    kind: "brief",
    senders: [],
    dossier: null,
    passages: Array.from({ length: 10 }, (_, m) => ({
      id: `made-${n}.1.${m}` as PassageId,
      headings: [],
      text: Array.from({ length: 40 }, (_, word) => `woord${(n * 31 + m * 7 + word * word) % 5000}`).join(" "),
      parties: [],
      askers: [],
      pointsTo: [],
      pointerOnly: false,
    })),
  }));
}
