import { describe, expect, it } from "vitest";
import { simulateYear } from "./year.ts";

/** `npm run soak` runs the whole year; the gate some weeks with fewer subscriptions. */
const whole = process.env.SOAK !== undefined;
const size = whole ? { days: 365, subscriptions: 200, places: 80 } : { days: 20, subscriptions: 30, places: 12 };

/** Every way in which Slack is known to fail. */
const faults = [
  ...["not_in_channel", "is_archived", "channel_not_found", "account_inactive", "token_revoked"],
  ...["ratelimited", "timeout", "socket hang up", "internal_error", "http 503", "unreadable"],
];

describe("digests, while letters come late and twice, the machine crashes and Slack fails in every way", () => {
  it("bring every letter that matches, and that every question was answered, to every subscription exactly once", async () => {
    const seed = Number(process.env.SEED ?? 20_250_101);
    const { wrongs, ...report } = await simulateYear({ seed, ...size });
    process.stdout.write(`${JSON.stringify({ seed, ...size, ...report })}\n`);
    expect(Object.keys(report.faults)).toEqual(expect.arrayContaining(faults));
    expect(wrongs.slice(0, 20)).toEqual([]);
    expect(report.deliveries).toBeGreaterThan(whole ? 10_000 : 200);
    expect(report.questions.told).toBeGreaterThan(whole ? 500 : 0);
    expect(report.questions.listed).toBeGreaterThan(whole ? 500 : 0);
  }, 1_800_000);
});
