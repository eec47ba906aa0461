import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeCitation } from "../../src/letters/citations.ts";
import type { Day, PublicationId } from "../../src/letters/letter.ts";
import { parliamentaryYear, printYear } from "../../src/letters/parliamentary-years.ts";
import { normalPublicationId, publicationParts, publicationUrl } from "../../src/letters/publication-ids.ts";
import { parsePublicationId } from "../../src/letters/typed-publication.ts";
import { anyId } from "./publication-ids.ts";

const id = (text: string) => text as PublicationId;
const day = (text: string) => text as Day;

describe("parliamentaryYear", () => {
  test.each([
    ["2024-09-16", 2023],
    ["2024-09-17", 2024],
    ["2015-09-14", 2014],
    ["2015-09-15", 2015],
    ["2020-09-14", 2019],
    ["2020-09-15", 2020],
    ["2026-09-15", 2026],
    ["2025-01-29", 2024],
    ["2013-09-16", 2012],
    ["2013-09-17", 2013],
  ])("begins on Prinsjesdag: %s is in the year that starts in %i", (date, year) => {
    expect(parliamentaryYear(day(date))).toBe(year);
  });

  test("is printed with two digits, but for the turn of a century", () => {
    expect([1998, 1999, 2008, 2024].map(printYear)).toEqual(["1998/99", "1999/2000", "2008/09", "2024/25"]);
  });
});

describe("composeCitation", () => {
  test.each([
    ["kst-32317-929", "2025-01-29", "Kamerstukken II 2024/25, 32 317, nr. 929"],
    ["kst-19637-2356", "2017-12-12", "Kamerstukken II 2017/18, 19 637, nr. 2356"],
    ["kst-36600-VI-102", "2024-12-19", "Kamerstukken II 2024/25, 36 600 VI, nr. 102"],
    ["kst-21501-02-3121", "2025-04-01", "Kamerstukken II 2024/25, 21 501-02, nr. 3121"],
    ["kst-30573-J", "2024-03-01", "Kamerstukken I 2023/24, 30 573, J"],
    ["kst-36410-VI-A", "2024-03-01", "Kamerstukken I 2023/24, 36 410 VI, A"],
    ["kst-CXLVI-A", "2024-03-01", "Kamerstukken I 2023/24, CXLVI, A"],
    ["kst-31700-42e", "2009-03-01", "Kamerstukken I 2008/09, 31 700, nr. 42e"],
    ["kst-32317-929-h1", "2025-01-29", "Kamerstukken II 2024/25, 32 317, nr. 929-h1"],
    ["kst-32317-929", null, "Kamerstukken II, 32 317, nr. 929"],
    ["ah-tk-20192020-487", "2019-11-21", "Aanhangsel Handelingen II 2019/20, nr. 487"],
    ["ah-ek-20192020-3", null, "Aanhangsel Handelingen I 2019/20, nr. 3"],
    ["h-tk-20142015-83-3", null, "Handelingen II 2014/15, nr. 83, item 3"],
    ["kv-tk-2013Z14907", null, "Kamervragen 2013Z14907"],
    ["stb-2020-118", null, "Stb. 2020, 118"],
    ["2019D46752", "2019-11-21", "Tweede Kamer, document 2019D46752"],
    ["file:brief", "2019-11-21", null],
    ["blg-1007826", null, null],
    ["kst-21501-02", null, null],
  ])("prints %s of %s as %s", (publication, date, citation) => {
    expect(composeCitation(id(publication), date === null ? null : day(date))).toBe(citation);
  });
});

