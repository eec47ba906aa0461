import type { Person } from "./letter.ts";
import type { Line } from "./lines.ts";

const particle = "(?:van|der|den|de|ten|ter|te|von|du|la|el|al|bin|in|’t|'t|op)";
const nameWord = "(?:[\\p{Lu}’'][\\p{L}’'.-]*)";
const initials = "(?:\\p{Lu}\\p{Ll}?\\.\\s?)";
const title = "(?:(?:mr|drs|dr|ir|ing|prof)\\.?\\s)";
const nameLine = new RegExp(
  `^${title}{0,3}(?:${initials}{1,6}\\s?)?(?:${particle}\\s){0,3}${nameWord}(?:[\\s-]${particle}){0,3}(?:[\\s-](?:${particle}\\s){0,3}${nameWord}){0,5}(?:\\s(?:MA|MBA|LLM|RA|BSc|MSc))?$`,
  "u",
);
const officeLine =
  /^(?:(?:de|het)\s+)?(?:(?:demissionair|waarnemend)\s+)?(?:viceminister-president|vice-minister-president|minister-president|minister|staatssecretaris)\b[^.?!;:]{0,200}$/i;
const committeeLine =
  /^(?:de\s+)?(?:(?:fungerend|waarnemend|adjunct|plaatsvervangend)[ -]?)*(?:voorzitter|ondervoorzitter|griffier|adjunct-griffier)(?:\s+van\s+(?:de|deze)\s+(?:vaste\s+|tijdelijke\s+)?commissie[^.?!;:]{0,120})?,?$/i;
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
    const text = line.plain;
    if (closing.test(text) && text.length < 60) line.role = "signature";
    const isMinister = officeLine.test(text);
    if (!isMinister && !committeeLine.test(text)) continue;
    if (line.blanks === 0 && !line.page && lines[at - 1]?.role === null && !/[.?!,]$/.test(lines[at - 1]?.text ?? ""))
      continue;
    const signed = readSignature(lines, at);
    if (!signed) continue;
    for (const part of signed.lines) part.role = "signature";
    if (isMinister) senders.push({ name: signed.name, office: signed.office });
    at = signed.next - 1;
    after.push(signed.next);
  }
  return { senders, after };
}

interface Signature {
  name: string;
  office: string;
  lines: Line[];
  next: number;
}

/** The office may run over three lines; then, after any blank room, a line that is nothing but a name. */
function readSignature(lines: Line[], from: number): Signature | null {
  const used: Line[] = [];
  let office = "";
  let at = from;
  for (; at < lines.length && used.length < 3; at++) {
    const line = lines[at];
    if (!line || (line.role !== null && line.role !== "furniture")) return null;
    if (line.role === "furniture") continue;
    const text = line.plain;
    if (used.length > 0 && (line.blanks > 1 || (office.endsWith(",") && nameLine.test(text)))) break;
    if (used.length > 0 && nameLine.test(text) && !/(?:\s(?:en|van|voor|de)|,)$/.test(office)) break;
    office = office === "" ? text : office.endsWith("-") ? office + text : `${office} ${text}`;
    used.push(line);
    if (office.endsWith(",") && !nextIsOffice(lines[at + 1], office)) {
      at++;
      break;
    }
  }
  while (lines[at]?.role === "furniture") at++;
  const line = lines[at];
  if (!line || line.role !== null) return null;
  const name = line.plain.replace(/,$/, "");
  if (name.length > 60 || !nameLine.test(name) || officeLine.test(name)) return null;
  if (!office.endsWith(",") && line.blanks === 0 && office.length > 70) return null;
  return {
    name,
    office: office.replace(/[,\s]+$/, "").replace(/^(?:de|het)\s+/i, ""),
    lines: [...used, line],
    next: at + 1,
  };
}

/** "De Minister van Onderwijs, / Cultuur en Wetenschap,": a comma inside the office, not at its end. */
function nextIsOffice(next: Line | undefined, office: string): boolean {
  if (!next || next.blanks > 0 || next.role !== null) return false;
  const text = next.plain;
  return /,$/.test(text) && !nameLine.test(text.slice(0, -1)) && office.length < 120;
}

/** The names below a motion, after "en gaat over tot de orde van de dag": marked, and returned as its movers. */
export function markMovers(lines: Line[]): Person[] {
  let end = -1;
  for (const [at, line] of lines.entries())
    if (line.role === null && /gaat over tot de orde van de dag\.?$/i.test(line.plain)) end = at;
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
