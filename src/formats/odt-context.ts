import type { BlockWriter } from "./block-writer.ts";
import type { OdtNotes } from "./odt-notes.ts";
import type { OdtNumbering } from "./odt-numbering.ts";
import type { OdtStyles } from "./odt-styles.ts";
import type { Element } from "./tree.ts";

/** What every writer of a part of an ODT text needs. */
export interface OdtContext {
  writer: BlockWriter;
  styles: OdtStyles;
  numbering: OdtNumbering;
  notes: OdtNotes;
}

/** How the writers of lists and tables write what is inside. */
export type WriteOdtBlocks = (context: OdtContext, parent: Element) => void;
