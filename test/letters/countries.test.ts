import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countCountries, countries, countryByCode, countryOf, findCountries } from "../../src/letters/countries.ts";
import { processorTime } from "./processor-time.ts";

/** `DZ Algerije, MA Marokkaanse`: what is found in a text, for reading. */
function found(text: string): string {
  return findCountries(text)
    .map(({ code, printed }) => `${code} ${printed}`)
    .join(", ");
}

/** Every form that names a country, each once. */
const formsOf = ({ name, aliases, adjectives, inhabitants }: (typeof countries)[number]): string[] => [
  ...new Set([name, ...aliases, ...adjectives, ...inhabitants]),
];

describe("the table", () => {
  test("has every code once, two capitals each, in order of name", () => {
    const codes = countries.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([]);
    const plain = countries.map(({ name }) => name.normalize("NFD").replace(/\p{M}/gu, ""));
    expect(plain).toEqual([...plain].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
  });

  test("knows each country by the Dutch name that Unicode's tables give it", () => {
    const dutch = new Intl.DisplayNames(["nl"], { type: "region" });
    const unknown = countries.flatMap(({ code, name }) => {
      // "Hongkong SAR van China", "Myanmar (Birma)".
      const theirs = (dutch.of(code) ?? "").replace(/ SAR van China$| \(.*\)$/, "");
      return countryOf(theirs) === code ? [] : [`${code} ${name}: ${theirs}`];
    });
    expect(unknown).toEqual([]);
  });

  test("has all members of the United Nations, and Kosovo, Palestine, Taiwan and the Holy See", () => {
    const uninhabited = new Set(["AQ", "BV", "CC", "GS", "HM", "IO", "TF", "UM"]);
    // ISO codes by trial; codes that were withdrawn, reserved or stand for groups of countries are no country.
    const noCountry = new Set(
      "AC AN BU CP CQ CS DD DG DY EA EU EZ FX HV IC NH NT QO RH SU TA TP UK UN VD XA XB YD YU ZR ZZ".split(" "),
    );
    const dutch = new Intl.DisplayNames(["nl"], { type: "region", fallback: "none" });
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    const iso = letters
      .flatMap((a) => letters.map((b) => a + b))
      .filter((code) => dutch.of(code) !== undefined && !noCountry.has(code) && !uninhabited.has(code));
    expect(iso.filter((code) => countryByCode(code) === null)).toEqual([]);
    expect(countries.map(({ code }) => code).filter((code) => !iso.includes(code))).toEqual([]);
  });

  test("has no form in which its own country is not found, but for forms that belong to another first", () => {
    const wrong = countries.flatMap((country) =>
      formsOf(country)
        .map((form) => ({ form, mentions: findCountries(`over de ${form}.`) }))
        .filter(
          ({ mentions, form }) =>
            !(mentions.length === 1 && mentions[0]?.code === country.code && mentions[0].printed === form),
        )
        .map(({ form }) => `${country.code} ${form}`),
    );
    expect(wrong).toEqual([]);
  });

  test("marks the Netherlands as home, and nothing else", () => {
    expect(countries.filter(({ home }) => home).map(({ code }) => code)).toEqual(["NL"]);
  });
});

describe("findCountries", () => {
  test.each([
    ["de samenwerking met Algerije, Marokko en Tunesië", "DZ Algerije, MA Marokko, TN Tunesië"],
    ["Algerijnse en Marokkaanse vreemdelingen", "DZ Algerijnse, MA Marokkaanse"],
    ["twee Algerijnen en een Tunesiër", "DZ Algerijnen, TN Tunesiër"],
    [
      "Iraakse Koerden, Irakese autoriteiten, Irakezen, Irakiërs en Iraki's",
      "IQ Iraakse, IQ Irakese, IQ Irakezen, IQ Irakiërs, IQ Iraki's",
    ],
    ["Iraanse en Iraakse", "IR Iraanse, IQ Iraakse"],
    [
      "Niger en Nigeria, Nigerese en Nigeriaanse, Nigerianen",
      "NE Niger, NG Nigeria, NE Nigerese, NG Nigeriaanse, NG Nigerianen",
    ],
    [
      "Guinee, Guinee-Bissau, Equatoriaal-Guinea en Papoea-Nieuw-Guinea",
      "GN Guinee, GW Guinee-Bissau, GQ Equatoriaal-Guinea, PG Papoea-Nieuw-Guinea",
    ],
    ["Soedan, Zuid-Soedan, Sudan en Zuid Sudan", "SD Soedan, SS Zuid-Soedan, SD Sudan, SS Zuid Sudan"],
    ["Dominica en de Dominicaanse Republiek", "DM Dominica, DO Dominicaanse Republiek"],
    [
      "de Democratische Republiek Congo (DRC), Congo-Kinshasa",
      "CD Democratische Republiek Congo, CD DRC, CD Congo-Kinshasa",
    ],
    [
      "Congo-Brazzaville, de Republiek Congo, Congo (Kinshasa)",
      "CG Congo-Brazzaville, CG Republiek Congo, CD Congo (Kinshasa)",
    ],
    [
      "Wit-Rusland, Rusland, Belarussische en Wit-Russische",
      "BY Wit-Rusland, RU Rusland, BY Belarussische, BY Wit-Russische",
    ],
    ["Turken en Turkmenen uit Türkiye en Turkmenistan", "TR Turken, TM Turkmenen, TR Türkiye, TM Turkmenistan"],
    ["Noord-Korea, Zuid-Koreaanse en Koreanen", "KP Noord-Korea, KR Zuid-Koreaanse, KR Koreanen"],
    ["Zuid-Afrikaans en Centraal-Afrikaanse Republiek", "ZA Zuid-Afrikaans, CF Centraal-Afrikaanse Republiek"],
    ["de VS, de V.S. en het VK", "US VS, US V.S., GB VK"],
    ["Polen, Poolse en de Pool", "PL Polen, PL Poolse, PL Pool"],
    ["Britten, Schotse, Engelsen en Noord-Ierse", "GB Britten, GB Schotse, GB Engelsen, GB Noord-Ierse"],
    ["Noord-Macedonië, Macedoniërs", "MK Noord-Macedonië, MK Macedoniërs"],
    [
      "Palestijnse gebieden, Palestijnse Gebieden, Palestijnen",
      "PS Palestijnse gebieden, PS Palestijnse Gebieden, PS Palestijnen",
    ],
    ["Turks- en Caicoseilanden", "TC Turks- en Caicoseilanden"],
    ["Sri Lankaanse, Sierra\nLeone, Costa Ricanen", "LK Sri Lankaanse, SL Sierra\nLeone, CR Costa Ricanen"],
    ["Ivoorkust (Côte d’Ivoire), São Tomé en Príncipe", "CI Ivoorkust, CI Côte d’Ivoire, ST São Tomé en Príncipe"],
    ["Indiase, Indiër, Indonesische", "IN Indiase, IN Indiër, ID Indonesische"],
    ["Saudi-Arabië, Saoedi-Arabische, Saoedische", "SA Saudi-Arabië, SA Saoedi-Arabische, SA Saoedische"],
    ["Caribisch Nederland en Nederland", "BQ Caribisch Nederland, NL Nederland"],
  ])("finds the longest form: %s", (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  test.each([
    "de Staten-Generaal der verenigde gemeenten",
    "de Indianen, een Indiaan, het Indiaanse dorp, Indianapolis",
    "Europees, Europese Unie, Afrikaanse landen, Zuid-Amerika en Latijns-Amerikaanse",
    "Noord-Holland en de Zuid-Hollandse eilanden",
    "Somaliland en de Somalilandse autoriteiten",
    "het Malieveld, Perugia, Hollande, de Nigerdelta",
    "Let op: dit geldt niet.",
    "De wet geldt.\nLet wel, tot 2015. Letten op de termijn.",
    "het let niet, de pool, een schot, est, fin",
    "de Rapid Reaction Pool van Frontex",
    "Eurocommissaris Frans Timmermans",
    "West-Nieuw-Guinea",
    "marokko en algerije in kleine letters",
    "Nederlandstalig",
  ])("sees no country in: %s", (text) => {
    expect(found(text)).toBe("");
  });

  test.each([
    ["de EU-Turkijedeal", "TR Turkije"],
    ["de EU-Turkije Verklaring", "TR Turkije"],
    ["een Marokko-deal", "MA Marokko"],
    ["Syriëgangers", "SY Syrië"],
    ["Noord-Koreabeleid", "KP Noord-Korea"],
    ["Duitslands en China's rol, Irans raketten", "DE Duitsland, CN China, IR Iran"],
    ["Nigeriadossier", "NG Nigeria"],
    ["het niet-Marokkaanse", "MA Marokkaanse"],
    ["Marokkaans-Nederlandse jongeren", "MA Marokkaans, NL Nederlandse"],
  ])("finds the name that starts a compound, and its genitive: %s", (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  test("reads headings in capitals, and no short words in capitals", () => {
    expect(found("MAROKKO\n\nVERENIGD KONINKRIJK\n\nALGERIJNSE AUTORITEITEN IRAN")).toBe(
      "MA MAROKKO, GB VERENIGD KONINKRIJK, DZ ALGERIJNSE, IR IRAN",
    );
    expect(found("EST RUS FIN LETTEN")).toBe("");
  });

  test("takes a word that is also something else for inhabitants only inside a sentence", () => {
    expect(found("Het gaat om drie Letten, Esten en Finnen, en 2 Letten.")).toBe(
      "LV Letten, EE Esten, FI Finnen, LV Letten",
    );
  });

  test("tells the French from people called Frans", () => {
    expect(found("het Frans-Duitse plan en het Frans EU-voorzitterschap")).toBe("FR Frans, DE Duitse, FR Frans");
  });

  test("says which form it was, and where", () => {
    expect(findCountries("Uit Mali: een Malinees met Malinese papieren en Iraniërs")).toEqual([
      { code: "ML", start: 4, end: 8, form: "name", printed: "Mali" },
      { code: "ML", start: 14, end: 22, form: "adjective", printed: "Malinees" },
      { code: "ML", start: 27, end: 35, form: "adjective", printed: "Malinese" },
      { code: "IR", start: 48, end: 56, form: "inhabitants", printed: "Iraniërs" },
    ]);
  });

  test("gives mentions in order, without overlap, printed as the text has them, whatever the text", () => {
    const pieces = countries.flatMap(formsOf);
    const word = fc.oneof(
      fc.constantFrom(...pieces),
      fc.constantFrom("en", "Zuid", "Republiek", "Frans", "x’s", "İ"),
      fc.string(),
    );
    const text = fc
      .array(fc.tuple(word, fc.constantFrom(" ", "-", "\n", ". ", "", "- ")))
      .map((words) => words.flat().join(""));
    fc.assert(
      fc.property(text, (letter) => {
        let end = 0;
        for (const mention of findCountries(letter)) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(letter.slice(mention.start, mention.end)).toBe(mention.printed);
          end = mention.end;
        }
      }),
    );
  });

  test.each([
    ["running text", "De Marokkaanse en Algerijnse autoriteiten spraken met Nederland over de EU-Turkijedeal. "],
    ["beginnings of names", "Zuid Zuid-Noord-Equatoriaal-Democratische Republiek "],
    ["one endless word", "A"],
    ["initials", "A."],
    ["apostrophes", "China'"],
    ["white space", "Let  \n "],
    ["words that may be names", "a Let "],
  ])("reads a megabyte of %s in well under a second", (_what, piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expect(processorTime(() => findCountries(text), 1000)).toBeLessThan(1000);
  });
});

describe("countCountries", () => {
  test("counts every form of a country, the most named first, and never the Netherlands", () => {
    expect(
      countCountries(findCountries("Nederland, Nederlandse Marokko, Marokkaanse en Algerijnen, Ghanezen")),
    ).toEqual([
      { code: "MA", name: "Marokko", count: 2 },
      { code: "DZ", name: "Algerije", count: 1 },
      { code: "GH", name: "Ghana", count: 1 },
    ]);
  });
});

describe("countryOf", () => {
  test.each([
    ["algerije", "DZ"],
    ["ALGERIJE", "DZ"],
    ["Algerijnse", "DZ"],
    ["turkije", "TR"],
    ["turkiye", "TR"],
    ["vs", "US"],
    ["V.S.", "US"],
    ["syrie", "SY"],
    ["noord korea", "KP"],
    ["Noord-Koreanen", "KP"],
    ["guinee bissau", "GW"],
    ["iraki’s", "IQ"],
    ["congo", "CD"],
    ["marokko's", "MA"],
    ["nederland", "NL"],
  ])("takes %s for %s", (words, code) => {
    expect(countryOf(words)).toBe(code);
  });

  test.each([
    "let",
    "Let op",
    "pool",
    "zuid",
    "indiaan",
    "somaliland",
    "europa",
    "",
    " ",
    "algerije marokko",
    "constructor",
  ])("takes %j for no country", (words) => {
    expect(countryOf(words)).toBeNull();
  });
});

test("a code of no country has none", () => {
  expect(countryByCode("ZZ")).toBeNull();
});
