/**
 * What a letter is. Everything here is plain data: no function, no I/O.
 *
 * Units: positions are offsets in UTF-16 code units, `start` inclusive and `end` exclusive; all text is in
 * Unicode NFC; a day has no time and no time zone.
 */

/** A calendar day, ISO 8601: `2019-11-21`. */
export type Day = string & { readonly unit: "day" };

/**
 * The id under which a paper is published: `kst-19637-2356`, `ah-tk-20192020-487`, a document number of the
 * Tweede Kamer (`2019D46752`), or `file:<name>` for a file that carries no id at all.
 */
export type PublicationId = string & { readonly unit: "publication id" };

/** ISO 3166-1 alpha-2: `DZ`. */
export type CountryCode = string & { readonly unit: "country code" };

/** What sort of paper it is; the words are parliament's own (see DESIGN.md, glossary). */
export const letterKinds = [
  "brief",
  "antwoord",
  "vragen",
  "mededeling",
  "schriftelijk-overleg",
  "motie",
  "verslag",
  "overig",
] as const;
export type LetterKind = (typeof letterKinds)[number];

export type Chamber = "Tweede Kamer" | "Eerste Kamer";

/** A minister or state secretary who signed; `office` as printed, null when it is not printed. */
export interface Person {
  name: string;
  office: string | null;
}

/** Who asked. In a written consultation only the party is named: `{name: null, party: "VVD"}`. */
export interface Asker {
  name: string | null;
  party: string | null;
}

/** An answer that points elsewhere. `target` is the ordinal of the passage it means; null when that cannot be told. */
export interface Pointer {
  /** The words that point, as printed. */
  text: string;
  target: number | null;
}

/** One question block with the answer it got. */
export interface Question {
  /** `[2, 3]` for "Vraag 2 en 3"; empty where the paper does not number its questions. */
  numbers: number[];
  question: string;
  askers: Asker[];
  /** null while unanswered. */
  answer: string | null;
  refersTo: Pointer[];
}

export interface Footnote {
  /** As printed: `1`, `*`. */
  mark: string;
  text: string;
}

/** A citation found in the text. `kind` is one of the forms of references.ts. */
export interface Reference {
  printed: string;
  id: PublicationId | null;
  kind: string;
}

/**
 * How often a country is named in the body, by whatever form (name, adjective, inhabitants). `name` is the Dutch name.
 * The Netherlands is not counted: nearly every letter names it, and none is about it.
 */
export interface CountryCount {
  code: CountryCode;
  name: string;
  count: number;
}

/** The unit of search: a question with its answer, or a paragraph or a few. */
export interface Passage {
  /** Place among the passages of this version of the letter, counted from 1. */
  ordinal: number;
  /** Verbatim from the repaired body; for a question: question, blank line, answer. Paragraphs are split by a blank line. */
  text: string;
  /** The headings above it, outermost first. */
  headings: readonly string[];
  /** Place in `Letter.questions`, counted from 0; null for a passage that is no question. */
  question: number | null;
}

/** What was mended in the text and how often: the kinds are listed in text.ts. */
export interface Repair {
  kind: string;
  count: number;
}

/** A letter as read from one source. Fields that the paper does not have are null or empty, never invented. */
export interface Letter {
  id: PublicationId;
  kind: LetterKind;
  title: string;
  /** The letter's own date; for answers the day on which they were received. */
  date: Day | null;
  /** For written questions: the day they were submitted. */
  submitted: Day | null;
  /** The chamber this text was sent to. */
  chamber: Chamber | null;
  /** `19637`, `36600-VI`; without spaces. */
  dossier: string | null;
  /** Number within the dossier (`2356`, `J`). */
  number: string | null;
  senders: Person[];
  questions: Question[];
  references: Reference[];
  footnotes: Footnote[];
  countries: CountryCount[];
  passages: Passage[];
  repairs: Repair[];
  /** Where to check it, an https address; null when not known. */
  url: string | null;
}

/** A stretch of `ReadLetter.body`. */
export interface Place {
  start: number;
  end: number;
}

/**
 * A passage and where it stands: `text` is the pieces at `places`, joined by a blank line. More than one piece where
 * a label or another question stands between question and answer.
 */
export interface PlacedPassage extends Passage {
  places: Place[];
}

/** A place in the body that names a country, the Netherlands too. */
export interface CountryMention extends Place {
  code: CountryCode;
  form: "name" | "adjective" | "inhabitants";
  /** The words themselves; of `Turkijedeal` only `Turkije`. */
  printed: string;
}

/** A footnote and where in the body its mark stood; null when the mark cannot be told from the text around it. */
export interface PlacedFootnote extends Footnote {
  at: number | null;
}

/** A letter together with what its reader knows besides: plain data, like `Letter`. */
export interface ReadLetter extends Letter {
  /** The repaired text without letterhead, signatures, notes and page furniture; blocks are split by a blank line. */
  body: string;
  passages: PlacedPassage[];
  footnotes: PlacedFootnote[];
  /** Every place that names a country, in order and never overlapping. */
  countryMentions: CountryMention[];
  /** To whom it was sent, as printed; null when not printed. */
  addressee: string | null;
  /** The case number of the Tweede Kamer (`2019Z18636`); null when not printed. */
  caseNumber: string | null;
  /** The document number of the Tweede Kamer (`2019D46752`); null when not printed. */
  documentNumber: string | null;
  /** The ministry's own reference ("Onze referentie", "Ons kenmerk"); null when not printed. */
  ministryReference: string | null;
}
