import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../../src/root.ts";

/** The rows of a table in docs: what, and where it is shown. */
function rows(file: string): string[][] {
  const text = readFileSync(join(projectRoot, "docs", file), "utf8");
  const lines = text.split("\n").filter((line) => line.startsWith("| "));
  return lines.slice(1).map((line) => line.slice(2, -2).split(" | "));
}

/** The files that a cell names; `{a,b}` stands for either. */
function filesNamed(cell: string): string[] {
  return [...cell.matchAll(/test\/[\w/-]*(?:\{[\w,-]+\})?[\w/-]*(?:\.test)?(?:\.ts)?/g)].flatMap(([path]) => {
    const choice = /\{([^}]+)\}/.exec(path);
    return choice === null ? [path] : (choice[1] ?? "").split(",").map((one) => path.replace(choice[0], one));
  });
}

describe("the proofs named in docs", () => {
  it.each(rows("faults.md"))("of faults.md are there: %s", (_fault, _behaviour, proof = "") => {
    const [file = "", sentence = ""] = proof.split(/: (.*)/);
    expect(sentence.length).toBeGreaterThan(10);
    expect(readFileSync(join(projectRoot, file), "utf8")).toContain(sentence);
  });

  it.each(rows("slack-rules.md"))("of slack-rules.md are there: %s", (_rule, proof = "") => {
    const files = filesNamed(proof);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !existsSync(join(projectRoot, file)))).toEqual([]);
  });
});
