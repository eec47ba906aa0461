import type { Day, PublicationId, ReadLetter } from "./letter.ts";
import { publicationParts } from "./publication-ids.ts";
import { findReferences } from "./references.ts";

/**
 * What a letter says about being a correction of another. Nothing is concluded from dates or likeness: only the id of a
 * reissue, and words with which a paper says it of itself, in its title or first lines:
 *
 * - a reissue has the id of the paper that it takes the place of and `-h1` (herdruk) or `-n1`;
 * - "Gewijzigde motie van … ter vervanging van die gedrukt onder nr. 64": a paper of the same dossier;
 * - "een gecorrigeerde versie van mijn brief van 12 december (Kamerstuk 19 637, nr. 2356)", "rectificatie", "erratum",
 *   "correctie op": the paper cited in that sentence or in its footnote.
 */
export interface Correction {
  /** It takes the other's place, or mends something in it. */
  how: "replaces" | "corrects";
  /** null when it does not say of which paper it is a correction. */
  of: PublicationId | null;
  /** The words that say so, as printed; empty when only the id does. */
  printed: string;
}

/** Whether a letter still stands, as far as letters say. */
export interface Standing {
  /** What it says of itself; null when it does not say that it is a correction. */
  correction: Correction | null;
  /** The letters that say that they correct this one, oldest first. */
  corrected: { by: PublicationId; date: Day | null; how: Correction["how"] }[];
  /** No source has it any more. */
  isWithdrawn: boolean;
}

type Said = Pick<ReadLetter, "id" | "title" | "body" | "dossier" | "footnotes">;

/** Further on, a letter speaks of other things than itself. */
const opening = 1_500;

const paper =
  "(?:kamer)?brief|(?:kamer)?brieven|beantwoording|antwoord(?:en)?|verslag|(?:kamer)?stuk|reactie|motie|amendement|lijst";
const numbered = "(?<![\\d\\p{L}])(?:nr\\.?|nummer) ?\\d{1,4}(?![\\d/])";
/** Laws and regulations take the place of others too: only papers, or what is "gedrukt onder" a number. */
const replaces = new RegExp(
  `ter vervanging van (?:(?:die|dat|deze|(?:de|het|mijn|onze) (?:${paper}))[^.;\\n]{0,60}? gedrukt onder (?:stuk )?${numbered}|` +
    `(?:(?:de|het|mijn|onze) )?(?:kamerst(?:uk(?:ken)?|\\.)|${paper})(?!\\p{L})[^.;\\n]{0,60}?${numbered})`,
  "iu",
);
const corrects = new RegExp(
  "(?<!\\p{L})(?:(?:gecorrigeerde|gerectificeerde|verbeterde|herziene|aangepaste) (?:versie|uitgave|tekst) van|" +
    `(?:rectificatie|erratum|correctie|verbetering)(?: aan)? (?:op|van|bij|inzake|ten aanzien van))[^.;:\\n]{0,60}?(?<!\\p{L})(?:${paper})(?!\\p{L})`,
  "iu",
);
/** Without these a sentence may be about another correction than the letter itself. */
const sends =
  /(?<!\p{L})(?:hierbij|hiermee|bijgaand|bij deze|(?:met|in|door middel van) deze brief|deze brief is)(?!\p{L})/iu;
const titled = /^(?:rectificatie|erratum|correctie|gecorrigeerde (?:versie|brief)|herdruk)(?!\p{L})/iu;

/** Whether a letter is a correction, and of which; null when it does not say that it is one. */
export function readCorrection(letter: Said): Correction | null {
  const reissued = reissueOf(letter.id);
  if (reissued !== null) return { how: "replaces", of: reissued, printed: "" };
  const title = sentenceWith(letter.title, 0);
  for (const part of [letter.title, letter.body.slice(0, opening)]) {
    const replaced = replaces.exec(part);
    if (replaced !== null) return { how: "replaces", of: inDossier(letter, replaced[0]), printed: replaced[0] };
    const corrected = corrects.exec(part);
    if (corrected === null) continue;
    const sentence = sentenceWith(part, corrected.index);
    if (part !== letter.title && !sends.test(part.slice(sentence.start, sentence.end))) continue;
    const of = firstCited(
      letter,
      part.slice(corrected.index, sentence.end),
      part === letter.title ? null : [corrected.index, sentence.end],
    );
    return { how: "corrects", of, printed: corrected[0] };
  }
  const own = titled.exec(letter.title);
  if (own === null) return null;
  return { how: "corrects", of: firstCited(letter, letter.title.slice(0, title.end), null), printed: own[0] };
}

/** `kst-32317-929-h1` → `kst-32317-929`; null for what is no reissue. An annex (`-b1`) is none. */
function reissueOf(id: PublicationId): PublicationId | null {
  const parts = publicationParts(id);
  const suffix = parts !== null && "suffix" in parts ? parts.suffix : null;
  return suffix !== null && /^[hn]/.test(suffix) ? (id.slice(0, -suffix.length - 1) as PublicationId) : null;
}

/** A number without a dossier is one of the same dossier. */
function inDossier({ dossier, id }: Said, words: string): PublicationId | null {
  const [cited] = findReferences(words).flatMap((reference) => reference.id ?? []);
  if (cited !== undefined) return cited;
  const number = /(\d{1,4})$/.exec(words)?.[1];
  const candidate = `kst-${dossier}-${Number(number)}` as PublicationId;
  return number === undefined || candidate === id || publicationParts(candidate) === null ? null : candidate;
}

/** The first other paper cited in these words, else in a footnote whose mark stands within them. */
function firstCited({ id, footnotes }: Said, words: string, place: [number, number] | null): PublicationId | null {
  const notes = footnotes.filter(({ at }) => place !== null && at !== null && at > place[0] && at <= place[1] + 1);
  const cited = [words, ...notes.map(({ text }) => text)].flatMap(findReferences).map((reference) => reference.id);
  return cited.find((one) => one !== null && one !== id) ?? null;
}

/** The sentence that holds a place; the full stop of `nr.` ends none. */
function sentenceWith(text: string, place: number): { start: number; end: number } {
  const stop = /[.!?](?=\s+\p{Lu}|\s*$)|\n/u.exec(text.slice(place));
  const before = [...text.slice(0, place).matchAll(/[.!?](?=\s+\p{Lu})|\n/gu)].at(-1);
  return { start: before === undefined ? 0 : before.index + 1, end: stop === null ? text.length : place + stop.index };
}
