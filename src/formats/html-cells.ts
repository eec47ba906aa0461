import type { Element, Node } from "./tree.ts";

/** What tells how a cell is read. */
export interface CellFacts {
  /** What it shows on one line, as far as it is looked at. */
  text: string;
  /** Of that, what is bold. */
  bold: string;
  paragraphs: number;
  /** Blocks and line breaks in it. */
  blocks: number;
  breaks: number;
}

/** More of a cell is not looked at to tell a table of data from one that only places text. */
const shownCharacters = 400;

const blocks = /^(?:p|div|li|h[1-6]|table)$/;

/** Looks at cells. What was found is kept, for tables stand in tables. */
export function cellReader(isShown: (element: Element) => boolean): (cell: Element) => CellFacts {
  /** Of all elements in cells, with the white space around their text, which may stand between words. */
  const known = new Map<Element, CellFacts>();
  const read = (element: Element): CellFacts => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const facts: CellFacts = { text: "", bold: "", paragraphs: 0, blocks: 0, breaks: 0 };
    for (const node of element.children) add(facts, node);
    if (element.name === "b" || element.name === "strong") facts.bold = facts.text;
    known.set(element, facts);
    return facts;
  };
  const add = (facts: CellFacts, node: Node): void => {
    if (typeof node === "string") {
      facts.text = joined(facts.text, node);
      return;
    }
    if (!isShown(node)) return;
    const inner = read(node);
    const isBlock = blocks.test(node.name);
    const space = isBlock || node.name === "br" ? " " : "";
    facts.text = joined(facts.text, `${space}${inner.text}${space}`);
    facts.bold = joined(facts.bold, `${space}${inner.bold}${space}`);
    facts.paragraphs += node.name === "p" ? 1 : inner.paragraphs;
    facts.blocks += isBlock ? 1 : inner.blocks;
    facts.breaks += node.name === "br" ? 1 : inner.breaks;
  };
  const cells = new Map<Element, CellFacts>();
  return (cell) => {
    const before = cells.get(cell);
    if (before !== undefined) return before;
    const facts = read(cell);
    const found = { ...facts, text: facts.text.trim(), bold: facts.bold.trim() };
    cells.set(cell, found);
    return found;
  };
}

function joined(text: string, more: string): string {
  if (more === "" || text.length >= shownCharacters) return text;
  const next = more.slice(0, shownCharacters).replace(/\s+/gu, " ");
  return text.endsWith(" ") || text === "" ? text + next.trimStart() : text + next;
}
