import { findDate } from "./dates.ts";
import type { Line } from "./lines.ts";

/**
 * Labels of a letterhead that stand together before their values. Which value is whose is told by their order; where
 * that does not come out, nothing is said.
 */

/** A label and what it says, with all its lines. */
export interface LabelledValue {
  isDate: boolean;
  lines: Line[];
}

/** Labels with a value on one line, and what such a value holds. */
const labels: { form: string; fits: (value: string) => boolean }[] = [
  { form: "datum", fits: (value) => findDate(value) !== null },
  { form: "uw (?:brief|bericht)(?: van)?", fits: (value) => findDate(value) !== null },
  { form: "(?:ons |uw )?kenmerk|(?:onze|uw) referentie|bijlagen?(?:\\(n\\))?", fits: (value) => /\d/.test(value) },
];

const alone = labels.map(({ form, fits }) => ({ pattern: new RegExp(`^(?:${form})\\s?:?$`, "i"), fits }));
const anyLabel = `(?:${labels.map(({ form }) => form).join("|")})`;
const beside = new RegExp(`^${anyLabel}(?:\\s{1,60}${anyLabel}){1,5}$`, "i");

/**
 * Reads "Datum Ons kenmerk" above "12 maart 2024 1234567", or the labels above each other and then their values above each
 * other, from line `at` on. Returns an item for each value, or null where there are no such labels.
 */
export function readLabelsTogether(lines: Line[], at: number): LabelledValue[] | null {
  return readColumn(lines, at) ?? readRow(lines, at);
}

function readColumn(lines: Line[], at: number): LabelledValue[] | null {
  const named: { line: Line; fits: (value: string) => boolean }[] = [];
  for (let next = at; named.length <= labels.length * 2; next++) {
    const line = lines[next];
    const label = line?.role === null ? alone.find(({ pattern }) => pattern.test(line.plain)) : undefined;
    if (!line || !label) break;
    named.push({ line, fits: label.fits });
  }
  if (named.length < 2) return null;
  const read = named.flatMap(({ line, fits }, place) => {
    const value = lines[at + named.length + place];
    if (value?.role !== null || value.plain.length >= 60 || !fits(value.plain)) return [];
    return [{ isDate: /^datum/i.test(line.plain), lines: [line, value] }];
  });
  return read.length === named.length ? read : null;
}

function readRow(lines: Line[], at: number): LabelledValue[] | null {
  const [row, values] = [lines[at], lines[at + 1]];
  if (!row || values?.role !== null || !beside.test(row.plain)) return null;
  if (findDate(values.plain) === null) return null;
  // With the day of the letter that is answered beside it, the day printed may be either.
  const isDate = /datum/i.test(row.plain) && !/uw b/i.test(row.plain);
  return [{ isDate, lines: [row, values] }];
}
