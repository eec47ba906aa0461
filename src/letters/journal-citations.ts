import { monthNames } from "./dates.ts";
import type { PublicationId } from "./letter.ts";
import type { FoundReference } from "./references.ts";

/**
 * Citations of the official journals: `Stb. 2012, 444`, `Stb. 2012, 444 en 445`, `Staatscourant, 2023, nr. 12345`. KOOP
 * numbers the Staatscourant from July 2009 and holds the Staatsblad from 1995.
 */

/** A blank, or one line end. */
const gap = "[^\\S\\n]{0,3}\\n?[^\\S\\n]{0,3}";
/** Neither a day, nor what is counted, nor the part of a larger number. */
const number = `\\d{1,6}(?![\\p{L}\\d]|[^\\S\\n]\\d{3}|\\.\\d{3}|\\s(?:${monthNames}|pagina|bladzijde))`;
const further = new RegExp(`(?:,[^\\S\\n]?|[^\\S\\n]en[^\\S\\n])(${number})`, "iuy");

function headOf(names: string): RegExp {
  const announced = `(?:(?:nrs?|nummers?)(?!\\p{L})\\.?${gap})?`;
  return new RegExp(
    `(?<![\\p{L}\\d])(?:${names}),?${gap}(?:(?:van|jaargang)[^\\S\\n])?((?:19|20)\\d{2})(?:/|,?${gap})${announced}(${number})`,
    "giu",
  );
}

const journals = [
  { kind: "stb", names: "Stb\\.?|Staatsblad", firstYear: 1995 },
  { kind: "stcrt", names: "Stcrt\\.?|Staatscourant", firstYear: 2010 },
  { kind: "trb", names: "Trb\\.?|Tractatenblad", firstYear: 1995 },
].map(({ names, ...journal }) => ({ ...journal, head: headOf(names) }));

/** All of them; each number of a list is one. */
export function journalCitations(text: string): FoundReference[] {
  return journals.flatMap(({ kind, firstYear, head }) =>
    [...text.matchAll(head)].flatMap((match) => {
      const [printed, year = "", first = ""] = match;
      const end = match.index + printed.length;
      const idOf = (one: string) => (Number(year) < firstYear ? null : (`${kind}-${year}-${one}` as PublicationId));
      const found: FoundReference[] = [{ kind, printed, start: match.index, end, id: idOf(first) }];
      for (let last = first, at = end; ; ) {
        further.lastIndex = at;
        const [more, one = ""] = further.exec(text) ?? [];
        // In the numbers of a year none comes back to a lower one; a page or an article does.
        if (more === undefined || Number(one) <= Number(last)) return found;
        at += more.length;
        found.push({ kind, printed: one, start: at - one.length, end: at, id: idOf(one) });
        last = one;
      }
    }),
  );
}
