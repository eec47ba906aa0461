import type { Person } from "../letters/letter.ts";
import type { AnalysedWord, Analyser } from "./analyse.ts";
import { GrowingArray } from "./growing-array.ts";
import type { IndexedLetter, IndexedPassage } from "./passage-index.ts";
import { type PassageDetails, paragraphBreak, type Segment, type SegmentLetter, type SegmentWords } from "./segment.ts";
import { invert } from "./segment-terms.ts";
import { TextList, TextTable } from "./text-list.ts";
import { comparable, printedWords } from "./words.ts";

/**
 * Letters in, a segment out. It is a generator that pauses after every passage, so that the caller decides how long it
 * may hold the thread.
 */

/** A word that stands in at least so many passages is taken for a word of its own in a compound. */
const ownWordPassages = 2;

export function* buildSegment(letters: IndexedLetter[], analyser: Analyser): Generator<void, Segment> {
  const vocabulary = new Vocabulary();
  const rows: SegmentLetter[] = [];
  const ids: IndexedPassage["id"][] = [];
  const details = new Map<number, PassageDetails>();
  const letterOf = new GrowingArray();
  const tokens = new GrowingArray();
  const tokenStart = new GrowingArray();
  const above: number[][] = [];
  const names: number[][] = [];
  const texts: string[] = [];

  for (const [letterRow, letter] of letters.entries()) {
    const { key, date, kind, senders, dossier } = letter;
    rows.push({ key, date, kind, senders: senders.map(asPrinted), dossier });
    const title = vocabulary.rowsOf(letter.title);
    const signers = senders.flatMap(({ name }) => vocabulary.rowsOf(name));
    for (const passage of letter.passages) {
      const row = ids.push(passage.id) - 1;
      letterOf.push(letterRow);
      tokenStart.push(tokens.length);
      vocabulary.readPassage(passage.text, row, tokens);
      texts.push(passage.text);
      above.push([...title, ...passage.headings.flatMap((heading) => vocabulary.rowsOf(heading))]);
      const { parties, askers, pointsTo, pointerOnly } = passage;
      names.push([...signers, ...[...askers, ...parties].flatMap((name) => vocabulary.rowsOf(name))]);
      if (parties.length + askers.length + pointsTo.length > 0 || pointerOnly) {
        details.set(row, { parties, askers, pointsTo, pointerOnly });
      }
      yield;
    }
  }
  tokenStart.push(tokens.length);

  const analysed: AnalysedWord[] = [];
  const own = (word: string) => (vocabulary.passagesOf(word) ?? 0) >= ownWordPassages;
  for (const folded of vocabulary.folded) {
    analysed.push(analyser.word(folded, own));
    if (analysed.length % 64 === 0) yield;
  }
  const passages = {
    ids,
    details,
    letter: letterOf.trimmed(),
    tokens: tokens.trimmed(),
    tokenStart: tokenStart.trimmed(),
    length: new Uint16Array(ids.length),
  };
  const { terms, ofWords } = yield* invert(passages, above, names, texts, analysed, analyser);
  return { letters: rows, passages, words: { ...vocabulary.finish(), ...ofWords }, terms };
}

function asPrinted({ name, office }: Person): string {
  return office === null ? name : `${name} ${office}`;
}

/** The distinct words met so far. */
class Vocabulary {
  readonly folded: string[] = [];
  readonly #row = new Map<string, number>();
  readonly #printed: string[] = [];
  readonly #passages = new GrowingArray();
  readonly #lastPassage = new GrowingArray();
  /** Folding is the dear part, and most words come back. */
  readonly #rowOfPrinted = new Map<string, number>();

  passagesOf(folded: string): number | undefined {
    const row = this.#row.get(folded);
    return row === undefined ? undefined : this.#passages.at(row);
  }

  rowsOf(text: string): number[] {
    return printedWords(text).map((word) => this.#rowFor(word));
  }

  /** Appends the words of a passage to `tokens`. */
  readPassage(text: string, passage: number, tokens: GrowingArray): void {
    for (const [index, paragraph] of text.split(/\n[ \t]*\n/).entries()) {
      if (index > 0) tokens.push(paragraphBreak);
      for (const word of printedWords(paragraph)) {
        const row = this.#rowFor(word);
        tokens.push(row);
        // Rows of passages are counted from 1 here, as 0 stands for never.
        if (this.#lastPassage.at(row) === passage + 1) continue;
        this.#lastPassage.set(row, passage + 1);
        this.#passages.set(row, this.#passages.at(row) + 1);
      }
    }
  }

  finish(): Omit<SegmentWords, "termStart" | "terms"> {
    const printed = TextList.of(this.#printed);
    return { folded: TextTable.of(this.folded), printed, passages: this.#passages.trimmed() };
  }

  #rowFor(printed: string): number {
    const known = this.#rowOfPrinted.get(printed);
    if (known !== undefined) return known;
    const folded = comparable(printed);
    let row = this.#row.get(folded);
    if (row === undefined) {
      row = this.folded.push(folded) - 1;
      this.#row.set(folded, row);
      this.#passages.push(0);
      this.#lastPassage.push(0);
      this.#printed.push(printed === folded ? "" : printed);
    }
    this.#rowOfPrinted.set(printed, row);
    return row;
  }
}
