import { UserError } from "../errors.ts";
import { countryOf } from "../letters/countries.ts";
import { type LetterKind, letterKinds } from "../letters/letter.ts";
import { queryTexts } from "../texts/query.ts";
import { type FilterName, filterExample } from "./filter-names.ts";
import { fold } from "./fold.ts";
import type { Query } from "./passage-index.ts";
import { firstDayOf, lastDayOf } from "./query-dates.ts";

/**
 * The filters of the query language. Filters of the same name are alternatives, those of different names must all hold.
 */

type Read = (value: string, query: Query) => void;

const readers: Readonly<Record<FilterName, Read>> = {
  land: (value, { filters }) => {
    const code = countryOf(value);
    if (code === null) fail("land", queryTexts.noCountry(value));
    else filters.countries.push(code);
  },
  sinds: (value, { filters }) => {
    filters.since = firstDayOf(value) ?? failDate("sinds", value);
  },
  tot: (value, { filters }) => {
    filters.until = lastDayOf(value) ?? failDate("tot", value);
  },
  van: (value, { filters }) => void filters.from.push(named("van", value)),
  fractie: (value, { filters }) => void filters.parties.push(named("fractie", value)),
  soort: (value, { filters }) => void filters.kinds.push(kindOf(value)),
  dossier: (value, { filters }) => void filters.dossiers.push(dossierOf(value)),
  volgorde: (value, query) => {
    if (fold(value) !== "nieuwste" && fold(value) !== "beste") fail("volgorde", queryTexts.noOrder(value));
    query.order = fold(value) === "nieuwste" ? "newest" : "best";
  },
};

/**
 * Adds a filter to the query.
 *
 * @param typed the name as typed, which may be another word for the filter
 * @throws UserError `query-filter-value` when the value is none that the filter knows
 */
export function addFilter(name: FilterName, typed: string, value: string, query: Query): void {
  if (value === "") fail(name, queryTexts.noValue(typed, filterExample(name)));
  readers[name](value, query);
}

function named(filter: FilterName, value: string): string {
  if (!/[\p{L}\p{N}]/u.test(value)) fail(filter, queryTexts.noName(value, filterExample(filter)));
  return value;
}

/** In any number, with a hyphen or without: `antwoorden`, `schriftelijk overleg`. */
function kindOf(value: string): LetterKind {
  const sought = fold(value).replaceAll(/[\s-]+/g, "-");
  const found = letterKinds.find((kind) => [kind, `${kind}en`, `${kind}s`, kind.replace("ie", "ies")].includes(sought));
  if (found !== undefined) return found;
  if (sought === "brieven") return "brief";
  return fail("soort", queryTexts.noKind(value, letterKinds));
}

/** `19637`, `19 637`, `36600-VI`, `36600 VI`. */
function dossierOf(value: string): string {
  const [, number, thousands, chapter] = /^(?:(\d{5})|(\d{2}[ .]\d{3}))(?:[ -]([A-Za-z]{1,5}))?$/.exec(value) ?? [];
  const digits = number ?? thousands?.replace(/[ .]/, "");
  if (digits === undefined) return fail("dossier", queryTexts.noDossier(value));
  return chapter === undefined ? digits : `${digits}-${chapter.toUpperCase()}`;
}

function failDate(filter: FilterName, value: string): never {
  return fail(filter, queryTexts.noDate(filter, value));
}

function fail(filter: FilterName, message: string): never {
  throw new UserError("query-filter-value", "Value that a filter does not know", message, filter);
}
