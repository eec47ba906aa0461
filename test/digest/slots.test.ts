import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publicHolidays } from "../../src/digest/holidays.ts";
import { type Calendar, nextSlot, openSlot } from "../../src/digest/slots.ts";
import type { Frequency, TimeOfDay, Weekday } from "../../src/digest/subscription.ts";
import { dayAt } from "../../src/letters/days.ts";

const calendar: Calendar = { timeZone: "Europe/Amsterdam", liberationDay: "lustrum" };
const at = (time: string) => time as TimeOfDay;
const workingDays: Frequency = { every: "day", at: at("08:30"), days: "working", onHolidays: false };
const everyDay: Frequency = { every: "day", at: at("02:30"), days: "all", onHolidays: true };

/** The days whose slot opens when the clock is looked at every quarter of an hour. */
function turns(frequency: Frequency, from: string, until: string, within = calendar): string[] {
  const seen: string[] = [];
  let last: string | null = null;
  for (let time = Date.parse(from); time < Date.parse(until); time += 900_000) {
    const slot = openSlot(frequency, within, new Date(time));
    if (slot !== null && slot !== last) seen.push(slot);
    last = slot ?? last;
  }
  return seen;
}

describe("Dutch public holidays", () => {
  it("are those of the calendars of 2024 to 2026", () => {
    expect([...publicHolidays(2024, "lustrum").keys()].sort()).toEqual(
      "2024-01-01 2024-04-01 2024-04-27 2024-05-09 2024-05-20 2024-12-25 2024-12-26".split(" "),
    );
    expect([...publicHolidays(2025, "lustrum").keys()].sort()).toEqual(
      "2025-01-01 2025-04-21 2025-04-26 2025-05-05 2025-05-29 2025-06-09 2025-12-25 2025-12-26".split(" "),
    );
    expect([...publicHolidays(2026, "yearly").keys()].sort()).toEqual(
      "2026-01-01 2026-04-06 2026-04-27 2026-05-05 2026-05-14 2026-05-25 2026-12-25 2026-12-26".split(" "),
    );
  });

  it.each([
    [2008, "2008-03-24"],
    [2011, "2011-04-25"],
    [2038, "2038-04-26"],
    [2049, "2049-04-19"],
  ])("know Easter Monday of %i, early or late", (year, day) => {
    expect([...publicHolidays(year, "never")].find(([, name]) => name === "Tweede Paasdag")?.[0]).toBe(day);
  });
});

describe("the slot of a subscription", () => {
  it("opens at its time and stays open for the rest of the day, so that a missed hour is caught up", () => {
    const slot = (instant: string) => openSlot(workingDays, calendar, new Date(instant));
    expect(slot("2026-03-03T07:29:59.999Z")).toBeNull();
    expect(slot("2026-03-03T07:30:00.000Z")).toBe("2026-03-03");
    expect(slot("2026-03-03T22:59:59.999Z")).toBe("2026-03-03");
    expect(slot("2026-03-03T23:00:00.000Z")).toBeNull();
  });

  it("opens on working days, and on public holidays only when asked for", () => {
    expect(turns(workingDays, "2026-04-02T00:00Z", "2026-04-09T00:00Z")).toEqual(
      "2026-04-02 2026-04-03 2026-04-07 2026-04-08".split(" "),
    );
    expect(turns({ ...workingDays, onHolidays: true }, "2026-04-02T00:00Z", "2026-04-09T00:00Z")).toContain(
      "2026-04-06",
    );
  });

  it("opens once a week on its day, holiday or not", () => {
    const weekly: Frequency = { every: "week", on: 1, at: at("09:00") };
    expect(turns(weekly, "2026-03-30T00:00Z", "2026-04-20T00:00Z")).toEqual(
      "2026-03-30 2026-04-06 2026-04-13".split(" "),
    );
  });

  it("opens once when the clock skips its time, and once when its time comes twice", () => {
    expect(turns(everyDay, "2026-03-28T00:00Z", "2026-03-30T12:00Z")).toEqual(
      "2026-03-28 2026-03-29 2026-03-30".split(" "),
    );
    expect(turns(everyDay, "2026-10-24T00:00Z", "2026-10-26T12:00Z")).toEqual(
      "2026-10-24 2026-10-25 2026-10-26".split(" "),
    );
    expect(openSlot(everyDay, calendar, new Date("2026-03-29T01:00:00Z"))).toBe("2026-03-29");
  });

  it("keeps to the time zone", () => {
    const curacao = { ...calendar, timeZone: "America/Curacao" };
    expect(openSlot(workingDays, curacao, new Date("2026-03-03T12:29:00Z"))).toBeNull();
    expect(openSlot(workingDays, curacao, new Date("2026-03-03T12:30:00Z"))).toBe("2026-03-03");
  });

  it("comes next at an instant in which it is open, on a day after the last", () => {
    const frequency = fc.oneof(
      fc.record({
        every: fc.constant("day" as const),
        at: fc
          .nat(1439)
          .map((m) => at(`${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`)),
        days: fc.constantFrom("working" as const, "all" as const),
        onHolidays: fc.boolean(),
      }),
      fc.record({
        every: fc.constant("week" as const),
        at: fc.constantFrom("00:00", "02:00", "02:30", "03:00", "23:59").map(at),
        on: fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday),
      }),
    );
    const instants = fc.date({ min: new Date("2024-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
    const zones = fc.constantFrom("Europe/Amsterdam", "America/Curacao", "Asia/Tokyo");
    fc.assert(
      fc.property(frequency, instants, zones, (made, instant, timeZone) => {
        const own = { ...calendar, timeZone };
        const next = nextSlot(made, own, instant);
        expect(next).not.toBeNull();
        if (next === null) return;
        expect(next.getTime()).toBeGreaterThan(instant.getTime() - 1000);
        expect(openSlot(made, own, next)).toBe(dayAt(next, timeZone));
        const after = nextSlot(made, own, next);
        expect(dayAt(after ?? next, timeZone) > dayAt(next, timeZone)).toBe(true);
      }),
    );
  });

  it("does not exist for what is sent at once", () => {
    expect(openSlot({ every: "arrival" }, calendar, new Date())).toBeNull();
    expect(nextSlot({ every: "arrival" }, calendar, new Date())).toBeNull();
  });
});
