import { composeCitation } from "../letters/citations.ts";
import type { Asker, Letter, Person } from "../letters/letter.ts";
import { texts } from "../texts.ts";
import { listed, writtenDay } from "./dutch.ts";
import { grouped } from "./grouped.ts";

/** Who, when and where to check it: what stands with every quotation. */

type Cited = Pick<Letter, "id" | "date" | "senders" | "chamber">;

/** `25 februari 2014 · F. Teeven (Staatssecretaris van Veiligheid en Justitie) · Kamerstukken II 2013/14, 30 573, nr. 124`. */
export function byline(letter: Cited): string {
  const citation = composeCitation(letter.id, letter.date) ?? "";
  return [...bylineWithoutCitation(letter), citation, isSenateCopy(letter) ? texts.answer.copyForSenate : ""]
    .filter((part) => part !== "")
    .join(" · ");
}

/** The date and the senders, each a part of its own; for where the citation is a link. */
export function bylineWithoutCitation({ date, senders }: Cited): string[] {
  return [date === null ? texts.answer.undated : writtenDay(date), listed(senders.map(signed))].filter(
    (part) => part !== "",
  );
}

/** Whether the text is the Eerste Kamer's copy of a letter that is published under a number of the Tweede Kamer. */
export function isSenateCopy({ chamber, id }: Cited): boolean {
  return chamber === "Eerste Kamer" && /^kst-\d.*-\d+$/.test(id);
}

/**
 * `F. Teeven (Staatssecretaris van Veiligheid en Justitie)`; an office that came with its policy field in brackets is
 * put back as it was printed: `Staatssecretaris Broekers-Knol (Justitie en Veiligheid)`.
 */
function signed({ name, office }: Person): string {
  if (office === null) return name;
  const field = office.indexOf(" (");
  return field === -1 ? `${name} (${office})` : `${office.slice(0, field)} ${name}${office.slice(field)}`;
}

/** `Van Wijngaarden en Weverling, VVD`: people by party, a party without people by its own name. */
export function askers(people: readonly Asker[]): string {
  return [...grouped(people, ({ party }) => party)]
    .map(([party, members]) => {
      const names = listed(members.flatMap(({ name }) => (name === null ? [] : [name])));
      return [names, party ?? ""].filter((part) => part !== "").join(", ");
    })
    .join("; ");
}
