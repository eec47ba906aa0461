import { readNumbers } from "./labels.ts";
import type { Question } from "./letter.ts";
import { compareQuestions, type Likeness, most } from "./likeness.ts";
import {
  about,
  annexOf,
  byOrdinal,
  counted,
  elsewhere,
  following,
  fractieOf,
  namedParty,
  numbered,
  ofOthers,
  points,
  previous,
  toAnswer,
} from "./pointer-words.ts";

/** An answer's words that point elsewhere, and the question (by its place in the letter) whose answer they mean. */
export interface Pointing {
  text: string;
  target: number | null;
}

/** Where the questions of a letter are found by what a pointer says of them. */
export interface QuestionPlaces {
  /** The same number stands more than once where several sets of questions are answered in one paper. */
  byNumber: Map<number, number[]>;
  /** Whether all have a number, and none stands more than once: then it says enough, whoever asked. */
  isOneNumbering: boolean;
  byParty: Map<string, number[]>;
  likeness: Likeness;
  /** What each question asks, in small letters, from when it is first looked for. */
  asked: string[] | null;
}

/** Prepares the look-up for `findPointers`. */
export function placeQuestions(questions: Question[]): QuestionPlaces {
  const places: QuestionPlaces = {
    byNumber: new Map(),
    isOneNumbering: true,
    byParty: new Map(),
    likeness: compareQuestions(questions),
    asked: null,
  };
  for (const [at, { numbers, askers }] of questions.entries()) {
    for (const number of numbers) add(places.byNumber, number, at);
    for (const name of new Set(askers.map(({ party }) => sameParty(party ?? "")))) add(places.byParty, name, at);
  }
  places.isOneNumbering =
    questions.every(({ numbers }) => numbers.length > 0) &&
    [...places.byNumber.values()].every((same) => same.length === 1);
  return places;
}

function add<Key>(places: Map<Key, number[]>, key: Key, at: number): void {
  const known = places.get(key);
  if (known) known.push(at);
  else places.set(key, [at]);
}

/** Whether an answer may point to another; most do not. */
export function isPointing({ answer }: Pick<Question, "answer">): boolean {
  return answer !== null && points.test(answer);
}

/** The sentences of an answer that point to another answer, each with the question meant; null where that is unsure. */
export function findPointers(questions: Question[], at: number, places: QuestionPlaces): Pointing[] {
  const own = questions[at];
  if (!own?.answer || !isPointing(own)) return [];
  return sentences(own.answer).flatMap((sentence) => {
    const said = sentence
      .replace(annexOf, "")
      .replace(numberInWords, (_, before: string, word: string) => `${before}${numberOf(word)}`);
    if (!points.test(said) || !toAnswer.test(said)) return [];
    const here = partHere(said);
    const targets = here === null ? [null] : targetsOf(here, at, questions, places);
    return targets.map((target) => ({ text: sentence, target }));
  });
}

/** Between the things that a sentence points to: "… en naar mijn brief van …", "…, alsmede de brief van …". */
const nextMeant =
  /,?\s(?:en|alsook|alsmede|evenals)\s(?=(?:ook\s)?(?:naar\s|op\s)?(?:(?:de|het|mijn|onze)\s|Kamer(?:stuk|brief|vragen)|Aanhangsel))|,\s(?=zie\s(?:ook|verder|tevens)\s)/iu;
const numberOfQuestion = /(?:vra(?:ag|gen)|antwoord(?:en)?)\s+\d/iu;

/**
 * What a sentence says of answers in this paper, where it points to another paper too; null when it only points there, or
 * when the numbers may be those of questions there: "het antwoord op vraag 2 en het antwoord op vraag 3 van het lid A".
 */
function partHere(sentence: string): string | null {
  if (!elsewhere.test(sentence)) return sentence;
  const parts = sentence.split(nextMeant);
  const strange = parts.filter((part) => elsewhere.test(part));
  if (strange.some((part) => numberOfQuestion.test(part))) return null;
  const here = parts.filter((part) => !strange.includes(part) && numberOfQuestion.test(part));
  return here.length > 0 ? here.join(" en ") : null;
}

