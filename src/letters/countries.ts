import {
  beginningLength,
  type Country,
  countries,
  type Form,
  type FormNode,
  foldWord,
  foldWords,
  forms,
} from "./country-forms.ts";
import type { CountryCode, CountryCount, CountryMention } from "./letter.ts";
import { isCapitalAt, scanWords, type Words } from "./word-scan.ts";

/**
 * Which countries a text names, by name, adjective or inhabitants. Decisions where a form is not clear by itself:
 *
 * - The codes are those of ISO 3166-1, with XK (the user-assigned code in general use) for Kosovo.
 * - Somaliland has no code and is recognised as no country: it is not Somalia's government that a letter means, and it
 *   is not recognised as a state. It can be found as a word.
 * - `Congo` and `Congolees` without more mean the Democratic Republic, `Korea` and `Koreaans` the South, `Dominicaans`
 *   the Dominican Republic (of Dominica only the name is known), `Amerika` the United States.
 * - States that are no more (Joegoslavië, Sovjet-Unie) and continents are no country.
 */

export type { Country } from "./country-forms.ts";
export { countries } from "./country-forms.ts";

interface Match {
  form: Form;
  /** Index of the last word that takes part. */
  last: number;
  end: number;
}

/** A country's name of fewer letters does not start a compound, but for its genitive: `Malieveld`, `Irans`. */
const shortestInCompound = 5;
const longestWord = longestFormWord(forms);

function longestFormWord(node: FormNode): number {
  let longest = 0;
  for (const [word, next] of node.next) longest = Math.max(longest, word.length, longestFormWord(next));
  return longest;
}

function startOf(words: Words, index: number): number {
  return words.starts[index] ?? words.text.length;
}

/** 0 before the first word. */
function endOf(words: Words, index: number): number {
  return words.ends[index] ?? (index < 0 ? 0 : words.text.length);
}

