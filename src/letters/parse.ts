import type { Hints, SourceText } from "../formats/source-text.ts";
import { readAnnounced } from "./announced.ts";
import { askersNamedIn } from "./askers.ts";
import { pairByBold } from "./bold-answers.ts";
import { pairConsultation } from "./consultation.ts";
import { countCountries, findCountries } from "./countries.ts";
import { findDate } from "./dates.ts";
import { identify } from "./ids.ts";
import { readKind } from "./kinds.ts";
import type { Asker, Day, LetterKind, PublicationId, Question, ReadLetter, Reference } from "./letter.ts";
import { makePassages, textOf } from "./passages.ts";
import { findPointers, isPointing, placeQuestions } from "./pointers.ts";
import { splitQuestionTables } from "./question-tables.ts";
import { type Asked, pairLabelled } from "./questions.ts";
import { findReferences } from "./references.ts";
import { readAnswerers, uniquePersons } from "./senders.ts";
import { hasLabel, type Reading, readText } from "./text.ts";
import { readTitle } from "./titles.ts";
import { partAnswers } from "./unlabelled-answers.ts";

/**
 * Reads a letter as a clerk would. Never throws, whatever the text; takes linear time. What the paper does not say is
 * null or empty. Of the hints, `id`, `title` and `url` win over the text; `kind`, `date`, `received`, `submitted`,
 * `chamber`, `dossier`, `number` and `caseNumber` only fill what it leaves open.
 */
export function readLetter(source: SourceText): ReadLetter {
  const { hints } = source;
  const printed = readText(source.text);
  const reading: Reading = { ...printed, blocks: splitQuestionTables(printed.blocks) };
  const identity = identify(reading, hints);
  const read = readKind(reading);
  const kind = read === "overig" ? (hints.kind ?? read) : read;
  const asked = readAsked(reading, kind);
  const passages = makePassages(reading.blocks, asked);
  const answerers = readAnswerers(headText(reading, "answered"));
  const countryMentions = findCountries(reading.body);
  const name = source.file.replace(/\.[^.]*$/, "");
  return {
    id: identity.id ?? (`file:${name}` as PublicationId),
    kind,
    title: hints.title?.normalize("NFC") ?? readTitle(reading, kind) ?? name,
    ...readDates(reading, kind, hints),
    chamber: identity.chamber,
    dossier: identity.dossier,
    number: identity.number,
    senders: uniquePersons(kind === "motie" ? reading.movers : [...answerers, ...reading.signers]),
    questions: resolve(asked, passages),
    references: readReferences(reading),
    footnotes: reading.footnotes,
    countries: countCountries(countryMentions),
    countryMentions,
    passages,
    repairs: reading.repairs,
    url: hints.url ?? null,
    body: reading.body,
    addressee: readAddressee(reading),
    caseNumber: identity.caseNumber,
    documentNumber: identity.documentNumber,
    ministryReference: readReference(reading),
  };
}

function headText(reading: Reading, name: string): string {
  return reading.header.find((item) => item.name === name)?.text ?? "";
}

function readAsked(reading: Reading, kind: LetterKind): Asked[] {
  const hasAnswers = hasLabel(reading, "answer");
  if (hasLabel(reading, "question")) {
    const asked = pairLabelled(reading.blocks, askersOf(reading));
    return !hasAnswers && readAnnounced(reading.header).answers ? partAnswers(asked) : asked;
  }
  // "Reactie" above a paragraph of any other letter is a heading like others.
  const holdsQuestions = kind === "schriftelijk-overleg" || kind === "antwoord";
  if (hasAnswers) return holdsQuestions ? pairConsultation(reading.blocks) : [];
  return kind === "schriftelijk-overleg" ? pairByBold(reading.blocks) : [];
}

/** From the head, and from the sentence of a covering letter that announces the answers. */
function askersOf({ header, blocks }: Reading): Asker[] {
  const head = header.filter(({ name }) => name === "asked" || name === "subject");
  const labels = blocks.findIndex(({ label }) => label !== null);
  const openings = blocks.slice(0, Math.min(3, labels < 0 ? 3 : labels));
  return askersNamedIn([...head, ...openings].map(({ text }) => text));
}

