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

const signs = ["*", "†", "‡", "§"];

/** 1 is `*`, 2 is `†`, 5 is `**` (the Chicago Manual of Style; Word offers it for notes). */
const sign = (number: number): string =>
  (signs[(number - 1) % signs.length] ?? "").repeat(Math.ceil(number / signs.length));

/**
 * A number as lists and notes print it.
 *
 * @param number from 1 to 3999; other numbers come back in figures
 * @param format of Word (`decimal`, `lowerLetter`, `upperRoman`, `chicago`; ECMA-376 part 1, 17.18.59) or of ODT (`1`,
 *   `a`, `A`, `i`, `I`); one that is not known here counts in figures
 */
export function numeral(number: number, format: string): string {
  if (format === "decimalZero") return String(number).padStart(2, "0");
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
    case "chicago":
      return sign(number);
    case "ordinal":
      return `${number}e`;
    case "numberInDash":
      return `- ${number} -`;
    case "none":
      return "";
    default:
      return String(number);
  }
}
