import { markdownLine, usedLabels } from "./markdown-inline.ts";
import { gatherNotes } from "./markdown-notes.ts";

/*
 * Markdown as people and converters write it (CommonMark 0.31, with what pandoc and mammoth add) to the light Markdown of
 * SourceText, line by line: a line stays a line. No library does this: they make HTML or a tree of it, in which the lines
 * that a letter's head is read by are gone.
 */

/**
 * Markdown without what the reading of letters does not know: headings that are underlined, line breaks, escapes, images,
 * comments, HTML, attributes; links by reference become links, raised marks and gathered notes those of SourceText.
 *
 * @param text with line ends `\n`
 */
export function lightMarkdown(text: string): string {
  const lines = withoutFrontMatter(withoutComments(text).split("\n"));
  const addresses = definitions(lines);
  const used = addresses.size === 0 ? new Set<string>() : usedLabels(lines, addresses);
  const written: string[] = [];
  let fence = "";
  for (const [at, line] of gatherNotes(lines).entries()) {
    if (fence === "" && !special.test(line)) {
      written.push(line);
      continue;
    }
    const mark = /^ {0,3}(`{3,9}|~{3,9})/.exec(line)?.[1];
    if (mark !== undefined && (fence === "" || mark.startsWith(fence))) {
      fence = fence === "" ? mark : "";
      continue;
    }
    if (fence !== "") {
      written.push(line);
      continue;
    }
    if (used.size > 0 && line.includes("]:") && used.has(definition(line)?.label ?? "")) continue;
    const level = underline(line, written.at(-1) ?? "", written.at(-2) ?? "");
    if (level !== null) written.push(`${level} ${(written.pop() ?? "").trim()}`);
    else if (at > 0 && isRule(line)) written.push("");
    else written.push(markdownLine(line, addresses));
  }
  return written.join("\n");
}

/** A line without any of these is text, and a file may have very many lines. */
const special = /[\\<&~^\]{`*_=-]/;

/** A comment that is not closed is text. */
function withoutComments(text: string): string {
  const [first = "", ...rest] = text.split("<!--");
  return [
    first,
    ...rest.map((piece) => (piece.includes("-->") ? piece.slice(piece.indexOf("-->") + 3) : `<!--${piece}`)),
  ].join("");
}

/** What stands before the text between two lines `---` as `key: value`. */
function withoutFrontMatter(lines: readonly string[]): readonly string[] {
  if (lines[0]?.trimEnd() !== "---") return lines;
  const end = lines.slice(1, mostFrontMatter).findIndex((line) => /^(?:---|\.\.\.)\s?$/.test(line)) + 1;
  const isMatter = end > 0 && lines.slice(1, end).every((line) => /^(?:[\w-]{1,40}:|\s|-\s|#|$)/.test(line));
  return isMatter ? lines.slice(end + 1) : lines;
}
const mostFrontMatter = 60;

/** `[1]: https://voorbeeld.example "Titel"`; a note of that form has words, or nothing in the text points to it so. */
function definition(line: string): { label: string; address: string } | null {
  const found =
    /^ {0,3}\[(?!\^)([^[\]]{1,100})\]:\s{1,9}<?((?:https?:|mailto:|www\.|[./#])[^\s<>]{0,2000})>?(?:\s{1,9}["'(].{0,300})?\s{0,9}$/.exec(
      line,
    );
  return found === null ? null : { label: (found[1] ?? "").toLowerCase(), address: found[2] ?? "" };
}

function definitions(lines: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of lines) {
    const defined = line.includes("]:") ? definition(line) : null;
    if (defined !== null && !found.has(defined.label)) found.set(defined.label, defined.address);
  }
  return found;
}

/**
 * The heading that a line of `=` or `-` makes of the line above it; null where it makes none. Below a sentence `---` is the
 * rule above the notes.
 */
function underline(line: string, above: string, before: string): string | null {
  if (!/^ {0,3}(?:={2,200}|-{2,200})\s{0,9}$/.test(line)) return null;
  if (above.trim() === "" || above.length > longestHeading || before.trim() !== "") return null;
  if (/^\s{0,9}(?:[#>|*+-]|\d{1,9}[.)]|<sup>)/.test(above)) return null;
  if (line.includes("=")) return "#";
  return /[.,;:?!]$/.test(above.trimEnd()) ? null : "##";
}
const longestHeading = 200;

/** A rule across the page in another form than the one above the notes. */
const isRule = (line: string): boolean =>
  /^ {0,3}(?:\*(?: {0,3}\*){2,60}|_(?: {0,3}_){2,60}|-(?: {1,3}-){2,60})\s{0,9}$/.test(line);
