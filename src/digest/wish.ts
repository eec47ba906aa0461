import { UserError } from "../errors.ts";
import { digestTexts } from "../texts/digest.ts";
import { weekdays } from "../texts/dutch.ts";
import type { Frequency, Subject, TimeOfDay, Weekday } from "./subscription.ts";

/**
 * What a person types to follow something: a query, and behind it, in plain words, when: `Algerije -voetbal op
 * maandag om 9:00`. Words about when are read from the end backwards, as long as they are understood; between quotation
 * marks they are words to search for. A word before the query says what is to be told, where that is not new letters:
 * `antwoord op vragen over Algerije`, `termijn Algerije`.
 */

export interface Wish {
  subject: Subject;
  /** The word that says so, as typed; null where nothing does. */
  subjectWord: string | null;
  /** What is left of the text when the words about when are taken off. */
  query: string;
  /** null when nothing was said about when. */
  when: When | null;
}

/** What was said about when; what was not said is absent. */
export interface When {
  at?: TimeOfDay;
  every?: Frequency["every"];
  days?: "working" | "all";
  on?: Weekday;
  onHolidays?: boolean;
}

/** When a digest comes unless told otherwise. */
export const defaultTime = "08:30" as TimeOfDay;

export const defaultFrequency: Frequency = {
  every: "day",
  at: defaultTime,
  days: "working",
  onHolidays: false,
};

/** The list of questions past their term comes once a week. */
export const defaultWeek: Frequency = { every: "week", at: defaultTime, on: 1 };

/** Ways to say what is to be told; each must stand at the beginning, as whole words. */
const subjectWords: [Exclude<Subject, "letters">, RegExp][] = [
  [
    "answers",
    /^((?:de +|het +)?antwoord(?:en)?|beantwoorde?)(?: +(?:op|van|voor))?(?: +(?:alle +)?(?:schriftelijke +)?(?:kamer)?vragen)?(?: +(?:over|inzake|van))?(?= |$)/iu,
  ],
  [
    "overdue",
    /^(?:(?:kamer)?vragen +)?((?:buiten +|over +)?(?:de +)?termijn(?:en)?(?: +(?:overschreden|verstreken|voorbij))?|te +laat|onbeantwoorde?|overschreden(?: +termijn)?)(?: +(?:schriftelijke +)?(?:kamer)?vragen)?(?: +(?:over|inzake|van|bij|voor))?(?= |$)/iu,
  ],
];

type Read = (match: RegExpExecArray) => When;

const day = weekdays.join("|");

/** Ways to say when; each must stand at the end of what is left. */
const ways: [RegExp, Read][] = [
  [
    /(?:(?:om|vanaf) +(\d{1,2})(?: *(?:u(?:ur)?|[:.]|h) *(\d{2})| *u(?:ur)?)?|(\d{1,2})[:.](\d{2})(?: *u(?:ur)?)?|(\d{1,2})u(\d{2})|(\d{1,2}) *(?:u|uur))$/iu,
    ([said, ...parts]) => ({ at: timeOf(said, parts) }),
  ],
  [/(?:ook|wel) +op +(?:de +)?feestdagen$|(?:inclusief|met) +feestdagen$/iu, () => ({ onHolidays: true })],
  [
    /niet +op +(?:de +)?feestdagen$|(?:behalve +(?:op +)?|zonder +)(?:de +)?feestdagen$/iu,
    () => ({ onHolidays: false }),
  ],
  [
    /(?:op +)?(?:alle +)?werkdagen$|(?:op +)?(?:elke|iedere) +werkdag$|doordeweeks$/iu,
    () => ({ every: "day", days: "working" }),
  ],
  [/dagelijks$|(?:elke|iedere) +dag$|alle +dagen$/iu, () => ({ every: "day", days: "all" })],
  [
    new RegExp(`(?:wekelijks +op|(?:elke|iedere) +week +op|op|elke|iedere) +(${day})$|(${day})s$`, "iu"),
    ([, named, adverb]) => ({ every: "week", on: weekdayOf(named ?? adverb ?? "") }),
  ],
  [/wekelijks$|(?:elke|iedere) +week$/iu, () => ({ every: "week" })],
  [/(?:direct|meteen|onmiddellijk)$/iu, () => ({ every: "arrival" })],
];

