/** Which entry a line is: 3 for `3. Moldavië` and for `C. Moldavië`; null where none. */
export function placeInList(text: string): number | null {
  const [, figure, letter] = /^\(?(?:(\d{1,2})|([A-Za-z]))[.)]\s/.exec(text) ?? [];
  if (figure !== undefined) return Number(figure);
  return letter === undefined ? null : letter.toLowerCase().charCodeAt(0) - 0x60;
}
