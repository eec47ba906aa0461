import { Parser } from "htmlparser2";
import { endsInUnit, superscript } from "./superscript.ts";

/** A form of Markdown inside a line, and what is written for it. `sign` is what a line must hold to be looked at. */
interface Form {
  sign: string;
  form: RegExp;
  write: (parts: (string | undefined)[], before: string) => string;
}

const nothing = (): string => "";
const first = ([inside = ""]: (string | undefined)[]): string => inside;

const anchor = "#(?:user-content-)?_?(?:sd)?(?:fn|ftn|edn|noot|note|voetnoot|eindnoot|footnote|endnote)[\\w-]{0,60}";
const noteMark = "\\d{1,3}|\\*{1,3}|[a-z]|[ivxlc]{1,6}";

/** In this order: what is dropped goes before what could be made of its parts. */
const forms: readonly Form[] = [
  {
    sign: "![",
    form: /!\[[^[\]]{0,500}\](?:\([^()]{0,2000}(?:\([^()]{0,300}\)[^()]{0,300})?\)|\[[^[\]]{0,100}\])(?:\{[^{}]{0,200}\})?/g,
    write: nothing,
  },
  // What is struck out is no longer text; with it goes the space that it leaves before a sign.
  { sign: "~~", form: / ?~~(?=[^\s~])[^~]{1,1000}~~(?=[.,;:?!)]|$)|~~(?=[^\s~])[^~]{1,1000}~~/g, write: nothing },
  { sign: "<", form: /<(del|s|strike)(?:\s[^<>]{0,200})?>[^<]{0,1000}<\/\1>/gi, write: nothing },
  {
    sign: "](#",
    form: new RegExp(
      `(?:<sup>)?\\[(?:<sup>)?(?:\\\\?\\[)?(${noteMark})(?:\\\\?\\])?(?:</sup>)?\\]\\(${anchor}\\)(?:</sup>)?`,
      "g",
    ),
    write: ([mark = ""]) => `<sup>${mark}</sup>`,
  },
  { sign: "](#", form: /\s?\[(?:↑|↩)\ufe0e?\]\(#[^()\s]{1,100}\)/gu, write: nothing },
  {
    sign: "<a",
    form: /<a\s([^<>]{0,500})>([^<>]{0,500})<\/a>/gi,
    write: ([attributes = "", text = ""]) => anchorText(attributes, text),
  },
  // `[words]{.underline}`; what pandoc marks as deleted or as a remark is no text.
  {
    sign: "]{",
    form: /\[([^[\]]{0,500})\]\{((?:[.#][\w-]|[\w-]{1,30}=)[^{}]{0,300})\}/g,
    write: ([text = "", attributes = ""]) => (/\.(?:deletion|comment-start)\b/.test(attributes) ? "" : text),
  },
  { sign: ")", form: /(?<=\))\{(?:[.#][\w-]|[\w-]{1,30}=)[^{}]{0,200}\}/g, write: nothing },
  // The reading of letters knows an address without white space and brackets only.
  {
    sign: "](",
    form: /\]\(<?([^\s()<>]{0,1000}(?:\([^\s()<>]{0,300}\)[^\s()<>]{0,300}){0,3})>?(?:\s{1,9}(?:"[^"]{0,300}"|'[^']{0,300}'))?\)/g,
    write: ([address = ""]) => `](${address.replaceAll("(", "%28").replaceAll(")", "%29")})`,
  },
  { sign: "](", form: /\[\s?\]\([^\s()]{0,2000}\)/g, write: nothing },
  { sign: "***", form: /(?<![\\*])\*\*\*(?=[^\s*])([^*]{1,500})\*\*\*(?!\*)/g, write: ([text = ""]) => `**${text}**` },
  {
    sign: "^",
    form: /(?<![\\[^])\^([^\s^[\]]{1,20})\^/g,
    write: ([raised = ""], before) =>
      /^\d{1,3}$/.test(raised) && !endsInUnit(before) ? `<sup>${raised}</sup>` : superscript(raised),
  },
  { sign: "~", form: /(?<=[\p{L}\p{N})])~([^\s~]{1,20})~(?!~)/gu, write: first },
  {
    sign: "<",
    form: /<\/?(?:a|span|div|p|u|ins|font|small|center|mark|abbr|section)(?:\s[^<>]{0,300})?\/?>/gi,
    write: nothing,
  },
  {
    sign: "&",
    form: /(?<!\\)(&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});)/gi,
    write: ([entity = ""]) => characterOf(entity),
  },
  // What is left of the escapes are signs that would be marking without one: those the reading of letters knows.
  { sign: "\\", form: /\\(["'%$&,/:;=?@^.!]|<(?=[\s\d]))/g, write: first },
  { sign: "\\)", form: /(?<=^\s{0,3}\(?\w{1,4})\\\)/g, write: () => ")" },
];

/** What a line must hold for anything to be done to it. */
const signs = /[\\<&~^\]{]|\*\*\*/;

/**
 * A line of Markdown in the light form; a `<br>` in it makes it two.
 *
 * @param addresses of links by reference, by their label in small letters
 */
export function markdownLine(line: string, addresses: ReadonlyMap<string, string>): string {
  if (!signs.test(line)) return line;
  let text = line.startsWith("#") ? heading(line) : line;
  if (/(?:^|[^\\])\\$/.test(text)) text = text.slice(0, -1);
  if (addresses.size > 0 && text.includes("][")) {
    text = text.replace(reference, (whole: string, words: string, label: string) => {
      const address = addresses.get((label || words).toLowerCase());
      return address === undefined ? whole : `[${words}](${address})`;
    });
  }
  for (const { sign, form, write } of forms) {
    if (!text.includes(sign)) continue;
    text = text.replace(form, (...found: unknown[]) => {
      const at = found.findIndex((each) => typeof each === "number");
      const offset = Number(found[at]);
      const source = String(found[at + 1]);
      return write(found.slice(1, at) as (string | undefined)[], source.slice(Math.max(0, offset - 4), offset));
    });
  }
  // A cell of a table stays on its line.
  return text.includes("<") ? text.replace(/\s?<br\s?\/?>\s?/gi, /^\s*\|/.test(text) ? " " : "\n") : text;
}

const reference = /(?<!!)\[([^[\]]{1,500})\]\[([^[\]]{0,100})\]/g;

/** The labels that links by reference lead to. */
export function usedLabels(lines: readonly string[], addresses: ReadonlyMap<string, string>): Set<string> {
  const used = new Set<string>();
  for (const line of lines) {
    if (!line.includes("][")) continue;
    for (const [, words = "", label = ""] of line.matchAll(/\[([^[\]]{0,500})\]\[([^[\]]{0,100})\]/g)) {
      const wanted = (label || words).toLowerCase();
      if (addresses.has(wanted)) used.add(wanted);
    }
  }
  return used;
}

/** A heading without its attributes (`{#kop .klasse}`). */
function heading(line: string): string {
  const text = line.trimEnd();
  const open = text.endsWith("}") ? text.lastIndexOf("{") : -1;
  return open > 0 && /^\{[#.]/.test(text.slice(open, open + 2)) ? text.slice(0, open).trimEnd() : line;
}

/** A link written in HTML; an anchor leads nowhere, and what it holds stays. */
function anchorText(attributes: string, text: string): string {
  const address = /\bhref\s?=\s?["']?(https?:[^\s"'<>]{1,2000})/i.exec(attributes)?.[1];
  return address === undefined || text.trim() === "" ? text : `[${text}](${address})`;
}

/** `&euro;` is `€`; what is no entity stays as it is. */
function characterOf(entity: string): string {
  let text = "";
  const parser = new Parser({ ontext: (piece) => (text += piece) }, { decodeEntities: true });
  parser.end(entity);
  return text;
}
