/**
 * Markdown inside a line: which characters are marking and not text. Nothing is rewritten here, characters are only
 * named for removal, so that every word of the body can be found in the source.
 */

/** A stretch of the source that does not come into the repaired text. */
export interface Removal {
  start: number;
  end: number;
  /** One of the kinds of repair in text.ts. */
  kind: string;
}

/** `sign` is what a line must hold for the form to be looked for at all. */
const marking: { sign: string; form: RegExp; parts: (match: RegExpExecArray) => [number, number][] }[] = [
  { sign: "#", form: /^#{1,6}\s+/g, parts: whole },
  // A quotation, but not `> 18 jaar`.
  { sign: ">", form: /^>\s+(?=[\p{L}«“"‘*])/gu, parts: whole },
  { sign: "**", form: /\*\*/g, parts: whole },
  { sign: "__", form: /(?<![\p{L}\p{N}_])__(?=[^\s_])|(?<=[^\s_])__(?![\p{L}\p{N}_])/gu, parts: whole },
  { sign: "\\", form: /\\(?=[\\_*[\]()#~`>.+!{}|-])/g, parts: whole },
  // A raised number behind a number that turns out to be no mark stays apart from it: 10<sup>3</sup> is not 103.
  {
    sign: "<",
    form: /<\/?(?:sub|b|i|u|em|strong)>|(?<!\d)<sup>|<sup>(?!\d)|(?<!\d<sup>\d{1,9})<\/sup>/gi,
    parts: whole,
  },
  // `*Search and Rescue*`, but not the asterisks of `h*mo of f*kker`.
  { sign: "*", form: /(?<![\p{L}\p{N}*\\])\*(?=[^\s*])([^*\n]{1,300})(?<=[^\s*\\])\*(?![\p{L}\p{N}*])/gu, parts: ends },
  // `_Antwoord 2 en 3_`, but not the signs inside an address or a name.
  { sign: "_", form: /(?<![^\s(«“"‘*])_(?=[^\s_])([^_\n]{1,300})(?<=[^\s_\\])_(?![^\s.,;:?!)»”"’*])/gu, parts: ends },
  // `<https://example.org>`
  { sign: "<", form: /<(?=(?:https?:\/\/|mailto:))([^<>\s]{1,2000})>/g, parts: ends },
  // `[what is read](where it leads)`
  { sign: "[", form: /\[([^[\]\n]{1,2000})\]\([^()\s]{0,2000}\)/g, parts: link },
];

function whole(match: RegExpExecArray): [number, number][] {
  return [[match.index, match.index + match[0].length]];
}

function ends(match: RegExpExecArray): [number, number][] {
  const end = match.index + match[0].length;
  return [
    [match.index, match.index + 1],
    [end - 1, end],
  ];
}

function link(match: RegExpExecArray): [number, number][] {
  const close = match.index + 1 + (match[1]?.length ?? 0);
  return [
    [match.index, match.index + 1],
    [close, match.index + match[0].length],
  ];
}

/** The marking in one line of text that starts at offset `start` of the source; stretches do not overlap. */
export function findMarking(text: string, start: number): Removal[] {
  if (text.length < shortestSign || !holdsSign.test(text)) return noRemovals;
  const found: [number, number][] = [];
  for (const { sign, form, parts } of marking) {
    if (!text.includes(sign)) continue;
    // Not `matchAll`, which makes a new expression for each line.
    form.lastIndex = 0;
    for (let match = form.exec(text); match; match = form.exec(text)) for (const part of parts(match)) found.push(part);
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const removals: Removal[] = [];
  let last = 0;
  for (const [from, to] of found) {
    if (to <= last) continue;
    removals.push({ start: start + Math.max(from, last), end: start + to, kind: "markup" });
    last = to;
  }
  return removals;
}

/** A sign and what it marks; a text may have very many lines that are shorter. */
const shortestSign = 2;
const holdsSign = /[#>*\\<[_]/;
const noRemovals: Removal[] = [];

/** A line without its Markdown, for those who only want to know what it says. */
export function plain(text: string): string {
  return without(findMarking(text, 0), text, 0);
}

/** What is left of one line of text, which starts at offset `from` of the source, when its marking is taken out. */
export function without(marking: readonly Removal[], text: string, from: number): string {
  let clean = "";
  let at = 0;
  for (const { start, end } of marking) {
    clean += text.slice(at, start - from);
    at = end - from;
  }
  return (clean + text.slice(at)).trim();
}
