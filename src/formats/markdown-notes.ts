/*
 * Notes that Markdown gathers at the end of a text in forms of its own, as those of SourceText.
 */

/** `1. <a id="footnote-1"></a> Duinbode.`: a note as mammoth writes it. */
const listed = /^ {0,3}(\d{1,3})\\?\. {0,3}<a (?:id|name)="(?:foot|end)note-[\w-]{1,40}"><\/a>/;
/** `[[1]](#_ftnref1) Duinbode.`: a note of a page that Word saved, made Markdown. */
const linked =
  /^ {0,3}\[\\?\[(\d{1,3}|[a-z]|[ivxlc]{1,6}|\*{1,3})\\?\]\]\(#_?(?:ftn|edn|fn|footnote-|endnote-)-?ref[\w-]{0,40}\)/;
const back = /\[(?:↑|↩)\ufe0e?\]\(#[^()\s]{1,100}\)/u;

/** No note has more lines. */
const longestNote = 20;

/** Joins the paragraphs of each note on one line, and puts the notes that stand in a list below a line `---`. */
export function gatherNotes(lines: readonly string[]): string[] {
  const text: string[] = [];
  const notes: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const mark = /<a |\]\(#/.test(line) ? (listed.exec(line)?.[1] ?? linked.exec(line)?.[1]) : undefined;
    if (mark !== undefined) {
      const next = endOfNote(lines, at);
      const words = lines.slice(at, next).map((each) => each.replace(listed, "").replace(linked, "").trim());
      notes.push(`<sup>${mark}</sup> ${words.filter((each) => each !== "").join(" ")}`);
      at = next - 1;
      continue;
    }
    if (line.startsWith("[^") && /^\[\^\w{1,40}\]:/.test(line)) {
      const next = endOfParagraphs(lines, at);
      text.push(joined(lines.slice(at, next)));
      at = next - 1;
      continue;
    }
    text.push(line);
  }
  return notes.length === 0 ? text : [...text, "", "---", ...notes.flatMap((note) => ["", note]), ""];
}

/** A note ends with its link back, else with its line. */
function endOfNote(lines: readonly string[], from: number): number {
  for (let at = from; at < Math.min(lines.length, from + longestNote); at += 1) {
    const line = lines[at] ?? "";
    if (at > from && (listed.test(line) || linked.test(line))) break;
    if (line.includes("](#") && back.test(line)) return at + 1;
  }
  return from + 1;
}

/** The paragraphs of `[^1]: …` that follow its first are indented. */
function endOfParagraphs(lines: readonly string[], from: number): number {
  let next = from + 1;
  for (let at = next; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (line.trim() === "") continue;
    if (!/^(?: {4}|\t| {1,3}\t)/.test(line)) break;
    next = at + 1;
  }
  return next;
}

const joined = (lines: readonly string[]): string =>
  lines
    .map((line, at) => (at === 0 ? line : line.trim()))
    .filter((line) => line !== "")
    .join(" ");
