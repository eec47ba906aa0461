import { describe, expect, it } from "vitest";
import { openDocument } from "../../src/formats/open.ts";
import { utf8 } from "./shared.ts";

const textOf = async (markdown: string, file = "brief.md"): Promise<string> =>
  (await openDocument(utf8(markdown), file)).text;

describe("Markdown inside a line", () => {
  it.each([
    [
      "escaped signs",
      String.raw`Nog 5\% van \"Zandland\", 3\. punt; 1\) en \[haak\] blijven`,
      String.raw`Nog 5% van "Zandland", 3. punt; 1\) en \[haak\] blijven`,
    ],
    ["an escaped number at the start", String.raw`1\. Hoe? en 2\) niet`, String.raw`1. Hoe? en 2\) niet`],
    ["raised and lowered text", "mensen^1^ op 25 km^2^, de 1^e^, H~2~O", "mensen<sup>1</sup> op 25 km², de 1e, H2O"],
    ["struck text", "Er zijn ~~1.100~~ 1.204 mensen ~~weg~~. <del>Oud</del>Nieuw", "Er zijn  1.204 mensen. Nieuw"],
    [
      "what pandoc marks",
      '[DT]{.underline} [weg]{.deletion author="x"}[erbij]{.insertion author="x"}[]{#a .anchor}',
      "DT erbij",
    ],
    ["entities", "Tekst&nbsp;van &euro; 5 &amp; &#8220;zes&#8221; &onzin;", "Tekst\u00a0van € 5 & “zes” &onzin;"],
    ["images", "Een ![Figuur](a.png){width=3} twee [![x](b.png)](https://a.example) drie ![y][1]", "Een  twee  drie "],
    [
      "links with brackets, titles and angle brackets",
      `[a](https://a.example/b_(c)) [d](<https://a.example/e> "Titel")`,
      "[a](https://a.example/b_%28c%29) [d](https://a.example/e)",
    ],
    [
      "anchors, links and other HTML",
      `<a id="v1"></a>**Vraag 1** <span lang="nl">en</span> <a href="https://a.example">hier</a>`,
      "**Vraag 1** en [hier](https://a.example)",
    ],
    ["an autolink and comparisons", String.raw`<https://a.example> 5 < 6, a \< b`, "<https://a.example> 5 < 6, a < b"],
    ["bold that is italic too", "***Vraag 1***", "**Vraag 1**"],
    ["a heading with attributes", "## **Vraag 1** {#vraag-1 .kop}", "## **Vraag 1**"],
    [
      "code, a name with underscores and a tilde",
      "`a_b` snake_case ~5 euro tot ~6 euro",
      "`a_b` snake_case ~5 euro tot ~6 euro",
    ],
  ])("%s", async (_name, written, meant) => {
    expect(await textOf(written)).toBe(meant);
  });

  it("breaks a line where it says so, but not a row of a table", async () => {
    expect(await textOf("**Vraag 1**\\\nHoe?<br>En waarom?\n\n| a<br/>b | c |")).toBe(
      "**Vraag 1**\nHoe?\nEn waarom?\n\n| a b | c |",
    );
  });
});

describe("Markdown over more lines", () => {
  it("has headings that are underlined, and a rule above the notes", async () => {
    expect(await textOf("Inleiding\n=====\n\nTekst.\n\nCijfers\n-------\n\nSlot.\n---\n<sup>1</sup> Noot.")).toBe(
      "# Inleiding\n\nTekst.\n\n## Cijfers\n\nSlot.\n---\n<sup>1</sup> Noot.",
    );
    expect(await textOf("- punt\n---\n\neen\ntwee\n---\n\n| a |\n| --- |")).toBe(
      "- punt\n---\n\neen\ntwee\n---\n\n| a |\n| --- |",
    );
  });

  it("goes without comments, rules of other forms, fences and what stands before the text", async () => {
    const matter = `---\ntitle: "Brief"\ndate: 2024-03-12\n---\n`;
    expect(await textOf(`${matter}een\n\n<!-- intern\n\nniet delen -->\n* * *\n\n\`\`\`\ntwee \\\n\`\`\`\n`)).toBe(
      "een\n\n\n\n\ntwee \\\n",
    );
    expect(await textOf("een <!-- twee")).toBe("een <!-- twee");
    expect(await textOf("---\nDe brief.\n---\nSlot.")).toBe("---\nDe brief.\n---\nSlot.");
  });

  it("has links by reference, whose addresses are no notes", async () => {
    const addresses = `[1]: https://nota.example/a "Nota"\n[nota]: <https://nota.example/b>`;
    expect(await textOf(`Zie [de nota][1], [Nota][] en [weg][2].\n\n${addresses}\n`)).toBe(
      "Zie [de nota](https://nota.example/a), [Nota](https://nota.example/b) en [weg][2].\n\n",
    );
    const note = "Zie de nota [1].\n\n[1]: https://nota.example/a";
    expect(await textOf(note)).toBe(note);
  });
});

describe("notes of Markdown", () => {
  it("have their later paragraphs, which are indented, on their own line", async () => {
    expect(
      await textOf("Tekst[^1] en[^2].\n\n[^1]: Een.\n\n    Twee.\n    Drie.\n\n\tVier.\n\n[^2]: Vijf.\n\nSlot."),
    ).toBe("Tekst[^1] en[^2].\n\n[^1]: Een. Twee. Drie. Vier.\n\n[^2]: Vijf.\n\nSlot.");
  });

  it.each([
    ["[[1]](#footnote-1)", `1. <a id="footnote-1"></a> De Duinbode\\. [↑](#footnote-ref-1)`],
    ["[\\[1\\]](#_ftn1)", "[\\[1\\]](#_ftnref1) De Duinbode."],
    ["[[1]](#_ftn1)", "[[1]](#_ftnref1) De Duinbode."],
  ])("with the mark %s are those of a letter", async (mark, note) => {
    expect(await textOf(`Het bericht${mark}?\n\n${note}\n`)).toBe(
      "Het bericht<sup>1</sup>?\n\n\n\n---\n\n<sup>1</sup> De Duinbode.\n",
    );
  });

  it.each(["<sup>[2](#fn2)</sup>", "[<sup>2</sup>](#fn:2)", "[2](#voetnoot-2)"])("have the mark %s", async (mark) => {
    expect(await textOf(`Het bericht${mark.replace(":", "")}.`)).toBe("Het bericht<sup>2</sup>.");
  });
});

describe("a text that is not Markdown by its name", () => {
  it("stays as it was written", async () => {
    const text = "Kop\n=====\nC:\\map\\\n5\\% &euro; ^1^ ~~weg~~ [a][1]\n<!-- x -->\n\n[1]: https://a.example";
    for (const file of ["brief.txt", "brief.text", "brief"]) expect(await textOf(text, file)).toBe(text);
    expect(await textOf(text, "brief.MD")).not.toBe(text);
  });
});

describe("a very large Markdown file", () => {
  it.each(["[", "](", "~~a", "<a ", "![", "^1", "&a", "\\", "[^1]: a\n", "[a][b]", "<!--", "*", "a\n-\n"])(
    "of nothing but %j is read in time",
    async (sign) => {
      const started = performance.now();
      await textOf(sign.repeat(Math.ceil(1_000_000 / sign.length)));
      expect(performance.now() - started).toBeLessThan(5_000);
    },
  );
});
