/**
 * The names of the filters of the query language, in the order in which they are shown and written. All that reads or
 * writes queries takes them from this table; what a value means is in query-filters.ts.
 */
const filters = [
  { name: "land", aliases: ["landen"], example: "land:Marokko" },
  { name: "sinds", aliases: ["vanaf"], example: "sinds:2019" },
  { name: "tot", aliases: [], example: "tot:2024-06" },
  { name: "van", aliases: [], example: "van:Faber" },
  { name: "fractie", aliases: ["partij"], example: "fractie:VVD" },
  { name: "soort", aliases: ["type"], example: "soort:antwoord" },
  { name: "dossier", aliases: ["kamerstuk"], example: "dossier:19637" },
  { name: "volgorde", aliases: [], example: "volgorde:nieuwste" },
] as const satisfies readonly { name: string; aliases: readonly string[]; example: string }[];

export type FilterName = (typeof filters)[number]["name"];

export const filterNames: readonly FilterName[] = filters.map(({ name }) => name);

const byTypedName = new Map<string, FilterName>(
  filters.flatMap(({ name, aliases }) => [name, ...aliases].map((typed) => [typed, name] as const)),
);

/** Every name that a person may type, other words for the same filter included. */
export const typedFilterNames: readonly string[] = [...byTypedName.keys()];

/** The filter that a name stands for, which may be another word for it, in lower case; null when it is none. */
export function filterNamed(typed: string): FilterName | null {
  return byTypedName.get(typed) ?? null;
}

const examples = new Map<FilterName, string>(filters.map(({ name, example }) => [name, example]));

/** A filter with a value, as a person could type it. */
export function filterExample(name: FilterName): string {
  return examples.get(name) ?? `${name}:`;
}
