import { childElements, type Element, findAll, type Node, textOf } from "./tree.ts";

/** The notes of a page: which elements are marks in the text, which are the notes themselves. */
export interface HtmlNotes {
  /** From the link that is a mark to what it shows. */
  marks: ReadonlyMap<Element, string>;
  /** From the element that holds a note to the note. */
  bodies: ReadonlyMap<Element, HtmlNote>;
}

export interface HtmlNote {
  mark: string;
  content: Node[];
  /** False where all marks that lead to the note are deleted or hidden. */
  isShown: boolean;
}

const markText = /^[[(]?(\d{1,3}|\*{1,3}|[a-z]|[ivxlc]{1,6})[\])]?$/u;
const noteClass = /\b(?:noot|voetnoot|eindnoot|foot-?note|end-?note|noteitem)\b/i;
const noteBlocks = new Set(["div", "li", "p", "aside", "dd", "tr", "section"]);

/**
 * Finds notes by their links: a short superscript, or a link of a note class, that leads to a place in the same page.
 * The note is the block at that place: in the pages of officielebekendmakingen.nl
 * `<div class="voet noot"><h5>X Noot</h5><sup><span class="nootnum" id="ID-…">1</span></sup><p>…</p></div>`.
 *
 * @param isHidden whether the page does not show an element; a note may be hidden until its mark is pointed at
 */
export function findNotes(page: Element, isHidden: (element: Element) => boolean): HtmlNotes {
  const parents = new Map<Element, Element>();
  const byId = new Map<string, Element>();
  const links: { link: Element; isShown: boolean }[] = [];
  const visit = (element: Element, isShown: boolean): void => {
    for (const each of childElements(element)) {
      parents.set(each, element);
      const id = each.attributes.get("id") ?? (each.name === "a" ? each.attributes.get("name") : undefined);
      if (id !== undefined && !byId.has(id)) byId.set(id, each);
      if (each.name === "a" && each.attributes.get("href")?.startsWith("#") === true)
        links.push({ link: each, isShown });
      visit(each, isShown && !isHidden(each));
    }
  };
  visit(page, true);

  const marks = new Map<Element, string>();
  const lost = new Map<string, Element>();
  const bodies = new Map<Element, HtmlNote>();
  for (const { link, isShown } of links) {
    const mark = markText.exec(textOf(link))?.[1];
    if (mark === undefined || !looksLikeMark(link, parents)) continue;
    const target = byId.get((link.attributes.get("href") ?? "").slice(1));
    if (target === undefined && isShown && !lost.has(mark)) lost.set(mark, link);
    const body = target === undefined ? null : noteBlock(target, parents);
    // A link back from the note to the text looks the same; it stands inside a note that was found before.
    if (body === null || isInside(link, bodies, parents) || isAncestor(body, link, parents)) continue;
    marks.set(link, mark);
    const known = bodies.get(body);
    if (known === undefined) bodies.set(body, { mark, content: noteContent(body, mark), isShown });
    else known.isShown ||= isShown;
  }
  for (const body of lost.size > 0 ? numberedNotes(page) : []) {
    const mark = firstMark(body) ?? "";
    const link = lost.get(mark);
    if (link === undefined || bodies.has(body)) continue;
    lost.delete(mark);
    marks.set(link, mark);
    bodies.set(body, { mark, content: noteContent(body, mark), isShown: true });
  }
  return { marks, bodies };
}

/** Blocks that are named a note, where the links to them lead nowhere: their own number tells which is which. */
function numberedNotes(page: Element): Element[] {
  const named = ({ name, attributes }: Element) =>
    noteBlocks.has(name) && noteClass.test(attributes.get("class") ?? "");
  return findAll(page, named).flatMap((element) => {
    const inside = findAll(element, named);
    return inside.length > 0 ? inside : [element];
  });
}

/** The number that a note begins with. */
function firstMark(body: Element): string | null {
  const [first] = findAll(body, ({ name }) => name === "sup" || name === "span");
  return first ? (markText.exec(textOf(first))?.[1] ?? null) : null;
}

function looksLikeMark(link: Element, parents: ReadonlyMap<Element, Element>): boolean {
  const around = parents.get(link);
  const superscript = around?.name === "sup" || childElements(link, "sup").length > 0;
  const classes = `${link.attributes.get("class") ?? ""} ${around?.attributes.get("class") ?? ""} ${link.attributes.get("role") ?? ""}`;
  const leadsToNote = /^#_?(?:fn|ftn|edn|noot|note|voetnoot|eindnoot|footnote|endnote)[-_\w]*$/i;
  return superscript || /noot|foot|note/i.test(classes) || leadsToNote.test(link.attributes.get("href") ?? "");
}

/** The nearest block around that is named a note, else the nearest block. */
function noteBlock(target: Element, parents: ReadonlyMap<Element, Element>): Element | null {
  let nearest: Element | null = null;
  for (let at: Element | undefined = target; at !== undefined; at = parents.get(at)) {
    if (!noteBlocks.has(at.name)) continue;
    if (noteClass.test(at.attributes.get("class") ?? "")) return at;
    nearest ??= at;
  }
  return nearest;
}

function isInside(
  element: Element,
  blocks: ReadonlyMap<Element, unknown>,
  parents: ReadonlyMap<Element, Element>,
): boolean {
  for (let at: Element | undefined = element; at !== undefined; at = parents.get(at)) if (blocks.has(at)) return true;
  return false;
}

function isAncestor(above: Element, element: Element, parents: ReadonlyMap<Element, Element>): boolean {
  for (let at: Element | undefined = element; at !== undefined; at = parents.get(at)) if (at === above) return true;
  return false;
}

/** What a note says, without its own mark, its close button and its link back. */
function noteContent(body: Element, mark: string): Node[] {
  let markLeft = true;
  const clean = (node: Node): Node[] => {
    if (typeof node === "string") {
      if (!markLeft || node.trim() === "") return [node];
      markLeft = false;
      const trimmed = node.trimStart();
      return [trimmed.startsWith(mark) ? trimmed.slice(mark.length).replace(/^[.):\]]?\s+/u, "") : node];
    }
    const text = textOf(node);
    if (/note-close|close/.test(node.attributes.get("class") ?? "")) return [];
    if (node.attributes.get("href")?.startsWith("#") === true && (/^[↩↑^⮐]/u.test(text) || /terug/i.test(text)))
      return [];
    if (markLeft && markText.exec(text)?.[1] === mark) {
      markLeft = false;
      return [];
    }
    return [{ ...node, children: node.children.flatMap(clean) }];
  };
  return body.children.flatMap(clean);
}
