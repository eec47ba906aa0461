import { publicationUrl } from "../letters/publication-ids.ts";
import type { BlockWriter } from "./block-writer.ts";
import { listMarker } from "./list-marker.ts";
import { writeOfficialTable } from "./official-xml-table.ts";
import { superscript } from "./superscript.ts";
import { cached, child, childElements, type Element, find, findAll, type Node, textOf } from "./tree.ts";

/** Elements that hold no text of the paper. `kamernummer` is the figure 2 at the top of the page. */
const silent = new Set("metadata meta illustratie redactie colspec officiele-inhoudsopgave".split(" "));

/** Elements that are a block of their own, or hold such blocks. */
const blocks = new Set(
  (
    "al al-groep tussenkop kop titel lijst table tekstregel datumtekst vraag antwoord noot.al kamervraagnummer " +
    "kamervraagomschrijving ondertekening functie stuknr dossier citaat deflijst dd dt plaatje bijschrift"
  ).split(" "),
);

interface Context {
  writer: BlockWriter;
  /** The notes of the paper by their id, for `nootref`. */
  notes: ReadonlyMap<string, Element>;
  isBlock: (element: Element) => boolean;
  listDepth: number;
}

/** Writes everything from an element on down that is printed, in order. */
export function writeOfficialBlocks(writer: BlockWriter, root: Element): void {
  const notes = new Map<string, Element>();
  for (const note of findAll(root, (element) => element.name === "noot")) {
    const id = note.attributes.get("id");
    if (id !== undefined) notes.set(id, note);
  }
  writeBlocks({ writer, notes, isBlock: blockTest(), listDepth: 0 }, root);
  writer.end();
}

/** Whether an element of one paper is a block, or holds one. */
function blockTest(): (element: Element) => boolean {
  const isBlock = cached(
    (element) => element.name !== "noot" && (blocks.has(element.name) || childElements(element).some(isBlock)),
  );
  return isBlock;
}

function writeBlocks(context: Context, parent: Element): void {
  for (const node of parent.children) {
    if (typeof node === "string") {
      if (node.trim() !== "") paragraph(context, [node]);
    } else if (!silent.has(node.name)) writeBlock(context, node);
  }
}

function paragraph(context: Context, nodes: readonly Node[]): void {
  context.writer.start();
  writeInline(context, nodes);
  context.writer.end();
}

function heading(context: Context, nodes: readonly Node[], level: number): void {
  context.writer.start({ kind: "heading", level });
  nodes.forEach((node, at) => {
    if (at > 0) context.writer.text(" ");
    writeInline(context, [node]);
  });
  context.writer.end();
}

function writeBlock(context: Context, element: Element): void {
  switch (element.name) {
    case "tekstregel":
      if (isPrintedLine(element)) paragraph(context, element.children);
      return;
    case "dossier":
      paragraph(context, spaced(childElements(element)));
      return;
    case "stuk":
      writePaper(context, element);
      return;
    case "vraag":
    case "antwoord":
      writeQuestion(context, element);
      return;
    case "tussenkop":
      heading(context, [{ ...element, name: "titel" }], element.attributes.get("kopopmaak") === "cur" ? 3 : 2);
      return;
    case "plaatje":
      // What is printed at a picture is no heading of the text below it.
      for (const part of childElements(element))
        if (part.name !== "illustratie")
          paragraph(
            context,
            spaced(childElements(part).length > 0 && part.name === "kop" ? childElements(part) : [part]),
          );
      return;
    case "kop":
      heading(context, childElements(element), 2);
      return;
    case "noot":
      writeNote(context, element);
      return;
    case "lijst":
      writeList(context, element);
      return;
    case "table":
      writeOfficialTable(context.writer, element, (inner, nodes) => writeCell({ ...context, writer: inner }, nodes));
      return;
    case "al":
    case "noot.al":
      // A list or a table may stand inside a paragraph.
      if (childElements(element).some(context.isBlock)) {
        writeMixed(context, element);
        return;
      }
      paragraph(context, element.children);
      return;
    default:
      if (context.isBlock(element) && !leafBlocks.has(element.name)) {
        writeBlocks(context, element);
        return;
      }
      paragraph(context, element.children);
      return;
  }
}

const leafBlocks = new Set(["titel", "datumtekst", "kamervraagnummer", "kamervraagomschrijving", "functie", "stuknr"]);

/** Lines of the head that the other forms do not print, or print as an ornament: the figure 2, the word Kamerstukken. */
const isPrintedLine = (line: Element): boolean =>
  line.attributes.get("inhoud") !== "kamernummer" && textOf(line) !== "Kamerstukken";

const printed = (node: Node): boolean => typeof node !== "string" || node.trim() !== "";
const spaced = (elements: readonly Element[]): Node[] =>
  elements.flatMap((element, at) => (at === 0 ? [element] : [" ", element]));

