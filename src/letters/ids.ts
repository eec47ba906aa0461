import type { Hints } from "../formats/source-text.ts";
import { findDate } from "./dates.ts";
import { parseDossier } from "./dossier-number.ts";
import type { Chamber, PublicationId } from "./letter.ts";
import { parliamentaryYear, yearInId } from "./parliamentary-years.ts";
import { normalPublicationId, type PublicationParts, publicationParts } from "./publication-ids.ts";
import type { Reading } from "./text.ts";

/** What a paper says about where it belongs. */
export interface Identity {
  id: PublicationId | null;
  dossier: string | null;
  number: string | null;
  chamber: Chamber | null;
  caseNumber: string | null;
  documentNumber: string | null;
}

const publication = /^(?:kst|ah|kv|h|blg)-[a-z\d]+(?:-[a-z\d]+)*$/i;
const runningHead =
  /^(Tweede|Eerste) Kamer(?: der Staten-Generaal)?, vergaderjaar (\d{4})[–-](\d{4}), ([^,]+?)(?:, (?:nr\.\s?)?([\dA-Z]{1,6}[a-z]?))?$/;

/** The letters of a paper of the Eerste Kamer, with the mark of a note that was not printed. */
const lettersWithMark = /^([A-Z]{1,3})\d{1,2}$/;

/**
 * Reads ids, dossier and number from the head and the furniture of a paper, and from what came with it: the id that
 * its source knows wins over what is printed, parliament's own addresses name case and document, and the rest fills
 * what is not printed.
 */
export function identify(reading: Reading, hints: Hints): Identity {
  const { id: given, url } = hints;
  const head = reading.header;
  const printed = reading.furniture.find((line) => publication.test(line)) ?? null;
  const running = reading.furniture
    .map((line) => runningHead.exec(line.replace(/(?<!\s)\s+\d{1,3}$/, "")))
    .find((found) => found);
  const dossierLine = head.find((item) => item.name === "dossier")?.text ?? running?.[4] ?? "";
  const numberLine =
    head
      .find((item) => item.name === "number")
      ?.text.replace(/^nr\.? ?/i, "")
      .replace(lettersWithMark, "$1") ??
    running?.[5] ??
    null;
  const ofId = partsOf(given) ?? partsOf(printed ?? undefined);
  const paper = ofId?.kind === "kamerstuk" ? ofId : null;
  const dossier = paper?.dossier ?? parseDossier(dossierLine) ?? hints.dossier ?? null;
  // A number means nothing in another dossier than its own.
  const hintedNumber = hints.dossier === undefined || hints.dossier === dossier ? hints.number : undefined;
  const number = paper?.number ?? numberLine ?? (dossier ? hintedNumber : undefined) ?? null;
  const whole = [...head.map((item) => item.text), ...reading.furniture].join("\n");
  // "In antwoord op uw brief van 5 juli 2024, nr. 2024Z11859": the case a letter is about stands in its first lines.
  const opening = reading.body.slice(0, 600);
  const built = dossier && number ? `kst-${dossier}-${number}` : null;
  const documentNumber = /(?<![\dA-Z])20\d\dD\d{5}(?!\d)/.exec(`${given ?? ""}\n${whole}\n${url ?? ""}`)?.[0] ?? null;
  const caseNumber =
    /(?<![\dA-Z])20\d\dZ\d{5}(?!\d)/.exec(`${whole}\n${url ?? ""}\n${opening}`)?.[0] ??
    (ofId?.kind === "kamervragen" ? ofId.number : hints.caseNumber) ??
    null;
  const id = given ?? printed ?? aanhangsel(reading) ?? built ?? documentNumber;
  return {
    id: id as PublicationId | null,
    dossier,
    number,
    chamber:
      printedChamber(reading, running?.[1]) ??
      hints.chamber ??
      chamberOfId(partsOf(id ?? undefined)) ??
      (caseNumber ? "Tweede Kamer" : null),
    caseNumber,
    documentNumber,
  };
}

function partsOf(id: string | undefined): PublicationParts | null {
  return id === undefined ? null : publicationParts(normalPublicationId(id) ?? id);
}

/** An Aanhangsel prints its number alone above the questions and its year in the head. */
function aanhangsel(reading: Reading): string | null {
  const ofCopy = numberOfCopy(reading);
  if (ofCopy) return ofCopy;
  const isAanhangsel = reading.header.some((item) => /aanhangsel van de handelingen$/i.test(item.text));
  const year = reading.header.map((item) => /^vergaderjaar (\d{4})[–-](\d{4})/i.exec(item.text)).find((found) => found);
  const number = reading.header.find((item) => /^\d{1,4}$/.test(item.text) && item.text !== "2" && item.text !== "1");
  if (!isAanhangsel || !year || !number) return null;
  const chamber = reading.header.some((item) => /^Eerste Kamer/i.test(item.text)) ? "ek" : "tk";
  return `ah-${chamber}-${year[1]}${year[2]}-${number.text}`;
}

/**
 * "AH 1314" above an answer, as the Tweede Kamer's own copy has it, is of the parliamentary year in which the answer was
 * received; in September that may be either.
 */
function numberOfCopy({ header }: Reading): string | null {
  const number = header.map(({ text }) => /^AH (\d{1,4})$/.exec(text)?.[1]).find((found) => found !== undefined);
  const answered = header.find(({ name }) => name === "answered")?.text ?? "";
  const received = findDate(/\(ontvangen\s+(.{6,40}?)\)/i.exec(answered)?.[1] ?? "");
  if (number === undefined || received === null || received.slice(5, 7) === "09") return null;
  return `ah-tk-${yearInId(parliamentaryYear(received))}-${number}`;
}

/** The chamber that a paper names as its addressee or in its head, in that order. */
function printedChamber(reading: Reading, running: string | undefined): Chamber | null {
  const addressee = reading.header.find((item) => item.name === "addressee")?.text ?? "";
  const heads = reading.header.filter((item) => item.name === "chamber").map((item) => item.text);
  for (const text of [addressee, ...heads, `${running ?? ""} Kamer`]) {
    if (/eerste kamer/i.test(text)) return "Eerste Kamer";
    if (/tweede kamer/i.test(text)) return "Tweede Kamer";
  }
  return null;
}

/** The chamber whose paper has this id; case and document numbers are the Tweede Kamer's. */
function chamberOfId(parts: PublicationParts | null): Chamber | null {
  if (parts === null) return null;
  if ("chamber" in parts) return parts.chamber;
  return parts.kind === "document" || parts.kind === "kamervragen" ? "Tweede Kamer" : null;
}
