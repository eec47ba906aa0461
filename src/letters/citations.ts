import type { Chamber, Day, PublicationId } from "./letter.ts";
import { parliamentaryYear, printYear } from "./parliamentary-years.ts";
import { publicationParts } from "./publication-ids.ts";

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
