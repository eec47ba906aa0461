import type { Chamber, Day, PublicationId } from "./letter.ts";
import { publicationAtAddress } from "./other-citations.ts";
import { parliamentaryYear, printYear } from "./parliamentary-years.ts";
import { normalPublicationId, publicationParts } from "./publication-ids.ts";
import { findReferences } from "./references.ts";

/** From an id to the citation that officials write, and from whatever a person types to an id. */

function house(chamber: Chamber): string {
  return chamber === "Eerste Kamer" ? "I" : "II";
}

/** `32317` as `32 317`, `36600-VI` as `36 600 VI`, `21501-02` as `21 501-02`. */
function printDossier(dossier: string): string {
  return dossier.replace(/^(\d{2})(\d{3})/, "$1 $2").replace(/-(?=[A-Z])/, " ");
}

/**
 * The official citation of a publication: `Kamerstukken II 2024/25, 32 317, nr. 929`. `date` is the day of the letter;
 * a Kamerstuk's id does not hold its parliamentary year, so without a date the year is left out. null for an id that is
 * not cited by itself (an annex, `file:…`).
 */
export function composeCitation(id: PublicationId, date: Day | null): string | null {
  const parts = publicationParts(id);
  switch (parts?.kind) {
    case "kamerstuk": {
      const year = date === null ? "" : ` ${printYear(parliamentaryYear(date))}`;
      const suffix = parts.suffix === null ? "" : `-${parts.suffix}`;
      const number = `${/^\d/.test(parts.number) ? "nr. " : ""}${parts.number}${suffix}`;
      return `Kamerstukken ${house(parts.chamber)}${year}, ${printDossier(parts.dossier)}, ${number}`;
    }
    case "aanhangsel": {
      const suffix = parts.suffix === null ? "" : `-${parts.suffix}`;
      return `Aanhangsel Handelingen ${house(parts.chamber)} ${printYear(parts.year)}, nr. ${parts.number}${suffix}`;
    }
    case "handelingen":
      return `Handelingen ${house(parts.chamber)} ${printYear(parts.year)}, nr. ${parts.meeting}, item ${parts.item}`;
    case "kamervragen":
      return `Kamervragen ${parts.number}`;
    case "stb":
      return `Stb. ${parts.year}, ${parts.number}`;
    case "stcrt":
      return `Stcrt. ${parts.year}, ${parts.number}`;
    case "trb":
      return `Trb. ${parts.year}, ${parts.number}`;
    case "document":
      return `Tweede Kamer, document ${parts.number}`;
    default:
      return null;
  }
}

/** What may stand around a citation that is all that a person typed. */
const around = /(?:,?\s{0,3}(?:p\.|pp\.|blz\.?|pag\.?)\s{0,3}\d{1,4}(?:\s?[-–]\s?\d{1,4})?)|[\s.,;:()[\]<>"'“”‘’«»]/gu;

/**
 * The publication that a text names when that is all it does: an id in any case, an address, or a citation in any form
 * (also without the word Kamerstuk: `19637-2356`, `19 637 nr 2356`). null when it names none, several, or says more.
 */
export function parsePublicationId(text: string): PublicationId | null {
  // Nothing that names one publication is longer.
  if (text.length > 2_500) return null;
  const typed = text.normalize("NFC").trim();
  if (/^file:\S/.test(typed)) return typed as PublicationId;
  const bare = typed.replace(/^[<("'“‘]{1,3}|[>)"'”’.,;]{1,3}$/gu, "");
  if (/^https?:\/\//i.test(bare)) return publicationAtAddress(bare.split("|")[0] ?? "");
  return normalPublicationId(bare) ?? onlyCitation(typed) ?? onlyCitation(`Kamerstuk ${bare}`);
}

function onlyCitation(text: string): PublicationId | null {
  const references = findReferences(text);
  const ids = new Set(references.map(({ id }) => id));
  const [id] = ids;
  if (id === undefined || ids.size !== 1) return null;
  let rest = "";
  let end = 0;
  for (const reference of references) {
    rest += text.slice(end, reference.start);
    end = reference.end;
  }
  rest += text.slice(end);
  return /^(?:TweedeKamer)?(?:document(?:nummer)?)?$/i.test(rest.replace(around, "")) ? id : null;
}
