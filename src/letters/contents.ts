import type { Line } from "./lines.ts";

/** How many entries make a table of contents. */
const fewest = 3;

/**
 * Marks tables of contents: a run of short lines each of which comes back further down as a line of its own, or that
 * ends in dots and a page number. A title above the run ("Inhoudsopgave") belongs to it.
 */
export function markContents(lines: Line[]): void {
  const last = new Map<string, number>();
  for (const [at, line] of lines.entries())
    if (line.role === null && line.text.length <= 250) last.set(entry(line), at);
  let run: number[] = [];
  let seen = new Set<string>();
  const close = () => {
    if (run.length >= fewest) for (const at of [...titleAbove(lines, run[0] ?? 0), ...run]) mark(lines[at]);
    run = [];
    seen = new Set();
  };
  for (const [at, line] of lines.entries()) {
    if (line.role === "furniture") continue;
    if (line.role === null && isEntry(line, at, last, seen)) {
      run.push(at);
      seen.add(entry(line));
    } else close();
  }
  close();
}

function mark(line: Line | undefined): void {
  if (line) line.role = "contents";
}

/** @param seen the entries of the run so far: a table of contents names nothing twice */
function isEntry(line: Line, at: number, last: Map<string, number>, seen: Set<string>): boolean {
  if (/(?:\.\s?){4,}\s?\d{1,3}$/.test(line.text.slice(-120))) return true;
  if (line.text.length > 250 || /[.?!;:]$/.test(line.text)) return false;
  const key = entry(line);
  if (!/\p{L}{3}/u.test(key) || /[.?!;:]$/.test(key) || /^(?:vraag|vragen|antwoord)\s?[\d,en ]*$/.test(key))
    return false;
  return (last.get(key) ?? -1) > at && !seen.has(key);
}

function titleAbove(lines: Line[], at: number): number[] {
  const title: number[] = [];
  for (let above = at - 1; above >= at - 2; above--) {
    const line = lines[above];
    if (line?.role !== null || !/^(?:inhoud|inhoudsopgave|blz\.?|inhoudsopgave\s+blz\.?)$/i.test(line.plain)) break;
    title.unshift(above);
  }
  return title;
}

/** An entry without marking, leader dots and page number, in small letters. */
function entry(line: Line): string {
  return line.plain.replace(/[\s.·]+\d{1,3}$/, "").toLowerCase();
}
