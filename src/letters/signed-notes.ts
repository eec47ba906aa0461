import type { PrintedNote } from "./footnotes.ts";
import { isRule } from "./furniture.ts";
import type { SetMark } from "./join.ts";
import type { Line } from "./lines.ts";

/**
 * Notes whose marks have a sign of their own, in the text as before the note: `[1]` (Word saved as text), `[^1]` and
 * `[^1]:` (Markdown), `¹`, a raised letter; or raised marks whose notes are a numbered list below a rule or a title. No guess is needed where both are there: a `[1]` without a note below stays in the text, and
 * so does a numbered line that no mark stands for.
 */

interface Style {
  /** What a document must hold for the style to be looked for. */
  sign: RegExp;
  mark: RegExp;
  /** The start of a note. */
  opening: RegExp;
  /** Whether notes begin as items of any list do, so that they are looked for only below a rule or their title. */
  listed?: true;
}

/** `[1]`, `\[1\]`, `<sup>[1]</sup>`, and as a link `[\[1\]](#_ftn1)`. */
const bracketed = "(?:<sup>)?(?:\\[(?=\\\\?\\[))?\\\\?\\[(\\d{1,3})\\\\?\\](?:\\]\\(#[^()\\s]{1,40}\\))?(?:</sup>)?";
const raised = "([¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3})";
/** Endnotes of Word and notes of tables: `<sup>i</sup>`, `<sup>a</sup>`, `<sup>†</sup>`, but not the ordinal `2<sup>e</sup>`. */
const lettered = "<sup>\\s?((?<!\\d<sup>\\s?)e|[ivxl]{1,7}|[a-df-z†‡§])\\s?</sup>";
const item = /^(\d{1,3})\.\s{1,9}(?=\S)/;
/** After a unit of measure it is no mark: `12 m²`. */
const notOfUnit = "(?<!(?:^|[\\s\\d/(])(?:[kcd]?m|mm|ha))";
const raisedMark = new RegExp(`${notOfUnit}${raised}`, "gu");

const styles: Style[] = [
  { sign: /\[\d/, mark: new RegExp(bracketed, "g"), opening: new RegExp(`^${bracketed}(?:$|:?\\s{1,9}(?=\\S))`) },
  { sign: /\[\^/, mark: /\[\^(\w{1,20})\](?!:)/g, opening: /^\[\^(\w{1,20})\]:\s{1,9}(?=\S)/ },
  { sign: /[¹²³⁰⁴-⁹]/, mark: raisedMark, opening: new RegExp(`^${raised}\\s{0,9}(?=[^\\s¹²³⁰⁴-⁹])`) },
  { sign: /<sup>\s?[a-z†‡§]/i, mark: new RegExp(lettered, "g"), opening: new RegExp(`^${lettered}\\s{1,9}(?=\\S)`) },
  { sign: /[¹²³⁰⁴-⁹]/, mark: raisedMark, opening: item, listed: true },
  {
    sign: /<sup>\s*\d/i,
    mark: new RegExp(`${notOfUnit}<sup>\\s*(\\d{1,3})\\s*</sup>`, "giu"),
    opening: item,
    listed: true,
  },
];

/** The title of a list of notes. */
const title = /^(?:voet|eind)?noten:?$/i;

/** No note is longer than so many lines. */
const longestNote = 40;

/** Finds these notes and the places of their marks; the lines of the notes are marked as such. */
export function readSignedNotes(source: string, lines: Line[]): { notes: PrintedNote[]; marks: SetMark[] } {
  const notes: PrintedNote[] = [];
  const marks: SetMark[] = [];
  for (const style of styles.filter(({ sign }) => sign.test(source))) {
    /** Marks that no note has been found for yet; an annex may begin at 1 again. */
    const open = new Map<string, Place[]>();
    const last = new Map<string, number>();
    let inList = false;
    /** The rule or the title below which there have been only notes. */
    let top: Line | null = null;
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at];
      if (style.listed && line && (isRule(line) || title.test(line.plain))) top = line;
      if (line?.role !== null || line === top) continue;
      const [printed = "", mark = ""] = style.opening.exec(line.text) ?? [];
      // "Er zijn twee wegen, [1] en [2]:" and below it a list with these numbers.
      inList = printed === "" ? inList && line.blanks === 0 : inList || lines[at - 1]?.plain.endsWith(":") === true;
      const meant = inList || (style.listed && !top) ? undefined : open.get(digitsOf(mark));
      if (meant) {
        if (top) top.role = "furniture";
        for (const place of meant) marks.push({ ...place, note: notes.length });
        open.delete(digitsOf(mark));
        last.set(digitsOf(mark), notes.length);
        const own = linesOfNote(lines, at, style);
        for (const one of own) one.role = "note";
        notes.push({ mark: digitsOf(mark), start: line.start, lines: own, textStart: line.start + printed.length });
        at += own.length - 1;
      } else {
        top = null;
        for (const { mark: found, ...place } of marksIn(source, line, style)) add(open, digitsOf(found), place);
      }
    }
    for (const [mark, places] of open) {
      const note = last.get(mark);
      // A note that is meant twice.
      if (note !== undefined) for (const place of places) marks.push({ ...place, note });
    }
  }
  return { notes, marks };
}

interface Place {
  start: number;
  end: number;
}

function add(open: Map<string, Place[]>, mark: string, place: Place): void {
  const places = open.get(mark);
  if (places) places.push(place);
  else open.set(mark, [place]);
}

/** The lines of the note that starts at line `at`: up to the next note, a blank line, a page or a label. */
function linesOfNote(lines: Line[], at: number, { opening }: Style): Line[] {
  let end = at + 1;
  for (; end < lines.length && end < at + longestNote; end++) {
    const line = lines[end];
    if (!line || line.role !== null || line.blanks > 0 || line.page || line.label || opening.test(line.text)) break;
  }
  return lines.slice(at, end);
}

/** The marks in a line, each with the space before it where a closing sign or nothing follows. */
function marksIn(source: string, line: Line, style: Style): (Place & { mark: string })[] {
  if (!style.sign.test(line.text)) return [];
  return [...line.text.matchAll(style.mark)].map((match) => {
    const end = line.start + match.index + match[0].length;
    let start = line.start + match.index;
    if (end === line.end || /[\s.,;:?!)]/.test(source[end] ?? " "))
      while (start > line.start && source[start - 1] === " ") start--;
    return { mark: match[1] ?? "", start, end };
  });
}

const raisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function digitsOf(mark: string): string {
  return mark.replace(/[¹²³⁰⁴-⁹]/g, (digit) => String(raisedDigits.indexOf(digit)));
}
