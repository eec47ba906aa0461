import { type BrokenHeadings, findBrokenHeadings } from "./broken-headings.ts";
import { announces, headingLevel, isEnded, isMarkedHeading } from "./headings.ts";
import type { Label } from "./labels.ts";
import { isCutShort, type Line, partsParagraphs, type Setting, wouldHaveFitted } from "./lines.ts";
import { followsInList, placeInList } from "./list-entries.ts";
import { opensMore } from "./small-words.ts";
import { areRows } from "./table-rows.ts";

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
  /** Whether its items are rows of a table in plain text. */
  rows: boolean;
  /** Whether a line that ends in a colon stands before it, so that it may be a list without signs. */
  announced: boolean;
}

/** How the parts of a motion begin; each is a paragraph though none ends as a sentence. */
const ofMotion =
  /^(?:gehoord de|gelezen|constaterende|overwegende|erkennende|van (?:mening|oordeel)|verzoekt|spreekt uit|roept|dringt|draagt|nodigt|en gaat over tot de orde)(?!\p{L})/u;

/** What lies between a line and the line of content before it. */
type Gap = "line" | "paragraph" | "page";

const bullet = /^(?:[-•‣▪◦·*–]|\p{Co})\s+(?=\S)/u;
const numbered = /^(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[ivx]{1,5}[.)])\s+(?=\S)/;

