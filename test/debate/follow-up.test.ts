import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followUp } from "../../src/debate/follow-up.ts";
import type { FollowUpContext } from "../../src/debate/follow-up-piece.ts";
import type { Day } from "../../src/letters/letter.ts";
import { fold } from "../../src/search/fold.ts";
import { parseQuery } from "../../src/search/query.ts";

const people = [
  "Harbers",
  "Mark Harbers",
  "Faber",
  "Faber-van de Klashorst",
  "van der Burg",
  "Broekers-Knol",
  "Teeven",
];
const context: FollowUpContext = {
  today: "2026-11-22" as Day,
  isPerson: (name) => people.some((person) => fold(person) === fold(name)),
};

/** After this subject, what is typed must be understood as this query. */
const changes: readonly (readonly [subject: string, typed: string, query: string])[] = [
  ["Marokko visummaatregelen", "en Algerije?", "Algerije visummaatregelen"],
  ["Marokko visummaatregelen", "Algerije?", "Algerije visummaatregelen"],
  ["Marokko visummaatregelen", "en de Algerijnen?", "Algerije visummaatregelen"],
  ["Marokko visummaatregelen", "en algerije dan?", "Algerije visummaatregelen"],
  ["Marokko visummaatregelen", "En hoe zit het met Algerije?", "Algerije visummaatregelen"],
  ["Marokko visummaatregelen", "geldt dat ook voor Algerije?", "Algerije visummaatregelen"],
  ["Marokko visummaatregelen", "idem voor de VS", "Verenigde Staten visummaatregelen"],
  ["Marokko visummaatregelen", "hetzelfde maar dan voor Noord-Korea", "Noord-Korea visummaatregelen"],
  ["Marokko visummaatregelen", "en Marokko en Tunesië?", "Marokko en Tunesië visummaatregelen"],
  ["Marokko visummaatregelen", "en Algerije, Irak en Iran?", "Algerije Irak en Iran visummaatregelen"],
  ["Marokko visummaatregelen", "plus Tunesië", "Marokko en Tunesië visummaatregelen"],
  ["Marokko en Tunesië visummaatregelen", "en Algerije?", "Algerije visummaatregelen"],
  ["visummaatregelen", "en Algerije?", "Algerije visummaatregelen"],
  ["Marokkaanse visummaatregelen", "en Algerije?", "Algerijnse visummaatregelen"],
  ["terugkeer van Marokkanen", "en Algerije?", "terugkeer van Algerijnen"],
  ["wat is er gezegd over visummaatregelen tegen Marokko?", "en Algerije?", "visummaatregelen tegen Algerije"],
  ["visum land:Marokko", "en Algerije?", "visum land:Algerije"],
  ["Algerije visummaatregelen", "sinds 2020?", "Algerije visummaatregelen sinds:2020"],
  ["Algerije visummaatregelen", "sinds: 2020", "Algerije visummaatregelen sinds:2020"],
  ["Algerije visummaatregelen", "en vanaf maart 2021?", "Algerije visummaatregelen sinds:2021-03"],
  ["Algerije visummaatregelen", "en in 2019?", "Algerije visummaatregelen sinds:2019 tot:2019"],
  ["Algerije visummaatregelen", "daarvan in 2024", "Algerije visummaatregelen sinds:2024 tot:2024"],
  ["Algerije visummaatregelen", "tussen 2015 en 2018", "Algerije visummaatregelen sinds:2015 tot:2018"],
  ["Algerije visummaatregelen", "2015-2018?", "Algerije visummaatregelen sinds:2015 tot:2018"],
  ["Algerije visummaatregelen", "en voor 2020?", "Algerije visummaatregelen tot:2019"],
  ["Algerije visummaatregelen", "en na 2020?", "Algerije visummaatregelen sinds:2021"],
  ["Algerije visummaatregelen", "tot en met juni 2024", "Algerije visummaatregelen tot:2024-06"],
  ["Algerije visummaatregelen", "en vorig jaar?", "Algerije visummaatregelen sinds:2025 tot:2025"],
  ["Algerije visummaatregelen", "de afgelopen vijf jaar", "Algerije visummaatregelen sinds:2021-11"],
  ["Algerije sinds:2020", "en daarvoor?", "Algerije tot:2019"],
  ["Algerije tot:2019", "en daarna?", "Algerije sinds:2020"],
  ["Algerije tot:2018", "sinds 2020?", "Algerije sinds:2020"],
  ["Algerije sinds:2019 tot:2019", "alle jaren", "Algerije"],
  [
    "hoeveel vreemdelingen vertrokken in 2024 naar Algerije",
    "en in 2019?",
    "hoeveel vreemdelingen vertrokken naar Algerije sinds:2019 tot:2019",
  ],
  ["Algerije", "en de VVD?", "Algerije fractie:VVD"],
  ["Algerije fractie:VVD", "en de CDA-fractie?", "Algerije fractie:CDA"],
  ["Algerije", "en de Partij voor de Dieren?", "Algerije fractie:PvdD"],
  ["Algerije", "wat vroegen GroenLinks en D66 daarover?", "Algerije fractie:GroenLinks fractie:D66"],
  ["Algerije", "van Faber?", "Algerije van:Faber"],
  ["Algerije", "en van van der Burg?", 'Algerije van:"van der Burg"'],
  ["Algerije", "en Harbers?", "Algerije van:Harbers"],
  ["Algerije", "wat zei Harbers daarover", "Algerije van:Harbers"],
  ["Algerije", "heeft Mark Harbers daar iets over gezegd?", 'Algerije van:"Mark Harbers"'],
  ["Algerije", "en minister Faber?", "Algerije van:Faber"],
  ["Algerije", "wat vond de staatssecretaris daarvan?", "Algerije van:staatssecretaris"],
  ["Algerije", "en van de staatssecretaris van Justitie?", 'Algerije van:"staatssecretaris van Justitie"'],
  ["Algerije", "en van de staatssecretarissen van Justitie?", 'Algerije van:"staatssecretaris van Justitie"'],
  ["Algerije", "en van de minister voor Migratie?", 'Algerije van:"minister voor Migratie"'],
  ["Algerije", "en de ministers?", "Algerije van:minister"],
  ["Algerije", "en sinds mrt 2021?", "Algerije sinds:2021-03"],
  ["Algerije", "alleen antwoorden", "Algerije soort:antwoord"],
  ["Algerije", "alleen de brieven graag", "Algerije soort:brief"],
  ["Algerije", "en moties?", "Algerije soort:motie"],
  ["Algerije", "alleen schriftelijke overleggen", "Algerije soort:schriftelijk-overleg"],
  ["Marokko terugkeer", "zonder Turkije", "Marokko terugkeer -Turkije"],
  ["Marokko en Turkije terugkeer", "zonder Turkije", "Marokko terugkeer -Turkije"],
  ["Marokko terugkeer", "maar niet over Turkije", "Marokko terugkeer -Turkije"],
  ["Marokko terugkeer", "zonder gedwongen vertrek", 'Marokko terugkeer -"gedwongen vertrek"'],
  ["Marokko terugkeer", "behalve Turkije en Syrië", "Marokko terugkeer -Turkije -Syrië"],
  ["Marokko en Turkije terugkeer", "laat Turkije weg", "Marokko terugkeer -Turkije"],
  ["Marokko terugkeer", "letterlijk", "letterlijk Marokko terugkeer"],
  ["Marokko terugkeer", "en het aantal?", "Marokko terugkeer aantal"],
  ["Marokko terugkeer", "en Algeije?", "Algerije terugkeer"],
  ["Marokko terugkeer", "wat vindt de PVV ervan?", "Marokko terugkeer fractie:PVV"],
  ["Marokko terugkeer", "vragen van D66", "Marokko terugkeer fractie:D66"],
  ["Marokko terugkeer", "zelfde vraag voor Egypte", "Egypte terugkeer"],
  ["Marokko terugkeer", "eerder dan 2015?", "Marokko terugkeer tot:2014"],
  ["Marokko terugkeer", "en in januari 2025?", "Marokko terugkeer sinds:2025-01 tot:2025-01"],
  ["Marokko terugkeer", "sorteer op datum", "Marokko terugkeer volgorde:nieuwste"],
  ["Marokko terugkeer", "wat over visa?", "Marokko visa"],
  ["Marokko terugkeer", "aantallen?", "Marokko terugkeer aantallen"],
  ["Marokko terugkeer", "land:Irak", "terugkeer land:Irak"],
  ["Marokko terugkeer", "en wat zei minister Faber over Algerije?", "Algerije terugkeer van:Faber"],
  ["Marokko terugkeer", "van Harbers en Teeven", "Marokko terugkeer van:Harbers van:Teeven"],
  ["Marokko terugkeer", "kamervragen van D66", "Marokko terugkeer fractie:D66 soort:vragen"],
  ["Marokko terugkeer", "alle landen", "terugkeer"],
  ["Marokko terugkeer", "nieuwste", "Marokko terugkeer volgorde:nieuwste"],
  ["Marokko terugkeer", "de meest recente graag", "Marokko terugkeer volgorde:nieuwste"],
  ["Marokko terugkeer volgorde:nieuwste", "beste eerst", "Marokko terugkeer volgorde:beste"],
  ["Marokko visummaatregelen", "en visa?", "Marokko visa"],
  ["Marokko visummaatregelen sinds:2020", "en gedwongen terugkeer?", "Marokko gedwongen terugkeer sinds:2020"],
  ["Marokko visummaatregelen", "en wat is er gezegd over visa?", "Marokko visa"],
  ["Marokko visummaatregelen", "en visa in Tunesië?", "Tunesië visa"],
  ["Marokko terugkeer", "en voor gezinnen?", "Marokko terugkeer gezinnen"],
  ["Marokko terugkeer", "Irak, sinds 2018, alleen antwoorden", "Irak terugkeer sinds:2018 soort:antwoord"],
  ["Marokko terugkeer", "dossier 19 637", "Marokko terugkeer dossier:19637"],
  ["Marokko terugkeer", "fractie:VVD -visum", "Marokko terugkeer -visum fractie:VVD"],
  ["Marokko terugkeer sinds:2018 fractie:VVD", "zonder filters", "Marokko terugkeer"],
];

