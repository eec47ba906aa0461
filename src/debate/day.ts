import type { Day } from "../letters/letter.ts";

/** The calendar day that it is somewhere. @param timeZone IANA name */
export function dayIn(timeZone: string, at: Date): Day {
  // Sweden writes its days as ISO 8601 does.
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(at) as Day;
}
