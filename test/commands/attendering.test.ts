import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { attendering } from "../../commands/attendering.ts";
import { openParts, type Parts } from "../../src/parts.ts";
import { checkMessage } from "../../src/preview/slack-limits.ts";
import { projectRoot } from "../../src/root.ts";
import { testLog } from "../logs/collect.ts";

const now = new Date("2026-01-05T08:00:00Z");
let parts: Parts;
let place = 0;
const isSharedOutside = async () => false;
let where = { team: "T1", user: "U1", channel: "C0", isSharedOutside };

beforeAll(async () => {
  const config = { database: ":memory:", letters: `${projectRoot}/data/letters` };
  parts = await openParts(config, testLog(), { now: () => now });
  await parts.indexed;
});

afterAll(() => parts.close());

beforeEach(() => {
  place += 1;
  where = { team: "T1", user: "U1", channel: `C${place}`, isSharedOutside };
});

/** All that a person reads, in one line. */
async function said(typed: string, from = where): Promise<string> {
  const reply = await attendering.answer(typed, parts, from);
  expect(checkMessage({ ...reply })).toEqual([]);
  return shown(reply.blocks);
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join(" ");
  if (typeof value !== "object" || value === null) return "";
  const { text } = value as { text?: unknown };
  return [typeof text === "string" ? text : "", ...Object.values(value).map(shown)]
    .filter((part) => part !== "")
    .join(" ");
}

const refused = (typed: string) =>
  attendering.answer(typed, parts, where).then(
    () => "not refused",
    (error) => error.forUser,
  );
const numberOf = (text: string) => /Attendering (\d+) gemaakt/.exec(text)?.[1] ?? "";

describe("/attendering volg", () => {
  it("follows a query in the full query language, and previews what it would have brought", async () => {
    const text = await said("Algerije -voetbal soort:brief");
    expect(text).toMatch(/Attendering \d+ gemaakt: Algerije -voetbal soort:brief/);
    expect(text).toContain("op werkdagen om 08:30");
    expect(text).toContain("De afgelopen 30 dagen had dit 2 brieven opgeleverd:");
    expect(text).toContain("Stand van zaken strategische landenbenadering migratie");
  });

  it.each(["alles", "volg alles", "volg alle brieven", "Volg  Alles"])(
    "follows everything when told %j",
    async (typed) => {
      expect(await said(typed)).toMatch(/gemaakt: alle brieven.*had dit 5 brieven opgeleverd/s);
    },
  );

  it.each([
    ["Marokko om 16:00", "Marokko", "op werkdagen om 16:00"],
    ["Marokko om 9", "Marokko", "op werkdagen om 09:00"],
    ["Marokko 9.15", "Marokko", "op werkdagen om 09:15"],
    ["Marokko om 9 uur", "Marokko", "op werkdagen om 09:00"],
    ["Marokko 9u30", "Marokko", "op werkdagen om 09:30"],
    ["Marokko elke dag om 7:05", "Marokko", "elke dag om 07:05"],
    ["Marokko om 7:05 elke dag", "Marokko", "elke dag om 07:05"],
    ["Marokko dagelijks, niet op feestdagen", "Marokko", "elke dag behalve op feestdagen om 08:30"],
    ["Marokko op werkdagen, ook op feestdagen", "Marokko", "op werkdagen, ook op feestdagen, om 08:30"],
    ["Marokko wekelijks", "Marokko", "elke maandag om 08:30"],
    ["Marokko elke vrijdag om 9:00", "Marokko", "elke vrijdag om 09:00"],
    ["Marokko donderdags", "Marokko", "elke donderdag om 08:30"],
    ["Marokko direct", "Marokko", "zodra er een brief binnenkomt"],
    ["Marokko “terugkeer direct”", 'Marokko "terugkeer direct"', "op werkdagen om 08:30"],
    ["terugkeer op een werkdag", "terugkeer op een werkdag", "op werkdagen om 08:30"],
    ["sinds:2019 Marokko", "sinds:2019 Marokko", "op werkdagen om 08:30"],
    ["T&amp;O-overeenkomst", "T&O-overeenkomst", "op werkdagen om 08:30"],
  ])("takes the words about when from the end of %j", async (typed, query, frequency) => {
    const text = await said(typed);
    expect(text).toContain(`gemaakt: ${query} `);
    expect(text).toContain(`Bericht ${frequency};`);
  });

  it("says when the first message comes, in the readers' time", async () => {
    expect(await said("Marokko")).toContain("Eerstvolgende keer: dinsdag 6 januari 2026 om 08:30.");
  });

  it("says so when the same is followed already, and makes no second", async () => {
    const first = numberOf(await said("Marokko"));
    expect(await said("volg marokko")).toContain(`Dit wordt hier al gevolgd: attendering ${first}`);
    expect(await said("lijst")).not.toContain("marokko");
  });

  it("means the person's own conversation when typed in a direct message", async () => {
    const own = { team: "T1", user: `UEIGEN${place}`, channel: "D77", isSharedOutside };
    expect(await said("Marokko", own)).not.toContain("/invite");
    expect(await said("lijst", { ...own, channel: "D78" })).toContain("Marokko");
    expect(await said("lijst", { ...own, user: "UANDER" })).toContain("niets gevolgd");
  });
});

