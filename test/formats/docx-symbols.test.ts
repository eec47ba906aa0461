import { describe, expect, it } from "vitest";
import { p, r, textOf } from "./make-docx.ts";

const sym = (font: string, char: string): string => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
const all = (font: string, chars: string): Promise<string> =>
  textOf(
    p(
      `${r("x")}${chars
        .split(" ")
        .map((char) => sym(font, char))
        .join("")}`,
    ),
  );

describe("symbols of a Word file", () => {
  it.each([
    [
      "Symbol",
      "F061 F062 F06D F0A0 F0A3 F0AB F0AC F0AE F0B0 F0B1 F0B3 F0B4 F0B7 F0B8 F0B9 F0BB F0E5",
      "αβμ€≤↔←→°±≥×•÷≠≈∑",
    ],
    ["Wingdings", "F04A F06C F06E F078 F0A7 F0A8 F0DF F0E0 F0E8 F0F0 F0FB F0FC F0FD F0FE", "☺●■☒▪☐←→➔⇨✗✓☒☑"],
    ["Wingdings", "F080 F081 F08A F08C F095 F09F F028 F02A", "⓪①⑩❶❿•☎✉"],
    ["Wingdings 2", "F050 F052 F0A3", "✓☑☐"],
    ["Wingdings 3", "F022 F075", "→▶"],
    ["Times New Roman", "20AC 2013 00A7", "€–§"],
  ])("of the font %s are the characters that are seen", async (font, chars, seen) => {
    expect(await all(font, chars)).toBe(`x${seen}\n`);
  });

  it("are found by their place without the private prefix, and in the letters of a run in that font", async () => {
    expect(await all("symbol", "B0")).toBe("x°\n");
    const inFont = (text: string): string => r(text, `<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>`);
    expect(await textOf(p(r("hoek ") + inFont("a \uf0b3") + r(" 2")))).toBe("hoek α ≥ 2\n");
  });

  it("that are not known keep the words beside them apart", async () => {
    const unknown = ["F0FF", "F0B8", "D800", "0007", "FFFFFFFF", "niets", ""];
    for (const char of unknown)
      expect(await textOf(p(r("voor") + sym("Wingdings 2", char) + r("na")))).toBe("voor na\n");
    expect(await textOf(p(r("voor") + sym("Onbekend", "F041") + r("na")))).toBe("voor na\n");
    expect(await textOf(p(`${r("voor")}<w:r><w:sym/></w:r>${r("na")}`))).toBe("voor na\n");
  });
});

describe("equations of a Word file", () => {
  const math = (inside: string): string => `<m:oMath>${inside}</m:oMath>`;
  const term = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
  const fraction = (above: string, below: string): string =>
    `<m:f><m:num>${above}</m:num><m:den>${below}</m:den></m:f>`;

  it("stand where they stood in the sentence", async () => {
    expect(await textOf(p(r("De groei is ") + math(term("4,5%")) + r(" per jaar.")))).toBe(
      "De groei is 4,5% per jaar.\n",
    );
  });

  it("keep what is above from what is below, and powers from numbers", async () => {
    const power = `<m:sSup><m:e>${term("x")}</m:e><m:sup>${term("2")}</m:sup></m:sSup>`;
    expect(await textOf(p(math(fraction(term("a + b"), term("12")) + term(" = ") + power)))).toBe("(a + b)/12 = x²\n");
  });
});