/** Members of the Eerste Kamer have their questions "op 17 maart 2014 medegedeeld". */
const submission =
  /\(?ingezonden\s+(?:op\s+)?|(?<!\p{L})op\s+(?=\d{1,2}\s\p{L}{3,9}\s\d{4}\s+(?:medegedeeld|(?:heeft|hebben)\s+(?:het\s+lid|de\s+leden)\s[^.]{2,200}vragen\s+gesteld))/iu;

/** The letter's own day and, for questions, the day they were submitted. Only the head is asked, never the body. */
function readDates(reading: Reading, kind: LetterKind, hints: Hints): Pick<ReadLetter, "date" | "submitted"> {
  const head = reading.header.map((item) => item.text).join("\n");
  const received = after(head, /(?:\(|,\s)ontvangen\s+(?:op\s+)?/i);
  // A letter about questions names the day in its first lines, a publication in its head.
  const opening = kind === "mededeling" || kind === "antwoord" ? reading.body.slice(0, 600) : "";
  const submitted = after(head, submission) ?? after(opening, submission) ?? hints.submitted ?? null;
  const own = reading.header
    .filter((item) => item.name === "date" && !/^\(?ingezonden/i.test(item.text))
    .map((item) => findDate(item.text))
    .find((day) => day !== null);
  const day = received ?? own ?? (kind === "vragen" ? submitted : null);
  return { date: day ?? hints.received ?? hints.date ?? null, submitted };
}

function after(text: string, form: RegExp): Day | null {
  let rest = text;
  for (let found = form.exec(rest); found; found = form.exec(rest)) {
    rest = rest.slice(found.index + found[0].length);
    const day = /^(?:\(ontvangen\s+)?\d/i.test(rest) ? findDate(rest.slice(0, 40)) : null;
    if (day) return day;
  }
  return null;
}

function readAddressee(reading: Reading): string | null {
  const at = reading.header.findIndex((item) => item.name === "addressee");
  const item = reading.header[at];
  if (!item) return null;
  const next = reading.header[at + 1]?.text ?? "";
  const whole = /^der Staten-Generaal$/i.test(next) ? `${item.text} ${next}` : item.text;
  return whole.replace(/^aan\s*:?\s*/i, "");
}

function readReference(reading: Reading): string | null {
  const item = reading.header.find((one) => ownReference.test(one.text));
  return item?.text.replace(ownReference, "") || null;
}

/** The label of the ministry's reference, unless another label stands beside it: then the values are mixed. */
const ownReference = /^(?:onze referentie|ons kenmerk|kenmerk)(?:\s*:\s*|\s+|$)(?!\s*(?:datum|uw\s|bijlage))/i;

/** What the paper cites, each citation once: in its head, in its body, and in the notes at their place in the body. */
function readReferences(reading: Reading): Reference[] {
  // Behind the day of receipt an Aanhangsel names the notice of delay: "Zie ook Aanhangsel Handelingen, …".
  const citing = new Set(["asked", "answered", "date"]);
  const head = reading.header.flatMap(({ name, text }) => (citing.has(name) ? [text] : [])).join("\n");
  const found = [
    ...findReferences(head).map((one) => ({ ...one, at: -1 })),
    ...findReferences(reading.body).map((one) => ({ ...one, at: one.start })),
    ...referencesOfNotes(reading),
  ];
  const once = new Map<string, Reference>();
  for (const { printed, id, kind } of found.sort((a, b) => a.at - b.at)) {
    const key = `${printed} ${id}`;
    if (!once.has(key)) once.set(key, { printed, id, kind });
  }
  return [...once.values()];
}

/** A sign that no citation goes on over, for texts that are searched as one: a paper may have thousands of notes. */
const between = "\n\u0001\n";

/** What the notes cite, in their order, each at the place of its note's mark. */
function referencesOfNotes({ footnotes, body }: Reading): (Reference & { at: number })[] {
  let note = 0;
  let end = footnotes[0]?.text.length ?? 0;
  return findReferences(footnotes.map(({ text }) => text).join(between)).map(({ printed, id, kind, start }) => {
    while (start >= end) end += between.length + (footnotes[++note]?.text.length ?? 0);
    return { printed, id, kind, at: footnotes[note]?.at ?? body.length };
  });
}

/** Questions as plain text, their pointers resolved to the ordinals of passages. */
function resolve(asked: Asked[], passages: ReadLetter["passages"]): Question[] {
  const questions: Question[] = asked.map((one) => ({
    numbers: one.numbers,
    question: textOf(one.question),
    askers: one.askers,
    answer: one.answer && one.answer.length > 0 ? textOf(one.answer) : null,
    refersTo: [],
  }));
  if (!questions.some(isPointing)) return questions;
  const ordinals = new Map(passages.map((passage) => [passage.question, passage.ordinal]));
  const places = placeQuestions(questions);
  for (const [at, question] of questions.entries())
    question.refersTo = findPointers(questions, at, places).map(({ text: words, target }) => ({
      text: words,
      target: target === null ? null : (ordinals.get(target) ?? null),
    }));
  return questions;
}
