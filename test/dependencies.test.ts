import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../src/root.ts";

interface Package {
  license?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const packageOf = (folder: string) =>
  JSON.parse(readFileSync(join(projectRoot, folder, "package.json"), "utf8")) as Package;

const { dependencies = {}, devDependencies = {} } = packageOf(".");
const section =
  readFileSync(join(projectRoot, "DESIGN.md"), "utf8").split("## Dependencies")[1]?.split("\n## ")[0] ?? "";
const [running = "", building = ""] = section.split("And while building and testing:");

function rows(table: string): { name: string; why: string; licence: string }[] {
  return [...table.matchAll(/^\| `([^`]+)` \| (.+) \| (.+) \|$/gm)].map(([, name = "", why = "", licence = ""]) => ({
    name,
    why,
    licence,
  }));
}

describe("the dependencies", () => {
  it("have a reason in one line each, in DESIGN.md, and no other is listed there", () => {
    expect(rows(running).map(({ name }) => name)).toEqual(Object.keys(dependencies).toSorted());
    expect(rows(building).map(({ name }) => name)).toEqual(Object.keys(devDependencies).toSorted());
  });

  it.each(rows(section))("$name is under the licence that it says", ({ name, licence }) => {
    expect(licence).toBe(packageOf(join("node_modules", name)).license);
  });
});