describe("what is followed", () => {
  it("is listed with number, time and maker, for this channel only", async () => {
    const id = numberOf(await said("Marokko"));
    expect(await said("lijst")).toContain(`${id}. Marokko op werkdagen om 08:30`);
    expect(JSON.stringify((await attendering.answer("lijst", parts, where)).blocks)).toContain('"user_id":"U1"');
    expect(await said("lijst", { ...where, channel: "CANDERS" })).toContain("niets gevolgd");
  });

  it("changes its time, its query, or both", async () => {
    const id = numberOf(await said("Marokko"));
    expect(await said(`wijzig ${id} om 9:00`)).toMatch(/gewijzigd: Marokko .*om 09:00/s);
    expect(await said(`wijzig ${id} Algerije`)).toMatch(/gewijzigd: Algerije .*om 09:00.*opgeleverd/s);
    expect(await said("wijzig Ghana op maandag")).toMatch(/gewijzigd: Ghana .*elke maandag om 09:00/s);
  });

  it("pauses and resumes, by number, as the only one, or all", async () => {
    const id = numberOf(await said("Marokko"));
    expect(await said("pauzeer")).toContain(`Gepauzeerd: attendering ${id}.`);
    expect(await said("lijst")).toContain("gepauzeerd sinds 5 januari 2026: op verzoek");
    expect(await said(`hervat ${id}`)).toContain(`Hervat: attendering ${id}.`);
    const other = numberOf(await said("Algerije"));
    expect(await refused("pauzeer")).toContain(`${id} en ${other}`);
    expect(await said("pauzeer alles")).toContain(`attendering ${id} en ${other}`);
  });

  it("stops and is forgotten", async () => {
    const id = numberOf(await said("Marokko"));
    expect(await said(`stop #${id}`)).toContain(`Gestopt en verwijderd: attendering ${id}.`);
    expect(await said("lijst")).toContain("niets gevolgd");
  });

  it("of another channel is out of reach", async () => {
    const id = numberOf(await said("Marokko", { ...where, channel: "CELDERS" }));
    expect(await refused(`stop ${id}`)).toContain("Hier wordt niets gevolgd");
  });
});

describe("what is not understood", () => {
  it.each(["", " ", "help", "Hulp", "help?"])("is met with help: %j", async (typed) => {
    expect(await said(typed)).toContain("/attendering volg alles");
  });

  it.each([
    ["lijsd", "/attendering lijst"],
    ["wijzg 3", "/attendering wijzig"],
    ["stpo alles", "/attendering stop"],
  ])("as a slip of the pen, %j, is asked about", async (typed, meant) => {
    expect(await refused(typed)).toContain(`Bedoelt u ${meant}`);
  });

  it.each([
    ["volg", "Geef aan wat u wilt volgen"],
    ["stop uitzetting", "/attendering volg stop uitzetting"],
    ["stop 99999", "Hier wordt niets gevolgd"],
    ["Marokko om 25:00", "geen tijd"],
    ["Marokko elke dag op maandag", "niet samen"],
    ["Marokko direct om 9:00", "niet samen"],
    ["kleur:rood", "Het filter “kleur:” bestaat niet"],
    ["soort:liedje", "liedje"],
  ])("is answered with what is possible: %j", async (typed, sentence) => {
    expect(await refused(typed)).toContain(sentence);
    expect(await said("lijst")).toContain("niets gevolgd");
  });
});

