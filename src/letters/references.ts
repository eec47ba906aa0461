import { handelingenCitations } from "./handelingen-citations.ts";
import { journalCitations } from "./journal-citations.ts";
import { kamerstukCitations } from "./kamerstuk-citations.ts";
import type { Reference } from "./letter.ts";
import { addresses, otherCitations } from "./other-citations.ts";

/**
 * Citations as printed, with the ids that they stand for. The kinds:
 *
 * - `kamerstuk`, `aanhangsel`, `handelingen`: papers of parliament; `document` by the Tweede Kamer's document number;
 *   `kamervragen` and `bijlage` by id only. `id` is null where a year or an item is missing, or the number is cut.
 * - `dossier`: a dossier without a number; `zaak`: a case of the Tweede Kamer. Both hold many papers: `id` is null.
 * - `stb`, `stcrt`, `trb`: official journals.
 * - `eu`, `ecli`: acts of the Union and judgments, which have no publication id.
 * - `url`: an address at officielebekendmakingen.nl, tweedekamer.nl, EUR-Lex or rechtspraak.nl.
 */
export interface FoundReference extends Reference {
  /** Offsets of what is printed. Of `nrs. 520 en 548` the first reaches to 520, the second is 548. */
  start: number;
  end: number;
}

/** All references in a text (NFC), in order of appearance and never overlapping. */
export function findReferences(text: string): FoundReference[] {
  const places = addresses(text);
  const known = places.flatMap(({ reference }) => (reference === null ? [] : [reference]));
  const found = [
    ...handelingenCitations(text),
    ...kamerstukCitations(text),
    ...journalCitations(text),
    ...otherCitations(text),
  ];
  // Sorting is stable: of those that start together the first reader's wins, unless another reads on further.
  const inOrder = [...known, ...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const references: FoundReference[] = [];
  let end = 0;
  let nextPlace = 0;
  for (const reference of inOrder) {
    while ((places[nextPlace]?.end ?? Number.POSITIVE_INFINITY) <= reference.start) nextPlace++;
    const place = places[nextPlace];
    const inAddress = reference.kind !== "url" && place !== undefined && place.start < reference.end;
    if (inAddress || reference.start < end) continue;
    references.push(reference);
    end = reference.end;
  }
  return references;
}
