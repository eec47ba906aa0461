import type { Person } from "./letter.ts";
import type { Line } from "./lines.ts";
import { smallParticle } from "./name-particles.ts";

/** What a signature is made of: names, offices, and the lines that they stand on. */

const nameWord = "(?:[\\p{Lu}’'][\\p{L}’'.-]*)";
const initials = "(?:\\p{Lu}\\p{Ll}?\\.\\s?)";
const title = "(?:(?:mr|drs|dr|ir|ing|prof|mw|mevr|dhr)\\.?\\s)";
/** `D.M. (David) van Weel` */
const calledName = "(?:\\(\\p{Lu}[\\p{L}-]{1,30}\\)\\s)";
/** A line that is nothing but a name, with titles or not. */
export const nameLine = new RegExp(
  `^${title}{0,3}(?:${initials}{1,6}\\s?${calledName}?)?(?:${smallParticle}\\s){0,3}${nameWord}(?:[\\s-]${smallParticle}){0,3}(?:[\\s-](?:${smallParticle}\\s){0,3}${nameWord}){0,5}(?:\\s(?:MA|MBA|LLM|RA|BSc|MSc))?$`,
  "u",
);

/** A line that begins with the office of a minister or state secretary. */
export const officeLine =
  /^(?:(?:de|het)\s+)?(?:(?:demissionair|waarnemend)\s+)?(?:viceminister-president|vice-minister-president|minister-president|minister|staatssecretaris)\b(?!\s(?:hebben|is|zijn|was|waren|zal|zou|wil|kan|moet|[a-z]{2,20}t)\s)[^.?!;:]{0,200}(?:\sa\.i\.,?)?$/i;

/** Who signed, on which lines, and the line after them. */
export interface Signature {
  persons: Person[];
  lines: Line[];
  next: number;
}

/** A name without the comma after it and without "w.g.", which says that the original was signed. */
export function nameIn(text: string): string {
  return text.replace(/,$/, "").replace(/^(?:\(w\.g\.\)|w\.g\.)\s/i, "");
}

/** Whether a line is nothing but a name. */
export function isName(line: Line): boolean {
  const name = nameIn(line.plain);
  return isNameText(name);
}

/** Whether a text without what {@link nameIn} takes off is nothing but a name. */
export function isNameText(name: string): boolean {
  return name.length <= 60 && nameLine.test(name) && !officeLine.test(name);
}

/** What stands between two pages at most: the notes at the foot of one, and the head of the next. */
const mostBetweenPages = 60;

/** The first line from `from` on that is neither furniture nor a note: an office may end a page, and its name begin the next. */
export function pastFurniture(lines: Line[], from: number): number {
  let at = from;
  while ((lines[at]?.role === "furniture" || lines[at]?.role === "note") && at < from + mostBetweenPages) at++;
  return at;
}

/** The office itself: without article, without the comma at its end and without those on whose behalf is signed. */
export function clean(office: string): string {
  return office
    .replace(/(?:,|(?<![,\s]))\s+(?:mede\s+)?namens\s[\s\S]*$/i, "")
    .replace(/(?<![,\s])[,\s]+$/, "")
    .replace(/^(?:de|het)\s+/i, "");
}