describe("/attendering antwoord", () => {
  it.each([
    ["antwoord Algerije", "antwoorden op vragen: Algerije"],
    ["Antwoorden op vragen over Algerije", "antwoorden op vragen: Algerije"],
    ["het antwoord op Kamervragen over Algerije", "antwoorden op vragen: Algerije"],
    ["volg beantwoorde vragen over Algerije -voetbal", "antwoorden op vragen: Algerije -voetbal"],
    ["antwoord fractie:VVD", "antwoorden op vragen: fractie:VVD"],
    ["antwoord", "antwoorden op alle vragen"],
    ["antwoord alles", "antwoorden op alle vragen"],
  ])("follows questions until they are answered when told %j", async (typed, name) => {
    const text = await said(typed);
    expect(text).toContain(`gemaakt: ${name} `);
    expect(text).toContain("op werkdagen om 08:30; is er niets beantwoord of uitgesteld, dan komt er geen bericht.");
    expect(text).toContain("Er wacht nu geen vraag op antwoord");
    expect(text).toContain("tussen aanhalingstekens");
    expect(await said("lijst")).toContain(`${name} `);
  });

  it("takes words about when, and tells at once when asked to", async () => {
    expect(await said("antwoord Algerije direct")).toContain("zodra er een antwoord binnenkomt");
    expect(await said("antwoord Marokko op maandag om 9:00")).toContain("elke maandag om 09:00");
  });

  it("stands beside new letters on the same query, and is no second of itself", async () => {
    await said("Algerije");
    const id = numberOf(await said("antwoord Algerije"));
    expect(await said("antwoord op vragen over algerije")).toContain(`Dit wordt hier al gevolgd: attendering ${id}`);
  });

  it.each(['"antwoord" Algerije', "soort:antwoord", "beantwoording Algerije", "antwoordtermijn"])(
    "is a search for words when they stand between quotation marks or in another word: %j",
    async (typed) => {
      expect(await said(typed)).toMatch(/Bericht op werkdagen.*geen nieuwe brieven/);
    },
  );
});

describe("/attendering termijn", () => {
  it.each([
    ["termijn Algerije", "vragen over de termijn: Algerije", "elke maandag om 08:30"],
    ["te laat", "alle vragen over de termijn", "elke maandag om 08:30"],
    ["termijn alles op dinsdag", "alle vragen over de termijn", "elke dinsdag om 08:30"],
    ["onbeantwoorde vragen over Algerije om 9:00", "vragen over de termijn: Algerije", "elke maandag om 09:00"],
    ["vragen over de termijn wekelijks", "alle vragen over de termijn", "elke maandag om 08:30"],
    ["overschreden termijn Marokko", "vragen over de termijn: Marokko", "elke maandag om 08:30"],
  ])("lists questions past their term once a week when told %j", async (typed, name, frequency) => {
    const text = await said(typed);
    expect(text).toContain(`gemaakt: ${name} `);
    expect(text).toContain(`Bericht ${frequency}; is er geen vraag over de termijn, dan komt er geen bericht.`);
    expect(text).toContain("Nu is er geen vraag over de termijn.");
  });

  it("is paused, resumed, moved to another day and stopped like any other", async () => {
    const id = numberOf(await said("termijn Algerije"));
    expect(await said(`wijzig ${id} op woensdag om 9:00`)).toContain("elke woensdag om 09:00");
    expect(await said(`wijzig ${id} Marokko`)).toContain("gewijzigd: vragen over de termijn: Marokko");
    expect(await said(`pauzeer ${id}`)).toContain("Gepauzeerd");
    expect(await said("lijst")).toContain("gepauzeerd sinds");
    expect(await said(`stop ${id}`)).toContain("Gestopt");
  });

  it.each([
    ["termijn Algerije elke dag", "eens per week"],
    ["termijn direct", "eens per week"],
    ["antword", "Bedoelt u /attendering antwoord"],
    ["termjin", "Bedoelt u /attendering termijn"],
  ])("says what is possible when told %j", async (typed, sentence) => {
    expect(await refused(typed)).toContain(sentence);
  });

  it("does not become something else by a change", async () => {
    const id = numberOf(await said("Algerije"));
    expect(await refused(`wijzig ${id} termijn Algerije`)).toContain("gaat over iets anders");
    expect(await refused(`wijzig ${numberOf(await said("termijn"))} direct`)).toContain("eens per week");
  });
});
