const digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Superscript that is known to be no note mark: digits as superscript characters (`m²`), other text as it is (`2e`). */
export function superscript(text: string): string {
  return /^\d+$/.test(text) ? text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit) : text;
}
