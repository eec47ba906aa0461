import type { Chamber, PublicationId } from "./letter.ts";
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
  /^(Tweede|Eerste) Kamer(?: der Staten-Generaal)?, vergaderjaar (\d{4})[–-](\d{4}), ([^,]+?)(?:, (?:nr\.\s?)?([\dA-Z]{1,6}))?$/;

/**
 * Reads ids, dossier and number from the head and the furniture of a paper, and from the id that came with it.
 *
 * @param given the id that the source of the paper knows, which wins over what is printed
 * @param url where the paper was found; parliament's own addresses name case and document
 */
export function identify(reading: Reading, given: string | undefined, url: string | undefined): Identity {
  const head = reading.header;
  const printed = reading.furniture.find((line) => publication.test(line)) ?? null;
  const running = reading.furniture
    .map((line) => runningHead.exec(line.replace(/\s+\d{1,3}$/, "")))
    .find((found) => found);
  const dossierLine = head.find((item) => item.name === "dossier")?.text ?? running?.[4] ?? null;
  const numberLine = head.find((item) => item.name === "number")?.text.replace(/^nr\.? ?/i, "") ?? running?.[5] ?? null;
  const ofId = splitKamerstuk(given) ?? splitKamerstuk(printed ?? undefined);
  const dossier = ofId?.dossier ?? normaliseDossier(dossierLine);
  const number = ofId?.number ?? numberLine;
  const whole = [...head.map((item) => item.text), ...reading.furniture].join("\n");
  // "In antwoord op uw brief van 5 juli 2024, nr. 2024Z11859": the case a letter is about stands in its first lines.
  const opening = reading.body.slice(0, 600);
  const built = dossier && number ? `kst-${dossier}-${number}` : null;
  const documentNumber = /(?<![\dA-Z])20\d\dD\d{5}(?!\d)/.exec(`${given ?? ""}\n${whole}\n${url ?? ""}`)?.[0] ?? null;
  const caseNumber = /(?<![\dA-Z])20\d\dZ\d{5}(?!\d)/.exec(`${whole}\n${url ?? ""}\n${opening}`)?.[0] ?? null;
  const id = given ?? printed ?? aanhangsel(reading) ?? built ?? documentNumber;
  return {
    id: id as PublicationId | null,
    dossier,
    number,
    chamber: chamberOf(reading, running?.[1], id, number) ?? (caseNumber ? "Tweede Kamer" : null),
    caseNumber,
    documentNumber,
  };
}

function splitKamerstuk(id: string | undefined): { dossier: string; number: string } | null {
  const found = /^kst-(\d{5}|[IVXLC]+)(?:-([IVXLC]{1,7}|\d{2}|\(R\d+\)))?-([\dA-Z]+)(?:-[nhb]\d+)?$/i.exec(id ?? "");
  if (!found?.[1] || !found[3]) return null;
  return { dossier: found[2] ? `${found[1]}-${found[2].toUpperCase()}` : found[1], number: found[3] };
}

/** `19 637` → `19637`, `36 600 VI` → `36600-VI`; null for anything else. R-numbers are dropped. */
function normaliseDossier(text: string | null): string | null {
  const found = /^(\d{2}) ?(\d{3})(?:[- ]?(?:\([A-Z]\d+\)|([IVXLC]{1,7}|\d{2})))?$/.exec(text?.trim() ?? "");
  if (!found) return null;
  return found[3] ? `${found[1]}${found[2]}-${found[3]}` : `${found[1]}${found[2]}`;
}

/** An Aanhangsel prints its number alone above the questions and its year in the head. */
function aanhangsel(reading: Reading): string | null {
  const isAanhangsel = reading.header.some((item) => /aanhangsel van de handelingen$/i.test(item.text));
  const year = reading.header.map((item) => /^vergaderjaar (\d{4})[–-](\d{4})/i.exec(item.text)).find((found) => found);
  const number = reading.header.find((item) => /^\d{1,4}$/.test(item.text) && item.text !== "2" && item.text !== "1");
  if (!isAanhangsel || !year || !number) return null;
  const chamber = reading.header.some((item) => /^Eerste Kamer/i.test(item.text)) ? "ek" : "tk";
  return `ah-${chamber}-${year[1]}${year[2]}-${number.text}`;
}

function chamberOf(
  reading: Reading,
  running: string | undefined,
  id: string | null,
  number: string | null,
): Chamber | null {
  const addressee = reading.header.find((item) => item.name === "addressee")?.text ?? "";
  const heads = reading.header.filter((item) => item.name === "chamber").map((item) => item.text);
  for (const text of [addressee, ...heads, `${running ?? ""} Kamer`]) {
    if (/eerste kamer/i.test(text)) return "Eerste Kamer";
    if (/tweede kamer/i.test(text)) return "Tweede Kamer";
  }
  if (/^(?:ah|h|kv)-tk-|^kv-\d|^20\d\d[DZ]\d{5}$/i.test(id ?? "")) return "Tweede Kamer";
  if (/^(?:ah|h|kv)-ek-/i.test(id ?? "")) return "Eerste Kamer";
  if (!/^kst-/i.test(id ?? "") || !number) return null;
  // Papers of the Eerste Kamer are lettered, those of the Tweede Kamer numbered.
  return /^[A-Z]+$/.test(number) ? "Eerste Kamer" : "Tweede Kamer";
}
