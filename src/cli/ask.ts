import { readFileSync } from "node:fs";
import { parseArgs, styleText } from "node:util";
import { type Answer, answerQuery } from "../answers/answer.ts";
import { readConfig } from "../config.ts";
import { UserError } from "../errors.ts";
import { openLog } from "../ops/log.ts";
import { openParts, type Parts } from "../parts.ts";
import { answerPage, pageFrom } from "../replies/answer-page.ts";
import { answerText } from "../replies/answer-text.ts";
import type { Page } from "../search/passage-index.ts";
import { faultTexts } from "../texts/faults.ts";
import { answerJson, failureJson } from "./json.ts";
import { UsageError, usageOf } from "./usage-error.ts";

export const usage = 'ask -- [--json] [--letters DIR] [--queries FILE] ["query"]';

/** For programs: the ten best hits, not thinned out per letter. */
const jsonPage: Page = { offset: 0, limit: 10, perLetter: null };

/**
 * Answers one query, or a file with one query a line, on standard output.
 *
 * @returns the exit code: 1 when a single query fails; in a file a query that fails does not stop the rest
 * @throws UsageError, UserError
 */
export async function ask(args: string[]): Promise<number> {
  const { json, letters, queries, query } = readArguments(args);
  const parts = await openCollection(letters);
  try {
    await parts.indexed;
    if (queries === null) return (await answerOne(query, json, parts)) ? 0 : 1;
    for (const line of readQueries(queries)) await answerOne(line, json, parts);
    return 0;
  } finally {
    await parts.close();
  }
}

function readArguments(args: string[]) {
  const { values, positionals } = parse(args);
  const query = positionals.join(" ");
  if (values.queries === undefined && query.trim() === "") throw new UsageError("a query is missing");
  if (values.queries !== undefined && query !== "") throw new UsageError("give a query or --queries, not both");
  return { json: values.json, letters: values.letters ?? null, queries: values.queries ?? null, query };
}

function parse(args: string[]) {
  return usageOf(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        letters: { type: "string" },
        queries: { type: "string" },
      },
    }),
  );
}

/** The configured database, or a folder of letters in memory. */
async function openCollection(letters: string | null): Promise<Parts> {
  const log = await openLog({ to: "stderr", level: "warn" });
  if (letters !== null) return openParts({ database: ":memory:", letters }, log);
  return openParts(readConfig(process.env, process.cwd()), log);
}

function readQueries(file: string): string[] {
  const text = readFile(file).replace(/^\uFEFF/, "");
  const lines = text.split(/\r?\n/);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function readFile(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError("queries", `--queries ${file} cannot be read: ${why}`, faultTexts.unreadable(file));
  }
}

/** Prints the answer to one query; false when it failed. */
async function answerOne(query: string, json: boolean, parts: Parts): Promise<boolean> {
  try {
    const answer = await answerQuery(query, json ? jsonPage : pageFrom(0), parts);
    print(json ? JSON.stringify(answerJson(query, answer)) : forTerminal(answer));
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (json) print(JSON.stringify(failureJson(query, error)));
    // As in Slack, like the answers that stand here: the English sentence of a query says nothing of what was typed.
    process.stderr.write(`${error.forUser}\n`);
    return false;
  }
}

function forTerminal(answer: Answer): string {
  const emphasis = process.stdout.isTTY ? (text: string) => styleText("bold", text) : (text: string) => text;
  return `${answerText(answerPage(answer), emphasis)}\n`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