const beginsSmall = /^\p{Ll}/u;
const beginsCapital = /^\p{Lu}/u;
const goesOnSmall = /^[\p{Ll}(,;)]/u;
/** Behind a small word, "dan in / 2021", not behind another figure. */
const beginsFigure = /^(?:€\s?)?\d/;
const beginsAnew = /^[^\p{Ll},;)]/u;
const clauseBreak = /[,;]/;
const bold = /^(?:#{1,6}\s+|[-•]\s+|\d{1,2}[.)]\s+)?\*\*/;

/** A line that carries content. */
interface Content {
  line: Line;
  text: string;
  gap: Gap;
  apart: boolean;
  /** Whether it ends as a sentence or a clause does. */
  ended: boolean;
}

/** Gives the lines that carry content one after the other; lines with any role but null are passed over. */
class ContentLines {
  readonly #lines: Line[];
  readonly #setting: Setting;
  #at = 0;

  constructor(lines: Line[], setting: Setting) {
    this.#lines = lines;
    this.#setting = setting;
  }

  /** null when there are no more. */
  next(): Content | null {
    let page = false;
    let blank = false;
    let apart = false;
    for (let line = this.#lines[this.#at++]; line; line = this.#lines[this.#at++]) {
      if (line.page) page = true;
      if (partsParagraphs(line.blanks, this.#setting)) blank = true;
      if (line.role === "furniture" || line.role === "note") page = true;
      else if (line.role !== null) apart = blank = true;
      if (line.role !== null) continue;
      const text = line.plain;
      return { line, text, gap: page ? "page" : blank ? "paragraph" : "line", apart, ended: isEnded(text) };
    }
    return null;
  }
}

/**
 * Puts the lines without a role together into paragraphs, headings, labels, lists and tables. One after the other, so
 * that of a long text they need not all be held at once.
 */
export function* groupLines(lines: Line[], setting: Setting): Generator<Group> {
  const content = new ContentLines(lines, setting);
  const known = { ...setting, headings: findBrokenHeadings(lines, setting) };
  let group: Group | null = null;
  let previous: Content | null = null;
  for (let one = content.next(); one !== null; ) {
    const next = content.next();
    const into = addLine(group, previous, one, next, known);
    if (group !== null && into !== group) yield group;
    group = into;
    previous = one;
    one = next;
  }
  if (group !== null) yield group;
}

/** Adds a line to the group before it, or as the first of a new one; the group in which it then is. */
function addLine(
  group: Group | null,
  previous: Content | null,
  one: Content,
  next: Content | null,
  setting: Setting & { headings: BrokenHeadings },
): Group {
  const { line, text, gap, apart, ended } = one;
  if (text === "" && line.text !== "") {
    // Nothing but marking, such as a lone `**`: it belongs to whatever stands around it.
    if (!group) return newGroup("body", line, apart);
    group.items.at(-1)?.push(line);
    return group;
  }
  if (line.label) return newGroup("label", line, apart);
  if (group && setting.headings.others.has(line)) {
    group.items.at(-1)?.push(line);
    return group;
  }
  const ofBold = setting.headings.levels.get(line);
  if (ofBold !== undefined) return newGroup("heading", line, apart, ofBold);
  if (group && previous && gap === "line" && !apart && areRows(previous.text, text)) {
    group.items.push([line]);
    return group;
  }
  if (next?.gap === "line" && areRows(text, next.text)) return { ...newGroup("body", line, apart), rows: true };
  // Where every line has a blank one below it, nothing but its room tells a heading.
  const isSetApart =
    setting.doubleSpaced &&
    !ended &&
    (previous?.ended ?? true) &&
    next !== null &&
    isCutShort(text, next.text, setting);
  const isTitle = isSetApart && headingLevel(line, next?.line, true, true, setting) > 0;
  if (
    group &&
    group.role === "body" &&
    !group.rows &&
    previous &&
    !apart &&
    !isTitle &&
    continues(previous, one, group, setting)
  ) {
    if (isEntryWithoutSign(previous, one, group, setting) || startsItem(line.text, text, group))
      group.items.push([line]);
    else group.items.at(-1)?.push(line);
    if (gap === "page") group.acrossPages++;
    return group;
  }
  if (isOfList(group, previous, one, next)) return newGroup("body", line, apart);
  // No heading is left alone at the foot of a page: a line that fills it goes on over the page.
  const goesOn = next?.gap === "page" && !ended && !isCutShort(text, next.text, setting) && setting.wrapped;
  const endsHere = next === null || next.line.label !== null || (next.gap !== "line" && !goesOn);
  const isOver = (previous?.ended ?? false) && !announcing.test(previous?.text.slice(-1) ?? "");
  const starts = gap !== "line" || !group || group.role !== "body" || isOver;
  const found = headingLevel(line, next?.line, starts, endsHere, setting);
  // Right below the label of a question stands what is asked.
  const level = group?.role === "label" && !apart && !isMarkedHeading(found) ? 0 : found;
  const made = newGroup(level > 0 ? "heading" : "body", line, apart, level);
  return previous?.text.endsWith(":") && !apart ? { ...made, announced: true } : made;
}

/** What ends in it is not over: a list may follow. */
const announcing = /[:;,]/;

/** Whether a line is an entry of a list whose entries do not end as sentences do: "1. Bangladesh", "2. Jordanië". */
function isOfList(
  group: Group | null,
  previous: Content | null,
  { text, gap }: Content,
  next: Content | null,
): boolean {
  const place = placeInList(text);
  if (place === null) return false;
  const opener = group?.role === "body" ? (group.items[0]?.[0]?.plain ?? "") : "";
  if (gap === "line" && (previous?.text.endsWith(":") || placeInList(opener) === place - 1)) return true;
  return next?.gap === "line" && placeInList(next.text) === place + 1;
}

function newGroup(role: Group["role"], line: Line, apart: boolean, level = 0): Group {
  return {
    role,
    items: [[line]],
    level,
    label: role === "label" ? line.label : null,
    bold: bold.test(line.text),
    apart,
    acrossPages: 0,
    rows: false,
    announced: false,
  };
}

/** Whether a line is the next of a list whose entries have no sign, below "… de volgende landen:". */
function isEntryWithoutSign(before: Content, { text, gap }: Content, open: Group, setting: Setting): boolean {
  if (!open.announced || gap !== "line" || !beginsCapital.test(text) || !endsInLetter.test(before.text)) return false;
  return beginsCapital.test(open.items[0]?.[0]?.plain ?? "") && isCutShort(before.text, text, setting);
}

const endsInLetter = /\p{L},?$/u;

/** Whether a line opens an item of the list or a row of the table that is open. */
function startsItem(raw: string, text: string, open: Group): boolean {
  const first = open.items[0]?.[0]?.plain ?? "";
  if (raw.startsWith("|")) return first.startsWith("|");
  return (bullet.test(text) && bullet.test(first)) || followsInList(open.items.at(-1)?.[0]?.plain ?? "", text);
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
  if (before.text.endsWith("-") && beginsSmall.test(text) && gap !== "paragraph") return true;
  if (gap === "line") return !beginsEntry(before.text, text, opener, setting) && continuesLine(before, text, setting);
  const unended = !before.ended && !before.text.endsWith(",");
  if (!before.ended && beginsFigure.test(text) && !numbered.test(text) && awaitsFigure(before.text)) return true;
  const small = goesOnSmall.test(text);
  if (gap === "paragraph") return unended && small && hasMore(before.text, text, setting);
  if (line.text.startsWith("#") && !ended && !opensMore.test(before.text)) return false;
  if (before.text.endsWith(".") && beginsSmall.test(text)) return true;
  return !before.ended && (small || hasMore(before.text, text, setting));
}

/** Whether a line can only go on in a figure: "dan in / 2021", "onder nr. / 2327". */
export function awaitsFigure(before: string): boolean {
  return opensMore.test(before) || announces.test(before.slice(-12));
}

/** Whether a line leads one to expect more: it ends on a small word, or at the margin. */
function hasMore(before: string, text: string, setting: Setting): boolean {
  return opensMore.test(before) || !isCutShort(before, text, setting);
}

const goesOnToLast = /;\s(?:en|of|en\/of)$/;
const firstEntry = /^\(?[a1i][.)]\s/;
const endsInWord = /[\p{L},]$/u;

/**
 * Whether a line is the next entry of an enumeration, though the line before does not end a clause: the last one, after
 * "; en", or the first, below a line that was broken though more would have fitted on it ("Kunt u aangeven hoe vaak").
 */
function beginsEntry(before: string, text: string, opener: string, setting: Setting): boolean {
  if (goesOnToLast.test(before)) return numbered.test(text) && numbered.test(opener);
  if (!firstEntry.test(text) || !setting.wrapped || !endsInWord.test(before)) return false;
  return wouldHaveFitted(before, text, setting);
}

/** `Tabel 2: gedwongen vertrek`, `Bron: DT&V` */
const caption = /^(?:(?:Tabel|Figuur|Grafiek)\s\d{1,2}[a-z]?\s?[:.]|Bron:)\s/;

/** How a question of a consultation begins; its paragraphs have no blank line between them. */
const membersAsk =
  /^(?:(?:De|Genoemde|Voornoemde) leden van (?:de|het) (?:\S{1,30}\s){0,2}?\S{0,30}-?fractie|(?:Genoemde|Voornoemde|Deze) leden (?:vragen|lezen|hebben|willen|constateren|merken)) /u;

/** Inside running lines: a paragraph ends where a sentence ends and the next word would still have fitted. */
function continuesLine(before: Content, text: string, setting: Setting): boolean {
  const starts = beginsAnew.test(text);
  if (before.ended && (caption.test(text) || membersAsk.test(text))) return false;
  if (clauseBreak.test(before.text.slice(-1)) && ofMotion.test(text)) return false;
  if (!setting.wrapped) return !before.ended && !starts;
  if (before.ended && starts && wouldHaveFitted(before.text, text, setting)) return false;
  return !before.ended || !numbered.test(text);
}
