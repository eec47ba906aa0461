import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeCitation } from "../../src/letters/citations.ts";
import type { Day, PublicationId } from "../../src/letters/letter.ts";
import { findReferences } from "../../src/letters/references.ts";
import { processorTime } from "./processor-time.ts";
import { anyId } from "./publication-ids.ts";

function idsIn(text: string): (string | null)[] {
  return findReferences(text).map(({ id }) => id);
}

function rows(file: string): string[][] {
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));
}

const root = join(import.meta.dirname, "../..");
const shared = process.env.TERUGKEER_SHARED ?? join(root, "../shared");
const devCitations = join(shared, "eval/citations-dev.tsv");

describe("findReferences", () => {
  // `-`: a reference whose id cannot be told; a line end is written \n.
  test.each(rows(join(import.meta.dirname, "printed-citations.tsv")))("reads %s as %s", (printed, ids) => {
    const text = `Zie ${printed?.replaceAll("\\n", "\n")}`;
    expect(idsIn(text)).toEqual(ids?.split(" ").map((id) => (id === "-" ? null : id)));
  });

  // These printed forms stay outside the project.
  test.skipIf(!existsSync(devCitations))("reads the citations in ../shared (skipped where that is absent)", () => {
    const wrong = rows(devCitations).filter(([printed = "", id]) => idsIn(printed)[0] !== id);
    expect(wrong).toEqual([]);
  });

  test.each([
    "circa 1.660 vreemdelingen en 12 500 euro, van 15 000-20 000 in 2015",
    "artikel 3.37g van het Vb, artikel 31, lid 5, en C3/2 Vc",
    "telefoon 070 370 79 11, Postbus 20018, nr. 3, 2500 EH Den Haag",
    "Kernvraag bij de motie van het lid Jasper van Dijk onder nr. 2327",
    "de Tweede Kamer 12 500 brieven stuurde",
    "Van 12 300 naar 15 400 (nr. 2 na Duitsland), Algerije 30 573 (nr. 3)",
    "Staatscourant 2023, 3 mei, Staatsblad 2023, 12 december, Staatscourant 2018, 12 pagina's, Stcrt. 2023, nr. 12.345",
    "rekening 12345, nr. 3, polisnummer 12345, nr. 67 en IND-dossier 12345, nr. 6",
    "de Tweede Kamer 2021, 12500-1500 brieven",
    "Kamerstuk XXVIII, nr. 3 en Kamerstukken MIX van dit jaar",
    "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 2",
    "Vergaderjaar 2023–2024   Aanhangsel van de Handelingen",
    "de kamerstukken en het dossier, 3 maart 2020, de Handelingen van 2014",
    "ons kenmerk 6133006, uw kenmerk 4 november 2024",
    "https://www.telegraaf.nl/nieuws/489471890/19637-nr-2327?d=2019D46752",
    "het besluit 2016/17, de richtlijn over 900/1000 euro te",
  ])("sees no reference in: %s", (text) => {
    expect(findReferences(text).filter(({ kind }) => kind !== "eu")).toEqual([]);
  });

  test("says what each reference is, where it stands and how it is printed, in order", () => {
    const text =
      "Zie Kamerstuk 28 286, nrs. 520 en 548, zaak 2024Z01240 en Verordening (EU) 2024/1347 (Stb. 2020, 118).";
    expect(findReferences(text)).toEqual([
      { printed: "Kamerstuk 28 286, nrs. 520", id: "kst-28286-520", kind: "kamerstuk", start: 4, end: 30 },
      { printed: "548", id: "kst-28286-548", kind: "kamerstuk", start: 34, end: 37 },
      { printed: "2024Z01240", id: null, kind: "zaak", start: 44, end: 54 },
      { printed: "Verordening (EU) 2024/1347", id: null, kind: "eu", start: 58, end: 84 },
      { printed: "Stb. 2020, 118", id: "stb-2020-118", kind: "stb", start: 86, end: 100 },
    ]);
  });

  test("gives a dossier without a number no id, though the text names the number elsewhere", () => {
    expect(findReferences("Kamerstuk 19 637 gaat over motie nr. 2327").map(({ kind, id }) => [kind, id])).toEqual([
      ["dossier", null],
    ]);
  });

  test("finds every citation that it composes, with its id, inside any sentence", () => {
    const day = fc
      .date({ min: new Date("1995-01-01"), max: new Date("2060-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10) as Day);
    fc.assert(
      fc.property(anyId, fc.option(day), (id, date) => {
        const citation = composeCitation(id, date);
        expect(idsIn(`Zie ook ${citation}, waarin`)).toEqual([id]);
        expect(idsIn(`(${citation})`)).toEqual([id]);
      }),
    );
  });

  test("gives references in order, without overlap, printed as the text has them, whatever the text", () => {
    const piece = fc.oneof(
      anyId.map((id: PublicationId) => composeCitation(id, null) ?? id),
      anyId,
      fc.constantFrom(
        "Kamerstuk ",
        "Aanhangsel ",
        "Handelingen II 2019/20, ",
        "19 637",
        ", nr. ",
        " en ",
        "(R12)",
        "-",
        "https://x.nl/",
      ),
      fc.string(),
      fc.nat().map(String),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");
        let end = 0;
        for (const reference of findReferences(text)) {
          expect(reference.start).toBeGreaterThanOrEqual(end);
          expect(reference.end).toBeGreaterThan(reference.start);
          expect(text.slice(reference.start, reference.end)).toBe(reference.printed);
          end = reference.end;
        }
      }),
    );
  });

  test.each([
    "Kamerstuk ",
    "Kamerstukken II 2016/17, ",
    "19 637 en ",
    "19 637, nrs. 1, 2, 3, ",
    "nr. 1 (19637",
    "1",
    "Aanhangsel ",
    "Handelingen ",
    "Tweede Kamer, vergaderjaar ",
    "36 600 VI ",
    "Verordening (EU) ",
    "a-",
    "https://",
    "\n ",
  ])("reads a megabyte of %j in under a second", (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expect(processorTime(() => findReferences(text), 1000)).toBeLessThan(1000);
  });
});
