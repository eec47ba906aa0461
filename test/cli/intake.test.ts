import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "../../src/root.ts";
import { runNode } from "../run-node.ts";
import { jsonLines } from "./json-lines.ts";

const bundled = join(projectRoot, "data/letters");
let folder: string;
let env: Record<string, string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "terugkeer-cli-"));
  env = { DATABASE: join(folder, "terugkeer.sqlite") };
});

afterAll(() => rmSync(folder, { recursive: true }));

const cli = (...args: string[]) => runNode("src/cli.js", args, env);

describe("npm run parse", () => {
  it("prints each letter as one JSON value a line, with what letters.json beside it says", async () => {
    const files = ["000_7df26c8d7eac436b.txt", "003_6b92dd7e8c9cbb95.txt"].map((name) => join(bundled, name));
    const { code, stdout } = await cli("parse", "--json", ...files);
    expect(code).toBe(0);
    const [first, second] = jsonLines(stdout);
    expect(first).toMatchObject({ id: "kst-19637-2356", kind: "brief", date: "2017-12-12", submitted: null });
    expect(first.references.map((reference: { id: string }) => reference.id)).toEqual([
      "kst-19637-2327",
      "kst-19637-2076",
    ]);
    expect(first.passages[0]).toMatchObject({ id: "kst-19637-2356#1", text: expect.any(String) });
    expect(second).toMatchObject({ id: "2019D46752", kind: "antwoord", submitted: "2019-10-02", date: "2019-11-21" });
    expect(second.questions.map(({ numbers }: { numbers: number[] }) => numbers)).toEqual([
      [1],
      [2, 3],
      ...[4, 5, 6, 7, 8, 9, 10].map((number) => [number]),
    ]);
  });

  it("names each file that cannot be read, goes on with the rest, and fails", async () => {
    const empty = join(folder, "leeg.txt");
    writeFileSync(empty, "");
    const good = join(bundled, "001_8c0d2c453858b144.txt");
    const { code, stdout, stderr } = await cli("parse", "--json", empty, good);
    expect(code).toBe(1);
    expect(jsonLines(stdout)).toMatchObject([{ file: empty, error: { code: "empty" } }, { id: "kst-29344-155" }]);
    expect(stderr).toBe("leeg.txt holds no text at all\n");
  });

  it("shows a person the head of a letter", async () => {
    const { stdout } = await cli("parse", join(bundled, "002_6713fa9d5adb0f98.txt"));
    expect(stdout).toContain("date       2014-02-25");
    expect(stdout).toContain("F. Teeven (Staatssecretaris van Veiligheid en Justitie); E.M.J. Ploumen");
  });

  it("refuses a call without a file with exit code 2", async () => {
    expect((await cli("parse", "--json")).code).toBe(2);
  });
});

describe("npm run references", () => {
  it("prints one array of citations in order of appearance", async () => {
    const text =
      "Zie Kamerstukken II 2016/17, 19 637, nr. 2327 en Aanhangsel Handelingen, vergaderjaar 2017-2018, nr. 2162.";
    const { code, stdout } = await runNode("src/cli.js", ["references", "--json"], env, text);
    expect(code).toBe(0);
    expect(jsonLines(stdout)).toEqual([
      [
        { printed: "Kamerstukken II 2016/17, 19 637, nr. 2327", id: "kst-19637-2327", kind: "kamerstuk" },
        {
          printed: "Aanhangsel Handelingen, vergaderjaar 2017-2018, nr. 2162",
          id: "ah-tk-20172018-2162",
          kind: "aanhangsel",
        },
      ],
    ]);
  });

  it("prints an empty array for a text without citations", async () => {
    expect((await runNode("src/cli.js", ["references", "--json"], env, "Ja.")).stdout).toBe("[]\n");
  });
});

describe("npm run ingest", () => {
  it("takes letters in, counts them in its last line, and they can be asked", async () => {
    writeFileSync(join(folder, "kapot.pdf"), "%PDF-1.7");
    copyFileSync(join(bundled, "001_8c0d2c453858b144.txt"), join(folder, "brief.txt"));
    const { code, stdout, stderr } = await cli(
      "ingest",
      "--json",
      join(folder, "kapot.pdf"),
      join(folder, "brief.txt"),
    );
    expect(code).toBe(0);
    expect(jsonLines(stdout).at(-1)).toEqual({ new: 1, unchanged: 0, updated: 0, quarantined: 1 });
    expect(stderr).toMatch(/^quarantined: kapot\.pdf is cut off or damaged/);
    expect(jsonLines((await cli("ingest", "--json", join(folder, "brief.txt"))).stdout).at(-1)).toMatchObject({
      unchanged: 1,
    });
    expect(jsonLines((await cli("ask", "--json", "Mongolië")).stdout)[0]).toMatchObject({ total: 1, letters: 1 });
    expect(readFileSync(String(env.DATABASE)).subarray(0, 15).toString()).toBe("SQLite format 3");
  });

  it("says in one sentence that a path is not there", async () => {
    const { code, stderr } = await cli("ingest", join(folder, "weg"));
    expect([code, stderr]).toEqual([1, expect.stringMatching(/weg cannot be read: ENOENT[^\n]*\n$/)]);
  });
});
