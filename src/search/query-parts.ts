import { typedFilterNames } from "./filter-names.ts";

/**
 * Splitting a query into its parts: words, groups in quotation marks, and filters.
 */

export interface QueryPart {
  kind: "word" | "phrase" | "filter";
  /** Preceded by a minus. */
  negative: boolean;
  /** Of a filter: what stands before the colon, lower case. */
  name: string;
  /** The word, the words between the quotation marks, or the value of the filter. */
  text: string;
}

/**
 * A part starts at a space; the branches are: a filter with a value in quotation marks or of one word, a group in
 * quotation marks (the last may be left open), and anything up to the next space. Every branch is linear.
 */
const partPattern = /(-?)(?:(\p{L}{2,20}):(?:"([^"]*)"?|(?!\/\/)([^\s"]+))|"([^"]*)"?|([^\s"]+))/gu;

export function splitQuery(text: string): QueryPart[] {
  const parts: QueryPart[] = [];
  for (const [, minus, name, quotedValue, value, phrase, word] of joinedFilters(text).matchAll(partPattern)) {
    const negative = minus === "-";
    if (name !== undefined)
      parts.push({ kind: "filter", negative, name: name.toLowerCase(), text: (quotedValue ?? value ?? "").trim() });
    else if (phrase !== undefined) pushNonEmpty(parts, { kind: "phrase", negative, name: "", text: phrase.trim() });
    else pushNonEmpty(parts, { kind: "word", negative, name: "", text: word ?? "" });
  }
  return parts;
}

/** Only what has a letter or a digit says anything. */
function pushNonEmpty(parts: QueryPart[], part: QueryPart): void {
  if (/[\p{L}\p{N}]/u.test(part.text)) parts.push(part);
}

/** `land: Marokko` and `land :Marokko` are meant as `land:Marokko`: with a space only the names of filters are filters. */
function joinedFilters(text: string): string {
  return text.replace(forgiven, "$1$2:");
}

const forgiven = new RegExp(`(^| )(-?(?:${typedFilterNames.join("|")}))(?: ?: (?=\\S)| :(?=\\S))`, "giu");
