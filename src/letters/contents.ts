import { plain } from "./inline.ts";
import type { Line } from "./lines.ts";

/** How many entries make a table of contents. */
const fewest = 3;

/**
 * Marks tables of contents: a run of short lines each of which comes back further down as a line of its own, or that
 * ends in dots and a page number. A title above the run ("Inhoudsopgave") belongs to it.
 */
export function markContents(lines: Line[]): void {
  const places = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    if (line.role !== null || line.text.length > 250) continue;
    const key = entry(line.text);
    const list = places.get(key);
    if (list) list.push(at);
    else places.set(key, [at]);
  }
  let run: number[] = [];
  const close = () => {
    if (run.length >= fewest) for (const at of [...titleAbove(lines, run[0] ?? 0), ...run]) mark(lines[at]);
    run = [];
  };
  for (const [at, line] of lines.entries()) {
    if (line.role === "furniture") continue;
    if (line.role === null && isEntry(lines, at, places, run)) run.push(at);
    else close();
  }
  close();
}

function mark(line: Line | undefined): void {
  if (line) line.role = "contents";
}

function isEntry(lines: Line[], at: number, places: Map<string, number[]>, run: number[]): boolean {
  const text = lines[at]?.text ?? "";
  if (/(?:\.\s?){4,}\s?\d{1,3}$/.test(text.slice(-120))) return true;
  if (text.length > 250 || /[.?!;:]$/.test(plain(text))) return false;
  const key = entry(text);
  if (!/\p{L}{3}/u.test(key) || /^(?:vraag|vragen|antwoord)\s?[\d,en ]*$/.test(key)) return false;
  const list = places.get(key) ?? [];
  // The same line once more, and not as a part of this very run.
  return list.some((place) => place > at) && !run.some((one) => entry(lines[one]?.text ?? "") === key);
}

function titleAbove(lines: Line[], at: number): number[] {
  const above = lines[at - 1];
  return above?.role === null && /^(?:inhoud|inhoudsopgave)$/i.test(plain(above.text)) ? [at - 1] : [];
}

/** An entry without marking, leader dots and page number, in small letters. */
function entry(text: string): string {
  return plain(text)
    .replace(/[\s.·]+\d{1,3}$/, "")
    .toLowerCase();
}
