import type { PublicationId } from "./letter.ts";
import { normalPublicationId, publicationParts } from "./publication-ids.ts";
import type { FoundReference } from "./references.ts";

/**
 * References that one pattern tells: addresses, ids, document and case numbers, acts of the EU and judgments. Acts and judgments are no publications of ours: their id stays null.
 */

interface Form {
  kind: string;
  pattern: RegExp;
  /** Null leaves the reference without an id; undefined says that it is none. */
  idOf: (match: RegExpExecArray) => string | null | undefined;
}

const gap = "[^\\S\\n]{0,3}";
const act = "\\d{1,4}/\\d{1,4}(?:/(?:EU|EG|EEG|JBZ|GBVB|Euratom))?";
const ofUnion = "\\(?(?:EU|EG|EEG|Euratom|GBVB)\\)?";

const forms: Form[] = [
  {
    kind: "id",
    pattern: /(?<![\p{L}\d-])(?:kst|ah|h|kv|blg|stb|stcrt|trb)-[\dA-Za-z][\dA-Za-z-]{0,40}/giu,
    idOf: (match) => normalPublicationId(match[0].replace(/-$/, "")) ?? undefined,
  },
  {
    kind: "document",
    pattern: /(?<![\p{L}\d])(?:19|20)\d{2}D\d{5}(?![\p{L}\d])/gu,
    idOf: (match) => match[0],
  },
  // A case; its papers have numbers of their own.
  { kind: "zaak", pattern: /(?<![\p{L}\d])(?:19|20)\d{2}Z\d{5}(?![\p{L}\d])/gu, idOf: () => null },
  { kind: "ecli", pattern: /ECLI:[A-Z]{2}:[A-Z\d]{1,7}:\d{4}:[A-Z\d](?:[A-Z\d.]{0,23}[A-Z\d])?/gu, idOf: () => null },
  {
    kind: "eu",
    // Also at the end of a word: `Terugkeerrichtlijn (2008/115/EG)`.
    pattern: new RegExp(
      `(?:[Vv]erordening|[Rr]ichtlijn|[Bb]esluit|[Aa]anbeveling)(?:en)?${gap}(?:${ofUnion}${gap})?(?:[Nn]r\\.?${gap})?` +
        `(?:\\(${act}\\)|${act}(?![\\p{L}\\d/]))`,
      "gu",
    ),
    // `besluit 2016/17` may be anything.
    idOf: (match) => (/verordening|richtlijn|E[UG]|JBZ|GBVB|Euratom/i.test(match[0]) ? null : undefined),
  },
  {
    kind: "eu",
    pattern:
      /(?<![\p{L}\d/])(?:\((?:EU|EG|EEG)\)[^\S\n]{0,3}(?:nr\.?[^\S\n]{0,3})?\d{1,4}\/\d{1,4}|(?:19|20)\d{2}\/\d{1,4}\/(?:EU|EG|EEG|JBZ|GBVB|Euratom))(?![\p{L}\d/])/gu,
    idOf: () => null,
  },
  {
    kind: "eu",
    pattern: /(?<![\p{L}\d])(?:COM|SWD|SEC|JOIN|C)[^\S\n]?\((?:19|20)\d{2}\)[^\S\n]{0,3}\d{1,4}(?![\p{L}\d])/gu,
    idOf: () => null,
  },
  { kind: "eu", pattern: /(?<![\p{L}\d])CELEX[: ]{0,2}[1-9]\d{4}[A-Z]{1,2}\d{4}(?![\p{L}\d])/giu, idOf: () => null },
];

/** All references of these forms; those that overlap are left to the caller. */
export function otherCitations(text: string): FoundReference[] {
  return forms.flatMap(({ kind, pattern, idOf }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const id = idOf(match);
      if (id === undefined) return [];
      return [{ ...spanOf(text, match), kind: kind === "id" ? kindOf(id) : kind, id: id as PublicationId | null }];
    }),
  );
}

/** From the beginning of the word in which the match starts. */
function spanOf(text: string, match: RegExpExecArray): { printed: string; start: number; end: number } {
  const end = match.index + match[0].length;
  let start = match.index;
  while (end - start < 100 && start > 0 && /[\p{L}-]/u.test(text.charAt(start - 1))) start--;
  return { printed: text.slice(start, end), start, end };
}

function kindOf(id: string | null): string {
  return (id === null ? null : publicationParts(id)?.kind) ?? "id";
}

const address = /https?:\/\/[^\s<>"“”«»\\^`{|}]{1,2000}/giu;
const atKoop =
  /^https?:\/\/(?:zoek\.|repository\.)?(?:officielebekendmakingen\.nl|officiele-overheidspublicaties\.nl|overheid\.nl)\//i;
const atTweedeKamer = /^https?:\/\/(?:www\.)?tweedekamer\.nl\//i;
const otherHosts =
  /^https?:\/\/(?:eur-lex\.europa\.eu|data\.europa\.eu\/eli|(?:deeplink|uitspraken)\.rechtspraak\.nl)\//i;
/** An id as a part of a path: `/kst-19637-2356.html`. */
const idInPath = /(?<![\p{L}\d-])(?:kst|ah|h|kv|blg|stb|stcrt|trb)-[\dA-Za-z-]{1,40}(?![\dA-Za-z-])/giu;

/** The publication that an address leads to; null when it cannot be told from the address. */
export function publicationAtAddress(url: string): PublicationId | null {
  if (atKoop.test(url)) {
    for (const { 0: part } of url.matchAll(idInPath)) {
      const id = normalPublicationId(part);
      if (id !== null) return id;
    }
    return null;
  }
  if (!atTweedeKamer.test(url)) return null;
  // `id` may be the case, `did` is the document.
  const numbers = ["did", "id"].map((name) => new RegExp(`[?&]${name}=((?:19|20)\\d{2}D\\d{5})(?!\\d)`, "i").exec(url));
  return normalPublicationId(numbers.find((found) => found !== null)?.[1] ?? "");
}

/** Where addresses are, so that nothing is read into their digits; `reference` when it is one that we know. */
export function addresses(text: string): { start: number; end: number; reference: FoundReference | null }[] {
  return [...text.matchAll(address)].map((match) => {
    // Punctuation of the sentence, and the bracket of `[words](address)`.
    const printed = match[0].replace(/[.,;:!?)\]'’*]{1,9}$/u, "");
    const span = { start: match.index, end: match.index + match[0].length };
    const known = atKoop.test(printed) || atTweedeKamer.test(printed) || otherHosts.test(printed);
    const end = match.index + printed.length;
    const id = publicationAtAddress(printed);
    return { ...span, reference: known ? { printed, id, kind: "url", start: match.index, end } : null };
  });
}
