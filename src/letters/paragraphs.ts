import { headingLevel, isEnded, opensMore } from "./headings.ts";
import type { Label } from "./labels.ts";
import { type Line, partsParagraphs, type Setting, wouldHaveFitted } from "./lines.ts";

/** Lines that belong together: a paragraph, a heading, a label, a list or a table. */
export interface Group {
  role: "body" | "heading" | "label";
  /** One item for a paragraph; one per entry of a list or row of a table. */
  items: Line[][];
  level: number;
  label: Label | null;
  bold: boolean;
  /** Whether a signature, a head or a table of contents stands before it. */
  apart: boolean;
  /** How often it goes on across notes, furniture or a page break. */
  acrossPages: number;
}

/** How the parts of a motion begin; each is a paragraph though none ends as a sentence. */
const ofMotion =
  /^(?:gehoord de|gelezen|constaterende|overwegende|erkennende|van (?:mening|oordeel)|verzoekt|spreekt uit|roept|dringt|draagt|nodigt|en gaat over tot de orde)(?!\p{L})/u;

/** What lies between a line and the line of content before it. */
type Gap = "line" | "paragraph" | "page";

const bullet = /^(?:[-•‣▪◦·*–]|\p{Co})\s+(?=\S)/u;
const numbered = /^(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[ivx]{1,5}[.)])\s+(?=\S)/;

/** A line that carries content. */
interface Content {
  line: Line;
  text: string;
  gap: Gap;
  apart: boolean;
  /** Whether it ends as a sentence or a clause does. */
  ended: boolean;
}

/** The lines that carry content, each with its gap. Lines with any role but null are passed over. */
function contentLines(lines: Line[], setting: Setting): Content[] {
  const content: Content[] = [];
  let page = false;
  let blank = false;
  let apart = false;
  for (const line of lines) {
    if (line.page) page = true;
    if (partsParagraphs(line.blanks, setting)) blank = true;
    if (line.role === "furniture" || line.role === "note") page = true;
    else if (line.role !== null) apart = blank = true;
    if (line.role !== null) continue;
    const text = line.plain;
    content.push({ line, text, gap: page ? "page" : blank ? "paragraph" : "line", apart, ended: isEnded(text) });
    page = blank = apart = false;
  }
  return content;
}

/** Puts the lines without a role together into paragraphs, headings, labels, lists and tables. */
export function groupLines(lines: Line[], setting: Setting): Group[] {
  const content = contentLines(lines, setting);
  const groups: Group[] = [];
  content.forEach((one, at) => {
    const { line, text, gap, apart } = one;
    const group = groups.at(-1);
    const previous = content[at - 1];
    if (text === "" && line.text !== "") {
      // Nothing but marking, such as a lone `**`: it belongs to whatever stands around it.
      if (group) group.items.at(-1)?.push(line);
      else groups.push(newGroup("body", line, apart));
      return;
    }
    if (line.label) {
      groups.push(newGroup("label", line, apart));
      return;
    }
    const open = group && group.role === "body" && previous && !apart ? group : null;
    if (open && previous && continues(previous, one, open, setting)) {
      const isItem = startsItem(line.text, text, open);
      if (isItem) open.items.push([line]);
      else open.items.at(-1)?.push(line);
      if (gap === "page") open.acrossPages++;
      return;
    }
    const next = content[at + 1];
    const endsHere = next?.gap !== "line" || next.line.label !== null;
    const starts = gap !== "line" || !group || group.role !== "body" || (previous?.ended ?? false);
    const level = headingLevel(line, next?.line, starts, endsHere, setting);
    groups.push(newGroup(level > 0 ? "heading" : "body", line, apart, level));
  });
  return groups;
}

function newGroup(role: Group["role"], line: Line, apart: boolean, level = 0): Group {
  return {
    role,
    items: [[line]],
    level,
    label: role === "label" ? line.label : null,
    bold: /^(?:#{1,6}\s+|[-•]\s+|\d{1,2}[.)]\s+)?\*\*/.test(line.text),
    apart,
    acrossPages: 0,
  };
}

/** Whether a line opens an item of the list or a row of the table that is open. */
function startsItem(raw: string, text: string, open: Group): boolean {
  const first = open.items[0]?.[0]?.plain ?? "";
  if (raw.startsWith("|")) return first.startsWith("|");
  return bullet.test(text) && bullet.test(first);
}

/** Whether a line belongs to the paragraph, list or table before it. */
function continues(before: Content, { line, text, gap, ended }: Content, open: Group, setting: Setting): boolean {
  const opener = open.items[0]?.[0]?.plain ?? "";
  const table = opener.startsWith("|");
  if (line.text.startsWith("|") || table) return line.text.startsWith("|") && table && gap !== "paragraph";
  if (bullet.test(text)) {
    const isList = bullet.test(opener);
    if (gap !== "line" || before.ended || isList) {
      // "– geheel of gedeeltelijk –" opens a line inside a sentence.
      if (!isList && !before.ended && /^[–·*]/.test(text)) return true;
      return isList && (before.ended || gap === "line" || text[0] === opener[0]);
    }
  }
  if (before.text.endsWith("-") && /^\p{Ll}/u.test(text) && gap !== "paragraph") return true;
  if (gap === "line") return continuesLine(before, text, setting);
  const unended = !before.ended && !before.text.endsWith(",");
  const small = /^[\p{Ll}(,;)]/u.test(text);
  if (gap === "paragraph") return unended && small && hasMore(before.text, text, setting);
  if (line.text.startsWith("#") && !ended && !opensMore.test(before.text)) return false;
  if (/\.$/.test(before.text) && /^\p{Ll}/u.test(text)) return true;
  return !before.ended && (small || hasMore(before.text, text, setting));
}

/** Whether a line leads one to expect more: it ends on a small word, or at the margin. */
function hasMore(before: string, text: string, setting: Setting): boolean {
  return opensMore.test(before) || !isCutShort(before, text, setting);
}

/** Inside running lines: a paragraph ends where a sentence ends and the next word would still have fitted. */
function continuesLine(before: Content, text: string, setting: Setting): boolean {
  const starts = /^[^\p{Ll},;)]/u.test(text);
  if (/[,;]/.test(before.text.slice(-1)) && ofMotion.test(text)) return false;
  if (!setting.wrapped) return !before.ended && !starts;
  if (before.ended && starts && wouldHaveFitted(before.text, text, setting)) return false;
  return !before.ended || !numbered.test(text);
}

/** In running lines: whether a line ended though the next word would have fitted, as headings and closings do. */
function isCutShort(before: string, text: string, setting: Setting): boolean {
  return setting.wrapped && wouldHaveFitted(before, text, { ...setting, width: setting.width * 0.85 });
}
