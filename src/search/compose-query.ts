import { countryByCode } from "../letters/countries.ts";
import type { Query } from "./passage-index.ts";

/**
 * A query as a person could have typed it: reading it again (query.ts) gives the same words, phrases, exclusions,
 * filters and order.
 */
export function composeQuery({ words, phrases, without, filters, order, literal }: Omit<Query, "typed">): string {
  const named = (name: string, values: readonly string[]) => values.map((value) => `${name}:${inMarks(value)}`);
  return [
    words,
    ...phrases.map((phrase) => `"${phrase}"`),
    ...without.map((word) => `-${inMarks(word)}`),
    ...named(
      "land",
      filters.countries.map((code) => countryByCode(code)?.name ?? code),
    ),
    ...named("sinds", filters.since === null ? [] : [filters.since]),
    ...named("tot", filters.until === null ? [] : [filters.until]),
    ...named("van", filters.from),
    ...named("fractie", filters.parties),
    ...named("soort", filters.kinds),
    ...named("dossier", filters.dossiers),
    ...(order === "newest" ? ["volgorde:nieuwste"] : []),
    ...(literal ? ["letterlijk"] : []),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function inMarks(value: string): string {
  return /^[^\s"]+$/u.test(value) ? value : `"${value}"`;
}
