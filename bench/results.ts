/**
 * The figures of a bench as a table, and the file that keeps the last table of every size.
 */

export interface Figure {
  name: string;
  value: number | null;
  /** The same of FTS5, where it is measured. */
  fts5: number | null;
}

/** What a subject came to. */
export interface Measured {
  /** For programs: what `--json` prints. */
  figures: object;
  /** For people, in Markdown. */
  table: string;
  /** The heading under which the table is kept in RESULTS.md; null when it is not. */
  section: string | null;
}

/** Says what is being done. */
export function progress(text: string): void {
  process.stderr.write(`${text} …\n`);
}

/** A table in Markdown: every figure with FTS5's beside it, and ours as a share of it. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, fts5 }) => {
    const ratio = value === null || fts5 === null || fts5 === 0 ? "" : (value / fts5).toFixed(2);
    return `| ${name} | ${shown(value)} | ${fts5 === null ? "" : shown(fts5)} | ${ratio} |`;
  });
  return ["| figure | ours | FTS5 | ratio |", "|---|---:|---:|---:|", ...rows].join("\n");
}

/** A figure with as many digits as tell something. */
export function shown(value: number | null): string {
  if (value === null) return "unknown";
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

/** The file with the section of this heading replaced, or added when it has none. `body` without heading. */
export function withSection(file: string, heading: string, body: string): string {
  const sections = file.split(/^(?=## )/m);
  const section = `## ${heading}\n\n${body.trim()}\n`;
  const at = sections.findIndex((text) => text.startsWith(`## ${heading}\n`));
  if (at < 0) sections.push(section);
  else sections[at] = section;
  return `${sections.map((text) => text.trim()).join("\n\n")}\n`;
}