describe("publicationUrl", () => {
  test.each([
    ["kst-19637-2356", "https://zoek.officielebekendmakingen.nl/kst-19637-2356.html"],
    ["ah-tk-20192020-487", "https://zoek.officielebekendmakingen.nl/ah-tk-20192020-487.html"],
    ["h-tk-20212022-106-8", "https://zoek.officielebekendmakingen.nl/h-tk-20212022-106-8.html"],
    ["kv-tk-2013Z14907", "https://zoek.officielebekendmakingen.nl/kv-tk-2013Z14907.html"],
    ["blg-1007826", "https://zoek.officielebekendmakingen.nl/blg-1007826.pdf"],
    ["1007826", "https://zoek.officielebekendmakingen.nl/1007826.pdf"],
    ["nds-tk-2014D23456", "https://zoek.officielebekendmakingen.nl/nds-tk-2014D23456.html"],
    ["2024D02852", "https://www.tweedekamer.nl/downloads/document?id=2024D02852"],
    ["file:brief", null],
    ["kst-<script>", null],
    ["DGM-2024/1234", null],
    ["", null],
  ])("of %s is %s", (publication, url) => {
    expect(publicationUrl(id(publication))).toBe(url);
  });

  test("is an address that parsePublicationId reads back", () => {
    fc.assert(
      fc.property(anyId, (publication) => parsePublicationId(publicationUrl(publication) ?? "") === publication),
    );
  });
});

describe("normalPublicationId", () => {
  test("restores the official spelling", () => {
    expect(
      ["KST-36600-vi-102", "kst-30573-j", "kst-31700-42E", "KST-19637-5-H1", "2019d46752", "KV-TK-2013z14907"].map(
        normalPublicationId,
      ),
    ).toEqual(["kst-36600-VI-102", "kst-30573-J", "kst-31700-42e", "kst-19637-5-h1", "2019D46752", "kv-tk-2013Z14907"]);
  });

  test("leaves every official id as it is, and takes it apart", () => {
    fc.assert(
      fc.property(anyId, (publication) => {
        expect(normalPublicationId(publication)).toBe(publication);
        expect(publicationParts(publication)).not.toBeNull();
      }),
    );
  });

  test.each([
    "",
    "kst",
    "kst-19637",
    "kst-19637-",
    "kst-1-2",
    "ah-tk-20192021-4",
    "h-tk-20192020-4",
    "2019D4",
    "x-1-2",
  ])("takes %j for no id", (text) => {
    expect(normalPublicationId(text)).toBeNull();
  });
});

describe("parsePublicationId", () => {
  test.each([
    ["kst-19637-2356", "kst-19637-2356"],
    [" KST-19637-2356 ", "kst-19637-2356"],
    ["19637-2356", "kst-19637-2356"],
    ["19 637, nr. 2356", "kst-19637-2356"],
    ["19 637 nr 2356", "kst-19637-2356"],
    ["19637 2356", "kst-19637-2356"],
    ["36600-VI-102", "kst-36600-VI-102"],
    ["Kamerstukken II 2017/18, 19 637, nr. 2356, p. 3-4.", "kst-19637-2356"],
    ["(Kamerstuk 32 317, nr. 925)", "kst-32317-925"],
    ["Aanhangsel Handelingen, vergaderjaar 2019–2020, nr. 487", "ah-tk-20192020-487"],
    ["Tweede Kamer, document 2019D46752", "2019D46752"],
    ["2019d46752", "2019D46752"],
    ["https://zoek.officielebekendmakingen.nl/kst-19637-2356.html", "kst-19637-2356"],
    ["<https://zoek.officielebekendmakingen.nl/kst-19637-2356.pdf|kst-19637-2356>", "kst-19637-2356"],
    ["https://www.tweedekamer.nl/kamerstukken/detail?id=2024Z01240&did=2024D02852", "2024D02852"],
    ["file:brief", "file:brief"],
  ])("reads %s as %s", (text, publication) => {
    expect(parsePublicationId(text)).toBe(publication);
  });

  test.each([
    "",
    "Algerije",
    "terugkeer 2019",
    "19637",
    "Kamerstuk 19 637",
    "wat staat er in Kamerstuk 19 637, nr. 2356 over Marokko",
    "Kamerstuk 28 286, nrs. 520 en 548",
    "2024Z01240",
    "https://example.org/kst-19637-2356.html",
    "12 500 vreemdelingen",
    "file:",
  ])("reads no publication in %j", (text) => {
    expect(parsePublicationId(text)).toBeNull();
  });

  test("never fails, whatever is typed", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parsePublicationId(text)));
  });
});
