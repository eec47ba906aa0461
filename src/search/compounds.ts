import { baseForms, separablePrefixes } from "./inflection.ts";
import type { Lexicon } from "./lexicon.ts";

/**
 * Taking compounds apart: `terugkeersamenwerking` is also `terugkeer` and `samenwerking`. The word list says which
 * words may stand in a compound; the letters' own words (`pushback`, `hub`) are believed beside a listed one.
 */

const shortestPart = 3;
const shortestOwn = 3;
/** A word that the list knows as a whole has mostly a meaning of its own (`maatregel`); only long parts say more. */
const shortestInKnownWord = { begin: 4, head: 5 };

/** What counts as a word of its own beside the word list. */
export type OwnWords = (word: string) => boolean;

/** The parts of a folded word, in order, and the parts of these; empty when it is no compound. */
export function partsOf(word: string, lexicon: Lexicon | null, own: OwnWords): string[] {
  return (splitOnce(word, lexicon, own) ?? []).flatMap((part) => [part, ...(splitOnce(part, lexicon, own) ?? [])]);
}

/** The split in two whose shorter part is longest: `luchtvaart-verdrag` rather than `lucht-vaartverdrag`. */
function splitOnce(word: string, lexicon: Lexicon | null, own: OwnWords): [string, string] | null {
  if (!/^[a-z]{7,40}$/.test(word) || lexicon?.isInfinitive(word)) return null;
  const known = lexicon?.has(word) ?? false;
  const least = known ? shortestInKnownWord : { begin: shortestPart, head: shortestPart };
  let best: [string, string] | null = null;
  let bestScore = -1;
  for (let at = least.begin; at <= word.length - least.head; at++) {
    const head = word.slice(at);
    const listed = canEnd(head, lexicon);
    if (!listed && (known || !isOwn(head, own))) continue;
    const begin = beginOf(word.slice(0, at), lexicon, own, listed);
    if (begin === null) continue;
    const score = Math.min(begin.length, head.length) + (listed ? 1 : 0);
    if (score > bestScore) {
      best = [begin, head];
      bestScore = score;
    }
  }
  return best;
}

function canEnd(word: string, lexicon: Lexicon | null): boolean {
  return (
    lexicon !== null && baseForms(word).some((form) => form.length >= shortestPart && lexicon.canEndCompound(form))
  );
}

/** The first part without its linking letters; null when it cannot begin a compound. */
function beginOf(word: string, lexicon: Lexicon | null, own: OwnWords, headIsListed: boolean): string | null {
  if (separablePrefixes.includes(word) && word !== "terug") return null;
  const links = ["s", "en", "e"].filter((link) => word.endsWith(link));
  const forms = [word, ...links.map((link) => word.slice(0, -link.length))].filter(
    (form) => form.length >= shortestPart,
  );
  const listed = forms.find((form) => lexicon?.canBeginCompound(form));
  if (listed !== undefined) return listed;
  if (!headIsListed && lexicon !== null) return null;
  return forms.find((form) => isOwn(form, own)) ?? null;
}

function isOwn(word: string, own: OwnWords): boolean {
  return word.length >= shortestOwn && own(word);
}
