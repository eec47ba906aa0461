import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { metadataHints } from "../../src/formats/open.ts";
import type { ReadLetter } from "../../src/letters/letter.ts";
import { readLetter } from "../../src/letters/parse.ts";
import { absent, bare, hasShared, openFile, shared } from "./shared.ts";

const sample = (name: string): string => `${shared}/samples/${name}`;
const read = async (name: string): Promise<ReadLetter> => readLetter(await openFile(sample(name)));

interface Expected {
  submitted: string;
  askedBy: string;
  answeredBy: string;
  questions: number;
  kind: string;
  date: string;
}

const expected: Record<string, Expected> = hasShared
  ? JSON.parse((await readFile(sample("pdf/expected.json"), "utf8")).normalize("NFC"))
  : {};

const inDutch = (day: string | null): string =>
  day === null ? "" : new Intl.DateTimeFormat("nl-NL", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));

/** `Sneller (D66), Chakor (GroenLinks-PvdA) en Van Nispen (SP)` to names with their party. */
const askersIn = (text: string): { name: string; party: string }[] =>
  [...text.matchAll(/(?:^|, | en )([^(,]+?) ?\(([^)]+)\)/gu)].map(([, name = "", party = ""]) => ({ name, party }));

/** `Minister Heinen (Financiën)` to the name; those on whose behalf the answer is given too are not named. */
const answererIn = (text: string): string[] =>
  [...text.replace(/, mede namens .*/u, "").matchAll(/(?:Minister|Staatssecretaris) ([^(]+?) \(/gu)].map(
    ([, name = ""]) => name,
  );

describe.skipIf(!hasShared)(`six real Aanhangsel papers as PDF${absent}`, () => {
  it.each(Object.entries(expected))("%s says who asked what, when, and who answered", async (id, wanted) => {
    const letter = await read(`pdf/${id}.pdf`);
    expect(letter.id).toBe(id);
    expect(letter.kind).toBe(wanted.kind);
    expect(inDutch(letter.date)).toBe(wanted.date);
    expect(inDutch(letter.submitted)).toBe(wanted.submitted);
    expect(letter.questions.flatMap(({ numbers }) => numbers)).toEqual(
      Array.from({ length: wanted.questions }, (_, at) => at + 1),
    );
    expect(letter.questions[0]?.askers).toEqual(askersIn(wanted.askedBy));
    expect(letter.senders.map(({ name }) => name)).toEqual(answererIn(wanted.answeredBy));
    for (const { office } of letter.senders) {
      const ministry = /\(([^)]+)\)/u.exec(office ?? "")?.[1] ?? office;
      expect(wanted.answeredBy).toContain(ministry);
    }
  });

  it("keep the notes at the foot of the page and their marks in the text", async () => {
    const { text } = await openFile(sample("pdf/ah-tk-20232024-1314.pdf"));
    expect(text).toContain("tegen actief regenboogbeleid»?<sup>1</sup>\n");
    expect(text).toContain("\n\n<sup>1</sup> NOS, d.d. 1 maart 2024");
    expect(text).toContain("| Grond | Meldingen in 2021 | Meldingen in 2022 | Meldingen in 2023 |\n");
    expect(text).toMatch(/\nah-tk-20232024-1314\nISSN 0921 - 7398\n/);
  });
});

describe.skipIf(!hasShared)(`a real motion as PDF${absent}`, () => {
  it("has its dossier and number from the margin, and its mover", async () => {
    expect(await read("pdf/kst-21501-02-3121.pdf")).toMatchObject({
      id: "kst-21501-02-3121",
      kind: "motie",
      date: "2025-04-10",
      dossier: "21501-02",
      number: "3121",
      senders: [{ name: "Ceder", office: null }],
    });
  });
});

describe.skipIf(!hasShared)(`a KOOP publication is the same from all its forms${absent}`, () => {
  it.each([
    ["kst-32545-143", { kind: "motie", date: "2021-07-06", dossier: "32545", number: "143" }],
    ["ah-tk-20202021-3235", { kind: "antwoord", date: "2021-06-21", submitted: "2021-06-03", dossier: null }],
  ])("%s", async (id, wanted) => {
    const metadata = await metadataHints({
      name: "metadata.xml",
      bytes: await readFile(sample(`koop/${id}/metadata.xml`)),
    });
    for (const form of ["xml", "html", "odt", "pdf"]) {
      const source = await openFile(sample(`koop/${id}/${id}.${form}`));
      const letter = readLetter({ ...source, hints: { ...source.hints, ...metadata } });
      expect(letter, form).toMatchObject({ ...wanted, id, chamber: "Tweede Kamer" });
    }
  });

  it("question by question, word for word", async () => {
    const id = "ah-tk-20202021-3235";
    const [xml, ...others] = await Promise.all(
      ["xml", "html", "odt", "pdf"].map((form) => read(`koop/${id}/${id}.${form}`)),
    );
    const questions = (letter: ReadLetter | undefined) =>
      letter?.questions.map(({ numbers, askers, question, answer }) => [
        numbers,
        askers,
        bare(question),
        bare(answer ?? ""),
      ]);
    expect(questions(xml)).toHaveLength(9);
    for (const other of others) expect(questions(other)).toEqual(questions(xml));
  });

  it("says the same in both kinds of metadata", async () => {
    for (const id of ["kst-32545-143", "ah-tk-20202021-3235"]) {
      const [plain, owms] = await Promise.all(
        ["metadata.xml", "metadata_owms.xml"].map(async (name) =>
          metadataHints({ name, bytes: await readFile(sample(`koop/${id}/${name}`)) }),
        ),
      );
      expect(plain).toMatchObject({ id, chamber: "Tweede Kamer", parliamentaryYear: "2020-2021" });
      // The creator of a motion is `overige` there.
      expect({ ...owms, chamber: "Tweede Kamer" }).toEqual(plain);
    }
  });
});

describe.skipIf(!hasShared)(`real Word files${absent}`, () => {
  it("have their date found where it stands in the header only", async () => {
    const name = "docx/Beantwoording_Kamervragen_leden_Mutluer__GL-PvdA__et_al._ove.docx";
    expect((await openFile(sample(name))).text).toContain("\n\nDatum 25 juli 2024\n\n");
    const letter = await read(name);
    expect(letter.date).toBe("2024-07-25");
    expect(letter.questions.flatMap(({ numbers }) => numbers).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("have their notes in place, and the running header apart", async () => {
    const { text, hints } = await openFile(
      sample("docx/Beantwoording_Kamervragen_van_het_lid_Eerdmans__JA21__over_h.docx"),
    );
    expect(text).toContain("D. Yeşilgöz-Zegerius");
    expect(text).toMatch(
      /\n---\n\n<sup>1<\/sup> Aanhangsel van de Handelingen, vergaderjaar 2023-2024, nr\. 1121\.\n$/,
    );
    expect(hints.furniture).toContain("5303168");
    // Places of drawings are numbers in the file, and no text.
    expect(text + hints.furniture?.join()).not.toMatch(/5865190|1651000/);
  });

  it("of parliament, wholly set in a table, are read as text", async () => {
    const { text } = await openFile(sample("docx/kst-motie.docx"));
    expect(text).toContain("\n\nNr. 32 MOTIE VAN HET LID RIKKERS-OOSTERKAMP\n\nVoorgesteld 24 april 2025\n\n");
    expect(text).not.toContain("|");
    expect(await read("docx/kst-motie.docx")).toMatchObject({
      id: "kst-36278-32",
      kind: "motie",
      date: "2025-04-24",
      senders: [{ name: "Rikkers-Oosterkamp", office: null }],
    });
  });
});
