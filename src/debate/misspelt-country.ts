import { countries } from "../letters/countries.ts";
import type { CountryCode } from "../letters/letter.ts";
import { fold } from "../search/fold.ts";

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
    [name, ...aliases].some((form) => form.length >= shortest && isOneOff(typed, fold(form))),
  );
  return near.length === 1 ? (near[0]?.code ?? null) : null;
}

function isOneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (a.length !== b.length) return restA.slice(1) === restB || restA === restB.slice(1);
  if (restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
