import { describe, expect, test } from "vitest";
import { repeated, type TextKind, textKinds } from "../../bench/text-kinds.ts";
import { readLetter } from "../../src/letters/parse.ts";
import { bundledLetters } from "./bundled.ts";
import { processorTime } from "./processor-time.ts";

const read = (text: string) => () => void readLetter({ file: "x.txt", text, hints: {} });

const letters = bundledLetters()
  .map(({ text }) => text)
  .join("\n\n");

describe("eight times as much text takes no more than about eight times as long", () => {
  const short = 20_000;
  const times = 8;
  // Reading by squares would take eight times as long again; the clock of a busy machine is off by less than three.
  const allowed = 3 * times;

  test.each<[string, TextKind]>([["letters", letters], ...textKinds])("%s", (_, unit) => {
    // Less than ten milliseconds is mostly noise.
    const once = Math.max(10, processorTime(read(repeated(unit, short)), 0));
    expect(processorTime(read(repeated(unit, short * times)), allowed * once)).toBeLessThan(allowed * once);
  });
});
