import { isOn, propertyValue } from "./docx-content.ts";
import type { DocxStyles } from "./docx-styles.ts";
import { numeral } from "./numerals.ts";
import { child, childElements, type Element } from "./tree.ts";

interface Level {
  start: number;
  format: string;
  /** `%1.`, `Vraag %1`. */
  text: string;
  /** Numbers of the levels above are in figures too, whatever they are in themselves. */
  isLegal: boolean;
  /** Begins anew after a paragraph of this level or above it, from 0; usually the level above; -1 for never. */
  restartsAfter: number;
}

/** What stands before a paragraph that Word numbers by itself. */
export interface NumberedParagraph {
  /** As printed: `2.`, `1.3`, `Vraag 4`; `-` for a bullet. */
  marker: string;
  /** From 0. */
  depth: number;
}

const empty: Element = { name: "", attributes: new Map(), children: [] };

/** Of the levels below `%1`, which Word has nine of. */
const maxDepth = 8;

/** A list that takes its levels from a style, which takes them from a list: no further than this. */
const maxLinks = 8;

/** Counts the paragraphs that Word numbers, in the order of the document: a list that is interrupted goes on. */
export class DocxNumbering {
  readonly #nums = new Map<string, Element>();
  readonly #abstracts = new Map<string, Element>();
  readonly #abstractOfNum = new Map<Element, string | null>();
  readonly #levels = new Map<string, Level | null>();
  readonly #counters = new Map<string, (number | undefined)[]>();
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
    const numId = propertyValue(child(own, "w:numId")) ?? propertyValue(child(fromStyle, "w:numId"));
    if (numId === undefined || numId === "0") return null;
    const num = this.#nums.get(numId);
    if (num === undefined) return null;
    const abstractId = this.#abstractOf(num);
    if (abstractId === null) return null;
    const said = propertyValue(child(own, "w:ilvl")) ?? propertyValue(child(fromStyle, "w:ilvl"));
    const depth = said === undefined ? this.#depthOfStyle(abstractId, style) : Number(said);
    if (!Number.isInteger(depth) || depth < 0 || depth > maxDepth) return null;
    const level = this.#level(num, abstractId, depth);
    if (level === null) return null;
    this.#count(num, numId, abstractId, depth, level.start);
    return level.format === "bullet"
      ? { marker: "-", depth }
      : { marker: this.#printed(num, abstractId, level), depth };
  }

  /** The list that has the levels: one with `w:numStyleLink` borrows those of a style for lists. */
  #abstractOf(num: Element): string | null {
    const known = this.#abstractOfNum.get(num);
    if (known !== undefined) return known;
    let id = propertyValue(child(num, "w:abstractNumId"));
    for (let links = 0; links < maxLinks && id !== undefined; links += 1) {
      const style = propertyValue(child(this.#abstracts.get(id) ?? null, "w:numStyleLink"));
      if (style === undefined) break;
      const linked = propertyValue(child(this.#styles.numbering(style), "w:numId"));
      id = propertyValue(child(this.#nums.get(linked ?? "") ?? null, "w:abstractNumId")) ?? this.#definitionOf(style);
    }
    this.#abstractOfNum.set(num, id ?? null);
    return id ?? null;
  }

  /** The level that a list keeps for paragraphs of this style; the first where it keeps none. */
  #depthOfStyle(abstractId: string, style: string | undefined): number {
    const levels = childElements(this.#abstracts.get(abstractId) ?? empty, "w:lvl").slice(0, maxDepth + 1);
    const linked = levels.find((level) => propertyValue(child(level, "w:pStyle")) === (style ?? ""));
    return Number(linked?.attributes.get("w:ilvl") ?? 0);
  }

  /** The list that a style for lists was made from (`w:styleLink`), where the style itself does not lead to it. */
  #definitionOf(style: string): string | undefined {
    return [...this.#abstracts].find(([, list]) => propertyValue(child(list, "w:styleLink")) === style)?.[0];
  }

  #level(num: Element, abstractId: string, depth: number): Level | null {
    const key = `${num.attributes.get("w:numId")} ${abstractId} ${depth}`;
    const known = this.#levels.get(key);
    if (known !== undefined) return known;
    const level = this.#readLevel(num, abstractId, depth);
    this.#levels.set(key, level);
    return level;
  }

  #readLevel(num: Element, abstractId: string, depth: number): Level | null {
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
      start: Number(propertyValue(child(found, "w:start")) ?? 1),
      format: propertyValue(child(found, "w:numFmt")) ?? "decimal",
      text: propertyValue(child(found, "w:lvlText")) ?? `%${depth + 1}.`,
      isLegal: isOn(child(found, "w:isLgl")) === true,
      restartsAfter: Number(propertyValue(child(found, "w:lvlRestart")) ?? depth) - 1,
    };
  }

  #count(num: Element, numId: string, abstractId: string, depth: number, start: number): void {
    const counts = this.#counters.get(abstractId) ?? [];
    this.#counters.set(abstractId, counts);
    const override = childElements(num, "w:lvlOverride").find(
      ({ attributes }) => attributes.get("w:ilvl") === String(depth),
    );
    const restart = propertyValue(child(override ?? null, "w:startOverride"));
    const key = `${numId} ${depth}`;
    if (restart !== undefined && !this.#restarted.has(key)) counts[depth] = Number(restart);
    else counts[depth] = counts[depth] === undefined ? start : (counts[depth] ?? 0) + 1;
    this.#restarted.add(key);
    for (let below = depth + 1; below <= maxDepth; below += 1) {
      const restartsAfter = this.#level(num, abstractId, below)?.restartsAfter ?? below - 1;
      if (depth <= restartsAfter) counts[below] = undefined;
    }
  }

  #printed(num: Element, abstractId: string, level: Level): string {
    if (level.format === "none") return level.text.replace(/%\d/g, "").trim();
    const counts = this.#counters.get(abstractId) ?? [];
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const counted = this.#level(num, abstractId, at);
      const format = level.isLegal ? "decimal" : (counted?.format ?? "decimal");
      // Before the first paragraph of the level above, its number is the one it will begin with.
      return numeral(counts[at] ?? counted?.start ?? 1, format);
    });
  }
}
