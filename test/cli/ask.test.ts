import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AnswerJson, FailureJson } from "../../src/cli/json.ts";
import { projectRoot } from "../../src/root.ts";
import { runNode } from "../run-node.ts";

const bundled = join(projectRoot, "data/letters");
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "terugkeer-ask-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

const ask = (...args: string[]) => runNode("src/cli.js", ["ask", ...args], { DATABASE: join(folder, "x.sqlite") });

describe("npm run ask", () => {
  it("prints one JSON value with the ten best passages, not thinned out, and exact totals", async () => {
    const { code, stdout, stderr } = await ask("--json", "Algerije");
    expect([code, stderr]).toEqual([0, ""]);
    const answer = JSON.parse(stdout) as AnswerJson;
    expect(Object.keys(answer)).toEqual(["query", "total", "letters", "hits", "expanded", "corrected"]);
    expect(answer).toMatchObject({ query: "Algerije", letters: 4 });
    expect(answer.hits.length).toBe(Math.min(10, answer.total));
    const hit = answer.hits.find(({ passage }) => passage.text.includes("110 gevallen van terugkeer onder toezicht"));
    expect(hit?.letter).toEqual({
      id: "kst-32317-929",
      file: "004_dfcbf42ef2d25e5b.txt",
      title: expect.stringContaining("JBZ-Raad"),
      date: "2025-01-29",
      kind: "schriftelijk-overleg",
      senders: [{ name: "M.H.M. Faber-van de Klashorst", office: "Minister van Asiel en Migratie" }],
      url: "https://zoek.officielebekendmakingen.nl/kst-32317-929.html",
    });
    expect(hit?.passage.question).toEqual({
      numbers: [],
      askers: [{ name: null, party: "GroenLinks-PvdA" }],
      refersTo: [],
    });
  });

  it("answers a file of queries line by line; one that fails says why and the rest goes on", async () => {
    const queries = join(folder, "queries.txt");
    writeFileSync(queries, "Mongolië\nkleur:rood\ngasprijzen huishoudens\n");
    const { code, stdout } = await ask("--json", "--letters", bundled, "--queries", queries);
    expect(code).toBe(0);
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as AnswerJson | FailureJson);
    expect(lines.map(({ query }) => query)).toEqual(["Mongolië", "kleur:rood", "gasprijzen huishoudens"]);
    expect(lines[0]).toMatchObject({ total: 2, letters: 2 });
    expect(lines[1]).toMatchObject({ error: { code: expect.any(String), message: expect.stringContaining("kleur") } });
    expect(lines[2]).toMatchObject({ total: 0, letters: 0, hits: [] });
  });

  it("prints the answer of Slack in the terminal", async () => {
    const { code, stdout } = await ask("Algerije");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Algerije: \d+ passages in 4 brieven\n/);
    expect(stdout).toContain("110 gevallen van terugkeer onder toezicht");
    expect(stdout).toContain("Kamerstukken II 2024/25, 32 317, nr. 929");
    expect(stdout).toContain("https://zoek.officielebekendmakingen.nl/kst-32317-929.html");
  });

  it("takes a query of several words without quotation marks as one", async () => {
    expect(JSON.parse((await ask("--json", "Gemengde", "Commissie")).stdout)).toMatchObject({
      query: "Gemengde Commissie",
    });
  });

  it.each([
    ["no query", []],
    ["a query and a file", ["--queries", "x", "Algerije"]],
    ["an unknown option", ["--jsn", "Algerije"]],
  ])("refuses %s with exit code 2 and the usage", async (_, args) => {
    const { code, stdout, stderr } = await ask(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("usage: npm run ask");
  });

  it("says in one sentence, with exit code 1, which folder or file cannot be read", async () => {
    const folderless = await ask("--letters", join(folder, "weg"), "Algerije");
    expect(folderless.code).toBe(1);
    expect(folderless.stderr).toMatch(/^\S+weg cannot be read: ENOENT.*\n$/);
    const fileless = await ask("--letters", bundled, "--queries", join(folder, "weg.txt"));
    expect(fileless.code).toBe(1);
    expect(fileless.stderr).toMatch(/^--queries \S+weg.txt cannot be read: ENOENT.*\n$/);
  });

  it("fails a single query that cannot be understood with exit code 1 and a sentence", async () => {
    const { code, stdout, stderr } = await ask("--json", "kleur:rood");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ query: "kleur:rood", error: { message: stderr.trimEnd() } });
  });
});
