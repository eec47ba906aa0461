import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { answers, letter } from "./content.ts";
import { answersDocx, letterDocx } from "./to-docx.ts";
import { answersHtml, letterHtml } from "./to-html.ts";
import { answersOdt, letterOdt } from "./to-odt.ts";
import { answersPdf, letterPdf } from "./to-pdf.ts";
import { answersXml, letterXml, metadataXml } from "./to-xml.ts";

/**
 * Makes every form of the two publications again: `MAKE_GOLDEN_FORMS=1 npx vitest run test/golden-forms`. The PDFs need
 * Chromium (`CHROMIUM`, else /usr/bin/chromium).
 */
const { MAKE_GOLDEN_FORMS } = process.env;
const making = MAKE_GOLDEN_FORMS === "1";

const at = (name: string): URL => new URL(`files/${name}`, import.meta.url);

const texts: Record<string, string> = {
  [`${letter.id}.xml`]: letterXml(letter),
  [`${letter.id}.html`]: letterHtml(letter),
  [`${letter.id}.metadata.xml`]: metadataXml(letter, [
    ["OVERHEIDop.dossiernummer", "", letter.dossier.replace(" ", "")],
    ["OVERHEIDop.ondernummer", "", letter.number],
    ["DC.type", "OVERHEIDop.KamerstukTypen", letter.printedKind],
  ]),
  [`${answers.id}.xml`]: answersXml(answers),
  [`${answers.id}.html`]: answersHtml(answers),
  [`${answers.id}.metadata.xml`]: metadataXml(answers, [
    ["OVERHEIDop.aanhangselNummer", "", answers.number],
    ["OVERHEIDop.datumOntvangst", "DCTERMS.W3CDTF", answers.date],
    ["OVERHEIDop.vraagnummer", "", answers.caseNumber],
    ["DC.type", "OVERHEIDop.AanhangselTypen", answers.printedKind],
  ]),
};

describe("the made publications", () => {
  it.runIf(making)(
    "are written in every form (skipped unless MAKE_GOLDEN_FORMS=1: it renews committed files)",
    { timeout: 120_000 },
    async () => {
      for (const [name, text] of Object.entries(texts)) await writeFile(at(name), text);
      await writeFile(at(`${letter.id}.odt`), letterOdt(letter));
      await writeFile(at(`${answers.id}.odt`), answersOdt(answers));
      await writeFile(at(`${letter.id}.docx`), await letterDocx(letter));
      await writeFile(at(`${answers.id}.docx`), await answersDocx(answers));
      await writeFile(at(`${letter.id}.pdf`), await letterPdf(letter));
      await writeFile(at(`${answers.id}.pdf`), await answersPdf(answers));
      expect(existsSync(at(`${answers.id}.pdf`))).toBe(true);
    },
  );

  it.each(Object.entries(texts))("%s is what its maker makes", async (name, text) => {
    expect(await readFile(at(name), "utf8")).toBe(text);
  });
});
