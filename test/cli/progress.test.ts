import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { Progress } from "../../src/cli/progress.ts";

function stream(isTTY: boolean) {
  const written: string[] = [];
  const to = new Writable({
    write: (chunk, _, done) => {
      written.push(String(chunk));
      done();
    },
  });
  return { written, to: Object.assign(to, { isTTY, columns: 40 }) as unknown as NodeJS.WriteStream };
}

describe("telling how far work is", () => {
  it("draws a bar on one line of a terminal, and leaves no trace of it", () => {
    const { written, to } = stream(true);
    const progress = new Progress(to);
    progress.bar(6, 24);
    progress.bar(24, 24);
    progress.line("quarantined: x");
    progress.end();
    expect(written).toEqual([
      `\r\u001b[2K[######${".".repeat(18)}] 6 of 24`,
      `\r\u001b[2K[${"#".repeat(24)}] 24 of 24`,
      "\r\u001b[2K",
      "quarantined: x\n",
    ]);
  });

  it("never writes more than fits on the line", () => {
    const { written, to } = stream(true);
    new Progress(to).note("koop: ".padEnd(200, "x"));
    expect(written[0]?.length).toBeLessThan(5 + 40);
  });

  it("writes a line for every tenth where no terminal is", () => {
    const { written, to } = stream(false);
    const progress = new Progress(to);
    for (let done = 1; done <= 50; done++) progress.bar(done, 50);
    expect(written.slice(0, 2)).toEqual(["5 of 50\n", "10 of 50\n"]);
    expect(written).toHaveLength(10);
  });
});