/** The questions that a pointing sentence means, `[null]` when that cannot be told. */
function targetsOf(sentence: string, at: number, questions: Question[], places: QuestionPlaces): (number | null)[] {
  const parties = partiesNamedIn(sentence);
  const lists = [...sentence.matchAll(numbered)];
  if (lists.length > 0) {
    const mayMean = parties.length > 0 ? parties : places.isOneNumbering ? [] : partiesOf(questions[at]);
    const targets = lists.flatMap((match) => {
      const behind = sentence.slice(match.index + match[0].length);
      const strange = parties.length === 0 && ofOthers.test(behind);
      const list = match[1] ?? "";
      const meant = readNumbers(counted.test(behind) ? list.replace(/(?<=\d)\D+\d+$/, "") : list);
      return meant.map((number) => (strange ? null : withNumber(number, mayMean, questions, places)));
    });
    const others = [...new Set(targets)].filter((target) => target !== at);
    return others.length > 0 ? others : [null];
  }
  const ordinal = byOrdinal.exec(sentence)?.[1]?.toLowerCase();
  if (parties.length === 0) {
    if (previous.test(sentence)) return [questionBefore(at, questions, places)];
    if (following.test(sentence)) return [questionAfter(at, questions, places)];
    return [ordinal === undefined ? null : nth(ordinal, questions, at, places)];
  }
  const liesThere = sideOf(sentence, at);
  const subject = about.exec(sentence)?.[1];
  return parties.map((name) => {
    const theirs = places.byParty.get(name) ?? [];
    if (ordinal !== undefined) {
      const one = ordinal === "laatste" ? theirs.at(-1) : theirs[ordinals.indexOf(ordinal)];
      return one === undefined || one === at ? null : one;
    }
    const all = subject === undefined ? theirs : aboutSubject(theirs, subject, questions, places);
    const [first] = all;
    // The only question that a party asked is "de vraag van" that party.
    if (first !== undefined && all.length === 1 && liesThere(first) && singular.test(sentence)) return first;
    return places.likeness.likeliest(at, sentence, all, liesThere);
  });
}

function partiesNamedIn(sentence: string): string[] {
  if (!sentence.includes("fractie")) return [];
  const named = [...sentence.matchAll(namedParty), ...sentence.matchAll(fractieOf)];
  return [...new Set(named.map((match) => sameParty(match[1] ?? "")))];
}

function partiesOf(question: Question | undefined): string[] {
  return (question?.askers ?? []).map(({ party }) => sameParty(party ?? ""));
}

/** The question with a number; of several, the only one that one of these parties asked. */
function withNumber(number: number, parties: string[], questions: Question[], places: QuestionPlaces): number | null {
  const all = places.byNumber.get(number) ?? [];
  const isTheirs = (place: number) => partiesOf(questions[place]).some((party) => parties.includes(party));
  // Where one number stands very often, and nobody is named, no asker is looked at.
  const theirs = parties.length === 0 ? [] : all.filter(isTheirs);
  const [only = null] = all.length === 1 && theirs.length === 0 && parties.length === 0 ? all : theirs;
  return theirs.length > 1 ? null : only;
}

/** The question before question `at`, by its number where it has one. */
function questionBefore(at: number, questions: Question[], places: QuestionPlaces): number | null {
  const own = questions[at];
  if (!own) return null;
  if (own.numbers.length > 0) return withNumber(Math.min(...own.numbers) - 1, partiesOf(own), questions, places);
  const before = questions[at - 1];
  return before && partiesOf(before).join() === partiesOf(own).join() ? at - 1 : null;
}

/** The question after question `at`, by its number where it has one. */
function questionAfter(at: number, questions: Question[], places: QuestionPlaces): number | null {
  const own = questions[at];
  if (!own) return null;
  if (own.numbers.length > 0) return withNumber(Math.max(...own.numbers) + 1, partiesOf(own), questions, places);
  const after = questions[at + 1];
  return after && partiesOf(after).join() === partiesOf(own).join() ? at + 1 : null;
}

