import { describe, expect, test } from "vitest";
import { readLetter } from "../../src/letters/parse.ts";
import { bundledLetter, bundledLetters } from "./bundled.ts";

const read = (start: string) => readLetter(bundledLetter(start));

describe("the bundled letters", () => {
  test("the 2017 letter has its subject line as title, its sender, and both glued notes apart from the numbers", () => {
    const letter = read("000");
    expect(letter).toMatchObject({
      id: "kst-19637-2356",
      kind: "brief",
      title: "Beoordeling veilige landen van herkomst 6e tranche",
      date: "2017-12-12",
      chamber: "Tweede Kamer",
      dossier: "19637",
      number: "2356",
      senders: [{ name: "Mark Harbers", office: "Staatssecretaris van Justitie en Veiligheid" }],
      questions: [],
      addressee: "de Voorzitter van de Tweede Kamer der Staten-Generaal",
    });
    expect(letter.footnotes.map(({ mark, text }) => [mark, text])).toEqual([
      ["1", "Kamerstukken II 2016/17, 19 637, nr. 2327."],
      ["2", "Kamerstukken II 2016/17, 19 637, nr. 2076."],
    ]);
    expect(letter.body).toContain("motie van het lid Jasper van Dijk onder nr. 2327.");
    expect(letter.body).toContain("uiteengezet in de brief van 3 november 2015. Kernvraag");
    expect(letter.body).toContain("werkt hierop niet of onvoldoende samen met Nederland.");
  });

  test("the January 2024 letter has words broken at a line end made whole, and kept where the hyphen belongs", () => {
    const letter = read("001");
    expect(letter).toMatchObject({
      id: "kst-29344-155",
      kind: "brief",
      title: "Landen die wel en niet goed meewerken aan terugkeer",
      date: "2024-01-26",
      senders: [{ name: "E. van der Burg", office: "Staatssecretaris van Justitie en Veiligheid" }],
    });
    expect(letter.body).toContain("om terugkeersamenwerking met derde landen te verbeteren");
    expect(letter.body).toContain("het sluiten van terug- en overname overeenkomsten");
    expect(letter.body).toContain("Marokko is daar een goed voorbeeld van. Een ander voorbeeld is Nigeria");
    expect(letter.body).not.toMatch(/VEILIGHEID/);
  });

  test("the 2014 letter has two senders with their offices", () => {
    const letter = read("002");
    expect(letter).toMatchObject({ id: "kst-30573-124", kind: "brief", date: "2014-02-25", footnotes: [] });
    expect(letter.senders).toEqual([
      { name: "F. Teeven", office: "Staatssecretaris van Veiligheid en Justitie" },
      { name: "E.M.J. Ploumen", office: "Minister voor Buitenlandse Handel en Ontwikkelingssamenwerking" },
    ]);
    expect(letter.body).toContain("de EU-China Top van 21 november 2013.");
    expect(
      letter.passages.map(({ headings }) => headings.join()).filter((one, at, all) => all.indexOf(one) === at),
    ).toEqual(["", "Inleiding", "Algemeen", "Specifieke landen", "Europese dimensie"]);
  });

  test("the 2019 answers are nine question blocks that hold ten questions", () => {
    const letter = read("003");
    expect(letter).toMatchObject({
      id: "2019D46752",
      kind: "antwoord",
      title:
        "Vragen van de leden Van Wijngaarden en Weverling (beiden VVD) aan de Staatssecretaris van Justitie en Veiligheid en de Minister voor Buitenlandse Handel en Ontwikkelingssamenwerking over de artikelen «Asielzoekers uit veilige landen terroriseren Harderwijk» en «Harderwijk is diefstallen door asielzoekers beu»",
      date: "2019-11-21",
      submitted: "2019-10-02",
      chamber: "Tweede Kamer",
      caseNumber: "2019Z18636",
      documentNumber: "2019D46752",
      senders: [{ name: "Broekers-Knol", office: "Staatssecretaris (Justitie en Veiligheid)" }],
    });
    expect(letter.questions.map(({ numbers }) => numbers)).toEqual([[1], [2, 3], [4], [5], [6], [7], [8], [9], [10]]);
    for (const { askers } of letter.questions)
      expect(askers).toEqual([
        { name: "Van Wijngaarden", party: "VVD" },
        { name: "Weverling", party: "VVD" },
      ]);
    expect(letter.questions[0]?.answer).toBe("Ja.");
    expect(letter.questions.at(-1)?.answer).toMatch(/^Vraag 2 en 3 liggen in elkaars verlengde\./);
  });

  test("the 2019 answers lose their glued marks, also those whose notes were lost with the foot of a page", () => {
    const letter = read("003");
    expect(letter.footnotes.map(({ mark }) => mark)).toEqual(["1", "2", "5", "6"]);
    for (const text of [
      "terroriseren Harderwijk» en «Harderwijk is diefstallen door asielzoekers beu»?",
      "In de RVK 2018 is een overzicht (3.15)",
      "mijn brief van 1 juli 2019.",
      "het realiseren van meer terugkeer. Voor",
      "gecommuniceerd, is terugkeer",
      "de EU-Dublinverordening",
      "belangrijke herkomst- en transitlanden",
    ])
      expect(letter.body).toContain(text);
    expect(letter.footnotes[0]?.text).toBe(
      "https://www.telegraaf.nl/nieuws/489471890/asielzoekers-uit-veilige-landen-terroriseren-harderwijk",
    );
  });

  test("the 2025 consultation has 53 answers, each under the party that asked", () => {
    const letter = read("004");
    expect(letter).toMatchObject({
      id: "kst-32317-929",
      kind: "schriftelijk-overleg",
      title: "Beantwoording vragen schriftelijk overleg Informele JBZ-Raad te Polen op 30 en 31 januari 2025",
      date: "2025-01-29",
      chamber: "Eerste Kamer",
      dossier: "32317",
      number: "929",
      ministryReference: "6133006",
      senders: [{ name: "M.H.M. Faber-van de Klashorst", office: "Minister van Asiel en Migratie" }],
    });
    const perParty = new Map<string | null, number>();
    for (const { askers } of letter.questions) {
      expect(askers).toHaveLength(1);
      perParty.set(askers[0]?.party ?? null, (perParty.get(askers[0]?.party ?? null) ?? 0) + 1);
    }
    expect(Object.fromEntries(perParty)).toEqual({ PVV: 5, "GroenLinks-PvdA": 10, VVD: 9, NSC: 12, D66: 4, SP: 13 });
    const turkey = letter.questions.filter(({ question }) => question.includes("EU-Turkije"));
    expect(turkey.map(({ question }) => question.split("\n\n").length)).toEqual([5]);
  });
});

