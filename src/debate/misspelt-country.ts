import { countries } from "../letters/countries.ts";
import type { CountryCode } from "../letters/letter.ts";
import { fold } from "../search/fold.ts";
import { isOneSlip } from "../search/one-slip.ts";

/** Short names are one letter away from too much. */
const shortest = 5;

/**
 * The one country whose name a word misses by one letter (left out, put in, another one, or two in the other order):
 * `Algeije`, `Maroko`, `Tunsië`. null when there is none, or more than one.
 */
export function misspeltCountry(word: string): CountryCode | null {
  const typed = fold(word);
  if (typed.length < shortest || !/^[a-z]+$/.test(typed)) return null;
  const near = countries.filter(({ name, aliases }) =>
    [name, ...aliases].some((form) => form.length >= shortest && isOneSlip(typed, fold(form))),
  );
  return near.length === 1 ? (near[0]?.code ?? null) : null;
}
