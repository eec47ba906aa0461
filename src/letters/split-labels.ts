import { isEnded } from "./headings.ts";
import { cutLine, type Line } from "./lines.ts";

/**
 * Takes the label off lines that are the last words of a sentence ("… wacht nog op een / reactie."). In small letters a
 * line is a label only where nothing is left open above it, and never with a full stop.
 */
export function dropLabelsInSentences(lines: Line[]): void {
  lines.forEach((line, at) => {
    if (line.label === null || !beginsSmall.test(line.plain)) return;
    const before = lines[at - 1];
    const mayStart = before === undefined || before.label !== null || isEnded(before.plain);
    if (!mayStart || line.plain.endsWith(".")) line.label = null;
  });
}

const beginsSmall = /^\p{Ll}/u;

/** Parts a label from the text on the same line, so that every label has a line of its own. */
export function splitInlineLabels(lines: Line[]): Line[] {
  if (!lines.some((line) => line.label?.inline)) return lines;
  return lines.flatMap((line) => {
    if (!line.label?.inline) return [line];
    const colon = line.text.indexOf(":") + 1;
    const end = colon + (/^[*_]*/.exec(line.text.slice(colon))?.[0].length ?? 0);
    const rest = end + (/^\s*/.exec(line.text.slice(end))?.[0].length ?? 0);
    return [
      cutLine(line, line.start, line.start + end),
      { ...cutLine(line, line.start + rest, line.end), blanks: 0, page: false },
    ];
  });
}

const bareNumber = /^(\d{1,3})[.)]?(?:\s+(?=\S)|$)/;

/**
 * Where questions are labelled with nothing but their number ("1", or "1. Bent u bekend …"), parts the numbers from
 * the text and marks them. Only numbers that run from 1 without a gap count, each where a paragraph may begin.
 */
export function splitBareNumbers(lines: Line[]): Line[] {
  if (lines.some((line) => line.role === null && line.label?.side === "question")) return lines;
  let expected = 1;
  return lines.flatMap((line, at) => {
    const found = line.role === null ? bareNumber.exec(line.text) : null;
    if (!found || Number(found[1]) !== expected) return [line];
    const rest = line.text.slice(found[0].length);
    const isBare = rest === "";
    if (!isBare && !/^[\p{Lu}«“"]/u.test(rest)) return [line];
    const before = lines[at - 1];
    const mayStart = !before || before.role !== null || line.blanks > 0 || /[.?!:)]\s*\d?$/.test(before.text);
    if (!isBare && !mayStart) return [line];
    expected++;
    const end = found[0].trimEnd().length;
    const label = cutLine(line, line.start, line.start + end);
    label.label = { side: "question", numbers: [expected - 1], parties: [], inline: false };
    if (isBare) return [label];
    return [label, { ...cutLine(line, line.start + found[0].length, line.end), blanks: 0, page: false }];
  });
}
