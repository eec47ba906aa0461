import type { BlockWriter } from "./block-writer.ts";
import type { CellFacts } from "./html-cells.ts";
import type { HtmlNotes } from "./html-notes.ts";
import type { HtmlStyles } from "./html-styles.ts";
import type { Element, Node } from "./tree.ts";

/** What every writer of a part of a page needs. */
export interface HtmlContext {
  writer: BlockWriter;
  notes: HtmlNotes;
  styles: HtmlStyles;
  /** Whether an element is a block, or holds one. */
  isBlock: (element: Element) => boolean;
  /** Whether an element is part of what is read: no furniture of the page, not hidden, no note. */
  isShown: (element: Element) => boolean;
  cell: (cell: Element) => CellFacts;
  listDepth: number;
  /** Where the lists stand that count by a name of their own in a style sheet. */
  counters: Map<string, number>;
}

/** How the writers of lists and tables write what is inside. */
export interface HtmlWriters {
  blocks: (context: HtmlContext, parent: Element) => void;
  inline: (context: HtmlContext, nodes: readonly Node[]) => void;
}
