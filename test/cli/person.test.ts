import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Place } from "../../src/digest/place.ts";
import { openStore } from "../../src/store/store.ts";
import { runNode } from "../run-node.ts";

let folder: string;
let env: Record<string, string>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "terugkeer-person-"));
  env = { DATABASE: join(folder, "terugkeer.sqlite") };
  const store = openStore(String(env.DATABASE));
  const frequency = { every: "arrival" } as const;
  const wish = { team: "T0001", place: "U0001" as Place, maker: "U0001", query: "Marokko", frequency };
  store.subscriptions.add(wish, 0, new Date("2026-01-05T08:00:00Z"));
  store.close();
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("npm run person", () => {
  it("shows what is kept about a person, in words and as JSON, and forgets it", async () => {
    const words = await runNode("src/cli.js", ["person", "U0001"], env);
    expect(words).toMatchObject({ code: 0, stdout: expect.stringContaining("subscriptions: 1\n  id 1, place U0001") });
    const json = await runNode("src/cli.js", ["person", "U0001", "--json"], env);
    expect(JSON.parse(json.stdout)).toMatchObject({ subscriptions: [{ query: "Marokko", place: "U0001" }] });
    const gone = await runNode("src/cli.js", ["person", "U0001", "--delete"], env);
    expect(gone.stdout).toMatch(/^forgotten:\nsubscriptions: 1/);
    expect((await runNode("src/cli.js", ["person", "U0001"], env)).stdout).toBe("nothing is kept about this person\n");
  });

  it.each([[[]], [["jansen"]], [["U0001", "--remove"]]])("says how it is used: %j", async (args) => {
    const { code, stderr } = await runNode("src/cli.js", ["person", ...args], env);
    expect(code).toBe(2);
    expect(stderr).toContain("usage: npm run person -- ID… [--json] [--delete]");
  });
});