/**
 * Takes apart what was typed behind the command word.
 *
 * @throws UserError `attendering-when` for a time that does not exist, or for words about when that exclude each other
 */
export function readWish(typed: string): Wish {
  let rest = typed.replace(/\s+/gu, " ").trim();
  let when: When | null = null;
  for (let taken = takeFrom(rest); taken !== null; taken = takeFrom(rest)) {
    when = joined(taken.when, when ?? {});
    rest = taken.rest;
  }
  for (const [subject, pattern] of subjectWords) {
    const match = pattern.exec(rest);
    if (match !== null) {
      return { subject, subjectWord: match[1] ?? "", query: rest.slice(match[0].length).trim(), when };
    }
  }
  return { subject: "letters", subjectWord: null, query: rest, when };
}

/** The frequency that results when something is said about when. */
export function frequencyWith(before: Frequency, { at, every, days, on, onHolidays }: When): Frequency {
  const time = at ?? (before.every === "arrival" ? defaultTime : before.at);
  const kind = every ?? (before.every === "arrival" && (at ?? onHolidays) !== undefined ? "day" : before.every);
  if (kind === "arrival") return { every: "arrival" };
  if (kind === "week") return { every: "week", at: time, on: on ?? (before.every === "week" ? before.on : 1) };
  const own = before.every === "day" ? before : { days: "working" as const, onHolidays: false };
  // Every day is every day; working days leave public holidays out.
  const holidays = onHolidays ?? (days === undefined ? own.onHolidays : days === "all");
  return { every: "day", at: time, days: days ?? own.days, onHolidays: holidays };
}

function takeFrom(text: string): { when: When; rest: string } | null {
  const bare = text.replace(/(?<![\s,;.])[\s,;.]+$/u, "");
  for (const [pattern, read] of ways) {
    const match = pattern.exec(bare);
    if (match === null) continue;
    const before = bare.slice(0, match.index);
    // A whole word, and not within quotation marks that are still open.
    if (!/(?:^|[\s,;])$/u.test(before) || isWithinQuotes(before)) continue;
    return { when: read(match), rest: before.replace(/(?<![\s,;]|\ben)(?:[\s,;]|\ben\b)+$/iu, "").trim() };
  }
  return null;
}

function isWithinQuotes(before: string): boolean {
  return (before.match(/["“”„]/gu) ?? []).length % 2 === 1;
}

/** `first` was said before `later`. */
function joined(first: When, later: When): When {
  for (const name of ["at", "every", "days", "on", "onHolidays"] as const) {
    if (first[name] !== undefined && later[name] !== undefined && first[name] !== later[name]) throw contradiction();
  }
  const both = { ...first, ...later };
  if (both.every === "arrival" && both.at !== undefined) throw contradiction();
  if (both.every === "week" && both.onHolidays !== undefined) throw contradiction();
  return both;
}

function timeOf(said: string, parts: readonly (string | undefined)[]): TimeOfDay {
  const [hour = "", minute = "00"] = parts.filter((part) => part !== undefined);
  if (Number(hour) > 23 || Number(minute) > 59) {
    throw new UserError("attendering-when", "No such time of day", digestTexts.wrong.noTime(said));
  }
  return `${hour.padStart(2, "0")}:${minute}` as TimeOfDay;
}

function weekdayOf(name: string): Weekday {
  return ((weekdays as readonly string[]).indexOf(name.toLowerCase()) + 1) as Weekday;
}

function contradiction(): UserError {
  return new UserError("attendering-when", "Words about when exclude each other", digestTexts.wrong.notTogether);
}
