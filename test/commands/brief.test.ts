import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { brief } from "../../commands/brief.ts";
import type { Parts } from "../../src/parts.ts";
import { checkMessage } from "../../src/preview/slack-limits.ts";
import { projectRoot } from "../../src/root.ts";
import { exampleNames } from "../../src/texts/letter.ts";
import { openBundled, somewhere } from "./bundled.ts";

const { TERUGKEER_SHARED: shared = join(projectRoot, "../shared") } = process.env;
const sharedCitations = join(shared, "eval/citations-dev.tsv");
let parts: Parts;

beforeAll(async () => {
  parts = await openBundled();
});

afterAll(() => parts.close());

const bundled = {
  "kst-19637-2356": "Beoordeling veilige landen van herkomst 6e tranche, 12 december 2017",
  "kst-29344-155": "Landen die wel en niet goed meewerken aan terugkeer, 26 januari 2024",
  "kst-30573-124": "Stand van zaken strategische landenbenadering migratie, 25 februari 2014",
  "2019D46752": "Vragen van de leden Van Wijngaarden en Weverling (beiden VVD)",
  "kst-32317-929": "Beantwoording vragen schriftelijk overleg Informele JBZ-Raad te Polen op 30 en 31 januari 2025, 29",
} as const;

async function replyTo(typed: string) {
  const reply = await brief.answer(typed, parts, somewhere);
  expect(checkMessage({ ...reply })).toEqual([]);
  return { text: reply.text, shown: JSON.stringify(reply.blocks), blocks: reply.blocks };
}

