import type { Person } from "./letter.ts";
import type { Line } from "./lines.ts";
import { column, readColumns, readTableOfSigners } from "./signature-columns.ts";
import { clean, isName, nameIn, nameLine, officeLine, pastFurniture, type Signature } from "./signature-parts.ts";

const committeeLine =
  /^(?:de\s+)?(?:(?:fungerend|waarnemend|adjunct|plaatsvervangend)[ -]?)*(?:voorzitter|ondervoorzitter|griffier|adjunct-griffier)(?:\s+van\s+(?:de|deze)\s+(?:vaste\s+|tijdelijke\s+)?commissie[^.?!;:]{0,120})?,?$/i;
/** How all of these begin. */
const mayBeSignature =
  /^(?:de|het|demissionair|waarnemend|vice|mini|staats|fungerend|adjunct|plaatsv|voorz|onderv|griff|hoogachtend|met)/i;
/** Anywhere in the first row of a table of signatures, which may begin with names. */
const mayHoldOffice = /minister|staatssecretaris|\p{Lu}\.\s?\p{L}/u;
const closing = /^(?:Hoogachtend|Met vriendelijke groet(?:en)?|Met (?:de meeste )?hoogachting),?$/i;

/**
 * Marks the signatures in a document and returns the ministers and state secretaries who signed, in order. The chair
 * and the clerk of a committee sign too; they are no senders of a letter.
 */
export function markSignatures(lines: Line[]): { senders: Person[]; after: number[] } {
  const senders: Person[] = [];
  const after: number[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line || line.role !== null) continue;
    const table = line.text.startsWith("|") && mayHoldOffice.test(line.text) ? readTableOfSigners(lines, at) : null;
    if (table) {
      for (const part of table.lines) part.role = "signature";
      if (!textBetween(lines, after.at(-1), at)) senders.push(...table.persons);
      at = table.next - 1;
      after.push(table.next);
      continue;
    }
    if (!mayBeSignature.test(line.plain)) continue;
    const text = line.plain;
    if (closing.test(text) && text.length < 60) line.role = "signature";
    const isMinister = officeLine.test(text);
    if (!isMinister && !committeeLine.test(text)) continue;
    const under = isMinister ? readNamesAbove(lines, at) : null;
    if (under && !textBetween(lines, after.at(-1), at - 1)) {
      for (const part of under.lines) part.role = "signature";
      senders.push(...under.persons);
      at = under.next - 1;
      after.push(under.next);
      continue;
    }
    if (line.blanks === 0 && !line.page && lines[at - 1]?.role === null && !/[.?!,]$/.test(lines[at - 1]?.text ?? ""))
      continue;
    const signed = readColumns(lines, at) ?? readSignature(lines, at);
    if (!signed) continue;
    for (const part of signed.lines) part.role = "signature";
    if (isMinister && !textBetween(lines, after.at(-1), at)) senders.push(...signed.persons);
    at = signed.next - 1;
    if (signed.lines.length > 0) after.push(signed.next);
  }
  return { senders, after };
}

/** Whether a text, or a day, stands between one signature and the next: then the next is that of an annex. */
function textBetween(lines: Line[], from: number | undefined, to: number): boolean {
  if (from === undefined) return false;
  return lines.slice(from, to).some(({ role, plain }) => role === null && (plain.length > 60 || ofDay.test(plain)));
}

/** `Den Haag, 4 mei 2001` */
const ofDay = /^\p{Lu}[^\d]{2,30},?\s\d{1,2}\s\p{L}+\s\d{4}$/u;

/** No cabinet has more members. */
const mostSigners = 40;

/**
 * Offices and then, after any blank room, lines that are nothing but a name: as a rule one of each. Several offices
 * above as many names belong together in order; above fewer or more names nobody can tell whose they are.
 */
function readSignature(lines: Line[], from: number): Signature | null {
  const offices: Office[] = [];
  const represented: Line[] = [];
  let at = from;
  for (let office = readOffice(lines, at); office; office = readOffice(lines, at)) {
    offices.push(office);
    at = pastFurniture(lines, office.next);
    const onBehalf = lines[at];
    if (onBehalf?.role === null && onBehalfOf.test(onBehalf.plain)) {
      represented.push(...offices.splice(0).flatMap((one) => one.lines), onBehalf);
      at = pastFurniture(lines, at + 1);
      continue;
    }
    if (!office.text.endsWith(",") || !officeLine.test(lines[at]?.plain ?? "")) break;
  }
  const beside = offices.some(({ text }) => text.split(column).length > 1);
  // A list of offices is no signature, nor is any part of it.
  if (offices.length > mostSigners) return { persons: [], lines: [], next: at };
  const names: Line[] = [];
  while (names.length < offices.length) {
    const line = lines[at];
    if (!line || line.role !== null || !isName(line)) break;
    names.push(line);
    at = pastFurniture(lines, at + 1);
  }
  const first = names[0];
  const only = offices.length === 1 ? offices[0] : null;
  if (!first || (only && !only.text.endsWith(",") && first.blanks === 0 && only.text.length > 70)) return null;
  const persons = offices.map(({ text }, place) => ({
    name: nameIn(names[place]?.plain ?? ""),
    office: clean(text),
  }));
  return {
    persons:
      !beside && names.length === offices.length && !(offices.length > 1 && goesOn(lines[at], names)) ? persons : [],
    lines: [...represented, ...offices.flatMap((office) => office.lines), ...names],
    next: at,
  };
}