/** A question of its own starts a new subject, whatever the thread was about. */
const newSubjects: readonly (readonly [typed: string, query: string])[] = [
  ["wat is er gezegd over return hubs in Oeganda?", "wat is er gezegd over return hubs in Oeganda?"],
  ["Tunesië visum", "Tunesië visum"],
  ["hoeveel vreemdelingen zijn zelfstandig vertrokken", "hoeveel vreemdelingen zijn zelfstandig vertrokken"],
  ["en welke landen werken onvoldoende mee?", "welke landen werken onvoldoende mee?"],
  ["grensbewaking", "grensbewaking"],
  ["nieuw onderwerp: grensbewaking", "grensbewaking"],
  ["wat is het standpunt over return hubs?", "wat is het standpunt over return hubs?"],
  ["hoeveel Marokkanen keerden terug in 2024?", "hoeveel Marokkanen keerden terug in 2024?"],
];

/** What cannot be understood is searched as it stands. */
const asTheyStand = [
  "en hoeveel waren dat er?",
  "waarom?",
  "en daarvoor?",
  "klopt dat?",
  "welke landen werken daaraan mee?",
  "hoeveel mensen?",
  "oudste eerst",
  "meer",
  "haal 2019 eruit",
  "zonder 2019",
  "en kleur:rood",
  "geen brieven",
  "vat samen",
  "wat betekent dat?",
  "dank je wel!",
  "-land:Marokko",
];

