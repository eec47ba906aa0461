import { joinAccents } from "./pdf-accents.ts";
import { buildLines, type PdfLine } from "./pdf-lines.ts";
import { inReadingOrder } from "./pdf-order.ts";
import type { PdfDocument } from "./pdf-page.ts";
import { breaksBefore, measure } from "./pdf-paragraphs.ts";
import { tableAt } from "./pdf-tables.ts";
import { pipeTable } from "./pipe-table.ts";

/** Between a label in the margin and the text beside it, as text extractors that keep columns print it. */
const COLUMN_GAP = "   ";

/** Bullets as fonts have them: among them those of Symbol and Wingdings, which have no place in Unicode. */
const bullet = /^[•▪■◦○●‣⁃∙·➢►\uf0b7\uf0a7\uf02d\uf0d8]\s*/u;
const dashChunk = /^[–—-]$/u;

/** The text of a PDF: a line for every printed line, a blank line where a paragraph ends, `\f` between pages. */
export function layOutPdf({ pages, fonts }: PdfDocument): string {
  const lines = pages.map(({ pieces }) => inReadingOrder(buildLines(joinAccents(pieces, fonts), fonts)));
  const setting = measure(lines);
  return lines
    .map((page) => {
      const parts: string[] = [];
      for (let at = 0; at < page.length; at += 1) {
        const line = page[at];
        if (line === undefined) break;
        const table = tableAt(page, at);
        if (table !== null) {
          parts.push(parts.length === 0 ? "" : "\n", pipeTable(table.rows), "\n\n");
          at += table.lines - 1;
        } else {
          if (at > 0 && breaksBefore(page, at, setting)) parts.push("\n");
          parts.push(printed(line), "\n");
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

function printed(line: PdfLine): string {
  const [first, ...others] = line.chunks;
  if (first === undefined) return "";
  const isMarker = others.length > 0 && (dashChunk.test(first.text) || /^(?:\d{1,2}|[a-z])[.)]$/.test(first.text));
  const texts = line.chunks.map(({ text }) => text);
  const text = isMarker
    ? `${dashChunk.test(first.text) ? "-" : first.text} ${texts.slice(1).join(COLUMN_GAP)}`
    : texts.join(COLUMN_GAP);
  const item = text.replace(bullet, "- ");
  return line.bold && item.length > 1 ? `**${item}**` : item;
}
