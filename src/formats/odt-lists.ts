import { startNumbered } from "./numbered.ts";
import type { OdtContext } from "./odt-context.ts";
import type { OdtList } from "./odt-numbering.ts";
import { isShown } from "./odt-shown.ts";
import { childElements, type Element, textOf } from "./tree.ts";

/** How the text of a list is written. */
export interface ListWriters {
  /** A paragraph or a heading, behind what is printed before it. */
  paragraph: (context: OdtContext, element: Element, begin: (heading: number | null) => void) => void;
  block: (context: OdtContext, element: Element) => void;
}

/** Writes a list: the first paragraph of an item carries its number, the others stand by themselves. */
export function writeOdtList(context: OdtContext, element: Element, write: ListWriters): void {
  writeList(context, element, context.numbering.list(element, null, false), write);
}

function writeList(context: OdtContext, element: Element, list: OdtList, write: ListWriters): void {
  for (const item of childElements(element)) {
    const isHeader = item.name === "text:list-header";
    if (item.name !== "text:list-item" && !isHeader) continue;
    let isNumbered = isHeader;
    for (const part of childElements(item)) {
      if (!isShown(context.styles, part)) continue;
      if (part.name === "text:list") writeList(context, part, context.numbering.list(part, list, !isNumbered), write);
      else if (isNumbered || (part.name !== "text:p" && part.name !== "text:h")) write.block(context, part);
      else {
        const printed = context.numbering.item(list, item, part);
        isNumbered = true;
        write.paragraph(context, part, (heading) => begin(context, part, printed, list.level - 1, heading));
      }
    }
  }
}

/** Begins a numbered paragraph; one without text prints its number where that is a label: `Vraag 1`. */
function begin(context: OdtContext, part: Element, printed: string, depth: number, heading: number | null): void {
  const { writer } = context;
  if (heading !== null) writer.start({ kind: "heading", level: heading });
  const isEmpty = textOf(part) === "";
  const shown = isEmpty && !/\p{L}{2}/u.test(printed) ? "" : printed;
  if (heading === null) startNumbered(writer, shown, depth);
  else if (/[\p{L}\p{N}]/u.test(shown)) writer.text(`${shown} `);
}
