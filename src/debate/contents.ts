import { countryByCode } from "../letters/countries.ts";
import type { CountryCode, Day, Repair } from "../letters/letter.ts";
import { grouped } from "../replies/grouped.ts";
import { citation, signers, standing, titleOf } from "../replies/letter-line.ts";
import { questionLabel } from "../replies/passage-quotes.ts";
import { texts } from "../texts/answer.ts";
import { debateTexts } from "../texts/debate.ts";
import { counted, listed, writtenDay } from "../texts/dutch.ts";
import type { DebateCollection, KeptPassage, KeptSource, PassageCopy } from "./kept-passage.ts";

/**
 * What a debate document holds, before any form (Word, Markdown) is chosen. Quotations stand here as they were kept, to
 * the letter; everything else is ours.
 */
export interface DebateContents {
  title: string;
  /** When it was made and from what: whole sentences. */
  lead: string[];
  groups: ContentsGroup[];
  sources: SourceEntry[];
}

export interface ContentsGroup {
  heading: string;
  entries: PassageEntry[];
}

/** Passages are numbered through, so that people in a room can say "citaat 7". */
export interface PassageEntry {
  number: number;
  heading: string;
  /** Date, senders and title: each a part of its own. */
  byline: string[];
  citation: Citation;
  quotes: ContentsQuote[];
  /** Which other countries it names; null when none. */
  also: string | null;
  note: string | null;
}

/** `url` is null where there is nothing to link to. */
export interface Citation {
  text: string;
  url: string | null;
}

/** Verbatim, one string a paragraph; none for a question without answer. */
export interface ContentsQuote {
  label: string | null;
  paragraphs: string[];
}

export interface SourceEntry {
  title: string;
  byline: string[];
  citation: Citation;
  /** One sentence. */
  repairs: string;
}

export type Grouping = "country" | "letter";

/** @param today the day that the document is dated */
export function debateContents(collection: DebateCollection, grouping: Grouping, today: Day): DebateContents {
  const bySource = grouped(collection.passages, ({ copy }) => copy.source.key);
  const words = debateTexts.document;
  let number = 0;
  return {
    title: collection.name ?? words.untitled,
    lead: [words.made(writtenDay(today)), words.drawnFrom(collection.passages.length, bySource.size), words.verbatim],
    groups: groupsOf(collection.passages, grouping).map(({ heading, members }) => ({
      heading,
      entries: members.map((kept) => {
        number += 1;
        return passageEntry(kept, grouping, number);
      }),
    })),
    sources: [...bySource.values()].flatMap(([first]) => (first === undefined ? [] : [sourceEntry(first.copy.source)])),
  };
}

function groupsOf(passages: readonly KeptPassage[], grouping: Grouping): { heading: string; members: KeptPassage[] }[] {
  if (grouping === "letter") {
    return [...grouped(passages, ({ copy }) => copy.source.key).values()].map((members) => ({
      heading: headingOf(members[0]?.copy.source),
      members,
    }));
  }
  const countries = [...grouped(passages, ({ copy }) => copy.countries[0] ?? null)];
  // What is about no country stands last, whatever its place in the collection.
  return [...countries.filter(([code]) => code !== null), ...countries.filter(([code]) => code === null)].map(
    ([code, members]) => ({ heading: countryName(code) ?? debateTexts.document.noCountry, members }),
  );
}

function countryName(code: CountryCode | null | undefined): string | null {
  return code === null || code === undefined ? null : (countryByCode(code)?.name ?? null);
}

function headingOf(source: KeptSource | undefined): string {
  return source === undefined ? texts.answer.untitled : titleOf(source);
}

function passageEntry({ copy, note }: KeptPassage, grouping: Grouping, number: number): PassageEntry {
  const { source, countries } = copy;
  const subject = subjectOf(copy);
  const [date = "", ...senders] = dateAndSenders(source);
  const others = (grouping === "country" ? countries.slice(1) : countries).flatMap((code) => countryName(code) ?? []);
  return {
    number,
    heading: [`${number}. ${date}`, subject].join(" · "),
    byline: [...senders, ...(grouping === "letter" ? [] : [titleOf(source)]), ...standingOf(source)],
    citation: citationOf(source),
    quotes: quotesOf(copy),
    also: others.length === 0 || grouping === "letter" ? null : debateTexts.document.also(listed(others)),
    note,
  };
}

/** `Vraag 2 en 3 (Van Wijngaarden, VVD)`, or the heading that the passage stands under. */
function subjectOf({ question, headings }: PassageCopy): string {
  if (question === null) return headings.at(-1) ?? debateTexts.document.passage;
  return questionLabel(question);
}

function quotesOf({ text, question }: PassageCopy): ContentsQuote[] {
  if (question === null) return [{ label: null, paragraphs: paragraphsOf(text) }];
  const asked = {
    label: questionLabel(question),
    paragraphs: paragraphsOf(question.question),
  };
  return question.answer === null
    ? [asked, { label: texts.answer.unanswered, paragraphs: [] }]
    : [asked, { label: texts.answer.answer, paragraphs: paragraphsOf(question.answer) }];
}

function paragraphsOf(text: string): string[] {
  return text.split("\n\n").filter((paragraph) => paragraph !== "");
}

function citationOf(source: KeptSource): Citation {
  return { text: citation(source) || source.id, url: source.url };
}

function dateAndSenders({ date, senders }: KeptSource): string[] {
  return [date === null ? texts.answer.undated : writtenDay(date), signers(senders)].filter((part) => part !== "");
}

/** Corrected, replaced or withdrawn: said wherever a letter is quoted. */
function standingOf(source: KeptSource): string[] {
  const said = standing(source);
  return said === "" ? [] : [said];
}

function sourceEntry(source: KeptSource): SourceEntry {
  return {
    title: titleOf(source),
    byline: [...dateAndSenders(source), ...standingOf(source)],
    citation: citationOf(source),
    repairs: repairsSentence(source.repairs),
  };
}

function repairsSentence(repairs: readonly Repair[]): string {
  const words: Record<string, readonly [string, string]> = debateTexts.document.repairs;
  const made = repairs
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => counted(count, words[kind]?.[0] ?? kind, words[kind]?.[1] ?? kind));
  return made.length === 0 ? debateTexts.document.nothingRepaired : debateTexts.document.repaired(listed(made));
}
