import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserError } from "../../src/errors.ts";
import { filterExample, filterNames, typedFilterNames } from "../../src/search/filter-names.ts";
import { noFilters, parseQuery } from "../../src/search/query.ts";
import { processorTime } from "../letters/processor-time.ts";

/** The sentence that a person gets for a query that cannot be understood. */
function refusal(query: string): string {
  try {
    parseQuery(query);
  } catch (error) {
    if (error instanceof UserError) return error.forUser;
    throw error;
  }
  throw new Error(`${query} was accepted`);
}

describe("words, word groups and exclusions", () => {
  it("are told apart", () => {
    const query = parseQuery('terugkeer "glijdende schaal" -Marokko -"derde landen" Algerije');
    expect(query.words).toBe("terugkeer Algerije");
    expect(query.phrases).toEqual(["glijdende schaal"]);
    expect(query.without.toSorted()).toEqual(["Marokko", "derde landen"]);
  });

  it("survive what Slack and phones do to them", () => {
    expect(parseQuery("DT&amp;V &lt;b&gt;").words).toBe("DT&V <b>");
    expect(parseQuery("“glijdende schaal” –Marokko").phrases).toEqual(["glijdende schaal"]);
    expect(parseQuery("terugkeer –Marokko").without).toEqual(["Marokko"]);
  });

  it("may leave the last quotation mark out", () => {
    expect(parseQuery('Marokko "glijdende schaal').phrases).toEqual(["glijdende schaal"]);
  });

  it("keep a hyphen within a word", () => {
    const query = parseQuery("non-refoulement terug- en overname");
    expect(query).toMatchObject({ words: "non-refoulement terug- en overname", without: [] });
  });
});

describe("filters", () => {
  it("are read by name", () => {
    const query = parseQuery(
      "visum land:Marokko sinds:2019 tot:2024-06 van:Faber fractie:VVD soort:antwoord dossier:19637",
    );
    expect(query.words).toBe("visum");
    expect(query.filters).toEqual({
      countries: ["MA"],
      since: "2019-01-01",
      until: "2024-06-30",
      from: ["Faber"],
      parties: ["VVD"],
      kinds: ["antwoord"],
      dossiers: ["19637"],
    });
  });

  it("forgive capitals, spaces, quotation marks and other words for the same", () => {
    expect(parseQuery('LAND: "verenigde staten"').filters.countries).toEqual(["US"]);
    expect(parseQuery("vanaf:21-6-2019").filters.since).toBe("2019-06-21");
    expect(parseQuery('tot:"juni 2024"').filters.until).toBe("2024-06-30");
    expect(parseQuery('tot:"mrt 2024"').filters.until).toBe("2024-03-31");
    expect(parseQuery("soort:Antwoorden").filters.kinds).toEqual(["antwoord"]);
    expect(parseQuery('dossier:"36 600 VI"').filters.dossiers).toEqual(["36600-VI"]);
  });

  it("may have a space behind the colon, by whatever name", () => {
    expect(parseQuery("type: brief").filters.kinds).toEqual(["brief"]);
    expect(parseQuery("soort : brief")).toEqual({ ...parseQuery("soort:brief"), typed: "soort : brief" });
    expect(parseQuery("kamerstuk: 19637").filters.dossiers).toEqual(["19637"]);
    expect(parseQuery("Marokko volgorde: nieuwste")).toMatchObject({ words: "Marokko", order: "newest" });
    for (const name of typedFilterNames) expect(refusal(`${name}: ??`), name).not.toContain("Een filter");
  });

  it("have an example that can be typed as it stands, with or without the space", () => {
    for (const name of filterNames) {
      const example = filterExample(name);
      const { filters, order } = parseQuery(example);
      expect({ filters, order }, example).not.toEqual({ filters: noFilters, order: "best" });
      expect(parseQuery(example.replace(":", ": "))).toMatchObject({ filters, order });
    }
  });

  it("that do not exist are answered with those that do", () => {
    expect(refusal("minister:Faber")).toContain("land:, sinds:, tot:");
  });

  it("with an impossible value are answered with what is possible", () => {
    expect(refusal("sinds:2019-13")).toContain("sinds:2019-11");
    expect(refusal("tot:31-02-2024")).toContain("is geen datum");
    expect(refusal("land:Atlantis")).toContain("land:Marokko");
    expect(refusal("soort:gedicht")).toContain("antwoord");
    expect(refusal("dossier:12")).toContain("vijf cijfers");
    expect(refusal("van:??")).toContain("van:Faber");
    expect(refusal("fractie:!")).toContain("fractie:VVD");
    expect(refusal("volgorde:oudste")).toContain("nieuwste");
    expect(refusal("sinds:2020 tot:2019")).toContain("bevat geen dagen");
    expect(refusal("-land:Marokko")).toContain("-Marokko");
    expect(refusal("land:")).toContain("land:Marokko");
  });

  it("whose name is a word of the programming language are as unknown as any other", () => {
    for (const name of ["constructor", "toString", "valueOf", "hasOwnProperty"]) {
      expect(refusal(`${name}:1`), name).toContain("land:, sinds:, tot:");
    }
  });

  it("are no filters in an address or with text behind the colon", () => {
    expect(parseQuery("https://www.rijksoverheid.nl").words).toBe("https://www.rijksoverheid.nl");
    expect(parseQuery("Vraag: hoeveel").words).toBe("Vraag: hoeveel");
  });
});

describe("words that steer", () => {
  it("steer at the start and the end", () => {
    expect(parseQuery("Marokko nieuwste")).toMatchObject({ words: "Marokko", order: "newest" });
    expect(parseQuery("nieuwste Marokko")).toMatchObject({ words: "Marokko", order: "newest" });
    expect(parseQuery("letterlijk Algerijnse")).toMatchObject({ words: "Algerijnse", literal: true });
  });

  it("are text in a full sentence and within quotation marks", () => {
    expect(parseQuery("wat is het nieuwste")).toMatchObject({ words: "wat is het nieuwste", order: "best" });
    expect(parseQuery("welke afspraak is de nieuwste?").order).toBe("best");
    expect(parseQuery('"nieuwste"')).toMatchObject({ phrases: ["nieuwste"], order: "best" });
  });
});

describe("whatever is typed", () => {
  it("is understood or refused with a sentence, never a crash", () => {
    const piece = fc.constantFrom(
      '"',
      "-",
      ":",
      " ",
      "land",
      "sinds",
      "2019",
      "&amp;",
      "“",
      "Marokko",
      "nieuwste",
      "’",
      "tot:",
      '-"',
    );
    const typed = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(piece).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(typed, (text) => {
        try {
          const query = parseQuery(text);
          expect(query.words).not.toMatch(/^\s|\s$|\s\s/);
          for (const part of [...query.phrases, ...query.without]) expect(part).toMatch(/[\p{L}\p{N}]/u);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          expect((error as UserError).forUser).toMatch(/\.$/);
        }
      }),
    );
  });

  it("is read in no time, even when it is long and odd", () => {
    const read = () => {
      for (const part of ['"', "-", "a:", "“ ", "land: ", "sinds:2"]) {
        expect(() => parseQuery(part.repeat(100_000))).toThrow(UserError);
      }
    };
    expect(processorTime(read, 1_000)).toBeLessThan(1_000);
  });
});