/**
 * Names each with the office below it, where the letter ends: elsewhere a name above an office may be whom a letter is
 * sent to. Several such pairs below each other, with blank room between or not, all end with an office.
 */
function readNamesAbove(lines: Line[], at: number): Signature | null {
  const [closed, name, line] = [lines[at - 2], lines[at - 1], lines[at]];
  if (!name || !line || name.role !== null || !isName(name)) return null;
  const found: Signature = { persons: [], lines: [], next: at - 1 };
  for (let first = lines[found.next]; first?.role === null && isName(first); first = lines[found.next]) {
    const office = lines.slice(found.next + 1, found.next + 4);
    const end = office.findIndex((one, which) => one.role !== null || (which > 0 && (one.blanks > 0 || isName(one))));
    const own = end < 0 ? office : office.slice(0, end);
    const text = own.map(({ plain }) => plain).join(" ");
    if (!officeLine.test(text)) break;
    found.persons.push({ name: nameIn(first.plain), office: clean(text) });
    found.lines.push(first, ...own);
    found.next = pastFurniture(lines, found.next + 1 + own.length);
  }
  const goesOnInName = lines[found.next]?.role === null && isName(lines[found.next] ?? name);
  if (found.persons.length === 0 || goesOnInName) return null;
  const endsText = closed?.role === null && isSentence.test(closed.plain);
  const isLast = name.blanks > 0 && found.next >= lines.length && endsText;
  return isLast || (closed && closing.test(closed.plain)) ? found : null;
}

const isSentence = /[.?!]$/;

/** Below an office: it was another who signed, whose office and name follow. */
const onBehalfOf = /^namens (?:deze|dezen|hem|haar|die),?$/i;

/** Whether a name more follows below as many names as there are offices, so that whose they are cannot be told. */
function goesOn(next: Line | undefined, names: Line[]): boolean {
  return next !== undefined && next.role === null && isName(next) && next.blanks <= (names.at(-1)?.blanks ?? 0);
}

interface Office {
  text: string;
  lines: Line[];
  next: number;
}

/** An office, which may run over three lines: up to a comma at a line end, or up to a name. */
function readOffice(lines: Line[], from: number): Office | null {
  const used: Line[] = [];
  let text = "";
  let at = from;
  for (; at < lines.length && used.length < 3; at++) {
    const line = lines[at];
    if (!line || (line.role !== null && line.role !== "furniture")) return null;
    if (line.role === "furniture") continue;
    const part = line.plain;
    if (used.length > 0 && (line.blanks > 1 || (text.endsWith(",") && nameLine.test(part)))) break;
    if (used.length > 0 && nameLine.test(part) && !/(?:\s(?:en|van|voor|de)|,)$/.test(text)) break;
    text = text === "" ? part : text.endsWith("-") ? text + part : `${text} ${part}`;
    used.push(line);
    if (text.endsWith(",") && !nextIsOffice(lines[at + 1], text)) {
      at++;
      break;
    }
  }
  return used.length > 0 ? { text, lines: used, next: at } : null;
}

/**
 * "De Minister van Onderwijs, / Cultuur en Wetenschap," and "De Minister-president, / Minister van Algemene Zaken,": a
 * comma inside the office, not at its end.
 */
function nextIsOffice(next: Line | undefined, office: string): boolean {
  if (!next || next.blanks > 0 || next.role !== null) return false;
  const text = next.plain;
  if (onBehalfOf.test(text)) return false;
  if (minPresident.test(office)) return /^minister van algemene zaken,?$/i.test(text);
  return /,$/.test(text) && !nameLine.test(text.slice(0, -1)) && !officeLine.test(text) && office.length < 120;
}

const minPresident = /^(?:de )?minister-president,$/i;

const orderOfTheDay = /gaat over tot de orde van de dag\.?$/i;

/** The names below a motion, after "en gaat over tot de orde van de dag": marked, and returned as its movers. */
export function markMovers(lines: Line[]): Person[] {
  const end = lines.findLastIndex((line) => line.role === null && orderOfTheDay.test(line.plain.slice(-40)));
  if (end < 0) return [];
  const movers: Person[] = [];
  for (const line of lines.slice(end + 1)) {
    if (line.role !== null) continue;
    const name = line.plain.replace(/,$/, "");
    if (!nameLine.test(name) || name.length > 60) break;
    line.role = "signature";
    movers.push({ name, office: null });
  }
  return movers;
}
