import type { BlockWriter } from "./block-writer.ts";
import { listMarker } from "./list-marker.ts";

/**
 * Begins a paragraph that its form numbers by itself.
 *
 * @param printed what is printed before it: `2.`, `(a)`, a bullet of any shape; words (`Vraag 4`) and numbers of more levels
 *   (`1.3`) are no markers of a list but the first words of the paragraph; empty for nothing
 * @param depth of the list, from 0
 */
export function startNumbered(writer: BlockWriter, printed: string, depth: number): void {
  const marker = listMarker(printed);
  const hasWords = /[\p{L}\p{N}]/u.test(printed);
  if (printed !== "" && (marker !== "-" || !hasWords)) {
    writer.start({ kind: "item", marker, depth });
    return;
  }
  writer.start();
  if (hasWords) writer.text(`${printed} `);
}
