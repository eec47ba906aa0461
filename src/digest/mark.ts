import { dayAt } from "../letters/days.ts";
import type { Day } from "../letters/letter.ts";

/** Why a letter is in a digest although its date would not lead one to expect it. */
export type Mark =
  /** Its date lies well before the day on which it came in. */
  | { kind: "late"; date: Day }
  /** It was there before, and has a dossier that it did not have. */
  | { kind: "linked"; dossier: string }
  /** It was there before, and came in again with another text. */
  | { kind: "new-version" };

/** Publication takes parliament up to a week; a letter that is older on arrival is late. */
const lateAfterDays = 7;

/** What marking looks at; `firstBatch` is when the letter first came in, in whatever version. */
export interface Arrival {
  date: Day | null;
  arrivedAt: Date;
  firstBatch: number;
  dossier: string | null;
  dossierBefore: string | null;
}

/**
 * How a letter is marked for readers who have seen what came in up to and including the batch `seenBatch`; null when it
 * is simply new.
 */
export function markOf(
  { date, arrivedAt, firstBatch, dossier, dossierBefore }: Arrival,
  seenBatch: number,
  timeZone: string,
): Mark | null {
  if (firstBatch <= seenBatch) {
    return dossier !== null && dossier !== dossierBefore ? { kind: "linked", dossier } : { kind: "new-version" };
  }
  if (date === null) return null;
  const days = (Date.parse(dayAt(arrivedAt, timeZone)) - Date.parse(date)) / 86_400_000;
  return days > lateAfterDays ? { kind: "late", date } : null;
}
