/** After these the number that they announce must follow. */
const announces = /(?:€|\bnrs?\.|\bno\.|\bart(?:ikel|\.)|\bblz\.|\bpp?\.|\bvragen|\bvraag|\blid)$/i;

/**
 * The beginning of a text on one line, cut after a sentence where one ends late enough, else between words; never inside
 * a number, a link or what a sign announces (`€ 5`, `nr. 929`). `…` says that it was cut. A single word that is too long
 * is cut between graphemes.
 *
 * @param longest in characters (code points, as Slack counts), `…` included
 */
export function firstWords(text: string, longest: number): string {
  // Enough to know whether more follows: a code point is at most two units; white space is at most halved.
  const line = text
    .slice(0, longest * 8)
    .replace(/\s+/g, " ")
    .trim();
  const characters = [...line];
  const isWhole = characters.length <= longest && text.length <= longest * 8;
  if (isWhole) return line;
  const head = characters.slice(0, longest - 1).join("");
  const sentences = wholeSentences(head.slice(0, -1));
  if (sentences.length * 2 > head.length) return `${sentences} …`;
  for (let at = head.length; at > 0; at = line.lastIndexOf(" ", at - 1)) {
    const before = line.slice(0, at);
    if ((at === line.length || line[at] === " ") && !parts(before, line.slice(at + 1))) {
      return `${before.replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/u, "")}…`;
    }
  }
  const [word = ""] = line.split(" ", 1);
  return /[\d/@]/.test(word) ? "…" : `${wholeGraphemes(head)}…`;
}

/** Up to the last full stop behind a word of some length, with a capital after it: no abbreviation. */
function wholeSentences(head: string): string {
  return /^.*[\p{Ll}\d)]{3}[.!?](?=\s\p{Lu})/su.exec(head)?.[0] ?? "";
}

/** `110 | 000`, `€ | 5`. */
function parts(before: string, after: string): boolean {
  return (/\d$/.test(before) && /^\d/.test(after)) || announces.test(before);
}

/** Without a last grapheme that may go on. */
function wholeGraphemes(text: string): string {
  const graphemes = [...new Intl.Segmenter("nl").segment(text)].map(({ segment }) => segment);
  return graphemes.slice(0, -1).join("");
}
