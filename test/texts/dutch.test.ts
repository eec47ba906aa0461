import { describe, expect, it } from "vitest";
import type { Day } from "../../src/letters/letter.ts";
import { counted, listed, writtenDay, yearOf } from "../../src/texts/dutch.ts";

describe("Dutch forms", () => {
  it("writes a day out, whatever the machine's time zone", () => {
    expect(writtenDay("2025-01-01" as Day)).toBe("1 januari 2025");
    expect(writtenDay("2024-12-31" as Day)).toBe("31 december 2024");
    expect(yearOf("2024-12-31" as Day)).toBe("2024");
  });

  it("counts in words, with a point for thousands", () => {
    expect([0, 1, 2, 1240].map((n) => counted(n, "brief", "brieven"))).toEqual([
      "0 brieven",
      "1 brief",
      "2 brieven",
      "1.240 brieven",
    ]);
  });

  it("lists with a comma and en", () => {
    expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])]).toEqual([
      "",
      "a",
      "a en b",
      "a, b en c",
    ]);
  });
});
