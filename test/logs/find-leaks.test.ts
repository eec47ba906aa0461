import { describe, expect, it } from "vitest";
import { findLeaks } from "./find-leaks.ts";

const line = (what: object) => JSON.stringify({ level: 30, time: "2026-01-05T08:00:00.000Z", ...what });
const nothing = { texts: [], secrets: [] };

describe("the check of the log of the suite", () => {
  it("finds a question, however it is written, and wherever in a line it stands", () => {
    const texts = ["Hoeveel  mensen zijn vertrokken?"];
    const told = { err: { message: "no page for hoeveel mensen ZIJN vertrokken?" } };
    expect(findLeaks({ ...nothing, lines: [line({ msg: "answered" })], texts }).found).toEqual([]);
    expect(findLeaks({ ...nothing, lines: [line(told)], texts }).found[0]).toContain("hoeveel mensen zijn");
    expect(findLeaks({ ...nothing, lines: ["Error: hoeveel mensen zijn vertrokken?"], texts }).found).not.toEqual([]);
  });

  it("finds a question between quotation marks, which JSON writes otherwise", () => {
    const lines = [line({ msg: 'asked "vrijwillig vertrek" again' })];
    expect(findLeaks({ ...nothing, lines, texts: ['"vrijwillig vertrek"'] }).found).not.toEqual([]);
  });

  it("finds a telling word of a question by itself", () => {
    const lines = [line({ what: "kleur:geheimwoord" })];
    expect(findLeaks({ ...nothing, lines, texts: ["kleur:geheimwoord en meer"] }).found).toHaveLength(1);
  });

  it.each([
    ["a token", "bad token xoxb-12-ab"],
    ["an app token", "xapp-1-A0"],
    ["a signature", "v0=3f9a"],
    ["the address of an answer", "POST /response/0a1b2c3d-0000"],
  ])("finds %s, also one that it does not know", (_, msg) => {
    expect(findLeaks({ ...nothing, lines: [line({ msg })] }).found).toHaveLength(1);
  });

  it("finds a secret that it knows", () => {
    const found = findLeaks({ ...nothing, lines: [line({ key: "8F742231" })], secrets: ["8f742231"] });
    expect(found.found).toHaveLength(1);
  });

  it("says what it did not look for, and why", () => {
    const { texts, leftOut } = findLeaks({
      ...nothing,
      lines: [],
      texts: ["status", "visum", "Algerije", "algerije "],
    });
    expect(texts).toBe(1);
    expect(leftOut).toEqual({ "a word that the log may say itself": 1, "shorter than 6 characters": 1 });
  });

  it("does not take the file names of a stack for words", () => {
    const stack = "Error: broken\n    at answer (/home/visummaatregelen/src/answer.ts:1:1)";
    expect(findLeaks({ ...nothing, lines: [line({ err: { stack } })], texts: ["visummaatregelen"] }).found).toEqual([]);
  });
});
