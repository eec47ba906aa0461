import { budgetAddition, romanDossier } from "./dossier-number.ts";
import type { Chamber, PublicationId } from "./letter.ts";
import { readYearInId } from "./parliamentary-years.ts";

/**
 * What the ids of publications are made of. The ids are those of officielebekendmakingen.nl and, for document
 * numbers, of the Tweede Kamer.
 */

export type PublicationParts =
  /** `dossier` as in a Letter: `19637`, `36600-VI`, `CXLVI`; `suffix` of an annex (`b1`) or a reissue (`n1`, `h1`). */
  | { kind: "kamerstuk"; chamber: Chamber; dossier: string; number: string; suffix: string | null }
  /** `year` is the calendar year in which the parliamentary year starts. */
  | { kind: "aanhangsel"; chamber: Chamber; year: number; number: string; suffix: string | null }
  | { kind: "handelingen"; chamber: Chamber; year: number; meeting: string; item: string }
  | { kind: "kamervragen"; number: string }
  | { kind: "bijlage"; number: string }
  | { kind: "stb" | "stcrt" | "trb"; year: number; number: string }
  | { kind: "document"; number: string };

/** Numbers of the Eerste Kamer are letters (`J`, `HB`) or, in older papers, a number with a letter (`42e`). */
function chamberOf(number: string): Chamber {
  return /[A-Za-z]$/.test(number) ? "Eerste Kamer" : "Tweede Kamer";
}

const kamerstukId = new RegExp(
  `^kst-(?:(\\d{5}(?:-(?:${budgetAddition}|\\d{2}))?)-([1-9]\\d{0,3}[a-z]?|[A-Z]{1,3})|(${romanDossier})-([A-Z]{1,3}))(?:-([bnh]\\d{1,2}))?$`,
);
const aanhangselId = /^ah-(tk|ek)-(\d{8})-([1-9]\d{0,4})(?:-([bnh]\d{1,2}))?$/;
const handelingenId = /^h-(tk|ek)-(\d{8})-([1-9]\d{0,3})-([1-9]\d{0,3})$/;
const kamervragenId = /^kv-((?:tk-)?\d{4}Z\d{5}|\d{6,12})$/;
const journalId = /^(stb|stcrt|trb)-((?:19|20)\d{2})-([1-9]\d{0,5})$/;
const documentId = /^(?:19|20)\d{2}D\d{5}$/;

/** Takes an id apart; null for anything that is not the id of a publication (also `file:…`). */
export function publicationParts(id: string): PublicationParts | null {
  const kamerstuk = kamerstukId.exec(id);
  if (kamerstuk !== null) {
    const dossier = kamerstuk[1] ?? kamerstuk[3] ?? "";
    const number = kamerstuk[2] ?? kamerstuk[4] ?? "";
    const suffix = kamerstuk[5] ?? null;
    // 21501 consists of parts (-02, -08) and has no papers of its own.
    if (dossier === "21501") return null;
    return { kind: "kamerstuk", chamber: chamberOf(number), dossier, number, suffix };
  }
  const yearly = aanhangselId.exec(id) ?? handelingenId.exec(id);
  if (yearly !== null) {
    const [, house, years = "", number = "", last = null] = yearly;
    const chamber = house === "ek" ? "Eerste Kamer" : "Tweede Kamer";
    const year = readYearInId(years);
    if (year === null) return null;
    return id.startsWith("ah-")
      ? { kind: "aanhangsel", chamber, year, number, suffix: last }
      : { kind: "handelingen", chamber, year, meeting: number, item: last ?? "" };
  }
  const journal = journalId.exec(id);
  if (journal !== null) {
    const [, kind = "", year, number = ""] = journal;
    return { kind: kind as "stb" | "stcrt" | "trb", year: Number(year), number };
  }
  const kamervragen = kamervragenId.exec(id);
  if (kamervragen !== null) return { kind: "kamervragen", number: (kamervragen[1] ?? "").replace("tk-", "") };
  if (/^blg-\d{1,10}$/.test(id)) return { kind: "bijlage", number: id.slice(4) };
  return documentId.test(id) ? { kind: "document", number: id } : null;
}

/**
 * An id in its official spelling, whatever the case in which it was typed: `KST-36600-vi-102` gives
 * `kst-36600-VI-102`. null for what is no id.
 */
export function normalPublicationId(typed: string): PublicationId | null {
  const [prefix = "", ...rest] = typed.trim().split("-");
  const small = prefix.toLowerCase();
  const id = rest.length === 0 ? prefix.toUpperCase() : [small, ...rest.map((part) => casePart(small, part))].join("-");
  return publicationParts(id) === null ? null : (id as PublicationId);
}

function casePart(prefix: string, part: string): string {
  if (prefix === "kv") return part.toLowerCase() === "tk" ? "tk" : part.toUpperCase();
  if (prefix !== "kst" || /\d[a-z]$|^[bnh]\d{1,2}$/i.test(part)) return part.toLowerCase();
  return part.toUpperCase();
}

/** Whether an id has a form under which the official publications may have it: more kinds than are taken apart here. */
const officialId = /^[a-z]{1,5}-[A-Za-z0-9-]{1,60}$/;
/** Annexes (`blg-1007826`) and ids without a prefix: the site has these as PDF only. */
const pdfOnlyId = /^(?:blg-\d{1,10}|\d{5,12})$/;

/**
 * Where a publication can be read.
 *
 * @param id as a source or a citation gives it, also of a kind that `publicationParts` does not know (`nds-…`)
 * @returns null for an id that is none (`file:…`)
 */
export function publicationUrl(id: string): string | null {
  if (documentId.test(id)) return `https://www.tweedekamer.nl/downloads/document?id=${id}`;
  const form = pdfOnlyId.test(id) ? "pdf" : officialId.test(id) ? "html" : null;
  return form === null ? null : `https://zoek.officielebekendmakingen.nl/${id}.${form}`;
}
