import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../../src/root.ts";

const read = (...path: string[]) => readFileSync(join(projectRoot, ...path), "utf8");
const namesIn = (...path: string[]) => readdirSync(join(projectRoot, ...path));

/** The lines of the tree in DESIGN.md, each as the path that it stands for. */
function pathsOfLayout(): string[] {
  const layout = /^## Layout\n\n((?: {4}.*\n|\n)+)/m.exec(read("DESIGN.md"))?.[1] ?? "";
  const above: string[] = [];
  return layout.split("\n").flatMap((line) => {
    const [, space = "", names = ""] = /^ {4}( *)((?:[\w.-]+\/?)(?:, [\w.-]+\/?)*)(?: |$)/.exec(line) ?? [];
    // Deeper lines that go on with a description begin far to the right.
    if (names === "" || space.length > 6) return [];
    above.splice(space.length / 2);
    const paths = names.split(", ").map((name) => join(...above, name));
    if (names.endsWith("/")) above[space.length / 2] = names;
    return paths;
  });
}

describe("the docs", () => {
  it("name only files and folders that are there, in the layout of DESIGN.md", () => {
    const paths = pathsOfLayout();
    expect(paths.length).toBeGreaterThan(40);
    expect(paths.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
  });

  it("name every room of src/ in that layout", () => {
    const named = pathsOfLayout();
    const rooms = readdirSync(join(projectRoot, "src"), { withFileTypes: true }).filter((one) => one.isDirectory());
    expect(rooms.map(({ name }) => join("src", name, "/")).filter((room) => !named.includes(room))).toEqual([]);
  });

  it("tell of every table in data/", () => {
    const told = read("data", "README.md");
    expect(namesIn("data").filter((name) => name !== "README.md" && !told.includes(`\`${name}`))).toEqual([]);
  });

  it("tell an administrator of everything in /health", () => {
    const [, shape = ""] = /export interface Health \{\n([\s\S]*?)\n\}/.exec(read("src", "ops", "monitor.ts")) ?? [];
    const fields = [...shape.matchAll(/^ {2}(\w+):/gm)].map(([, name = ""]) => name);
    expect(fields).toContain("ready");
    const told = read("docs", "beheer.md");
    expect(fields.filter((name) => !new RegExp(`^\\| .*\`${name}[.\`]`, "m").test(told))).toEqual([]);
  });
});
