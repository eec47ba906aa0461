import { parseArgs } from "node:util";
import { UserError } from "../errors.ts";
import { readLetterFile } from "../ingest/read-publication.ts";
import { findPublications } from "../ingest/sources/folder.ts";
import type { ReadLetter } from "../letters/letter.ts";
import { letterJson } from "./json.ts";
import { UsageError, usageOf } from "./usage-error.ts";

export const usage = "parse -- FILE… [--json]";

/**
 * Shows what is read from files: for programs the whole letter, one JSON value a line, for people its head.
 *
 * @returns the exit code: 1 when a file cannot be read; the others are shown all the same
 * @throws UsageError
 */
export async function parse(args: string[]): Promise<number> {
  const { values, positionals } = usageOf(() =>
    parseArgs({ args, allowPositionals: true, options: { json: { type: "boolean", default: false } } }),
  );
  if (positionals.length === 0) throw new UsageError("a file is missing");
  let code = 0;
  const attempt = async (path: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (values.json) print(JSON.stringify({ file: path, error: { code: error.code, message: error.forUser } }));
      process.stderr.write(`${error.message}\n`);
      code = 1;
    }
  };
  const show = (letter: ReadLetter) => print(values.json ? JSON.stringify(letterJson(letter)) : summary(letter));
  for (const path of positionals) {
    await attempt(path, async () => {
      for (const found of findPublications(path)) {
        await attempt(found.paths[0] ?? path, async () => show(await readLetterFile(found)));
      }
    });
  }
  return code;
}

function summary(letter: ReadLetter): string {
  const rows: [string, string][] = [
    ["id", letter.id],
    ["kind", letter.kind],
    ["title", letter.title],
    ["date", letter.date ?? "-"],
    ["submitted", letter.submitted ?? "-"],
    ["senders", letter.senders.map(({ name, office }) => (office === null ? name : `${name} (${office})`)).join("; ")],
    ["questions", String(letter.questions.length)],
    ["references", letter.references.map(({ printed, id }) => `${printed} = ${id ?? "?"}`).join("; ")],
    ["footnotes", String(letter.footnotes.length)],
    ["countries", letter.countries.map(({ name, count }) => `${name} ${count}`).join(", ")],
    ["passages", String(letter.passages.length)],
    ["repairs", letter.repairs.map(({ kind, count }) => `${kind} ${count}`).join(", ")],
  ];
  return `${rows.map(([name, value]) => `${name.padEnd(10)} ${value}`).join("\n")}\n`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
