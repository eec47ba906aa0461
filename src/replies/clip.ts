/**
 * A text of at most so many graphemes: what no letter or query has is cut, between graphemes, and ends in `…`. For
 * titles, labels and names only; quotations are cut by search/snippet.ts.
 */
export function clip(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const graphemes: string[] = [];
  for (const { segment } of new Intl.Segmenter("nl").segment(text)) {
    if (graphemes.push(segment) > longest) return `${graphemes.slice(0, longest).join("").trimEnd()}…`;
  }
  return text;
}
