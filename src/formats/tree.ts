import { maxMarkupDepth, maxMarkupElements } from "./limits.ts";
import { refusal } from "./refusals.ts";

/** An element of XML or HTML. Names are as written in XML, with their prefix, and in lower case in HTML. */
export interface Element {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: Node[];
}

/** An element, or a piece of text. */
export type Node = Element | string;

/** Builds the tree from the events of a parser, within bounds of depth and size. */
export class TreeBuilder {
  readonly root: Element = { name: "", attributes: new Map(), children: [] };
  readonly #open: Element[] = [this.root];
  #elements = 0;
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  start(name: string, attributes: ReadonlyMap<string, string>): void {
    this.#elements += 1;
    if (this.#open.length > maxMarkupDepth) {
      throw refusal("too-large", this.#file, ["depth-of-elements", maxMarkupDepth]);
    }
    if (this.#elements > maxMarkupElements) {
      throw refusal("too-large", this.#file, ["elements", maxMarkupElements]);
    }
    const element: Element = { name, attributes, children: [] };
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
  }

  text(text: string): void {
    this.#open.at(-1)?.children.push(text);
  }

  end(): void {
    if (this.#open.length > 1) this.#open.pop();
  }
}

/** The child elements, of one name or of any. */
export function childElements(parent: Element, name?: string): Element[] {
  return parent.children.filter(
    (child): child is Element => typeof child !== "string" && (name === undefined || child.name === name),
  );
}

/** The first child of a name; null when there is none. */
export function child(parent: Element | null, name: string): Element | null {
  if (parent === null) return null;
  return childElements(parent, name)[0] ?? null;
}

/** Every element below, in the order of the document, that answers to `wanted`; does not look inside those it found. */
export function findAll(parent: Element, wanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const visit = (element: Element): void => {
    for (const each of childElements(element)) {
      if (wanted(each)) found.push(each);
      else visit(each);
    }
  };
  visit(parent);
  return found;
}

/** The first element below with this name, in the order of the document; null when there is none. */
export function find(parent: Element, name: string): Element | null {
  for (const each of childElements(parent)) {
    const found = each.name === name ? each : find(each, name);
    if (found !== null) return found;
  }
  return null;
}

/** All text below, white space collapsed. */
export function textOf(node: Node | null): string {
  if (node === null) return "";
  const pieces: string[] = [];
  const visit = (each: Node): void => {
    if (typeof each === "string") pieces.push(each);
    else each.children.forEach(visit);
  };
  visit(node);
  return pieces.join("").replace(/\s+/gu, " ").trim();
}

/** A question about the elements of one tree whose answers are kept, so that asking it at every level stays cheap. */
export function cached(ask: (element: Element) => boolean): (element: Element) => boolean {
  const answers = new Map<Element, boolean>();
  return (element) => {
    const known = answers.get(element) ?? ask(element);
    answers.set(element, known);
    return known;
  };
}