describe("/brief finds a letter by", () => {
  it.each<[string, keyof typeof bundled]>([
    ["kst-32317-929", "kst-32317-929"],
    ["  KST-32317-929 ", "kst-32317-929"],
    ["Kamerstukken II 2024/25, 32 317, nr. 929", "kst-32317-929"],
    ["Kamerstukken II 2024–2025, 32317, nr. 929, p. 7-8", "kst-32317-929"],
    ["Tweede Kamer, vergaderjaar 2024-2025, 32 317, nr. 929", "kst-32317-929"],
    ["Kamerstukken 11, 32 317, nr. 929", "kst-32317-929"],
    ["(Kamerstuk 32317, nr. 929).", "kst-32317-929"],
    ["nr. 929 (32317)", "kst-32317-929"],
    ["nr 929 van 32317", "kst-32317-929"],
    ["NR. 929 IN DOSSIER 32 317", "kst-32317-929"],
    ["32317 929", "kst-32317-929"],
    ["32317/929", "kst-32317-929"],
    ["32 317-929", "kst-32317-929"],
    ["kst32317-929", "kst-32317-929"],
    ["“32 317, nr. 929”", "kst-32317-929"],
    ["zie Kamerstuk 32 317, nr. 929 over Syrië", "kst-32317-929"],
    ["de brief 32317-929 graag", "kst-32317-929"],
    ["6133006", "kst-32317-929"],
    ["ons kenmerk 6133006", "kst-32317-929"],
    ["https://zoek.officielebekendmakingen.nl/kst-32317-929.html", "kst-32317-929"],
    ["https://zoek.officielebekendmakingen.nl/kst-32317-929.pdf", "kst-32317-929"],
    ["https://zoek.officielebekendmakingen.nl/?identifier=kst-32317-929", "kst-32317-929"],
    ["https://zoek.officielebekendmakingen.nl/dossier/32317/kst-32317-929?resultIndex=3", "kst-32317-929"],
    ["zoek.officielebekendmakingen.nl/kst-32317-929.html", "kst-32317-929"],
    ["<https://zoek.officielebekendmakingen.nl/kst-32317-929.html>", "kst-32317-929"],
    [
      "<https://zoek.officielebekendmakingen.nl/kst-32317-929.html|zoek.officielebekendmakingen.nl/kst>",
      "kst-32317-929",
    ],
    ["2019D46752", "2019D46752"],
    ["2019 d 46752", "2019D46752"],
    ["document 2019D46752", "2019D46752"],
    ["Tweede Kamer, document 2019D46752", "2019D46752"],
    ["2019Z18636", "2019D46752"],
    ["zaak 2019z18636", "2019D46752"],
    ["https://www.tweedekamer.nl/kamerstukken/kamervragen/detail?id=2019Z18636&amp;did=2019D46752", "2019D46752"],
    [
      "<https://www.tweedekamer.nl/kamerstukken/kamervragen/detail?id=2019Z18636&did=2019D46752|tweedekamer.nl>",
      "2019D46752",
    ],
    ["https://www.tweedekamer.nl/downloads/document?id=2019D46752", "2019D46752"],
    ["www.tweedekamer.nl/kamerstukken/kamervragen/detail?id=2019Z18636", "2019D46752"],
    ["brief van 25 februari 2014", "kst-30573-124"],
    ["strategische landenbenadering", "kst-30573-124"],
    ["Landen die wél en niet goed meewerken", "kst-29344-155"],
    ["dossier 30573", "kst-30573-124"],
    ["19 637, nr. 2356", "kst-19637-2356"],
    ["29344, nr. 155", "kst-29344-155"],
  ])("%s", async (typed, id) => {
    expect((await replyTo(typed)).text).toContain(bundled[id]);
  });

  it.each(exampleNames)("the example of its own help: %s", async (name) => {
    const { text } = await replyTo(name);
    expect(Object.values(bundled).filter((start) => text.startsWith(start))).toHaveLength(1);
  });

  const isThere = existsSync(sharedCitations);
  it.skipIf(!isThere)(
    "every printed form of the shared list, with the numbers of the bundled letters put in",
    async () => {
      const rows = readFileSync(sharedCitations, "utf8").trim().split("\n").slice(1);
      const forms = rows.flatMap((row) => {
        const [printed = "", id = ""] = row.split("\t");
        const [, dossier, number] = /^kst-(\d{5})-(\d+)$/.exec(id) ?? [];
        return dossier === undefined || number === undefined ? [] : [{ printed, dossier, number }];
      });
      expect(forms.length).toBeGreaterThan(10);
      for (const { printed, dossier, number } of forms) {
        const ours = printed
          .replace(dossier, "32317")
          .replace(`${dossier.slice(0, 2)} ${dossier.slice(2)}`, "32 317")
          .replace(new RegExp(`${number}$`), "929");
        expect((await replyTo(ours)).text, ours).toContain(bundled["kst-32317-929"]);
      }
    },
  );
});

describe("/brief shows", () => {
  it("who wrote it, when, to whom, of what kind, and its numbers", async () => {
    const { shown } = await replyTo("2019D46752");
    expect(shown).toContain("21 november 2019 · Staatssecretaris Broekers-Knol (Justitie en Veiligheid)");
    expect(shown).toContain("Antwoord op Kamervragen · ingezonden op 2 oktober 2019 · zaak 2019Z18636");
    expect((await replyTo("kst-32317-929")).shown).toContain(
      "aan de Voorzitter van de Eerste Kamer der Staten-Generaal · kenmerk 6133006",
    );
  });

  it("the outline with the number of questions under each heading", async () => {
    const { shown } = await replyTo("kst-32317-929");
    expect(shown).toContain("I Vragen en opmerkingen vanuit de fracties en reactie van de minister");
    for (const [party, count] of [
      ["PVV", 5],
      ["GroenLinks-PvdA", 10],
      ["VVD", 9],
      ["NSC", 12],
      ["D66", 4],
      ["SP", 13],
    ]) {
      expect(shown).toContain(`Vragen en opmerkingen van de leden van de ${party}-fractie (${count} vragen)`);
    }
  });

  it("the questions with their numbers, their askers once when they are the same, and a button to read each", async () => {
    const { shown, blocks } = await replyTo("2019D46752");
    expect(shown).toContain("10 vragen van Van Wijngaarden en Weverling, VVD");
    expect(shown).toContain("Vraag 2 en 3\\nIn hoeverre herkent u de cijfers");
    const readable = blocks.filter(
      (block) => block.type === "section" && JSON.stringify(block).includes('"passage-context"'),
    );
    expect(readable).toHaveLength(6);
    expect(shown).toContain("Alle 10 vragen");
  });

  it("whose question it is where askers differ, counted where the paper has no numbers", async () => {
    const { shown } = await replyTo("kst-32317-929");
    expect(shown).toContain("53 vragen");
    expect(shown).toContain("6. Vraag (GroenLinks-PvdA)\\nKan de minister aangeven");
  });

  it("every country with how often it is named", async () => {
    const { shown } = await replyTo("kst-19637-2356");
    expect(shown).toContain(
      "Algerije (3), Bangladesh (3), Jordanië (3), Libanon (3), Marokko (3), Moldavië (3), Nepal (3)",
    );
  });

  it("what it refers to, each publication once, with its address", async () => {
    const { shown } = await replyTo("kst-19637-2356");
    expect(shown).toContain('"url":"https://zoek.officielebekendmakingen.nl/kst-19637-2327.html"');
    expect(shown.split("kst-19637-2076.html")).toHaveLength(2);
  });

  it("that no letter refers to it, where none does", async () => {
    expect((await replyTo("kst-19637-2356")).shown).toContain("Geen brief in de verzameling verwijst naar deze brief.");
  });
});

