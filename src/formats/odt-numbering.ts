import { numeral } from "./numerals.ts";
import type { OdtLevel, OdtStyles } from "./odt-styles.ts";
import type { Element } from "./tree.ts";

/** Where a list stands: its style, its level from 1, and the numbers given out so far. */
export interface OdtList {
  style: string | undefined;
  level: number;
  counts: number[];
}

/** Counts the numbered paragraphs of an ODT text, in the order of the document. */
export class OdtNumbering {
  readonly #styles: OdtStyles;
  /** By list style, and by the id of a list with `#` before it. */
  readonly #lists = new Map<string, number[]>();
  readonly #outline: number[] = [];

  constructor(styles: OdtStyles) {
    this.#styles = styles;
  }

  /**
   * Begins a list: it counts anew unless it says that it goes on.
   *
   * @param around the list that it stands in; null when it stands by itself
   * @param atStart whether no paragraph stands before it in its item: then it goes on when the list around it does
   */
  list(element: Element, around: OdtList | null, atStart: boolean): OdtList {
    const style = element.attributes.get("text:style-name") ?? around?.style;
    const goesOn = element.attributes.get("text:continue-numbering") === "true";
    if (around !== null) {
      if (!goesOn && !atStart) around.counts.length = Math.min(around.counts.length, around.level);
      return { style, level: around.level + 1, counts: around.counts };
    }
    const other = element.attributes.get("text:continue-list");
    const before = other !== undefined ? this.#lists.get(`#${other}`) : goesOn ? this.#lists.get(style ?? "") : [];
    const counts = before ?? this.#lists.get(style ?? "") ?? [];
    this.#lists.set(style ?? "", counts);
    this.#lists.set(`#${element.attributes.get("xml:id") ?? ""}`, counts);
    return { style, level: 1, counts };
  }

  /** What is printed before the next item of a list; empty for nothing. */
  item({ style, level, counts }: OdtList, item: Element, paragraph: Element): string {
    const isHeading = paragraph.name === "text:h";
    const name = style ?? this.#styles.listStyle(paragraph.attributes.get("text:style-name")) ?? undefined;
    const at = (each: number): OdtLevel | null =>
      this.#styles.listLevel(name, each) ?? (isHeading ? this.#styles.outlineLevel(each) : null);
    return count(counts, level, at, item.attributes.get("text:start-value"));
  }

  /** What is printed before a heading that stands in no list; empty for nothing. */
  heading(element: Element, level: number): string {
    const { attributes } = element;
    const at = (each: number): OdtLevel | null => this.#styles.outlineLevel(each);
    // A list style without a name takes a heading out of the numbering.
    const isOut = this.#styles.listStyle(attributes.get("text:style-name")) === "";
    if (isOut || attributes.get("text:is-list-header") === "true" || (at(level)?.format ?? "") === "") return "";
    const restarts = attributes.get("text:restart-numbering") === "true";
    return count(this.#outline, level, at, restarts ? (attributes.get("text:start-value") ?? "1") : undefined);
  }
}

type LevelAt = (level: number) => OdtLevel | null;

function count(counts: number[], level: number, at: LevelAt, start: string | undefined): string {
  const own = at(level);
  const next = (counts[level - 1] ?? (own?.start ?? 1) - 1) + 1;
  for (let above = 0; above < level - 1; above += 1) counts[above] ??= at(above + 1)?.start ?? 1;
  counts[level - 1] = start === undefined ? next : Number(start);
  counts.length = level;
  return own === null ? "-" : printed(own, level, counts, at);
}

/** The number with those of the levels above it that are displayed too, and with what stands around it. */
function printed(own: OdtLevel, level: number, counts: readonly number[], at: LevelAt): string {
  if (own.format === "") return own.prefix.trim();
  const number = (each: number): string => {
    const format = at(each)?.format ?? "1";
    return format === "" ? "" : numeral(counts[each - 1] ?? 1, format);
  };
  if (own.template !== "") return own.template.replace(/%(\d{1,2})%/g, (_, each) => number(Number(each))).trim();
  const first = Math.max(1, level - own.displayed + 1);
  const numbers = Array.from({ length: level - first + 1 }, (_, place) => number(first + place));
  return `${own.prefix}${numbers.filter((each) => each !== "").join(".")}${own.suffix}`.trim();
}
