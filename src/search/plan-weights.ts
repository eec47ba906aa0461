import { asAbove, asPart } from "./analyse.ts";
import type { PlannedTerm, TermGroup } from "./plan.ts";
import type { SoughtWord } from "./plan-words.ts";
import { passagesSaying, type Vocabulary } from "./vocabulary.ts";

/** What a word of a query is worth: by which terms it is found, and what each of them counts for. */

/**
 * What a match is worth when it is not the word itself. In order: the word as part of a compound in the text, the word
 * above the passage, the name of who signed or asked, all parts of a compound in the query together; last, a word by which people only ask. Of the parts
 * the last, which says what the compound is, gets the larger share; a part that only stands in another compound gets
 * less (`hartoperatie`, where the letters have `terugkeeroperatie`), and so do the parts of a word that is in the word
 * list, as it has a meaning of its own (`wachtwoord`), when the letters do not have it.
 */
const worth = {
  inCompound: { credit: 0.75, weight: 0.4 },
  above: { credit: 0.5, weight: 0.3 },
  name: { credit: 1, least: 3 },
  parts: { credit: 0.6, weight: 0.2 },
  headShare: 0.6,
  partInCompound: 0.6,
  partOfListed: 0.5,
  near: { credit: 0.6, weight: 0.5 },
  weak: { credit: 0.25, weight: 0.7 },
};

/** A word with all that stands for it, and what each is worth. */
export function weigh(word: SoughtWord, vocabulary: Vocabulary): TermGroup {
  const { typed, term, weak, country } = word;
  const having = vocabulary.passagesWithTerm(term);
  const named = word.name === null ? 0 : vocabulary.passagesWithTerm(word.name);
  const tells = inverseFrequency(vocabulary.passages, Math.max(having, named));
  const terms: PlannedTerm[] = [
    { term, credit: 1, weight: 1 },
    { term: asAbove(term), ...worth.above },
  ];
  // Who asks how many people does not ask for human rights.
  if (!weak) terms.push({ term: asPart(term), ...worth.inCompound });
  if (word.name !== null && named > 0) {
    terms.push({ term: word.name, credit: worth.name.credit, weight: Math.max(1, worth.name.least / tells) });
  }
  terms.push(...termsOfParts(word, having === 0, vocabulary), ...termsNear(word, vocabulary));
  return {
    typed,
    terms,
    weight: weak ? tells * worth.weak.weight : tells,
    importance: having > 0 ? tells * (weak ? worth.weak.credit : 1) : importanceOfUnused(word, tells, vocabulary),
    country,
    weak,
    exactWord: null,
  };
}

/** The word itself and nothing that stands for it. */
export function weighLiterally(word: SoughtWord, vocabulary: Vocabulary): TermGroup {
  const { terms, ...rest } = weigh(word, vocabulary);
  return { ...rest, terms: terms.slice(0, 1), exactWord: word.typed[0] ?? null };
}

/** @param unused the letters do not have the word as a whole */
function termsOfParts(word: SoughtWord, unused: boolean, vocabulary: Vocabulary): PlannedTerm[] {
  const ownMeaning = word.listed && unused;
  return partsSought(word, vocabulary).flatMap(({ term, share }) => {
    const credit = worth.parts.credit * share * (ownMeaning ? worth.partOfListed : 1);
    const { weight } = worth.parts;
    const inCompound = credit * worth.partInCompound;
    return [
      { term, credit, weight },
      { term: asPart(term), toldBy: term, credit: inCompound, weight },
    ];
  });
}

/** Of a word that the letters do not have, not even in a compound: what is near to it. */
function termsNear(word: SoughtWord, vocabulary: Vocabulary): PlannedTerm[] {
  return nearSought(word, vocabulary).map((term) => ({ term, ...worth.near }));
}

function nearSought({ term, near }: SoughtWord, vocabulary: Vocabulary): readonly string[] {
  return passagesSaying(term, vocabulary) > 0 ? [] : near;
}

/**
 * A word by which people ask that the letters do not use cannot be asked of them, and a compound that they do not
 * have asks for no more than the part of it that tells most.
 */
function importanceOfUnused(word: SoughtWord, tells: number, vocabulary: Vocabulary): number {
  if (word.weak) return 0;
  const instead = [...partsSought(word, vocabulary).map(({ term }) => term), ...nearSought(word, vocabulary)];
  const tellingOf = (term: string) => inverseFrequency(vocabulary.passages, passagesSaying(term, vocabulary));
  return instead.length === 0 ? tells : Math.min(tells, Math.max(...instead.map(tellingOf)));
}

/** The parts of a compound, and in place of one that the letters do not have its own parts; with their shares in it. */
function partsSought({ halves }: SoughtWord, vocabulary: Vocabulary): { term: string; share: number }[] {
  return halves.flatMap(({ term, parts }, index) => {
    const share = partShare(index, halves.length);
    if (parts.length === 0 || passagesSaying(term, vocabulary) > 0) return [{ term, share }];
    return parts.map((part, at) => ({ term: part, share: share * partShare(at, parts.length) }));
  });
}

/** The head of a compound has the larger share of the credit, the others divide the rest. */
function partShare(index: number, parts: number): number {
  if (parts === 1) return 1;
  return index === parts - 1 ? worth.headShare : (1 - worth.headShare) / (parts - 1);
}

/** BM25's weight of a term: what it tells to know that a passage has it. */
function inverseFrequency(passages: number, having: number): number {
  return Math.log(1 + (passages - having + 0.5) / (having + 0.5));
}

/** So many words find the passages; more would cost time and find nothing else. */
const mostToFindBy = 14;

/** The words that tell most, in the order typed. */
export function heaviest(groups: TermGroup[]): TermGroup[] {
  if (groups.length <= mostToFindBy) return groups;
  const least = groups.map(({ weight }) => weight).sort((a, b) => b - a)[mostToFindBy - 1] ?? 0;
  return groups.filter(({ weight }) => weight >= least);
}