describe("/brief, when it cannot tell which letter is meant,", () => {
  it("says so of a publication that is not there, where to read it, and offers the letter numbered near it", async () => {
    const { text, shown } = await replyTo("Kamerstuk 32 317, nr. 930");
    expect(text).toBe(
      "Niet gevonden: Kamerstuk 32 317, nr. 930. Kamerstukken II, 32 317, nr. 930 staat niet in de verzameling: 5 brieven, van 2014 tot en met 29 januari 2025.",
    );
    expect(shown).toContain("https://zoek.officielebekendmakingen.nl/kst-32317-930.html");
    expect(shown).toContain('"action_id":"letter-open"');
    expect(shown).toContain(bundled["kst-32317-929"].slice(0, 40));
  });

  it.each(["kst-32371-929", "kst-3317-929", "kst-32317-92", "2019D46725"])(
    "offers what was meant by %s",
    async (slip) => {
      const { text, shown } = await replyTo(slip);
      expect(text).toContain("Niet gevonden");
      expect(shown).toContain('"action_id":"letter-open"');
    },
  );

  it("names the letters that refer to a publication that is not there, once", async () => {
    const { shown } = await replyTo("kst-19637-2327");
    expect(shown).toContain("Wel verwijst 1 brief ernaar:");
    expect(shown.split("Beoordeling veilige landen van herkomst 6e tranche\\n")).toHaveLength(2);
  });

  it("offers every letter whose title holds the words, newest first", async () => {
    const { text, shown } = await replyTo("landen");
    expect(text).toBe("4 brieven bij landen.");
    expect(shown.indexOf("26 januari 2024")).toBeLessThan(shown.indexOf("25 februari 2014"));
  });

  it("offers the letters that a text names together", async () => {
    expect((await replyTo("32317 nr. 929 en 19637 nr. 2356")).text).toContain("2 brieven bij ");
  });

  it("sends a person who typed a subject to /terugkeer", async () => {
    const { text } = await replyTo("gasprijzen huishoudens");
    expect(text).toContain("geen brief met dit kenmerk of met deze woorden in de titel");
    expect(text).toContain("/terugkeer");
  });

  it.each(["", "  ", "help", "Hulp", "help?"])("answers %j with help", async (typed) => {
    expect((await replyTo(typed)).text).toContain("/brief Kamerstuk 32 317, nr. 929");
  });

  it("lets nothing that was typed become a mention", async () => {
    const { text } = await replyTo("<!channel> <@U1> niets");
    expect(text).not.toMatch(/<[!@#h]/);
  });
});