/** Whether what stands before this word lets it be one name with the word before: `Congo (Kinshasa)`, a line end. */
function joinsBefore(words: Words, index: number): boolean {
  const gap = startOf(words, index) - endOf(words, index - 1);
  if (gap === 1) return /[\s\-‑–]/.test(words.text.charAt(startOf(words, index) - 1));
  if (gap < 1 || gap > 3) return false;
  const between = words.text.slice(endOf(words, index - 1), startOf(words, index));
  return /^(?:[^\S\n]*(?:\n[^\S\n]*)?\(?|[^\S\n]?[-‑–]\s?)$/.test(between);
}

/** The form at this word or, of `China's`, at what stands before the apostrophe; `length` in UTF-16 code units. */
function wholeWord(node: FormNode, word: string): { node: FormNode; length: number } | null {
  if (word.length > 2 * longestWord) return null;
  const folded = foldWord(word.includes(".") ? word.replaceAll(".", "") : word);
  const exact = node.next.get(folded);
  if (exact !== undefined) return { node: exact, length: word.length };
  const apostrophe = folded.indexOf("'");
  if (apostrophe < 1) return null;
  const before = node.next.get(folded.slice(0, apostrophe));
  return before === undefined ? null : { node: before, length: apostrophe };
}

/**
 * The name that a compound starts with: `Turkijedeal`, `Duitslands`. What merely looks like a name (`Indianen`) is
 * found as such, so that no shorter name is seen in it.
 */
function startOfCompound(node: FormNode, word: string): { form: Form; length: number } | null {
  if (word.length <= beginningLength) return null;
  const beginning = word.slice(0, longestWord + 1);
  const folded = foldWord(beginning);
  // Where folding changes the number of characters, the end of the name could not be told.
  if (folded.length !== beginning.length || !node.beginnings.has(folded.slice(0, beginningLength))) return null;
  for (let length = Math.min(word.length - 1, longestWord); length >= beginningLength; length--) {
    const form = node.next.get(folded.slice(0, length))?.form;
    if (form === undefined || form === null || form.kind !== "name" || form.abbreviation) continue;
    const nested = node !== forms;
    if (nested || length >= shortestInCompound || folded.slice(length) === "s") return { form, length };
  }
  return null;
}

function longestMatch(words: Words, first: number): Match | null {
  let node = forms;
  let best: Match | null = null;
  for (let index = first; index < words.starts.length; index++) {
    if (index > first && !joinsBefore(words, index)) break;
    const start = startOf(words, index);
    const word = words.text.slice(start, endOf(words, index));
    // Most words of a text begin no name; only the generic beginnings of names (`republiek Congo`) have no capital.
    if (index === first && !isCapitalAt(words.text, start) && !forms.next.has(word)) break;
    const whole = wholeWord(node, word);
    if (whole === null) {
      const part = startOfCompound(node, word);
      if (part !== null) best = { form: part.form, last: index, end: start + part.length };
      break;
    }
    if (whole.node.form !== null) best = { form: whole.node.form, last: index, end: start + whole.length };
    if (whole.length !== word.length || whole.node.next.size === 0) break;
    node = whole.node;
  }
  return best;
}

/** Whether the capitals are those of a name: `Palestijnse gebieden`, `democratische republiek Congo`, `MAROKKO`. */
function isCapitalised(words: Words, first: number, { form, last, end }: Match): boolean {
  const { text } = words;
  if (!isCapitalAt(text, startOf(words, first)) && !isCapitalAt(text, startOf(words, last))) return false;
  const printed = text.slice(startOf(words, first), end);
  const allCapitals = printed === printed.toUpperCase();
  if (!allCapitals) return !form.abbreviation;
  // Other short words in capitals are mostly abbreviations of something else.
  return form.abbreviation || (!form.alsoWord && printed.length >= (form.kind === "name" ? 4 : 5));
}

/**
 * Whether the capital is there because of the country, for forms that are ordinary words too: not after a full stop
 * or at the start of a line, and not after another word with a capital (`Rapid Reaction Pool`).
 */
function standsInSentence(words: Words, index: number): boolean {
  const gap = words.text.slice(endOf(words, index - 1), startOf(words, index));
  if (!/[^\S\n]$/.test(gap) || /[\n.!?:;"“”‘(]/.test(gap)) return false;
  return /[\d,]/.test(gap) || (index > 0 && !isCapitalAt(words.text, startOf(words, index - 1)));
}

/** Whether the word after this one is a surname: `Frans Timmermans`, but not `Frans EU-voorzitterschap`. */
function beginsName(words: Words, index: number): boolean {
  const next = startOf(words, index + 1);
  if (words.text.slice(endOf(words, index), next) !== " ") return false;
  return isCapitalAt(words.text, next) && !isCapitalAt(words.text, next + 1);
}

/** The offset after a match, with the bracket that `Congo (Kinshasa)` opens. */
function closed(text: string, start: number, end: number): number {
  return text.charAt(end) === ")" && text.slice(start, end).includes("(") ? end + 1 : end;
}

/**
 * The countries that a running text names (NFC, repaired: no word broken over lines), in order and never
 * overlapping. The longest form wins: `Equatoriaal-Guinea` is not `Guinea`. Names have their capital.
 */
export function findCountries(text: string): CountryMention[] {
  const words = scanWords(text);
  const mentions: CountryMention[] = [];
  for (let index = 0; index < words.starts.length; index++) {
    const match = longestMatch(words, index);
    if (match === null || !isCapitalised(words, index, match)) continue;
    const { form, last } = match;
    if (form.alsoWord && !standsInSentence(words, index)) continue;
    if (form.alsoFirstName && beginsName(words, last)) continue;
    if (form.code !== null) {
      const start = startOf(words, index);
      const end = closed(text, start, match.end);
      mentions.push({ code: form.code, start, end, form: form.kind, printed: text.slice(start, end) });
    }
    index = last;
  }
  return mentions;
}

/** How often each country is named, most often first, then by name; without the Netherlands. */
export function countCountries(mentions: CountryMention[]): CountryCount[] {
  const counts = new Map<CountryCode, number>();
  for (const { code } of mentions) counts.set(code, (counts.get(code) ?? 0) + 1);
  const counted = countries.flatMap(({ code, name, home }) => {
    const count = counts.get(code);
    return count === undefined || home ? [] : [{ code, name, count }];
  });
  // Sorting is stable and the table is in order of name.
  return counted.sort((a, b) => b.count - a.count);
}

/**
 * The country that a word or a few words of a query name, whatever their case and diacritics: `algerije`, `ALGERIJE`,
 * `Algerijnse`, `vs`, `noord korea`. null for anything more or less than one form, and for forms that are ordinary
 * words too (`let`, `pool`).
 */
export function countryOf(words: string): CountryCode | null {
  let node: FormNode | undefined = forms;
  for (const word of foldWords(words.replaceAll(".", ""))) {
    if (node === undefined) return null;
    // Of `marokko's` what stands before the apostrophe; `iraki's` is a form itself.
    node = node.next.get(word) ?? node.next.get(word.replace(/'.*$/s, ""));
  }
  const form = node?.form;
  return form === undefined || form === null || form.alsoWord ? null : form.code;
}

const byCode = new Map<string, Country>(countries.map((country) => [country.code, country]));

/** The country with this code (`DZ`), or null. */
export function countryByCode(code: string): Country | null {
  return byCode.get(code) ?? null;
}
