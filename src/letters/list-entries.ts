/** Which entry a line is: 3 for `3. Moldavië` and for `C. Moldavië`; null where none. */
export function placeInList(text: string): number | null {
  const [, figure, letter] = /^\(?(?:(\d{1,2})|([A-Za-z]))[.)]\s/.exec(text) ?? [];
  if (figure !== undefined) return Number(figure);
  return letter === undefined ? null : letter.toLowerCase().charCodeAt(0) - 0x60;
}

/** Whether a line is the entry after another, printed alike: `2)` after `1)`, but not `2.` or `b)`. */
export function followsInList(entry: string, next: string): boolean {
  const place = placeInList(next);
  return place !== null && place > 1 && placeInList(entry) === place - 1 && formOf(entry) === formOf(next);
}

function formOf(entry: string): string {
  return entry
    .replace(/\s[\s\S]*$/, "")
    .replace(/\d{1,2}/, "1")
    .replace(/[a-z]/, "a")
    .replace(/[A-Z]/, "A");
}
