import partyData from "../../data/parties.json" with { type: "json" };
import { plain } from "./inline.ts";

/** A line such as "Vraag 2 en 3" or "Antwoord". */
export interface Label {
  side: "question" | "answer" | "notice";
  /** Empty where the label has no number. */
  numbers: number[];
  /** Who asked, where the label says so: "Vraag 2 (VVD)". As printed. */
  parties: string[];
  /** Whether text follows on the same line ("Antwoord: Ja."). */
  inline: boolean;
}

/** `2 en 3`, `7, 8, 9 10 en 11`, `3 t/m 5`, `4 en op vraag 5`, `2, alsmede 3`, `2a`; its end is that of a number. */
export const numberList =
  "\\d{1,3}(?:\\s?[a-z](?![a-z]))?(?:\\s*(?:,|en|&|\\+|t\\/m|\\/|tm|tot en met|-|–|(?:,\\s)?(?:alsmede|respectievelijk|resp\\.)|(?=\\s\\d))\\s*(?:en\\s+)?(?:(?:op\\s+)?(?:de\\s+)?(?:vra(?:ag|gen)|antwoord)\\s+)?\\d{1,3}(?:\\s?[a-z](?![a-z]))?){0,40}";
const question = `(?:vra(?:ag|gen)|vr\\.)(?::?\\s*(?:n[ro]\\.?\\s*)?\\(?(?<asked>${numberList})\\)?)?(?:\\s*\\((?<parties>[^()]{2,80})\\))?`;
const government = "(?:minister|staatssecretaris|bewindspersoon|bewindspersonen|regering|kabinet)";
/** Who answers, before the numbers of what is answered: `Reactie van het kabinet op vraag 2`. */
const byWhom = `(?:\\s+van\\s+(?:de|het|mij)(?:\\s+${government}(?:\\s+(?:van|voor)\\s[^\\d.:?!()]{2,60}?)?)?(?=\\s+op\\s+(?:de\\s+)?vra(?:ag|gen)\\s+\\d))?`;
/** Behind the numbers: that they are answered at once, and whose questions they are. */
const atOnce =
  "(?:\\s+(?:\\((?:gezamenlijk|samen|tezamen)\\)|gezamenlijk|samen|tezamen))?(?:\\s+van\\s+(?:het\\s+lid|de\\s+leden)\\s[^\\d.:?!]{2,60}?)?";
const answer = `(?:(?:gezamenlijke?\\s+)?(?:antwoord(?:en)?|antw\\.|beantwoording|reactie)${byWhom}(?:\\s+(?:op|van|bij))?(?:\\s+(?:de\\s+)?(?:vra(?:ag|gen)|vr\\.))?)(?::?\\s*(?:n[ro]\\.?\\s*)?\\(?(?<answered>${numberList})\\)?${atOnce})?`;
const labelLine = new RegExp(
  `^(?:${question}|${answer}|(?:antwoord|reactie)(?: van (?:de|het))? ${government}|antwoord(?:en)? op (?:deze|(?:de )?bovenstaande) vra(?:ag|gen)|(?<notice>mededeling(?:en)?|toelichting(?=:)))\\s*[.:]?$`,
  "i",
);
const inlineLabel = new RegExp(
  `^(?:${question}|${answer}|(?<notice>toelichting)(?=:\\s+deze vragen\\s))\\s*:\\s+(?=\\S)`,
  "i",
);

/** "Vraag" */
const shortestLabel = 5;
const beginsLabel = /^[#*\s_]*(?:vra|vr\.|ant|bean|rea|med|toel|gez)/i;
/** What nearly all labels are; reading these needs no grammar. */
const simpleLabel = /^(?:(vraag)|antwoord) (\d{1,3})$/i;

/**
 * Reads a line as a label; null when it is none. "Vraag 2 en 3 liggen in elkaars verlengde." is none: a label stands
 * alone on its line, or ends in a colon.
 */
export function readLabel(line: string): Label | null {
  if (line.length < shortestLabel || line.length > 400 || !beginsLabel.test(line)) return null;
  const simple = simpleLabel.exec(line);
  if (simple)
    return { side: simple[1] ? "question" : "answer", numbers: [Number(simple[2])], parties: [], inline: false };
  const text = plain(line);
  const alone = labelLine.exec(text);
  const found = alone ?? inlineLabel.exec(text);
  if (!found) return null;
  const { asked, answered, notice, parties: named } = found.groups ?? {};
  const parties = named === undefined ? [] : readParties(named);
  if (parties === null) return null;
  const side = notice ? "notice" : /^vr/i.test(text) ? "question" : "answer";
  return { side, numbers: readNumbers(asked ?? answered ?? ""), parties, inline: alone === null };
}

const knownParties = new Set(partyData.parties.flatMap(({ names }) => names));

/** `VVD`, `SP en CDA`; null when anything else is named: a member's name is no party. */
function readParties(named: string): string[] | null {
  const parties = named.split(/,| en /).map((name) => name.replace(/-fractie$/, "").trim());
  return parties.every((name) => knownParties.has(name)) ? parties : null;
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
