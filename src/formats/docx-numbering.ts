import { type DocxLists, type Level, maxDepth, type Place } from "./docx-lists.ts";
import { numeral } from "./numerals.ts";
import type { Element } from "./tree.ts";

/** What stands before a paragraph that Word numbers by itself. */
export interface NumberedParagraph {
  /** As printed: `2.`, `1.3`, `Vraag 4`; `-` for a bullet. */
  marker: string;
  /** From 0. */
  depth: number;
}

/** Counts the paragraphs that Word numbers, in the order of the document: a list that is interrupted goes on. */
export class DocxNumbering {
  readonly #lists: DocxLists;
  /** Of every list, the number that each of its levels has come to. */
  readonly #counters = new Map<string, (number | undefined)[]>();
  /** The places that have begun where they were told to. */
  readonly #restarted = new Set<string>();

  constructor(lists: DocxLists) {
    this.#lists = lists;
  }

  /** The number of the next paragraph with these properties; null when it has none. */
  next(properties: Element | null, style: string | undefined): NumberedParagraph | null {
    const place = this.#lists.placeOf(properties, style);
    const level = place === null ? null : this.#lists.level(place);
    if (place === null || level === null) return null;
    this.#count(place, level);
    const marker = level.format === "bullet" ? "-" : this.#printed(place, level);
    return { marker, depth: place.depth };
  }

  #count(place: Place, level: Level): void {
    const { numId, listId, depth } = place;
    const counts = this.#counters.get(listId) ?? [];
    this.#counters.set(listId, counts);
    const key = `${numId} ${depth}`;
    const before = counts[depth];
    if (level.restart !== null && !this.#restarted.has(key)) counts[depth] = level.restart;
    else counts[depth] = before === undefined ? level.start : before + 1;
    this.#restarted.add(key);
    for (let below = depth + 1; below <= maxDepth; below += 1) {
      const restartsAfter = this.#lists.level({ ...place, depth: below })?.restartsAfter ?? below - 1;
      if (depth <= restartsAfter) counts[below] = undefined;
    }
  }

  #printed(place: Place, level: Level): string {
    if (level.format === "none") return level.text.replace(/%\d/g, "").trim();
    const counts = this.#counters.get(place.listId) ?? [];
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const depth = Number(digit) - 1;
      const counted = this.#lists.level({ ...place, depth });
      const format = level.isLegal ? "decimal" : (counted?.format ?? "decimal");
      // Before the first paragraph of the level above, its number is the one it will begin with.
      return numeral(counts[depth] ?? counted?.restart ?? counted?.start ?? 1, format);
    });
  }
}
