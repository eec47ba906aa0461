import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPrivateAddress } from "../../../src/ingest/http/addresses.ts";
import { backOff, retryAfter } from "../../../src/ingest/http/waiting.ts";

const now = new Date("2026-01-05T08:00:00Z");

describe("waiting before asking again", () => {
  it("doubles from 2 seconds to a minute at most, with jitter", () => {
    expect([1, 2, 3, 4, 5, 6, 60].map((attempt) => backOff(attempt, 1))).toEqual([
      2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000,
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        const wait = backOff(attempt, random);
        return wait >= 500 && wait <= 60_000;
      }),
    );
  });

  it.each([
    ["120", 120_000],
    ["0", 0],
    ["Mon, 05 Jan 2026 08:01:00 GMT", 60_000],
    ["Mon, 05 Jan 2026 07:00:00 GMT", 0],
    [undefined, null],
    ["", null],
    ["-5", null],
    ["1.5", null],
    ["soon", null],
    ["2026", 2_026_000],
  ])("reads Retry-After %j as %j milliseconds", (header, expected) => {
    expect(retryAfter(header, now)).toBe(expected);
  });

  it("never waits a negative time or no number of milliseconds, whatever a server writes", () => {
    fc.assert(fc.property(fc.string(), (header) => (retryAfter(header, now) ?? 0) >= 0));
  });
});

describe("addresses that no source may lead to", () => {
  it.each(["10.0.0.1", "127.0.0.2", "169.254.169.254", "172.31.255.255", "192.168.1.1", "100.64.0.1", "0.0.0.0"])(
    "%s is private",
    (address) => expect(isPrivateAddress(address)).toBe(true),
  );
  it.each(["::1", "::", "fe80::1", "fd00::1", "::ffff:10.0.0.1", "::ffff:a00:1", "64:ff9b::a00:1"])(
    "%s is private",
    (address) => expect(isPrivateAddress(address)).toBe(true),
  );
  it.each(["172.32.0.1", "8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8"])("%s is public", (address) =>
    expect(isPrivateAddress(address)).toBe(false),
  );
});
