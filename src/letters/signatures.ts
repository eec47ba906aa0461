import type { Person } from "./letter.ts";
import type { Line } from "./lines.ts";
import { smallParticle } from "./name-particles.ts";

const nameWord = "(?:[\\p{Lu}’'][\\p{L}’'.-]*)";
const initials = "(?:\\p{Lu}\\p{Ll}?\\.\\s?)";
const title = "(?:(?:mr|drs|dr|ir|ing|prof|mw|mevr|dhr)\\.?\\s)";
/** `D.M. (David) van Weel` */
const calledName = "(?:\\(\\p{Lu}[\\p{L}-]{1,30}\\)\\s)";
const nameLine = new RegExp(
  `^${title}{0,3}(?:${initials}{1,6}\\s?${calledName}?)?(?:${smallParticle}\\s){0,3}${nameWord}(?:[\\s-]${smallParticle}){0,3}(?:[\\s-](?:${smallParticle}\\s){0,3}${nameWord}){0,5}(?:\\s(?:MA|MBA|LLM|RA|BSc|MSc))?$`,
  "u",
);
const officeLine =
  /^(?:(?:de|het)\s+)?(?:(?:demissionair|waarnemend)\s+)?(?:viceminister-president|vice-minister-president|minister-president|minister|staatssecretaris)\b[^.?!;:]{0,200}(?:\sa\.i\.,?)?$/i;
const committeeLine =
  /^(?:de\s+)?(?:(?:fungerend|waarnemend|adjunct|plaatsvervangend)[ -]?)*(?:voorzitter|ondervoorzitter|griffier|adjunct-griffier)(?:\s+van\s+(?:de|deze)\s+(?:vaste\s+|tijdelijke\s+)?commissie[^.?!;:]{0,120})?,?$/i;
/** How all of these begin. */
const mayBeSignature =
  /^(?:de|het|demissionair|waarnemend|vice|mini|staats|fungerend|adjunct|plaatsv|voorz|onderv|griff|hoogachtend|met)/i;
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
    if (!line || line.role !== null || !mayBeSignature.test(line.plain)) continue;
    const text = line.plain;
    if (closing.test(text) && text.length < 60) line.role = "signature";
    const isMinister = officeLine.test(text);
    if (!isMinister && !committeeLine.test(text)) continue;
    const under = isMinister ? readNameAbove(lines, at) : null;
    if (under && !textBetween(lines, after.at(-1), at - 1)) {
      for (const part of under.lines) part.role = "signature";
      senders.push(...under.persons);
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

interface Signature {
  persons: Person[];
  lines: Line[];
  next: number;
}

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

/** Signatures beside each other: offices in columns, over one line or more, and below them a line of as many names. */
function readColumns(lines: Line[], at: number): Signature | null {
  const line = lines[at];
  if (!line) return null;
  let offices = line.plain.split(column);
  if (offices.length < 2) return null;
  const used = [line];
  for (let more = lines[at + used.length]; more?.role === null && more.blanks === 0; more = lines[at + used.length]) {
    const parts = more.plain.split(column);
    if (parts.length !== offices.length || parts.map(nameIn).every(isNameText) || used.length === 3) break;
    offices = offices.map((office, place) => `${office} ${parts[place]}`);
    used.push(more);
  }
  const below = pastFurniture(lines, at + used.length);
  const names = lines[below];
  if (!names || names.role !== null) return null;
  const called = names.plain.split(column).map(nameIn);
  if (offices.length !== called.length) return null;
  if (!offices.every((office) => officeLine.test(office)) || !called.every(isNameText)) return null;
  const persons = called.map((name, place) => ({ name, office: clean(offices[place] ?? "") }));
  return { persons, lines: [...used, names], next: below + 1 };
}

/** A name with the office right below it, where the letter ends: elsewhere it may be whom a letter is sent to. */
function readNameAbove(lines: Line[], at: number): Signature | null {
  const [closed, name, line] = [lines[at - 2], lines[at - 1], lines[at]];
  if (!name || !line || name.role !== null || line.blanks > 0 || !isName(name)) return null;
  const next = pastFurniture(lines, at + 1);
  const isLast = name.blanks > 0 && next >= lines.length && closed?.role === null && isSentence.test(closed.plain);
  if (!isLast && !(closed && closing.test(closed.plain))) return null;
  return { persons: [{ name: nameIn(name.plain), office: clean(line.plain) }], lines: [name, line], next };
}

const isSentence = /[.?!]$/;

/** Below an office: it was another who signed, whose office and name follow. */
const onBehalfOf = /^namens (?:deze|dezen|hem|haar|die),?$/i;

/** What parts columns in plain text. */
const column = / {3,}|\t/;

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

/** A name without the comma after it and without "w.g.", which says that the original was signed. */
function nameIn(text: string): string {
  return text.replace(/,$/, "").replace(/^(?:\(w\.g\.\)|w\.g\.)\s/i, "");
}

function isName(line: Line): boolean {
  const name = nameIn(line.plain);
  return isNameText(name);
}

function isNameText(name: string): boolean {
  return name.length <= 60 && nameLine.test(name) && !officeLine.test(name);
}

function pastFurniture(lines: Line[], from: number): number {
  let at = from;
  while (lines[at]?.role === "furniture" && at < from + 20) at++;
  return at;
}

/** The office itself: without article, without the comma at its end and without those on whose behalf is signed. */
function clean(office: string): string {
  return office
    .replace(/(?:,|(?<![,\s]))\s+(?:mede\s+)?namens\s[\s\S]*$/i, "")
    .replace(/(?<![,\s])[,\s]+$/, "")
    .replace(/^(?:de|het)\s+/i, "");
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
