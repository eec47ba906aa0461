import type { HtmlContext, HtmlWriters } from "./html-context.ts";
import { startNumbered } from "./numbered.ts";
import { numeral } from "./numerals.ts";
import { type Element, findAll, type Node, textOf } from "./tree.ts";

/** Formats of numbers by their names in HTML and in style sheets, as numeral() knows them. */
const formats: Readonly<Record<string, string>> = {
  decimal: "1",
  "lower-alpha": "a",
  "lower-latin": "a",
  "upper-alpha": "A",
  "upper-latin": "A",
  "lower-roman": "i",
  "upper-roman": "I",
};

const bullets = new Set(["disc", "circle", "square"]);

/** How the items of a list are marked: by numbers in a format, by a bullet, or by nothing. */
type Marking = { format: string } | "bullet" | "none";

/** Writes a list; lists that stand in it between its items are one deeper. */
export function writeHtmlList(context: HtmlContext, list: Element, write: HtmlWriters): void {
  const depth = Math.max(context.listDepth, namedDepth(list));
  let number = wholeNumber(list.attributes.get("start")) ?? 1;
  let run: Node[] = [];
  const flush = (): void => {
    if (run.length > 0) write.blocks({ ...context, listDepth: depth + 1 }, { ...list, name: "div", children: run });
    run = [];
  };
  for (const item of list.children) {
    if (typeof item === "string" || item.name !== "li") {
      run.push(item);
      continue;
    }
    flush();
    if (!context.isShown(item)) continue;
    const value = wholeNumber(item.attributes.get("value")) ?? number;
    number = value + 1;
    // Official pages print the mark of an item themselves: `<p class="labeled"><span class="ol">a. </span>…`.
    const own = findAll(item, isOwnMarker)[0];
    const printed = own === undefined ? marker(context, list, item, value) : textOf(own);
    writeItem({ ...context, listDepth: depth }, own === undefined ? item : without(item, own), printed, write);
  }
  flush();
}

/** Google Docs writes a list in a list as one beside it: `lst-kix_abc-1` is of the second level. */
function namedDepth(list: Element): number {
  return Number(/(?:^|\s)lst-kix_\w{1,60}-(\d)(?:\s|$)/.exec(list.attributes.get("class") ?? "")?.[1] ?? 0);
}

function wholeNumber(written: string | undefined): number | null {
  return written !== undefined && /^\s?-?\d{1,6}\s?$/.test(written) ? Number(written) : null;
}

const isOwnMarker = ({ name, attributes }: Element): boolean =>
  name === "span" && /(?:^|\s)(?:ol|nr|li-?nr|lidnr)(?:\s|$)/.test(attributes.get("class") ?? "");

function without(parent: Element, left: Element): Element {
  const children = parent.children.filter((node) => node !== left);
  return { ...parent, children: children.map((node) => (typeof node === "string" ? node : without(node, left))) };
}

/** What is printed before an item; empty for nothing. */
function marker(context: HtmlContext, list: Element, item: Element, value: number): string {
  const content = context.styles.itemContent(list);
  if (content !== "") return generated(content, value, context.counters);
  const marking = markingOf(context, list, item);
  if (marking === "none") return "";
  return marking === "bullet" ? "-" : `${numeral(value, marking.format)}.`;
}

function markingOf({ styles }: HtmlContext, list: Element, item: Element): Marking {
  const said = [
    item.attributes.get("type"),
    styles.listStyle(item),
    styles.listStyle(list),
    list.attributes.get("type"),
  ];
  for (const words of said) {
    for (const word of (words ?? "").split(/\s+/)) {
      if (word === "none") return "none";
      if (bullets.has(word.toLowerCase())) return "bullet";
      const format = /^[1aAiI]$/.test(word) ? word : formats[word];
      if (format !== undefined) return { format };
    }
  }
  return list.name === "ol" ? { format: "1" } : "bullet";
}

/** The text of a `content` rule: strings, and counters of which the last is that of the list itself. */
function generated(content: string, value: number, counters: Map<string, number>): string {
  const parts = [
    ...content.matchAll(/"([^"]{0,100})"|'([^']{0,100})'|counter\(([^(),]{1,100})(?:,([^(),]{1,40}))?\)/g),
  ];
  const own = parts.findLast(([, , , name]) => name !== undefined)?.[3];
  if (own === undefined) return "-";
  counters.set(own, value);
  return parts
    .map(([, double, single, name, format]) =>
      name === undefined
        ? (double ?? single ?? "")
        : numeral(counters.get(name) ?? 1, formats[format?.trim() ?? ""] ?? "1"),
    )
    .join("")
    .trim();
}

/** The first text of an item stands behind its marker; what follows are paragraphs, and lists one deeper. */
function writeItem(context: HtmlContext, item: Element, printed: string, write: HtmlWriters): void {
  let first = true;
  let run: Node[] = [];
  const flush = (): void => {
    if (run.some((node) => textOf(node) !== "")) {
      if (first) startNumbered(context.writer, printed, context.listDepth);
      else context.writer.start();
      write.inline(context, run);
      context.writer.end();
      first = false;
    }
    run = [];
  };
  for (const node of item.children) {
    if (typeof node === "string") run.push(node);
    else if (!context.isShown(node)) continue;
    else if (!context.isBlock(node)) run.push(node);
    else {
      flush();
      if (node.name === "ul" || node.name === "ol" || node.name === "table") {
        write.blocks({ ...context, listDepth: context.listDepth + 1 }, { ...item, name: "div", children: [node] });
      } else {
        run = [node];
        flush();
      }
    }
  }
  flush();
}
