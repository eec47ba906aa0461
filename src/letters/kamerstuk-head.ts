import type { HeaderName } from "./header-forms.ts";
import { cutLine, type Line } from "./lines.ts";

/** The head of a Kamerstuk: the number and title of its dossier, its own number, and what kind of paper it is. */

/**
 * A line of the head of a Kamerstuk that says what its neighbours let it say: "36 278 Wijziging van …", "Nr. 32 MOTIE
 * VAN …", and of the Eerste Kamer, which numbers with letters, "J BRIEF VAN …" or "J" alone. Returns its one or two
 * items, or null for any other line.
 *
 * @param inDossier whether the number of the dossier stands above it
 */
export function readHeadLine(lines: Line[], at: number, inDossier: boolean): { name: HeaderName; line: Line }[] | null {
  const line = lines[at];
  if (!line) return null;
  const ofEerste = inDossier ? lettersOfPaper(lines, at) : null;
  if (ofEerste === line.text) return [{ name: "number", line }];
  const number =
    ofEerste ??
    /^\W*nr\. ?\d{1,5}[a-z]?(?:\*\*)?(?=\s+(?:(?:nader|gewijzigde) )*(?:motie|brief|verslag|lijst|amendement|nota)\b)/i.exec(
      line.text,
    )?.[0];
  const dossier = number
    ? null
    : /^\W*\d{2} ?\d{3}(?:[- ](?:[IVXLC]{1,7}|\d{2}))?(?:[- ]?\(R ?\d{2,5}\))?(?:\*\*)?(?=\s+\p{Lu})(?! [IVXLC]{1,7}(?:\s|$))/u.exec(
        line.text,
      )?.[0];
  const found = number ?? (dossier && numberFollows(lines, at) ? dossier : null);
  if (!found) return null;
  const rest = line.text.slice(found.length);
  const middle = line.end - rest.trimStart().length;
  return [
    { name: number ? "number" : "dossier", line: cutLine(line, line.start, middle) },
    { name: number ? "kind" : "title", line: cutLine(line, middle, line.end) },
  ];
}

const kindInCapitals =
  /^(?:(?:NADERE?|GEWIJZIGDE?) )*(?:BRIEF|MOTIE|VERSLAG|AMENDEMENT|NOTA|MEMORIE|VOORLOPIG VERSLAG)\b/;

/** The letters that number a paper of the Eerste Kamer: they stand before what kind of paper it is. */
function lettersOfPaper(lines: Line[], at: number): string | null {
  const text = lines[at]?.text ?? "";
  // With the mark of a note on it or not: "D1 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG".
  const letters = /^[A-Z]{1,3}\d{0,2}(?=\s|$)/.exec(text)?.[0];
  if (letters === undefined) return null;
  const rest = text.slice(letters.length).trimStart();
  return kindInCapitals.test(rest || (lines[at + 1]?.plain ?? "")) ? letters : null;
}

/** Whether the number of a Kamerstuk follows within a few lines, so that what stands before it is the dossier's title. */
export function numberFollows(lines: Line[], at: number): boolean {
  for (let below = at + 1; below < at + 9 && below < lines.length; below++) {
    if (/^nr\.? ?\d{1,5}[a-z]?(?:$|\s+[A-Z]{3})/i.test(lines[below]?.plain ?? "")) return true;
    if (lettersOfPaper(lines, below) !== null) return true;
  }
  return false;
}
