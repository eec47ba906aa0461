import { readNumbers } from "./labels.ts";
import type { Question } from "./letter.ts";
import { compareQuestions, type Likeness } from "./likeness.ts";

/** An answer's words that point elsewhere, and the question (by its place in the letter) whose answer they mean. */
export interface Pointing {
  text: string;
  target: number | null;
}

/** Where the questions of a letter are found by what a pointer says of them. */
export interface QuestionPlaces {
  byNumber: Map<number, number>;
  byParty: Map<string, number[]>;
  likeness: Likeness;
}

/** Prepares the look-up for `findPointers`. */
export function placeQuestions(questions: Question[]): QuestionPlaces {
  const places: QuestionPlaces = { byNumber: new Map(), byParty: new Map(), likeness: compareQuestions(questions) };
  for (const [at, { numbers, askers }] of questions.entries()) {
    for (const number of numbers) if (!places.byNumber.has(number)) places.byNumber.set(number, at);
    for (const name of new Set(askers.map(({ party }) => sameParty(party ?? "")))) {
      const theirs = places.byParty.get(name);
      if (theirs) theirs.push(at);
      else places.byParty.set(name, [at]);
    }
  }
  return places;
}

/** What is said when an answer points: "zie", "verwijs ik", "wordt verwezen"; asides ("zoals … gemeld") do not. */
const points =
  /(?<!\p{L})(?:zie(?:\s+(?:ook|hiervoor|verder|daarvoor|tevens|allereerst))*|verwij(?:s|st|zen|zing)|verwezen)(?!\p{L})/iu;
const toAnswer = /(?<!\p{L})(?:antwoord(?:en)?|beantwoording)(?!\p{L})/iu;
/** Numbers of questions in a pointing sentence: "antwoord op vraag 2 en 3", "antwoord 3". */
const numbered =
  /(?:antwoord(?:en)?|beantwoording)(?:\s+(?:op|van|bij|onder))?(?:\s+(?:de|het|mijn|uw))?(?:\s+(?:schriftelijke\s+)?(?:deel)?vra(?:ag|gen))?\s+(\d{1,3}(?:\s*(?:,|en|t\/m|tot en met|-|–)\s*\d{1,3}){0,20})(?![\d/.,]*\d)/giu;
/** The answer meant stands in another paper. */
const elsewhere =
  /(?:Aanhangsel|vergaderjaar|Kamerstuk|\d{4}Z\d|eerdere (?:schriftelijke |Kamer)?vragen|vragen van het lid|(?:Kamer|schriftelijke )vragen (?:van|over)|(?:Kamer)?brief van \d)/i;
const namedParty = /([\p{Lu}][\p{L}\p{N}]*(?:[/ -]\s?[\p{Lu}\p{N}][\p{L}\p{N}]*){0,3})\s?-?\s?fractie/gu;

/** The sentences of an answer that point to another answer, each with the question meant; null where that is unsure. */
export function findPointers(questions: Question[], at: number, places: QuestionPlaces): Pointing[] {
  const own = questions[at];
  if (!own?.answer || !points.test(own.answer)) return [];
  return sentences(own.answer).flatMap((sentence) => {
    if (!points.test(sentence) || !toAnswer.test(sentence)) return [];
    const targets = elsewhere.test(sentence) ? [null] : targetsOf(sentence, at, places);
    return targets.map((target) => ({ text: sentence, target }));
  });
}

/** The questions that a pointing sentence means, `[null]` when that cannot be told. */
function targetsOf(sentence: string, at: number, places: QuestionPlaces): (number | null)[] {
  const numbers = [...sentence.matchAll(numbered)].flatMap((match) => readNumbers(match[1] ?? ""));
  if (numbers.length > 0) {
    const meant = numbers.map((number) => places.byNumber.get(number) ?? -1);
    const targets = [...new Set(meant)].filter((target) => target !== at);
    return targets.length > 0 ? targets.map((target) => (target < 0 ? null : target)) : [null];
  }
  const parties = [...sentence.matchAll(namedParty)].map((match) => sameParty(match[1] ?? ""));
  if (parties.length === 0) return [null];
  return [...new Set(parties)].map((name) => {
    const all = places.byParty.get(name) ?? [];
    const theirs = all.filter((place) => liesThere(place, at, sentence));
    // The only question that a party asked is "de vraag van" that party.
    if (all.length === 1 && theirs.length === 1 && singular.test(sentence)) return theirs[0] ?? null;
    return places.likeness.likeliest(at, sentence, theirs);
  });
}

/** Whether a question can be meant from question `at`: another one, on the side that "hierboven" or "hieronder" says. */
function liesThere(place: number, at: number, sentence: string): boolean {
  if (above.test(sentence)) return place < at;
  return below.test(sentence) ? place > at : place !== at;
}

const singular = /(?<!\p{L})(?:de|deze|die|een|dezelfde)\s(?:\p{L}+\s)?vraag\s/iu;
const above = /(?<!\p{L})(?:hierboven|bovenstaande?|hiervoor gegeven)(?!\p{L})/iu;
const below = /(?<!\p{L})(?:hieronder|onderstaande?|verderop)(?!\p{L})/iu;

/** One spelling for a party: `GroenLinks/PvdA` and `GroenLinks-PvdA-` are one. */
function sameParty(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Splits a text into its sentences; an abbreviation before a small letter or a figure does not end one. */
function sentences(text: string): string[] {
  return text
    .split(/(?<=[.?!]["”’»)]?)(?<!(?<!\p{L})(?:nr|nrs|art|jl|mr|dr|drs|dhr|mw|bijv|resp|ca|lid)\.)\s+(?=[\p{Lu}«“"‘])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

/** Whether an answer says nothing but where the answer stands. */
export function onlyPoints(question: Question): boolean {
  if (!question.answer || question.refersTo.length === 0) return false;
  let rest = question.answer;
  for (const { text } of question.refersTo) rest = rest.replace(text, "");
  return !/\p{L}/u.test(rest);
}
