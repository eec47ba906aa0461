/**
 * Where the words of a text are. Written out by character, without a regular expression or an object a word: country
 * names are looked for at every word of every letter.
 */

export interface Words {
  text: string;
  /** Offsets, in order; word `i` is `text.slice(starts[i], ends[i])`. */
  starts: number[];
  ends: number[];
}

const letter = 1;
const capital = 2;
/** What characters up to the end of Latin Extended-B are: nearly all that Dutch letters hold. */
const latin = Uint8Array.from({ length: 0x250 }, (_none, code) => classOf(String.fromCharCode(code)));

function classOf(character: string): number {
  if (!/[\p{L}\p{M}]/u.test(character)) return 0;
  return /\p{Lu}/u.test(character) ? letter | capital : letter;
}

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < latin.length) return latin[code] ?? 0;
  // NaN past the end of the text.
  return code >= latin.length ? classOf(text.charAt(at)) : 0;
}

/** Whether a capital stands at this offset. */
export function isCapitalAt(text: string, at: number): boolean {
  return (classAt(text, at) & capital) !== 0;
}

function isApostrophe(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character === "'" || character === "’";
}

/** The end of initials that begin with the capital before `end`: `V.S.`; `end` itself when they are none. */
function endOfInitials(text: string, end: number): number {
  let at = end;
  while (text.charAt(at) === "." && isCapitalAt(text, at + 1) && classAt(text, at + 2) === 0) at += 2;
  return at > end && text.charAt(at) === "." ? at + 1 : at;
}

/** All words: letters with the apostrophes inside them (`Iraki's`), and initials (`V.S.`). */
export function scanWords(text: string): Words {
  const words: Words = { text, starts: [], ends: [] };
  let at = 0;
  while (at < text.length) {
    if (classAt(text, at) === 0) {
      at++;
      continue;
    }
    const start = at;
    at++;
    while (classAt(text, at) !== 0 || (isApostrophe(text, at) && classAt(text, at + 1) !== 0)) at++;
    if (at - start === 1 && isCapitalAt(text, start)) at = endOfInitials(text, at);
    words.starts.push(start);
    words.ends.push(at);
  }
  return words;
}
