import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { openDocument, openPublication } from "../../src/formats/open.ts";
import type { ReadLetter } from "../../src/letters/letter.ts";
import { readLetter } from "../../src/letters/parse.ts";
import { answers, letter } from "../golden-forms/content.ts";
import { bare, golden, openFile } from "./shared.ts";

const forms = ["html", "odt", "docx", "pdf"];

async function read(id: string, form: string): Promise<ReadLetter> {
  return readLetter(await openFile(golden(`${id}.${form}`)));
}

/** What must be the same whatever the form; white space and marking are not text. */
function essence(read: ReadLetter): Record<string, unknown> {
  return {
    id: read.id,
    kind: read.kind,
    date: read.date,
    submitted: read.submitted,
    chamber: read.chamber,
    dossier: read.dossier,
    number: read.number,
    senders: read.senders,
    notes: read.footnotes.map(({ mark, text }) => ({ mark, text: bare(text) })),
    references: read.references,
    questions: read.questions.map(({ numbers, askers, question, answer }) => ({
      numbers,
      askers,
      question: bare(question),
      answer: bare(answer ?? ""),
    })),
    body: bare(read.body),
  };
}

describe.each([letter.id, answers.id])("%s is the same letter", (id) => {
  it.each(forms)("from %s as from XML", async (form) => {
    expect(essence(await read(id, form))).toEqual(essence(await read(id, "xml")));
  });
});

describe("the references of the made letter", () => {
  it("are the same from every form, and mean what they say", async () => {
    const letters = await Promise.all(["xml", ...forms].map((form) => read(letter.id, form)));
    for (const { references } of letters) {
      expect(references.map(({ id }) => id)).toEqual(["kst-19637-2327", "h-tk-20142015-101-8", "kst-30573-207"]);
    }
  });
});

describe("what the made letter says is found", () => {
  it("its notes where they stand, its table, its lists", async () => {
    const { text } = await openFile(golden(`${letter.id}.xml`));
    expect(text).toContain("de brief van 3 november 2015<sup>1</sup> en in het debat<sup>2</sup> over de cliënten");
    expect(text).toContain("| Land | Aantal in 2023 | Aantal in 2024 |\n| --- | --- | --- |\n| Algerije | 80 | 110 |");
    expect(text).toContain("- er is vaker overleg op ambtelijk niveau;\n- er is een vaste");
    expect(text).toContain("1. ik spreek met mijn ambtgenoot in Algiers;\n2. ik stuur");
    expect(text).toMatch(/\n\n---\n\n<sup>1<\/sup> \[Kamerstukken II 2016\/17, 19 637, nr\. 2327\]\(https:/);
  });

  it("in a PDF line by line, with the notes at the foot of their page", async () => {
    const { text } = await openFile(golden(`${letter.id}.pdf`));
    const pages = text.split("\f");
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain("<sup>1</sup> Kamerstukken II 2016/17, 19 637, nr. 2327.");
    expect(pages[0]).toContain("99 901   Samenwerking bij terugkeer");
    expect(pages[0]).toMatch(/kst-99901-7\nISSN 0921 - 7371\n\nTweede Kamer, .* nr\. 7 {3}1\n/);
    expect(pages[1]).toContain("| Marokko | 120 | 190 |");
    expect(pages[1]).toContain("<sup>3</sup> Zie het jaarverslag");
  });

  it("without the navigation and the furniture of the web page", async () => {
    const { text } = await openFile(golden(`${answers.id}.html`));
    expect(text).not.toMatch(/Home|Zoeken|Kopregel|Voetregel|Inhoud|Over deze website|X|geen tekst/);
  });
});

describe("the best form of a publication wins", () => {
  const files = async (names: string[]) =>
    Promise.all(
      names.map(async (name) => ({
        name: name.replace("kst-99901-7.metadata", "metadata"),
        bytes: await readFile(golden(name)),
      })),
    );

  it("and metadata.xml beside it says the rest", async () => {
    const names = ["pdf", "docx", "xml", "metadata.xml", "html"].map((form) => `${letter.id}.${form}`);
    const opened = await openPublication(await files(names));
    expect(opened.file).toBe("kst-99901-7.xml");
    expect(opened.hints).toMatchObject({
      id: "kst-99901-7",
      kind: "brief",
      title: "Brief van de Minister van Asiel en Migratie over samenwerking bij terugkeer",
      date: "2025-03-14",
      dossier: "99901",
      number: "7",
      chamber: "Tweede Kamer",
      url: "https://zoek.officielebekendmakingen.nl/kst-99901-7.html",
    });
  });

  it("unless it cannot be read: then the next", async () => {
    const [pdf, odt] = await files([`${letter.id}.pdf`, `${letter.id}.odt`]);
    const broken = { name: "kst-99901-7.xml", bytes: new TextEncoder().encode("<officiele-publicatie><kamerstuk>") };
    const opened = await openPublication([pdf, broken, odt].filter((file) => file !== undefined));
    expect(opened.file).toBe("kst-99901-7.odt");
  });

  it("and when none can be read, the reason of the best is given", async () => {
    const nothing = new Uint8Array(0);
    await expect(
      openPublication([
        { name: "a.pdf", bytes: nothing },
        { name: "a.xml", bytes: nothing },
      ]),
    ).rejects.toThrow("a.xml holds no text at all");
    await expect(openPublication(await files([`${letter.id}.metadata.xml`]))).rejects.toMatchObject({
      code: "metadata-only",
    });
  });

  it("and hints from elsewhere win over what the file says", async () => {
    const bytes = await readFile(golden(`${letter.id}.html`));
    const { hints } = await openDocument(bytes, "a.html", { title: "Anders" });
    expect(hints).toMatchObject({ title: "Anders", id: "kst-99901-7" });
  });
});
