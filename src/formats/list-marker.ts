/** `1.`, `12)`, `a.`, `iv.`, `1°`: a number or letter with its sign. */
const counted = /^\(?(?:\d{1,3}|[a-z]|[ivxl]{1,6}|[A-Z])[.)°]{0,2}$/u;

/** The marker of a list item as Markdown has it: bullets of any shape become `-`, numbers and letters stay as printed. */
export function listMarker(printed: string): string {
  const mark = printed.trim();
  if (!counted.test(mark)) return "-";
  return /[.)°]$/u.test(mark) ? mark : `${mark}.`;
}
