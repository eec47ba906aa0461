import type { DocxStyles } from "./docx-styles.ts";
import { numeral } from "./numerals.ts";
import { child, childElements, type Element } from "./tree.ts";

interface Level {
  start: number;
  format: string;
  /** `%1.`, `Vraag %1`. */
  text: string;
}

/** What stands before a paragraph that Word numbers by itself. */
export interface NumberedParagraph {
  /** As printed: `2.`, `1.3`, `Vraag 4`; `-` for a bullet. */
  marker: string;
  /** From 0. */
  depth: number;
}

const empty: Element = { name: "", attributes: new Map(), children: [] };
const value = (element: Element | null): string | undefined => element?.attributes.get("w:val");

/** Counts the paragraphs that Word numbers, in the order of the document: a list that is interrupted goes on. */
export class DocxNumbering {
  readonly #nums = new Map<string, Element>();
  readonly #abstracts = new Map<string, Element>();
  readonly #counters = new Map<string, number[]>();
  readonly #restarted = new Set<string>();
  readonly #styles: DocxStyles;

  constructor(root: Element | null, styles: DocxStyles) {
    this.#styles = styles;
    for (const each of childElements(root ?? empty, "w:num"))
      this.#nums.set(each.attributes.get("w:numId") ?? "", each);
    for (const each of childElements(root ?? empty, "w:abstractNum")) {
      this.#abstracts.set(each.attributes.get("w:abstractNumId") ?? "", each);
    }
  }

  /** The number of the next paragraph with these properties; null when it has none. */
  next(properties: Element | null, style: string | undefined): NumberedParagraph | null {
    const own = child(properties, "w:numPr");
    const fromStyle = this.#styles.numbering(style);
    const numId = value(child(own, "w:numId")) ?? value(child(fromStyle, "w:numId"));
    const depth = Number(value(child(own, "w:ilvl")) ?? value(child(fromStyle, "w:ilvl")) ?? 0);
    if (numId === undefined || numId === "0" || !Number.isInteger(depth) || depth < 0 || depth > 8) return null;
    const num = this.#nums.get(numId);
    const abstractId = value(child(num ?? null, "w:abstractNumId"));
    if (num === undefined || abstractId === undefined) return null;
    const level = this.#level(num, abstractId, depth);
    if (level === null) return null;
    this.#count(num, numId, abstractId, depth, level.start);
    return level.format === "bullet"
      ? { marker: "-", depth }
      : { marker: this.#printed(num, abstractId, level), depth };
  }

  #level(num: Element, abstractId: string, depth: number): Level | null {
    const override = childElements(num, "w:lvlOverride").find(
      ({ attributes }) => attributes.get("w:ilvl") === String(depth),
    );
    const found =
      child(override ?? null, "w:lvl") ??
      childElements(this.#abstracts.get(abstractId) ?? empty, "w:lvl").find(
        ({ attributes }) => attributes.get("w:ilvl") === String(depth),
      );
    if (found === undefined) return null;
    return {
      start: Number(value(child(found, "w:start")) ?? 1),
      format: value(child(found, "w:numFmt")) ?? "decimal",
      text: value(child(found, "w:lvlText")) ?? `%${depth + 1}.`,
    };
  }

  #count(num: Element, numId: string, abstractId: string, depth: number, start: number): void {
    const counts = this.#counters.get(abstractId) ?? [];
    this.#counters.set(abstractId, counts);
    const override = childElements(num, "w:lvlOverride").find(
      ({ attributes }) => attributes.get("w:ilvl") === String(depth),
    );
    const restart = value(child(override ?? null, "w:startOverride"));
    const key = `${numId} ${depth}`;
    if (restart !== undefined && !this.#restarted.has(key)) counts[depth] = Number(restart);
    else counts[depth] = counts[depth] === undefined ? start : counts[depth] + 1;
    this.#restarted.add(key);
    counts.length = depth + 1;
  }

  #printed(num: Element, abstractId: string, level: Level): string {
    if (level.format === "none") return level.text.replace(/%\d/g, "").trim();
    const counts = this.#counters.get(abstractId) ?? [];
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = this.#level(num, abstractId, at)?.format ?? "decimal";
      return numeral(counts[at] ?? 1, format);
    });
  }
}
