import { joinAccents } from "./pdf-accents.ts";
import { countWords } from "./pdf-cell-text.ts";
import { partColumns } from "./pdf-columns.ts";
import { leadingOf } from "./pdf-leading.ts";
import { closeLetters } from "./pdf-letterspacing.ts";
import { buildLines, type Chunk, type PdfLine } from "./pdf-lines.ts";
import { marginsFirst } from "./pdf-margin.ts";
import { partMarks } from "./pdf-marks.ts";
import { keepNotesWhole } from "./pdf-notes.ts";
import { inReadingOrder } from "./pdf-order.ts";
import type { PdfDocument } from "./pdf-page.ts";
import { breaksBefore, measure } from "./pdf-paragraphs.ts";
import { tableAt } from "./pdf-tables.ts";
import { pipeTable } from "./pipe-table.ts";

/** Between a label in the margin and the text beside it, as text extractors that keep columns print it. */
const columnGap = "   ";

/** Bullets as fonts have them: among them those of Symbol and Wingdings, which have no place in Unicode. */
const bullet = /^[•▪■◦○●‣⁃∙·➢►\uf0b7\uf0a7\uf02d\uf0d8]\s*/u;
const bulletOrDash = new RegExp(`${bullet.source}|^[–—-]\\s+`, "u");

/** The text of a PDF: a line for every printed line, a blank line where a paragraph ends, `\f` between pages. */
export function layOutPdf({ pages, fonts }: PdfDocument): string {
  const built = pages.map(({ pieces }) => partColumns(buildLines(joinAccents(closeLetters(pieces), fonts), fonts)));
  const drawn = partMarks(built);
  const cells = { leading: leadingOf(drawn), known: countWords(drawn) };
  const lines = keepNotesWhole(marginsFirst(drawn).map((page) => inReadingOrder(page, cells)));
  const settings = measure(lines);
  return lines
    .map((page, number) => {
      const setting = settings[number];
      const parts: string[] = [];
      let looked = 0;
      for (let at = 0; at < page.length; at += 1) {
        const line = page[at];
        if (line === undefined) break;
        const table = at < looked ? null : tableAt(page, at, cells);
        looked = Math.max(looked, at + (table?.lines ?? 0));
        if (table?.rows) {
          parts.push(parts.length === 0 ? "" : "\n", pipeTable(table.rows), "\n\n");
          at += table.lines - 1;
        } else {
          const begins = at === 0 || (setting !== undefined && breaksBefore(page, at, setting));
          if (at > 0 && begins) parts.push("\n");
          parts.push(printed(line, begins || isAfterStop(page[at - 1])), "\n");
        }
      }
      return parts
        .join("")
        .replace(/\n{3,}/g, "\n\n")
        .trim();
    })
    .join("\n\f\n")
    .concat("\n");
}

/** A dash after the end of a sentence or of a list item begins an item; elsewhere it is a dash in a sentence. */
const isAfterStop = (before: PdfLine | undefined): boolean => /[:;.?!]$/u.test(before?.chunks.at(-1)?.text ?? "");

/** A line as text: bullets of any shape become `- `, bold is kept where all of the line is bold. */
function printed(line: PdfLine, begins: boolean): string {
  const [first, ...others] = listed(line);
  if (first === undefined) return "";
  const isMarker = others.length > 0 && /^(?:[–—-]|(?:\d{1,2}|[a-z])[.)])$/u.test(first.text);
  const texts = [first, ...others].map(({ text }) => text);
  const text = isMarker ? `${first.text} ${texts.slice(1).join(columnGap)}` : texts.join(columnGap);
  const item = text.replace(begins || isMarker ? bulletOrDash : bullet, "- ");
  // A label in the margin is bold by its place; marking it would hide what the line says.
  return line.bold && others.length === 0 && item.length > 1 ? `**${item}**` : item;
}

/** A mark of a list from a font of symbols, or the `o` of a second level, which stands apart from what it marks. */
const symbol = /^[o§\ue000-\uf8ff]$/u;

/** The chunks of a line; such a mark before words becomes a bullet. */
function listed(line: PdfLine): readonly Chunk[] {
  const [mark, ...bits] = line.chunks.flatMap((chunk) => chunk.bits);
  if (mark === undefined || !symbol.test(mark.text) || !/^[\p{L}«“"'(]/u.test(bits[0]?.text ?? "")) return line.chunks;
  const text = line.chunks.map((chunk) => chunk.text).join(" ");
  return [{ text: `•${text.slice(1)}`, x0: line.x0, x1: line.x1, bits: [mark, ...bits] }];
}
