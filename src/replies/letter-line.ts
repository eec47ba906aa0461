import { composeCitation } from "../letters/citations.ts";
import type { Correction, Standing } from "../letters/corrections.ts";
import type { Asker, Letter, Person } from "../letters/letter.ts";
import { texts } from "../texts/answer.ts";
import { listed, writtenDay } from "../texts/dutch.ts";
import { standingTexts } from "../texts/letter.ts";
import { clip } from "./clip.ts";
import { firstWords } from "./first-words.ts";
import { grouped } from "./grouped.ts";

/** Longer than any that parliament printed; a paper that was read badly must not fill a message. */
const longestTitle = 500;
const longestByline = 1_000;
const longestNames = 300;

/** Of a copy that people kept, what became of the letter since is not known. */
type Named = Pick<Letter, "id" | "date" | "senders" | "chamber"> & Partial<Standing>;

/**
 * Who wrote a letter, when, how it is cited, and whether it still stands: `29 januari 2025 · M. Faber (Minister …) ·
 * Kamerstukken II … · Vervangen door …`.
 */
export function byline(letter: Named): string {
  const parts = [
    letter.date === null ? texts.answer.undated : writtenDay(letter.date),
    signers(letter.senders),
    citation(letter),
    standing(letter),
  ];
  return clip(parts.filter((part) => part !== "").join(" · "), longestByline);
}

/** The title to show, on one line. */
export function titleOf({ title }: Pick<Letter, "title">): string {
  return firstWords(title, longestTitle) || texts.answer.untitled;
}

/**
 * What must be known before a letter is quoted: that it corrects another, or was itself corrected, replaced or withdrawn.
 * Empty for most letters. The only place where this is worded, so that it is said wherever a letter is shown.
 */
export function standing({ correction = null, corrected = [], isWithdrawn = false }: Partial<Standing>): string {
  return [
    ...(isWithdrawn ? [standingTexts.withdrawn] : []),
    ...(correction !== null ? [correctionOf(correction)] : []),
    ...corrected.map(({ by, date, how }) => standingTexts.by[how](composeCitation(by, date) ?? by)),
  ].join(" · ");
}

/** Without a date a citation has no parliamentary year: of the other paper no more is known than its id. */
function correctionOf({ how, of, printed }: Correction): string {
  return of === null ? standingTexts.unnamed(printed) : standingTexts.of[how](composeCitation(of, null) ?? of);
}

/** `Kamerstukken II 2024/25, 32 317, nr. 929`, and that it is a copy where it is one; empty when it has no citation. */
export function citation({ id, date, chamber }: Pick<Letter, "id" | "date" | "chamber">): string {
  const copy = chamber === "Eerste Kamer" && /^kst-\d.*-\d+$/.test(id);
  return [composeCitation(id, date) ?? "", copy ? texts.answer.copyForSenate : ""]
    .filter((part) => part !== "")
    .join(" · ");
}

/** `F. Teeven (Staatssecretaris van Veiligheid en Justitie) en E.M.J. Ploumen (Minister voor …)`. */
export function signers(senders: readonly Person[]): string {
  return listed(senders.map(signed));
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
export function askerNames(people: readonly Asker[]): string {
  const parties = [...grouped(people, ({ party }) => party)].map(([party, members]) => {
    const names = listed(members.flatMap(({ name }) => (name === null ? [] : [name])));
    return [names, party ?? ""].filter((part) => part !== "").join(", ");
  });
  return clip(parties.join("; "), longestNames);
}
