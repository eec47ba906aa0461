/**
 * Says how often a word, in whatever case, stands in a text; a number counts as a word, and of `EU-lidstaat` both the
 * whole and its parts do. The text is read when the first word is asked for.
 */
export function wordCounter(text: string): (word: string) => number {
  let counts: Map<string, Count> | null = null;
  return (word) => {
    counts ??= countWords(text);
    return counts.get(word.toLowerCase())?.times ?? 0;
  };
}

interface Count {
  times: number;
}

function countWords(text: string): Map<string, Count> {
  const counts = new Map<string, Count>();
  const add = (from: number, to: number) => {
    const word = text.slice(from, to).toLowerCase();
    const count = counts.get(word);
    if (count) count.times++;
    else counts.set(word, { times: 1 });
  };
  let at = 0;
  while (at < text.length) {
    const start = at;
    let part = at;
    for (let size = sizeAt(text, at); size > 0; size = sizeAt(text, at)) {
      at += size;
      if (!joinsWords(text.charCodeAt(at)) || sizeAt(text, at + 1) === 0) continue;
      add(part, at);
      part = ++at;
    }
    if (at > part) add(part, at);
    if (part > start) add(start, at);
    if (at === start) at++;
  }
  return counts;
}

/** The hyphen of `EU-lidstaat` and the sign of `DT&V`. */
function joinsWords(code: number): boolean {
  return code === 0x2d || code === 0x26;
}

/** The letter or figure at an offset, in code units; 0 when there is none. Written out, as every character comes by. */
function sizeAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < latin.length) return latin[code] ?? 0;
  // NaN past the end of the text.
  return code >= latin.length ? sizeOf(text.codePointAt(at) ?? 0) : 0;
}

function sizeOf(point: number): number {
  const character = String.fromCodePoint(point);
  return /[\p{L}\p{N}]/u.test(character) ? character.length : 0;
}

/** The sizes up to the end of Latin Extended-B: nearly all that Dutch letters hold. */
const latin = Uint8Array.from({ length: 0x250 }, (_none, code) => sizeOf(code));