const ordinals = ["eerste", "tweede", "derde", "vierde", "vijfde", "zesde"];

/** The question that an ordinal means, where all have one numbering. */
function nth(ordinal: string, questions: Question[], at: number, places: QuestionPlaces): number | null {
  if (!places.isOneNumbering) return null;
  const number = ordinal === "laatste" ? Math.max(...places.byNumber.keys()) : ordinals.indexOf(ordinal) + 1;
  const found = withNumber(number, [], questions, places);
  return found === at ? null : found;
}

/** Those of these questions that have a word of what the one that is meant is said to be about. */
function aboutSubject(candidates: number[], subject: string, questions: Question[], places: QuestionPlaces): number[] {
  // As with likeness, more questions than any paper has are not compared.
  if (questions.length > most) return [];
  const words = (subject.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => !hollow.has(word));
  // As far as inflection leaves a word alone.
  const stems = words.map((word) => word.slice(0, Math.max(4, word.length - 2)));
  places.asked ??= questions.map(({ question }) => question.toLowerCase());
  return candidates.filter((place) => stems.some((stem) => places.asked?.[place]?.includes(stem)));
}

/** Words that say nothing of a subject. */
const hollow = new Set([
  "deze",
  "over",
  "hoogte",
  "stand",
  "zaken",
  "wijze",
  "mate",
  "daarvan",
  "hiervan",
  "vraag",
  "onderwerp",
]);

const numberWords = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];
/** `vraag vier`, but not `vragen een antwoord`. */
const numberInWords = new RegExp(
  `(?<!\\p{L})(vraag\\s|vragen\\s(?!een\\s)|vragen\\s\\S{3,6}\\sen\\s)(${numberWords.slice(1).join("|")}|één)(?!\\p{L})`,
  "giu",
);

function numberOf(word: string): number {
  return numberWords.indexOf(word.toLowerCase().replace("één", "een")) + 1;
}

/** Which questions can be meant from question `at`: others, on the side that "hierboven" or "hieronder" says. */
function sideOf(sentence: string, at: number): (place: number) => boolean {
  if (above.test(sentence)) return (place) => place < at;
  return below.test(sentence) ? (place) => place > at : (place) => place !== at;
}

const singular = /(?<!\p{L})(?:de|deze|die|een|dezelfde)\s(?:\p{L}+\s)?vraag\s/iu;
const above = /(?<!\p{L})(?:hierboven|bovenstaande?|hiervoor gegeven)(?!\p{L})/iu;
const below = /(?<!\p{L})(?:hieronder|onderstaande?|verderop)(?!\p{L})/iu;

/** One spelling for a party: `GroenLinks/PvdA` and `GroenLinks-PvdA-` are one. */
function sameParty(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * Splits a text into its sentences; an abbreviation before a small letter or a figure does not end one. A paragraph, and
 * an item of a list that ends as a sentence does, ends the sentence with it.
 */
function sentences(text: string): string[] {
  return text.split(/\n\n|(?<=[.?!])\n/u).flatMap((paragraph) => inParagraph(paragraph));
}

function inParagraph(text: string): string[] {
  return text
    .split(/(?<=[.?!]["”’»)]?)(?<!(?<!\p{L})(?:nr|nrs|art|jl|mr|dr|drs|dhr|mw|bijv|resp|ca|lid)\.)\s+(?=[\p{Lu}«“"‘])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

/** What an answer says beside the sentences that point elsewhere; null when it does not point. */
export function besidePointers({ answer, refersTo }: Pick<Question, "answer" | "refersTo">): string | null {
  if (!answer || refersTo.length === 0) return null;
  // A sentence with two targets is listed twice, and taken out once.
  const pointing = new Set(refersTo.map(({ text }) => text));
  return [...pointing].reduce((rest, text) => rest.replace(text, ""), answer).trim();
}
