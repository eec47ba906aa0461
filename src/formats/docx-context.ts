import type { BlockWriter } from "./block-writer.ts";
import type { DocxNotes } from "./docx-notes.ts";
import type { DocxNumbering } from "./docx-numbering.ts";
import type { DocxStyles } from "./docx-styles.ts";
import type { Element } from "./tree.ts";

/** What every writer of a part of a Word file needs. */
export interface DocxContext {
  writer: BlockWriter;
  styles: DocxStyles;
  numbering: DocxNumbering;
  notes: DocxNotes;
  /** From relation id to address. */
  links: ReadonlyMap<string, string>;
  /** What of this part stands in the instruction of a field. */
  instructions: ReadonlySet<Element>;
}
