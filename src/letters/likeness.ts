import type { Question } from "./letter.ts";

/** How much likeness a question must have, and how far it must lead, to be taken for the one that is meant. */
const enough = 0.12;
const lead = 1.4;

/** More questions than any paper has; beyond that, likeness is not told. */
const most = 500;

/** Compares the questions of one letter by their words. */
export interface Likeness {
  /**
   * Which of `candidates` is the question that the answer to question `at` means by "een gelijklopende vraag", judged
   * by the words of the question it answers and of the pointing sentence. Rare words weigh more. Returns null unless
   * one is clearly the best: a wrong target is worse than none.
   */
  likeliest: (at: number, sentence: string, candidates: number[]) => number | null;
}

/** Prepares the comparison of these questions, all of one letter. */
export function compareQuestions(questions: Pick<Question, "question" | "answer">[]): Likeness {
  const asked = questions.map((one) => stemsOf(one.question));
  const answered = questions.map((one) => stemsOf(one.answer ?? ""));
  const spread = new Map<string, number>();
  for (const [at, stems] of asked.entries())
    for (const stem of new Set([...stems, ...(answered[at] ?? [])])) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  const weigh = (stem: string) => Math.max(0, Math.log((questions.length + 1) / ((spread.get(stem) ?? 0) + 0.5))) ** 2;
  const likeliest = (at: number, sentence: string, candidates: number[]) => {
    const stems = new Set([...(asked[at] ?? []), ...stemsOf(sentence)]);
    const weights = [...stems].map((stem) => ({ stem, weight: weigh(stem) }));
    const full = weights.reduce((sum, { weight }) => sum + weight, 0);
    if (full === 0 || questions.length > most) return null;
    const ranked = candidates
      .map((place) => {
        let score = 0;
        for (const { stem, weight } of weights)
          if (asked[place]?.has(stem)) score += weight;
          else if (answered[place]?.has(stem)) score += weight / 2;
        return { place, score: score / full };
      })
      .sort((a, b) => b.score - a.score);
    const [best, second] = ranked;
    if (!best || best.score < enough || best.score < (second?.score ?? 0) * lead) return null;
    return best.place;
  };
  return { likeliest };
}

/** The words of a text cut to what inflection leaves alone; words that every question has are left out. */
function stemsOf(text: string): Set<string> {
  const stems = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]{4,}/gu)) {
    if (empty.has(word)) continue;
    stems.add(word.length > 7 ? word.slice(0, Math.max(6, word.length - 4)) : word.slice(0, 6));
  }
  return stems;
}

const empty = new Set(
  (
    "aangeven alle alleen andere antwoord antwoorden bent daar daarbij deze door eens enkele fractie fracties gaat geen " +
    "gelijklopende gelijkaardige gelijksoortige gelijkluidende hebben heeft hier hierbij hoe hoeveel kabinet kunnen kunt leden maar " +
    "meer minister moet moeten naar niet nog onder ook over reeds staatssecretaris tegen tevens toelichten tussen vraag " +
    "vragen vraagt verwezen verwijs verwijst voor waar waarom wanneer ware welke wordt worden zich zijn zoals zullen " +
    "lezen stellen zien gaan komen kamer nederland nederlandse"
  ).split(" "),
);