describe.each(bundledLetters().map((source) => [source.file, readLetter(source)] as const))("%s", (_, letter) => {
  test("has passages of readable size whose text stands in the body where they say", () => {
    const other = letter.passages.filter(({ question }) => question === null).map(({ text }) => text.length);
    other.sort((a, b) => a - b);
    expect(other[Math.floor(other.length / 2)] ?? 0).toBeLessThanOrEqual(900);
    expect(other.at(-1) ?? 0).toBeLessThanOrEqual(3000);
    for (const { text, places } of letter.passages)
      expect(places.map(({ start, end }) => letter.body.slice(start, end)).join("\n\n")).toBe(text);
  });

  test("has no passage that is letterhead, signature, page number or contents", () => {
    for (const { text } of letter.passages) {
      expect(text).not.toMatch(/Postbus \d|der Staten-Generaal$|^Vraag \d+$|^\d+$|^Datum |^Antwoord$/m);
      expect(text).toMatch(/[.?!:]/);
    }
  });

  test("survives a round trip through JSON", () => {
    expect(JSON.parse(JSON.stringify(letter))).toEqual(letter);
  });
});

test("a delay letter says on which day the questions were asked", () => {
  const letter = readLetter({
    file: "x.txt",
    text: "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDatum 7 mei 2024\n\nBetreft Uitstel beantwoording vragen over schepen\n\nOp 15 april 2024 hebben de leden Duin en Kust (beiden PvdZ) schriftelijke vragen gesteld over schepen.\n\nDe Minister van Zee,\nA. Oever\n",
    hints: {},
  });
  expect(letter).toMatchObject({ kind: "mededeling", date: "2024-05-07", submitted: "2024-04-15" });
});
