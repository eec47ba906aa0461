import { plain } from "./inline.ts";
import { cutLine, type Line } from "./lines.ts";

/** A line such as "Vraag 2 en 3" or "Antwoord". */
export interface Label {
  side: "question" | "answer" | "notice";
  /** Empty where the label has no number. */
  numbers: number[];
  /** Whether text follows on the same line ("Antwoord: Ja."). */
  inline: boolean;
}

const numberList =
  "\\d{1,3}[a-z]?(?:\\s*(?:,|en|&|\\+|t\\/m|tm|tot en met|-|–|(?=\\s\\d))\\s*(?:en\\s+)?\\d{1,3}[a-z]?){0,40}";
const question = `(?:vra(?:ag|gen))(?::?\\s*(?:nr\\.?\\s*)?\\(?(${numberList})\\)?)?`;
const answer = `(?:(?:antwoord(?:en)?|beantwoording|reactie)(?:\\s+(?:op|van|bij))?(?:\\s+(?:de\\s+)?(?:vra(?:ag|gen)))?)(?::?\\s*(?:nr\\.?\\s*)?\\(?(${numberList})\\)?)?`;
const labelLine = new RegExp(
  `^(?:${question}|${answer}|(?:antwoord|reactie) van (?:de|het) (?:minister|staatssecretaris|bewindspersoon|bewindspersonen|regering|kabinet)|(mededeling(?:en)?|toelichting(?=:)))\\s*[.:]?$`,
  "i",
);
const inlineLabel = new RegExp(`^(?:${question}|${answer})\\s*:\\s+(?=\\S)`, "i");

/**
 * Reads a line as a label; null when it is none. "Vraag 2 en 3 liggen in elkaars verlengde." is none: a label stands
 * alone on its line, or ends in a colon.
 */
export function readLabel(line: string): Label | null {
  if (line.length > 400 || !/^[#*\s_]*(?:vra|ant|bean|rea|med|toel)/i.test(line)) return null;
  const text = plain(line);
  const alone = labelLine.exec(text);
  if (alone) {
    if (alone[3]) return { side: "notice", numbers: [], inline: false };
    return { ...sided(text, alone[1], alone[2]), inline: false };
  }
  const before = inlineLabel.exec(text);
  return before ? { ...sided(text, before[1], before[2]), inline: true } : null;
}

/** The label that a line is; null when it is none. */
export function labelOf(line: Line): Label | null {
  if (line.question !== null) return { side: "question", numbers: [line.question], inline: false };
  return readLabel(line.text);
}

function sided(text: string, asked: string | undefined, answered: string | undefined): Pick<Label, "side" | "numbers"> {
  return { side: /^vra/i.test(text) ? "question" : "answer", numbers: readNumbers(asked ?? answered ?? "") };
}

/** `2 en 3`, `7, 8, 9 10 en 11`, `3 t/m 5` → the numbers meant, rising. An unreadable range gives its ends only. */
export function readNumbers(list: string): number[] {
  const numbers = new Set<number>();
  let last = 0;
  let range = false;
  for (const [part] of list.matchAll(/\d{1,3}|t\/m|tm|tot en met|[-–]/gi)) {
    if (!/\d/.test(part)) {
      range = true;
      continue;
    }
    const number = Number(part);
    if (range && number > last && number - last < 100) for (let at = last + 1; at < number; at++) numbers.add(at);
    numbers.add(number);
    last = number;
    range = false;
  }
  return [...numbers].sort((a, b) => a - b);
}

/** Parts a label from the text on the same line, so that every label has a line of its own. */
export function splitInlineLabels(lines: Line[]): Line[] {
  return lines.flatMap((line) => {
    if (!readLabel(line.text)?.inline) return [line];
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
  if (lines.some((line) => line.role === null && readLabel(line.text)?.side === "question")) return lines;
  let expected = 1;
  return lines.flatMap((line, at) => {
    const found = line.role === null ? bareNumber.exec(line.text) : null;
    if (!found || Number(found[1]) !== expected) return [line];
    const rest = line.text.slice(found[0].length);
    const isBare = rest === "";
    if (!isBare && !/^[\p{Lu}«“"]/u.test(rest)) return [line];
    if (!isBare && !/[.?!:)]\s*\d?$/.test(lines[at - 1]?.text ?? ":") && line.blanks === 0) return [line];
    expected++;
    const end = found[0].trimEnd().length;
    const label = { ...cutLine(line, line.start, line.start + end), question: expected - 1 };
    if (isBare) return [label];
    return [label, { ...cutLine(line, line.start + found[0].length, line.end), blanks: 0, page: false }];
  });
}
