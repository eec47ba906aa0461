import { beforeAll, describe, expect, it } from "vitest";
import type { Day } from "../../src/letters/letter.ts";
import type { LetterKey, PassageId } from "../../src/letters/stored-letter.ts";
import { openLocalIndex } from "../../src/search/local-index.ts";
import type { IndexedLetter, IndexedPassage, PassageIndex } from "../../src/search/passage-index.ts";
import { parseQuery } from "../../src/search/query.ts";
import { lexicon } from "../search/rough-letters.ts";

/**
 * Ranking as an ordered list: each query with the passages that it must find, best first, and why each stands there.
 */

function passage(id: string, text: string, more: Partial<IndexedPassage> = {}): IndexedPassage {
  const plain = { headings: [], parties: [], askers: [], pointsTo: [], pointerOnly: false };
  return { ...plain, id: id as PassageId, text, ...more };
}

function letter(key: string, date: string, passages: IndexedPassage[]): IndexedLetter {
  return {
    key: key as LetterKey,
    title: `Brief ${key}`,
    date: date as Day,
    kind: "brief",
    senders: [],
    dossier: null,
    passages,
  };
}

/** Words that every letter has, so that they tell as little as they do in real letters. */
const filler = Array.from({ length: 30 }, (_, row) =>
  passage(
    `filler-${row}`,
    `Het kabinet zet in op terugkeer van vreemdelingen naar landen van herkomst, onderdeel ${row}.`,
  ),
);

const letters = [
  letter("oud", "2014-02-25", [
    passage("mou-oud", "Met Somalië is een memorandum of understanding gesloten over terugkeer."),
    passage("ambassade", "De ambassade van Somalië in Brussel is sinds kort weer geopend."),
    passage("verdrag", "Het luchtvaartverdrag met Afghanistan maakt rechtstreekse vluchten mogelijk."),
    passage("lucht-los", "Over de luchtvaart is gesproken. Een verdrag over belasting volgt later."),
    passage("algerijn", "In dat jaar keerden ruim 110 Algerijnen zelfstandig of gedwongen aantoonbaar terug."),
    passage("schaal-los", "De schaal is groot. De glijdende kosten nemen toe."),
  ]),
  letter("nieuw", "2025-01-29", [
    passage("mou-nieuw", "Met Somalië is een memorandum of understanding gesloten over terugkeer."),
    passage("algerije", "De samenwerking met Algerije heeft in 2024 geleid tot 110 gevallen van terugkeer."),
    passage("schaal", "Er is sprake van een glijdende schaal van medewerking."),
    passage("vraag-1", "Hoe staat het met de visummaatregelen?\n\nDe Raad nam visummaatregelen tegen Gambia.", {}),
    passage(
      "vraag-2",
      "Wat doet de minister met visummaatregelen en visummaatregelen?\n\nZie het antwoord op vraag 1.",
      {
        pointsTo: ["vraag-1" as PassageId],
        pointerOnly: true,
      },
    ),
    passage("overname", "Er wordt gewerkt aan een terug- en overnameovereenkomst met Mongolië."),
    passage("dtv", "De DT&V vraagt een vervangend reisdocument aan."),
    passage("samenwerking", "De terugkeersamenwerking met Irak is verbeterd."),
  ]),
  letter("vulling", "2020-01-01", filler),
  {
    ...letter("ondertekend", "2021-05-03", [
      passage("aanhef", "Hierbij bied ik u de rapportage over vertrek aan, en een lange toelichting daarop."),
      passage("nepal", "Met Nepal is gesproken.", { askers: ["Van Wijngaarden"] }),
    ]),
    senders: [{ name: "A. van den Kust", office: "Staatssecretaris van Justitie en Veiligheid" }],
  },
  letter("aangehaald", "2016-02-01", [
    passage("aangehaald", "Mijn ambtsvoorganger Van den Kust heeft met Nepal gesproken."),
  ]),
];

const cases: { query: string; found: [passage: string, because: string][] }[] = [
  {
    query: "Somalië memorandum of understanding",
    found: [
      ["mou-nieuw", "has it all, and of equals the newest comes first"],
      ["mou-oud", "has it all, but is older"],
    ],
  },
  {
    query: "MoU Somalië",
    found: [
      ["mou-nieuw", "the abbreviation is another name for what is written out here"],
      ["mou-oud", "as the one above, but older"],
    ],
  },
  {
    query: "Algerijnen",
    found: [
      ["algerije", "names the country, which is one concept with its inhabitants, and is as good but newer"],
      ["algerijn", "names the inhabitants, in an older letter"],
    ],
  },
  { query: "luchtvaartverdragen", found: [["verdrag", "the compound itself; its parts apart are another matter"]] },
  {
    query: "glijdende schaal",
    found: [
      ["schaal", "the words stand side by side"],
      ["schaal-los", "the words stand in different sentences"],
    ],
  },
  {
    query: "visummaatregelen",
    found: [
      ["vraag-1", "is the answer"],
      ["vraag-2", "says it more often, but only points to the answer"],
    ],
  },
  { query: "T&O Mongolië", found: [["overname", "abbreviation of what is written out here"]] },
  {
    query: "dienst terugkeer en vertrek",
    found: [["dtv", "written as an abbreviation here; the words apart are everywhere"]],
  },
  { query: "laissez-passer", found: [["dtv", "another name for a vervangend reisdocument"]] },
  { query: "samenwerking Irak", found: [["samenwerking", "stands in a compound here"]] },
  { query: "hoeveel mensen zijn in 2024 teruggekeerd naar Algerije?", found: [["algerije", "answers the question"]] },
  {
    query: "teruggekeerde Algerijnen",
    found: [
      ["algerije", "terugkeer is what teruggekeerde comes from"],
      ["algerijn", "has the people; keerden and terug stand apart"],
    ],
  },
  {
    query: "visummatregelen",
    found: [
      ["vraag-1", "a typing error"],
      ["vraag-2", "points to the answer"],
    ],
  },
  {
    query: "staatssecretaris Van den Kust",
    found: [
      ["aangehaald", "speaks of her"],
      ["aanhef", "is the first of the letter that she signed, and needs no word of the query"],
      ["nepal", "is the second of that letter"],
    ],
  },
  {
    query: "Kust Nepal",
    found: [
      ["nepal", "is signed by her, and newer"],
      ["aangehaald", "speaks of her and of Nepal"],
    ],
  },
  { query: "Wijngaarden", found: [["nepal", "is what he asked"]] },
  { query: "Wijngaarden vertrek", found: [] },
  { query: "Van den Kust cricket", found: [] },
  { query: "visummaatregelen Somalië", found: [] },
  { query: "terugkeer Vietnam", found: [] },
];

describe("passages are ranked with the reason beside each", () => {
  let index: PassageIndex;
  beforeAll(async () => {
    index = openLocalIndex({ lexicon });
    await index.add(letters);
  });

  for (const { query, found } of cases) {
    const reasons = found.map(([name, because]) => `${name} (${because})`).join(", then ");
    it(`${query}: ${reasons || "nothing fits"}`, async () => {
      const { hits, total } = await index.search(parseQuery(query), { offset: 0, limit: 10, perLetter: null });
      expect(hits.map(({ passage: id }) => id)).toEqual(found.map(([name]) => name));
      expect(total).toBe(found.length);
    });
  }
});
