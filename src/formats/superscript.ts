/** Behind these a raised number is a power and no mark of a note: `m2` with a raised 2 is an area. */
const unit = /(?:^|[^\p{L}])(?:[kcdm]?m|CO)$/u;

/** Whether the text before a raised number ends in a unit of measure. */
export function endsInUnit(before: string): boolean {
  return unit.test(before.slice(-4));
}

const digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Superscript that is known to be no note mark: digits as superscript characters (`m²`), other text as it is (`2e`). */
export function superscript(text: string): string {
  return /^\d+$/.test(text) ? text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit) : text;
}
