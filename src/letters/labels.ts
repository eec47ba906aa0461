import { plain } from "./inline.ts";

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

function sided(text: string, asked: string | undefined, answered: string | undefined): Pick<Label, "side" | "numbers"> {
  return { side: /^vra/i.test(text) ? "question" : "answer", numbers: readNumbers(asked ?? answered ?? "") };
}

/** `2 en 3`, `7, 8, 9 10 en 11`, `3 t/m 5` → the numbers meant, rising. An unreadable range gives its ends only. */
export function readNumbers(list: string): number[] {
  if (list === "") return [];
  if (/^\d{1,3}$/.test(list)) return [Number(list)];
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
