import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "acorn";
import { projectRoot } from "../../src/root.ts";

/** A regular expression of ours, with where it stands in the compiled code. */
export interface Pattern {
  source: string;
  flags: string;
  where: string;
}

/** Files that are programs: importing them would start something, and they hold no patterns that are composed. */
const programs = /(?:^|\/)(?:main|cli|worker|build-lexicon)\.js$/;

/**
 * Every regular expression in the compiled code: the literals, by reading it, and those composed of parts, by noting
 * what is constructed while the modules are loaded.
 */
export async function allPatterns(): Promise<Pattern[]> {
  const files = ["src", "commands"].flatMap((folder) => filesIn(join(projectRoot, "dist", folder)));
  const found = files.flatMap((file) => literalsIn(file));
  found.push(...(await composed(files.filter((file) => !programs.test(file)))));
  const bySource = new Map(found.map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern]));
  return [...bySource.values()];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => join(folder, name));
}

function literalsIn(file: string): Pattern[] {
  const where = relative(join(projectRoot, "dist"), file);
  const found: Pattern[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) walk(one);
    if (typeof node !== "object" || node === null) return;
    if ("regex" in node && node.regex !== undefined) {
      const { pattern, flags } = node.regex as { pattern: string; flags: string };
      found.push({ source: pattern, flags, where });
    }
    for (const value of Object.values(node)) if (typeof value === "object") walk(value);
  };
  walk(parse(readFileSync(file, "utf8"), { ecmaVersion: "latest", sourceType: "module" }));
  return found;
}

async function composed(files: readonly string[]): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const own = join(projectRoot, "dist");
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, args, newTarget) {
      const made = Reflect.construct(target, args, newTarget) as RegExp;
      const [, , caller = ""] = (new Error().stack ?? "").split("\n");
      if (caller.includes(own)) {
        const where = caller.slice(caller.indexOf(own) + own.length + 1).replace(/\)$/, "");
        found.push({ source: made.source, flags: made.flags, where });
      }
      return made;
    },
  });
  try {
    for (const file of files) await import(/* @vite-ignore */ pathToFileURL(file).href);
  } finally {
    globalThis.RegExp = Original;
  }
  return found;
}

/** Characters that stand for the classes that patterns are made of. */
const classes = ["a", "A", "é", "1", "9", " ", "\n", "\t", "\u00a0", "-", "–", ".", ",", "(", "<", "'", '"', "_", "字"];

/**
 * Strings that a pattern may choke on when they are repeated: its own characters and words, those of its classes, and
 * their combinations.
 */
export function pumpsFor({ source }: Pattern, random: () => number, combinations: number): string[] {
  const plain = source
    .replaceAll(/\\[pP]\{[^}]*\}|\\[ux][0-9a-fA-F{}]+|\(\?(?:<[^>=!]+>|<?[=!:])|\\[bBdDsSwW]/g, " ")
    .replaceAll(/\{\d+(?:,\d*)?\}/g, " ");
  const characters = [...new Set([...plain.replaceAll(/[\\[\](){}|?*+^$\s]/g, ""), ...escaped(source), ...classes])];
  const words = [...new Set(plain.match(/[\p{L}\d]{2,}/gu) ?? [])].slice(0, 40);
  const parts = [...characters, ...words, ...words.map((word) => `${word} `)];
  const pick = () => parts[Math.floor(random() * parts.length)] ?? "";
  const mixed = Array.from({ length: combinations }, () =>
    Array.from({ length: 2 + Math.floor(random() * 4) }, pick).join(""),
  );
  return [...new Set([...parts, ...mixed])];
}

/** Characters that stand escaped in a pattern. */
function escaped(source: string): string[] {
  return [...source.matchAll(/\\([^\p{L}\d])|\\u([0-9a-fA-F]{4})/gu)].map(([, sign, code]) =>
    sign === undefined ? String.fromCharCode(Number.parseInt(String(code), 16)) : sign,
  );
}
