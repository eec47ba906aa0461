import askingWords from "../../data/asking-words-nl.json" with { type: "json" };
import type { Question } from "./letter.ts";

/** How much likeness a question must have, and how far it must lead, to be taken for the one that is meant. */
const enough = 0.6;
const lead = 1.35;

/** More questions than any paper has; beyond that, likeness is not told. */
export const most = 500;

/** Compares the questions of one letter by their words. */
export interface Likeness {
  /**
   * Which of `candidates`, of those that can be meant, is the question that the answer to question `at` means by "een gelijklopende vraag", judged
   * by the words of the question it answers and of the pointing sentence. Returns null unless one is clearly the
   * best: a wrong target is worse than none.
   */
  likeliest: (
    at: number,
    sentence: string,
    candidates: number[],
    canBeMeant: (place: number) => boolean,
  ) => number | null;
}

type Compared = Pick<Question, "question" | "answer" | "askers">;

/** Compares these questions, all of one letter, when first asked: most letters have no pointer that needs it. */
export function compareQuestions(questions: Compared[]): Likeness {
  let prepared: ReturnType<typeof prepare> | null = null;
  return {
    likeliest: (at, sentence, candidates, canBeMeant) => {
      if (questions.length > most) return null;
      const possible = candidates.filter(canBeMeant);
      if (possible.length === 0) return null;
      prepared ??= prepare(questions);
      return prepared(at, sentence, possible);
    },
  };
}

/**
 * Prepares the comparison of these questions, all of one letter. Rare and long words weigh more, as do words that the
 * asker repeats and words that a candidate has in its question as well as in its answer: those say what it is about.
 */
function prepare(questions: Compared[]): (at: number, sentence: string, candidates: number[]) => number | null {
  const parties = new Set(questions.flatMap(({ askers }) => askers.flatMap(({ party }) => words(party ?? ""))));
  const asked = questions.map((one) => countStems(one.question, parties));
  const answered = questions.map((one) => countStems(one.answer ?? "", parties));
  const spread = new Map<string, number>();
  for (const [at, stems] of asked.entries())
    for (const stem of new Set([...stems.keys(), ...(answered[at]?.keys() ?? [])]))
      spread.set(stem, (spread.get(stem) ?? 0) + 1);
  const weigh = (stem: string, length: number) =>
    Math.max(0, Math.log((questions.length + 1) / ((spread.get(stem) ?? 0) + 0.5))) * Math.min(1.5, length / 8);
  const mass = asked.map((stems, at) => {
    let sum = 0;
    for (const [stem, { length }] of stems) sum += weigh(stem, length);
    for (const [stem, { length }] of answered[at] ?? []) sum += weigh(stem, length) / 4;
    return Math.sqrt(sum);
  });

  return (at, sentence, candidates) => {
    const own = questions[at];
    if (!own) return null;
    const stems = countStems(`${own.question} ${sentence}`, parties);
    const ranked = candidates
      .map((place) => {
        let score = 0;
        for (const [stem, { count, length }] of stems) {
          const inQuestion = asked[place]?.has(stem) ?? false;
          const inAnswer = answered[place]?.has(stem) ?? false;
          const where = inQuestion ? (inAnswer ? 1.5 : 1) : inAnswer ? 0.5 : 0;
          score += where * weigh(stem, length) * (1 + Math.log(count));
        }
        return { place, score: score / Math.max(1, mass[place] ?? 1) };
      })
      .sort((a, b) => b.score - a.score);
    const [best, second] = ranked;
    if (!best || best.score < enough || best.score < (second?.score ?? 0) * lead) return null;
    return best.place;
  };
}

/** The words of a text cut to what inflection leaves alone, with how often they come and how long they are. */
function countStems(text: string, parties: Set<string>): Map<string, { count: number; length: number }> {
  const stems = new Map<string, { count: number; length: number }>();
  for (const word of words(text)) {
    if (parties.has(word) || empty.has(word)) continue;
    const stem = word.slice(0, word.length > 9 ? word.length - 4 : 6);
    const known = stems.get(stem);
    if (known) known.count++;
    else stems.set(stem, { count: 1, length: word.length });
  }
  return stems;
}

function words(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}

/** Words that say nothing about the subject; why is in the file. */
const empty = new Set(askingWords.groups.flatMap((group) => group.words));
