import { numberList, readNumbers } from "./labels.ts";
import type { Question } from "./letter.ts";
import { compareQuestions, type Likeness } from "./likeness.ts";

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
}

/** Prepares the look-up for `findPointers`. */
export function placeQuestions(questions: Question[]): QuestionPlaces {
  const places: QuestionPlaces = {
    byNumber: new Map(),
    isOneNumbering: true,
    byParty: new Map(),
    likeness: compareQuestions(questions),
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

/** What is said when an answer points: "zie", "verwijs ik", "wordt verwezen"; asides ("zoals … gemeld") do not. */
const points =
  /(?<!\p{L})(?:zie(?:\s+(?:ook|hiervoor|verder|daarvoor|tevens|allereerst))*|verwij(?:s|st|zen|zing)|verwezen)(?!\p{L})/iu;
const toAnswer = /(?<!\p{L})(?:antwoord(?:en)?|beantwoording|vra(?:ag|gen)\s+\d)(?!\p{L})/iu;
/** Numbers of questions in a pointing sentence: "antwoord op vraag 2 en 3", "antwoord 3", "zie ook vraag 2". */
const numbered = new RegExp(
  `(?:(?:antwoord(?:en)?|beantwoording)(?:\\s+(?:op|van|bij|onder))?(?:\\s+(?:de|het|mijn|uw))?(?:\\s+(?:hierboven|hiervoor)(?:\\s+gestelde)?)?(?:\\s+(?:schriftelijke\\s+)?(?:deel)?vra(?:ag|gen))?|zie(?:\\s+\\p{L}+){0,3}\\s+vra(?:ag|gen))\\s+(${numberList})(?![\\p{L}\\d/]|[.,]\\d)`,
  "giu",
);
/** After the numbers: they are those of other questions, or of the same ones in another paper. */
const ofOthers = /^\s+(?:van|uit|in|door|bij|aan)\s+(?!deze|dit)/iu;
const previous =
  /(?:antwoord|beantwoording)\s+(?:op|van)\s+(?:de\s+)?(?:vorige|voorgaande)\s+vraag(?!\p{L})|(?<!\p{L})(?:vorige|voorgaande)\s+(?:antwoord|beantwoording)(?!\p{L})/iu;
/** An annex is no answer, whatever question it belongs to: "zie de bijlage bij vraag 1". */
const annexOf = new RegExp(
  `(?<!\\p{L})(?:bijlagen?|annex)\\s+(?:bij|van|behorend bij)\\s+(?:de\\s+|het\\s+)?(?:antwoord(?:en)?\\s+op\\s+)?vra(?:ag|gen)\\s+${numberList}`,
  "giu",
);
/** The answer meant stands in another paper. */
const elsewhere =
  /(?:Aanhangsel|vergaderjaar|Kamerstuk|\d{4}Z\d|eerdere (?:schriftelijke |Kamer)?vragen|vragen van het lid|(?:Kamer|schriftelijke )vragen (?:van|over)|(?:Kamer)?brief van \d)/i;
const fractieOf =
  /fracties?\s+van\s+(?:de\s+|het\s+)?([\p{Lu}][\p{L}\p{N}]{0,40}(?:[/-][\p{Lu}\p{N}][\p{L}\p{N}]{0,40}){0,3})/gu;
const namedParty = /([\p{Lu}][\p{L}\p{N}]{0,40}(?:[/ -]\s?[\p{Lu}\p{N}][\p{L}\p{N}]{0,40}){0,3})\s?-?\s?fractie/gu;

/** Whether an answer may point to another; most do not. */
export function isPointing({ answer }: Pick<Question, "answer">): boolean {
  return answer !== null && points.test(answer);
}

/** The sentences of an answer that point to another answer, each with the question meant; null where that is unsure. */
export function findPointers(questions: Question[], at: number, places: QuestionPlaces): Pointing[] {
  const own = questions[at];
  if (!own?.answer || !isPointing(own)) return [];
  return sentences(own.answer).flatMap((sentence) => {
    const said = sentence.replace(annexOf, "");
    if (!points.test(said) || !toAnswer.test(said)) return [];
    const here = partHere(said);
    const targets = here === null ? [null] : targetsOf(here, at, questions, places);
    return targets.map((target) => ({ text: sentence, target }));
  });
}

/** Between the things that a sentence points to: "… en naar mijn brief van …", "…, alsmede de brief van …". */
const nextMeant = /,?\s(?:en|alsook|alsmede|evenals)\s(?=(?:ook\s)?(?:naar\s)?(?:de|het|mijn|onze)\s)/iu;
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
      const strange = parties.length === 0 && ofOthers.test(sentence.slice(match.index + match[0].length));
      return readNumbers(match[1] ?? "").map((number) =>
        strange ? null : withNumber(number, mayMean, questions, places),
      );
    });
    const others = [...new Set(targets)].filter((target) => target !== at);
    return others.length > 0 ? others : [null];
  }
  if (previous.test(sentence)) return [questionBefore(at, questions, places)];
  if (parties.length === 0) return [null];
  const liesThere = sideOf(sentence, at);
  return parties.map((name) => {
    const all = places.byParty.get(name) ?? [];
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