describe("a follow-up in a thread", () => {
  it.each(changes)("after “%s”: “%s” is understood as “%s”", (subject, typed, query) => {
    expect(followUp(subject, typed, context)).toEqual({ query, understood: "change" });
  });

  it.each(newSubjects)("“%s” starts a subject of its own", (typed, query) => {
    expect(followUp("Marokko visummaatregelen", typed, context)).toEqual({ query, understood: "new" });
  });

  it.each(asTheyStand)("“%s” is searched as it stands", (typed) => {
    expect(followUp("Marokko visummaatregelen", typed, context)).toEqual({ query: typed, understood: "as-is" });
  });

  it("takes whatever is typed as a subject where there is none yet", () => {
    expect(followUp(null, "en Algerije?", context)).toEqual({ query: "en Algerije?", understood: "new" });
  });

  it("undoes what Slack and phones make of a message", () => {
    expect(followUp("Marokko visum", "en Algerije &amp; “sinds: 2020”", context).query).toContain("Algerije");
  });

  it("understands anything in time, and gives a query of a length in proportion", () => {
    const piece = fc.constantFrom(
      "en ",
      "zonder ",
      "van ",
      "2019 ",
      "Marokko ",
      "tot ",
      '"',
      "-",
      ":",
      "de ",
      "<",
      "x",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 300 }),
        fc.string({ unit: "binary", maxLength: 300 }),
        (pieces, wild) => {
          for (const typed of [pieces.join(""), wild]) {
            const { query } = followUp("Marokko en Irak terugkeer sinds:2019", typed, context);
            expect(query.length).toBeLessThan(2 * typed.length + 120);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(changes)("after “%s”: “%s” gives a query that can be read", (subject, typed) => {
    expect(() => parseQuery(followUp(subject, typed, context).query)).not.toThrow();
  });
});
