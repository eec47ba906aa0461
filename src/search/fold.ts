/**
 * Folding: the form of a word in which case and diacritics no longer matter.
 */

/** Letters that Unicode does not take apart into a base letter and a mark. */
const whole: Record<string, string> = { ø: "o", đ: "d", ł: "l", ı: "i", æ: "ae", œ: "oe", ß: "ss", ð: "d", þ: "th" };

/** Lower case, without diacritics, ligatures taken apart: `Mongolië` gives `mongolie`, `ĳ` gives `ij`. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  // Nearly every word is plain ASCII, and this runs for every word of every letter.
  if (!/[^ -~]/.test(lower)) return lower;
  return lower
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[øđłıæœßðþ]/g, (letter) => whole[letter] ?? letter)
    .replace(/[’‘]/g, "'");
}
