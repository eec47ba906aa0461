import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { lineOptions } from "../../src/ops/log.ts";
import { newRequestNumber, requestNumber, underNumber } from "../../src/ops/request-number.ts";

/** Lines as the product writes them. */
function openLines() {
  const lines: Record<string, unknown>[] = [];
  const log = pino(lineOptions, { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
  return { lines, log };
}

describe("a line of the log", () => {
  it("has the number of the request that it belongs to, also after waiting, and none outside of requests", async () => {
    const { lines, log } = openLines();
    await Promise.all(
      ["7F3K2", "00001"].map((number) =>
        underNumber(number, async () => {
          await new Promise((resolve) => setImmediate(resolve));
          log.info({ own: number }, "answered");
        }),
      ),
    );
    log.info("klaar");
    expect(lines.map(({ request, own }) => [request, own])).toEqual([
      ["7F3K2", "7F3K2"],
      ["00001", "00001"],
      [undefined, undefined],
    ]);
    expect(requestNumber()).toBeNull();
  });

  it("tells of an error its name, message, code, place and cause, and nothing that hangs on it", () => {
    const { lines, log } = openLines();
    const cause = Object.assign(new Error("behind"), { data: { text: "geheim" } });
    const err = Object.assign(new TypeError("before", { cause }), { code: "E1", original: { body: "geheim" } });
    log.error({ err }, "failed");
    expect(lines[0]).toMatchObject({ err: { type: "TypeError", message: "before", code: "E1" }, msg: "failed" });
    expect(JSON.stringify(lines[0])).toContain("behind");
    expect(JSON.stringify(lines[0])).not.toContain("geheim");
  });

  it("blots out what looks like a secret of Slack, and leaves the line readable", () => {
    const { lines, log } = openLines();
    const url = "https://hooks.slack.com/commands/T1/2/abc";
    log.error({ err: new Error(`no answer from ${url}`) }, "with xoxb-12-34 and xapp-1-A, signed v0=0123456789abcdef");
    expect(lines[0]).toMatchObject({ msg: "with [secret] and [secret], signed [secret]" });
    expect(JSON.stringify(lines[0])).not.toContain("hooks.slack.com");
    log.fatal("SLACK_BOT_TOKEN must start with xoxb-");
    expect(lines[1]).toMatchObject({ msg: "SLACK_BOT_TOKEN must start with xoxb-" });
  });
});

describe("the number of a request", () => {
  it("is five signs that nobody mistakes for another when they are read aloud", () => {
    expect(newRequestNumber((count) => new Uint8Array(count).fill(255))).toBe("ZZZZZ");
    for (let byte = 0; byte < 256; byte++) {
      expect(newRequestNumber((count) => new Uint8Array(count).fill(byte))).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}$/);
    }
  });

  it("is seldom the same twice", () => {
    expect(new Set(Array.from({ length: 500 }, () => newRequestNumber())).size).toBeGreaterThan(495);
  });
});