/** The number and the title of a paper are printed on one line, as in the other forms. */
function writePaper(context: Context, element: Element): void {
  const titled = childElements(element).filter(({ name }) => name === "stuknr" || name === "titel");
  paragraph(context, spaced(titled));
  writeBlocks(context, {
    ...element,
    children: element.children.filter((node) => typeof node === "string" || !titled.includes(node)),
  });
}

function writeQuestion(context: Context, element: Element): void {
  // Papers of before 2011 say `nummer`.
  const number = child(element, "nr") ?? child(element, "nummer");
  if (number !== null) heading(context, number.children.filter(printed), 2);
  writeBlocks(context, { ...element, children: element.children.filter((node) => node !== number) });
}

function writeMixed(context: Context, element: Element): void {
  let run: Node[] = [];
  const flush = (): void => {
    if (run.some(printed)) paragraph(context, run);
    run = [];
  };
  for (const node of element.children) {
    if (typeof node !== "string" && context.isBlock(node)) {
      flush();
      writeBlock(context, node);
    } else run.push(node);
  }
  flush();
}

function writeList(context: Context, list: Element): void {
  childElements(list, "li").forEach((item, at) => {
    const number = child(item, "li.nr");
    const marker =
      number === null
        ? listMarker(list.attributes.get("type") === "expliciet" ? `${at + 1}.` : "-")
        : listMarker(textOf(number));
    const parts = item.children
      .filter((node) => node !== number && printed(node))
      .flatMap((part) => partsOf(context, part));
    parts.forEach((part, place) => {
      const [only] = part;
      if (only !== undefined && typeof only !== "string" && only.name !== "al" && context.isBlock(only))
        writeBlock({ ...context, listDepth: context.listDepth + 1 }, only);
      else {
        context.writer.start(place === 0 ? { kind: "item", marker, depth: context.listDepth } : { kind: "paragraph" });
        writeInline(context, part);
        context.writer.end();
      }
    });
  });
}

/** A part of an item as paragraphs and blocks: a group of paragraphs, or one in which a list or a table stands. */
function partsOf(context: Context, part: Node): Node[][] {
  if (typeof part === "string" || !childElements(part).some(context.isBlock)) return [[part]];
  if (part.name === "al-groep") return part.children.filter(printed).flatMap((one) => partsOf(context, one));
  if (part.name !== "al") return [[part]];
  const parts: Node[][] = [];
  let open = false;
  for (const node of part.children) {
    const isBlock = typeof node !== "string" && context.isBlock(node);
    if (!isBlock && open) parts.at(-1)?.push(node);
    else if (isBlock || printed(node)) parts.push([node]);
    open = !isBlock && parts.length > 0;
  }
  return parts;
}

/** A cell holds paragraphs, but is one line of text. */
function writeCell(context: Context, nodes: readonly Node[]): void {
  for (const node of nodes) {
    if (typeof node !== "string" && context.isBlock(node)) writeBlock(context, node);
    else writeInline(context, [node]);
  }
}

/** A note without a number of its own has it in its id: `n1`. */
const markOf = (note: Element): string =>
  textOf(child(note, "noot.nr")) || (/(?<!\d)\d+$/.exec(note.attributes.get("id") ?? "")?.[0] ?? "*");

function writeNote(context: Context, note: Element): void {
  const text = context.writer.inline((writer) => {
    const children = note.children.filter((node) => typeof node === "string" || node.name !== "noot.nr");
    writeBlocks({ ...context, writer, listDepth: 0 }, { ...note, children });
  });
  context.writer.note(markOf(note), text);
}

function writeInline(context: Context, nodes: readonly Node[]): void {
  for (const node of nodes) {
    if (typeof node === "string") context.writer.text(node);
    else if (!silent.has(node.name)) writeInlineElement(context, node);
  }
}

function writeInlineElement(context: Context, element: Element): void {
  const inside = (): void => writeInline(context, element.children);
  const { attributes } = element;
  switch (element.name) {
    case "noot":
      context.writer.mark(markOf(element));
      writeNote(context, element);
      return;
    case "nootref": {
      const note = context.notes.get(attributes.get("refid") ?? "");
      context.writer.mark(attributes.get("nr") ?? (note === undefined ? "*" : markOf(note)));
      return;
    }
    case "nadruk":
      if (attributes.get("type") === "vet") context.writer.bold(inside);
      else inside();
      return;
    case "sup":
      context.writer.text(superscript(textOf(element)));
      return;
    case "extref": {
      const target = attributes.get("doc") ?? "";
      context.writer.link(publicationUrl(target) ?? target, inside);
      return;
    }
    case "br":
    case "nieuwe-regel":
      context.writer.lineBreak();
      return;
    default:
      inside();
      return;
  }
}

/** Whether a tree is an official publication. */
export const isOfficial = (root: Element): boolean =>
  root.name === "officiele-publicatie" || find(root, "officiele-publicatie") !== null;
