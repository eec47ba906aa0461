import type { Line } from "./lines.ts";

/** How many entries make a table of contents. */
const fewest = 3;

/**
 * Marks tables of contents: a run of short lines each of which comes back further down as a heading, or that ends in
 * dots and a page number. A title above the run ("Inhoudsopgave") belongs to it.
 */
export function markContents(lines: Line[]): void {
  const entries = lines.map((line) => (line.role === null ? entry(line) : null));
  const last = new Map<string, number>();
  entries.forEach((key, at) => {
    if (key !== null) last.set(key, at);
  });
  let run: number[] = [];
  let seen = new Set<string>();
  const close = () => {
    if (run.length >= fewest && standsApart(lines, run)) {
      const title = titleAbove(lines, run[0] ?? 0);
      const says = title.length > 0 || run.some((at) => endsInLeader(lines[at]?.text ?? ""));
      if (says || isOutline(lines, run, (at) => last.get(entries[at] ?? "") ?? at))
        for (const at of [...title, ...run]) mark(lines[at]);
    }
    run = [];
    seen = new Set();
  };
  lines.forEach((line, at) => {
    if (line.role === "furniture") return;
    const key = entries[at] ?? null;
    // A table of contents names nothing twice.
    const comesBack = key !== null && (last.get(key) ?? -1) > at && !seen.has(key);
    if (line.role === null && (comesBack || endsInLeader(line.text))) {
      run.push(at);
      if (key !== null) seen.add(key);
    } else if (run.length > 0) close();
  });
  close();
}

/** Text may come back too, as in answers that begin alike: it stands below a label, or goes on below the run. */
function standsApart(lines: Line[], run: number[]): boolean {
  const before = lines[(run[0] ?? 0) - 1];
  const after = lines[(run.at(-1) ?? 0) + 1];
  const goesOn = after?.role === null && after.blanks === 0 && /^[\p{Ll}\p{N}]/u.test(after.plain);
  return !before?.label && !goesOn;
}

/**
 * Whether what comes back further down are headings, with text between most of them: a list, the rows of a table or the
 * lines of a question may come back as well, but together. Below a colon stands what a sentence lists.
 */
function isOutline(lines: Line[], run: number[], comesBackAt: (at: number) => number): boolean {
  if (lines[(run[0] ?? 0) - 1]?.plain.endsWith(":")) return false;
  const places = run.map(comesBackAt);
  const parted = places.filter((place, which) => which > 0 && place - (places[which - 1] ?? place) > 1).length;
  return parted * 2 >= places.length - 1;
}

function mark(line: Line | undefined): void {
  if (line) line.role = "contents";
}

/** Whether a line ends in dots and a page number. */
function endsInLeader(text: string): boolean {
  return endsInNumber.test(text.slice(-1)) && /(?<!\.\s?)(?:\.\s?){4,}\s?\d{1,3}$/.test(text.slice(-120));
}

const endsInNumber = /\d/;

function titleAbove(lines: Line[], at: number): number[] {
  const title: number[] = [];
  for (let above = at - 1; above >= at - 2; above--) {
    const line = lines[above];
    if (line?.role !== null || !/^(?:inhoud|inhoudsopgave|blz\.?|inhoudsopgave\s+blz\.?)$/i.test(line.plain)) break;
    title.unshift(above);
  }
  return title;
}

/**
 * What a line names when it is an entry of a table of contents: without marking, leader dots and page number, in small
 * letters. null for sentences, labels and whatever else is none.
 */
function entry({ text, plain }: Line): string | null {
  if (text.length > 250 || endsClause.test(text.slice(-1)) || label.test(plain) || !hasWord.test(plain)) return null;
  const key = (endsInNumber.test(plain.slice(-1)) ? plain.replace(/(?<![\s.·])[\s.·]+\d{1,3}$/, "") : plain)
    .replace(bullet, "")
    .toLowerCase();
  return hasWord.test(key) && !endsClause.test(key.slice(-1)) && !label.test(key) ? key : null;
}

const bullet = /^[-•–*]\s+/;
const endsClause = /[.?!;:]/;
const hasWord = /\p{L}{3}/u;
const label = /^(?:vraag|vragen|antwoord)\s?[\d,en ]*$/i;
