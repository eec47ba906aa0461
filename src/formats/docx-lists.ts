import { isOn, propertyValue } from "./docx-content.ts";
import type { DocxStyles } from "./docx-styles.ts";
import { child, childElements, type Element } from "./tree.ts";

/** A level of a list, as it numbers its paragraphs. */
export interface Level {
  start: number;
  /** Where a list begins that goes on the levels of another (`w:startOverride`); null where it only goes on. */
  restart: number | null;
  format: string;
  /** `%1.`, `Vraag %1`. */
  text: string;
  /** Numbers of the levels above are in figures too, whatever they are in themselves. */
  isLegal: boolean;
  /** Begins anew after a paragraph of this level or above it, from 0; usually the level above; -1 for never. */
  restartsAfter: number;
}

/** A paragraph's place in the lists of a Word file. */
export interface Place {
  numId: string;
  /** The list that has the levels; lists of several numbers may share them, and then they count together. */
  listId: string;
  /** From 0. */
  depth: number;
}

const empty: Element = { name: "", attributes: new Map(), children: [] };

/** Word has nine levels. */
export const maxDepth = 8;

/** A list that takes its levels from a style, which takes them from a list: no further than this. */
const maxLinks = 8;

const byId = (root: Element | null, name: string, id: string): Map<string, Element> =>
  new Map(childElements(root ?? empty, name).map((each) => [each.attributes.get(id) ?? "", each]));

/** The lists of a Word file, as `numbering.xml` and the styles define them. */
export class DocxLists {
  readonly #nums: ReadonlyMap<string, Element>;
  readonly #lists: ReadonlyMap<string, Element>;
  /** From a style for lists to the list it was made from. */
  readonly #madeFor = new Map<string, string>();
  readonly #listIds = new Map<string, string | null>();
  readonly #levelElements = new Map<string, readonly Element[]>();
  readonly #levels = new Map<string, Level | null>();
  readonly #styles: DocxStyles;

  constructor(root: Element | null, styles: DocxStyles) {
    this.#styles = styles;
    this.#nums = byId(root, "w:num", "w:numId");
    this.#lists = byId(root, "w:abstractNum", "w:abstractNumId");
    for (const [id, list] of this.#lists) {
      const style = propertyValue(child(list, "w:styleLink"));
      if (style !== undefined) this.#madeFor.set(style, id);
    }
  }

  /** Where a paragraph with these properties belongs; null when in no list. */
  placeOf(properties: Element | null, style: string | undefined): Place | null {
    const own = child(properties, "w:numPr");
    const fromStyle = this.#styles.numbering(style);
    const numId = propertyValue(child(own, "w:numId")) ?? propertyValue(child(fromStyle, "w:numId"));
    // 0 takes a paragraph out of the list of its style.
    if (numId === undefined || numId === "0") return null;
    const listId = this.#listOf(numId);
    if (listId === null) return null;
    const said = propertyValue(child(own, "w:ilvl")) ?? propertyValue(child(fromStyle, "w:ilvl"));
    const depth = said === undefined ? this.#depthOfStyle(listId, style) : Number(said);
    return Number.isInteger(depth) && depth >= 0 && depth <= maxDepth ? { numId, listId, depth } : null;
  }

  /** How the paragraphs at a place are numbered; null when the file does not say. */
  level({ numId, listId, depth }: Place): Level | null {
    const key = `${numId} ${depth}`;
    const known = this.#levels.get(key);
    if (known !== undefined) return known;
    const level = this.#readLevel(numId, listId, depth);
    this.#levels.set(key, level);
    return level;
  }

  /** The list that has the levels: one with `w:numStyleLink` borrows those of a style for lists. */
  #listOf(numId: string): string | null {
    const known = this.#listIds.get(numId);
    if (known !== undefined) return known;
    let id = this.#namedBy(numId);
    for (let links = 0; links < maxLinks && id !== undefined; links += 1) {
      const style = propertyValue(child(this.#lists.get(id) ?? null, "w:numStyleLink"));
      if (style === undefined) break;
      id = this.#namedBy(propertyValue(child(this.#styles.numbering(style), "w:numId"))) ?? this.#madeFor.get(style);
    }
    this.#listIds.set(numId, id ?? null);
    return id ?? null;
  }

  #namedBy(numId: string | undefined): string | undefined {
    return propertyValue(child(this.#nums.get(numId ?? "") ?? null, "w:abstractNumId"));
  }

  /** The level that a list keeps for paragraphs of this style; the first where it keeps none. */
  #depthOfStyle(listId: string, style: string | undefined): number {
    const linked = this.#levelsOf(listId).find((level) => propertyValue(child(level, "w:pStyle")) === (style ?? ""));
    return Number(linked?.attributes.get("w:ilvl") ?? 0);
  }

  #levelsOf(listId: string): readonly Element[] {
    const known = this.#levelElements.get(listId);
    if (known !== undefined) return known;
    const levels = childElements(this.#lists.get(listId) ?? empty, "w:lvl").slice(0, maxDepth + 1);
    this.#levelElements.set(listId, levels);
    return levels;
  }

  #readLevel(numId: string, listId: string, depth: number): Level | null {
    const isHere = ({ attributes }: Element): boolean => attributes.get("w:ilvl") === String(depth);
    const own = childElements(this.#nums.get(numId) ?? empty, "w:lvlOverride").find(isHere) ?? null;
    const found = child(own, "w:lvl") ?? this.#levelsOf(listId).find(isHere);
    if (found === undefined) return null;
    const restart = propertyValue(child(own, "w:startOverride"));
    return {
      start: Number(propertyValue(child(found, "w:start")) ?? 1),
      restart: restart === undefined ? null : Number(restart),
      format: propertyValue(child(found, "w:numFmt")) ?? "decimal",
      text: propertyValue(child(found, "w:lvlText")) ?? `%${depth + 1}.`,
      isLegal: isOn(child(found, "w:isLgl")) === true,
      restartsAfter: Number(propertyValue(child(found, "w:lvlRestart")) ?? depth) - 1,
    };
  }
}
