import { countryByCode } from "../letters/countries.ts";
import { type FilterName, filterNames } from "./filter-names.ts";
import type { Query } from "./passage-index.ts";

/**
 * A query as a person could have typed it: reading it again (query.ts) gives the same words, phrases, exclusions,
 * filters and order.
 */
export function composeQuery({ words, phrases, without, filters, order, literal }: Omit<Query, "typed">): string {
  const values: Readonly<Record<FilterName, readonly string[]>> = {
    land: filters.countries.map((code) => countryByCode(code)?.name ?? code),
    sinds: filters.since === null ? [] : [filters.since],
    tot: filters.until === null ? [] : [filters.until],
    van: filters.from,
    fractie: filters.parties,
    soort: filters.kinds,
    dossier: filters.dossiers,
    volgorde: order === "newest" ? ["nieuwste"] : [],
  };
  return [
    words,
    ...phrases.map((phrase) => `"${phrase}"`),
    ...without.map((word) => `-${inMarks(word)}`),
    ...filterNames.flatMap((name) => values[name].map((value) => `${name}:${inMarks(value)}`)),
    ...(literal ? ["letterlijk"] : []),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function inMarks(value: string): string {
  return /^[^\s"]+$/u.test(value) ? value : `"${value}"`;
}
