const romans: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function roman(number: number): string {
  let left = number;
  let written = "";
  for (const [value, sign] of romans) {
    while (left >= value) {
      written += sign;
      left -= value;
    }
  }
  return written;
}

/** 1 is `a`, 26 is `z`, 27 is `aa` (as Word and LibreOffice count). */
const letter = (number: number): string =>
  "abcdefghijklmnopqrstuvwxyz".charAt((number - 1) % 26).repeat(Math.ceil(number / 26));

/**
 * A number as lists and notes print it.
 *
 * @param number from 1 to 3999; other numbers come back in figures
 * @param format of Word (`decimal`, `lowerLetter`, `upperRoman`) or of ODT (`1`, `a`, `A`, `i`, `I`)
 */
export function numeral(number: number, format: string): string {
  if (!Number.isInteger(number) || number < 1 || number > 3999) return String(number);
  switch (format) {
    case "a":
    case "lowerLetter":
      return letter(number);
    case "A":
    case "upperLetter":
      return letter(number).toUpperCase();
    case "i":
    case "lowerRoman":
      return roman(number);
    case "I":
    case "upperRoman":
      return roman(number).toUpperCase();
    default:
      return String(number);
  }
}
