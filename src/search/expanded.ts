import { type Analyser, asPart } from "./analyse.ts";
import type { Plan, TermGroup } from "./plan.ts";
import type { OpenSegment } from "./segment-search.ts";
import { comparableWords } from "./words.ts";

/**
 * The words that were searched beyond those typed, as a reader would write them.
 */

/** So many are shown at most; a longer list is read by nobody. */
const mostShown = 8;

/** Of a longer query the compounds would say nothing any more. */
const mostExplained = 6;

/**
 * Other names of what was asked for first, then compounds that hold a word asked for, then of what is not there itself
 * the parts and the words near to it; only what the letters hold.
 */
export function expandedWords(plan: Plan, open: OpenSegment[], analyser: Analyser): string[] {
  const typed = new Set(plan.groups.flatMap((group) => group.typed));
  const shown = new Map<string, string>();
  const add = (key: string, form: string) => {
    if (!shown.has(key) && !typed.has(key)) shown.set(key, form);
  };
  // Of a phrase, and of a word meant literally, nothing but the words themselves is searched.
  const widened = plan.groups.filter(({ importance, exactWord }) => importance > 0 && exactWord === null);
  for (const { terms, typed: own } of widened) {
    for (const form of analyser.concepts.byTerm.get(terms[0]?.term ?? "")?.forms ?? []) {
      const words = comparableWords(form);
      if (words.join(" ") !== own.join(" ") && standsSomewhere(words, open)) add(words.join(" "), form);
    }
  }
  if (plan.groups.length > mostExplained) return [...shown.values()].slice(0, mostShown);
  const compounds = widened.flatMap(({ terms: [word, ...rest] }) => {
    const asked = rest.find(({ term }) => term === asPart(word?.term ?? ""));
    return asked === undefined ? [] : wordsWithTerm(asked.term, open);
  });
  for (const { folded, printed } of compounds.sort(mostFirst)) add(folded, printed);
  const unknown = widened.filter(({ terms: [word] }) => wordsWithTerm(word?.term ?? "", open).length === 0);
  for (const term of unknown.flatMap(soughtInstead)) {
    const concept = analyser.concepts.byTerm.get(term);
    const name = concept?.forms.find((form) => standsSomewhere(comparableWords(form), open));
    const [best] = wordsWithTerm(term, open).sort(mostFirst);
    if (name !== undefined) add(comparableWords(name).join(" "), name);
    else if (best !== undefined) add(best.folded, best.printed);
  }
  return [...shown.values()].slice(0, mostShown);
}

/** The parts of a compound that was asked for, and the words near to one. */
function soughtInstead({ terms: [word, ...rest] }: TermGroup): string[] {
  return rest.map(({ term }) => term).filter((term) => term !== asPart(word?.term ?? "") && /^[^~^]/.test(term));
}

function mostFirst(a: FoundWord, b: FoundWord): number {
  return b.passages - a.passages;
}

function standsSomewhere(words: string[], open: OpenSegment[]): boolean {
  return open.some(({ segment }) => words.every((word) => segment.words.folded.rowOf(word) >= 0));
}

interface FoundWord {
  folded: string;
  printed: string;
  passages: number;
}

/** The words of the letters that have this term; each once. */
function wordsWithTerm(term: string, open: OpenSegment[]): FoundWord[] {
  const found = new Map<string, FoundWord>();
  for (const { segment } of open) {
    const { words, terms } = segment;
    const row = terms.names.rowOf(term);
    if (row < 0) continue;
    for (const word of terms.words.subarray(terms.wordStart[row], terms.wordStart[row + 1])) {
      const folded = words.folded.at(word);
      const printed = words.printed.at(word).toLowerCase() || folded;
      const known = found.get(folded) ?? { folded, printed, passages: 0 };
      known.passages += words.passages[word] ?? 0;
      found.set(folded, known);
    }
  }
  return [...found.values()];
}
