import { isEnded } from "./headings.ts";
import { type Label, numberList, readLabel } from "./labels.ts";
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

/** Parts labels from the text on the same line, so that every label has a line of its own. */
export function splitInlineLabels(lines: Line[]): Line[] {
  return markNumberedAnswers(splitRunInLabels(splitAtColons(lines)));
}

/** "Antwoord: Ja." */
function splitAtColons(lines: Line[]): Line[] {
  if (!lines.some((line) => line.label?.inline)) return lines;
  return lines.flatMap((line) => {
    if (!line.label?.inline) return [line];
    const colon = line.text.indexOf(":") + 1;
    return cutAfter(line, colon + (/^[*_]*/.exec(line.text.slice(colon))?.[0].length ?? 0), null);
  });
}

/** No label with something beside it has fewer characters: a text may have very many lines that are shorter. */
const shortest = 9;

/** "Vraag 1 Kent u het bericht?", "Antwoord op vraag 1 en 2 Ja.": after the number comes how a sentence begins. */
const runIn = new RegExp(
  `^[#*_\\s]{0,8}(?:vraag|vragen|antwoord(?:en)?(?:\\s+op\\s+(?:de\\s+)?(?:vraag|vragen))?)\\s+${numberList}[.)]?[*_]{0,3}\\s+(?=[*_]{0,3}[\\p{Lu}«“"‘'€])`,
  "iu",
);
const beginsRunIn = /^[#*_\s]{0,8}(?:vra|antw)/i;
const beginsSentence = /^[*_]{0,3}[\p{Lu}«“"‘'€]/u;

/**
 * Parts labels from the sentence that runs on after them. In prose too a line may begin with "Vraag 2", hence only in
 * a paper that labels no question otherwise, and only when the numbers run from 1 without a gap.
 */
function splitRunInLabels(lines: Line[]): Line[] {
  if (lines.some(({ label }) => label?.side === "question")) return lines;
  const found = new Map<Line, { label: Label; end: number }>();
  lines.forEach((line, at) => {
    if (line.label || line.text.length < shortest || !beginsRunIn.test(line.text) || !mayBegin(line, lines[at - 1]))
      return;
    const head = runIn.exec(line.text)?.[0];
    if (head === undefined || !beginsSentence.test(line.text.slice(head.length))) return;
    const label = readLabel(head.trim().replace(/[.)](?=[*_]*$)/, ""));
    if (label && label.numbers.length > 0) found.set(line, { label, end: head.length });
  });
  const numbers = (side: Label["side"]) =>
    [...found.values()].flatMap(({ label }) => (label.side === side ? label.numbers : []));
  const asked = numbers("question");
  if (asked.length === 0 || asked.some((number, at) => number !== at + 1)) return lines;
  // One question alone may be prose; its answer tells that it is not.
  const isAnswered = numbers("answer").length > 0 || lines.some(({ label }) => label?.side === "answer");
  if (asked.length === 1 && !isAnswered) return lines;
  return lines.flatMap((line) => {
    const one = found.get(line);
    return one ? cutAfter(line, one.end, one.label) : [line];
  });
}

/** Whether a paragraph may begin at a line. */
function mayBegin(line: Line, before: Line | undefined): boolean {
  return line.blanks > 0 || !before || before.label !== null || /[.?!:»”"*_)]\d{0,2}$/.test(before.text);
}

/** Cuts a line after its label, which is what it says already, or `label`. */
function cutAfter(line: Line, at: number, label: Label | null): Line[] {
  const head = cutLine(line, line.start, line.start + line.text.slice(0, at).trimEnd().length);
  if (label) head.label = { ...label, inline: false };
  const from = at + (/^\s*/.exec(line.text.slice(at))?.[0].length ?? 0);
  return [head, { ...cutLine(line, line.start + from, line.end), blanks: 0, page: false, label: null }];
}

/** "12. Antwoord van het kabinet" */
const numberedAnswer = /^[#*_\s]{0,8}(\d{1,3})[.)]\s+(?=\S)/;

/**
 * Reads answers whose number stands before the label. One alone may be the heading of a section ("2. Reactie van de
 * minister"): only numbers that run from 1 without a gap count.
 */
function markNumberedAnswers(lines: Line[]): Line[] {
  const found: { line: Line; label: Label }[] = [];
  for (const line of lines) {
    const head = line.label || line.text.length < shortest ? null : numberedAnswer.exec(line.text);
    const label = head && readLabel(line.plain.replace(/^\d{1,3}[.)]\s+/, ""));
    if (label?.side !== "answer" || label.inline || label.numbers.length > 0) continue;
    found.push({ line, label: { ...label, numbers: [Number(head?.[1])] } });
  }
  if (found.length < 2 || found.some(({ label }, at) => label.numbers[0] !== at + 1)) return lines;
  for (const { line, label } of found) line.label = label;
  return lines;
}
