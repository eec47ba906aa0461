import { readYears } from "./parliamentary-years.ts";

/**
 * The pieces that printed citations are made of, and reading them one after another. Every piece is matched at a given
 * place (a sticky pattern) and has a greatest length, so that reading takes linear time whatever the text.
 */

/** At most one line end, and the indents and columns around it. */
const gap = "(?:[^\\S\\n]{1,60}(?:\\n[^\\S\\n]{0,60})?|\\n[^\\S\\n]{0,60})";
const dash = "[-–—‑−]";
const notInWord = "(?![\\p{L}\\d])";

/** A space or a comma between two pieces, or nothing. */
export const separator = new RegExp(`(?:${gap})?(?:,(?:${gap})?)?`, "uy");
/** Between the members of a list. */
export const listSeparator = new RegExp(
  `(?:${gap})?(?:,(?:${gap})?)?(?:en|&|/|,|;|(?:resp\\.|respectievelijk|jo\\.|alsmede|evenals|alsook)(?=\\s))(?:${gap})?`,
  "uy",
);
/** Also one at which a line was broken. */
export const hyphen = new RegExp(`[^\\S\\n]?${dash}(?:\\n|[^\\S\\n]?)`, "uy");
export const words = {
  year: new RegExp(`(?:vergaderjaar|verg\\.?\\s?jaar|zitting(?:sjaar)?|jaargang)${notInWord}`, "iuy"),
  number: /(?:(nrs|nr\.?['’]s|nummers|nos)|nr|(?:stuk|onder)?nummer|letter|no)(?!\p{L})[.:]?/iuy,
  item: new RegExp(`items?${notInWord}`, "iuy"),
  bracket: /\(/uy,
  upTo: new RegExp(`(?:${gap})?(?:t/m|tot en met|${dash})(?:${gap})?`, "iuy"),
};
/** Words that go on after a list of numbers, and count nothing. */
export const wordAfter =
  /[^\S\n](?:voor|over|van|is|zijn|was|waren|wordt|worden|waarin|waarmee|in|op|met|bij|die|dat|heeft|hebben|en|of|als|ook)(?!\p{L})/uy;
/** Parliament's two houses; scans read II as 11 or ll. Not the start of a dossier (`11 687`). */
const roman = new RegExp(`(?:(II|11|ll|Il|lI)|I|1|l)${notInWord}(?![^\\S\\n]\\d{3}${notInWord})`, "uy");
const house = new RegExp(
  `(?:(?:van|der)${gap})?(?:de${gap})?(?:(tweede|eerste)${gap}kamer(?:${gap}der${gap}staten-generaal)?|(tk|ek))${notInWord}`,
  "iuy",
);
const years = new RegExp(`((?:19|20)\\d{2})\\s?(?:${dash}|/)\\s?[’'‘]?((?:19|20)\\d{2}|\\d{2})(?!\\d)`, "uy");
/** What may follow a number that nothing announces; a month or a noun may not (`Kamerstuk 35 825, 17 december`). */
const endOfCitation = new RegExp(
  `(?:${gap})?(?:[.,;:)[\\]<>"”’»*?]|$|\\n|p\\.|pp\\.|blz|pag|d\\.d|en${notInWord}|jo${notInWord})`,
  "uy",
);

export type House = "tk" | "ek";

/** Reads a text piece by piece; `at` is the offset up to which has been read. */
export class Reader {
  readonly text: string;
  at: number;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  /** The match of a sticky pattern here, which is then behind us; null, and nothing read, when there is none. */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match !== null) this.at += match[0].length;
    return match;
  }

  /** Reads several things in turn, or nothing: when `read` gives null, it is as if nothing was read. */
  attempt<T>(read: () => T | null): T | null {
    const before = this.at;
    const result = read();
    if (result === null) this.at = before;
    return result;
  }

  /** Whether a pattern matches here; nothing is read. */
  sees(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }

  /** A separator and then a sticky pattern, or nothing. */
  takeNext(pattern: RegExp): RegExpExecArray | null {
    return this.attempt(() => {
      this.take(separator);
      return this.take(pattern);
    });
  }

  /** `II`, `Tweede Kamer`, `EK`. */
  house(): House | null {
    const named = this.takeNext(house);
    if (named !== null) return /tweede|tk/i.test(named[0]) ? "tk" : "ek";
    const numeral = this.takeNext(roman);
    return numeral === null ? null : numeral[1] === undefined ? "ek" : "tk";
  }

  /** `2016/17`, `vergaderjaar 2016–2017`: the calendar year in which it starts, or `invalid`. */
  parliamentaryYear(): number | "invalid" | null {
    return this.attempt(() => {
      this.takeNext(words.year);
      const printed = this.takeNext(years);
      return printed === null ? null : (readYears(printed[1] ?? "", printed[2] ?? "") ?? "invalid");
    });
  }

  /** Whether the citation can end here. */
  seesEnd(): boolean {
    return this.sees(endOfCitation);
  }
}
