import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { projectRoot } from "../../src/root.ts";
import { SlackStandIn } from "../stand-in/slack.ts";
import { startBot, type TestBot } from "./bot.ts";

let slack: SlackStandIn;
let bot: TestBot;
const paper = `Tweede Kamer der Staten-Generaal
Vergaderjaar 2023–2024

19 637 Vreemdelingenbeleid

Nr. 9999 BRIEF VAN DE STAATSSECRETARIS VAN JUSTITIE EN VEILIGHEID

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 14 maart 2024

Hierbij informeer ik uw Kamer over de samenwerking met Atlantis bij de terugkeer van vreemdelingen. In 2023 zijn 42 mensen teruggekeerd.

De Staatssecretaris van Justitie en Veiligheid,
E. van der Burg
`;

beforeAll(async () => {
  slack = await SlackStandIn.start();
  bot = await startBot(slack, "http", { uploaders: ["U0001"] });
});

afterAll(async () => {
  await bot.stop();
  await slack.stop();
});

/** What the bot says in the person's own conversation, after a file was shared there. */
async function sharing(body: string, user = "U0001"): Promise<string> {
  const channel = `D${user.slice(1)}`;
  const said = () => (slack.web.channels.get(channel) ?? []).filter(({ user: who }) => who === "U0BOT");
  const before = said().length;
  expect((await slack.deliver(bot.address, body)).status).toBe(200);
  await vi.waitFor(() => expect(said().length).toBe(before + 1), 20_000);
  return said().at(-1)?.text ?? "";
}

describe("a file shared with the bot", () => {
  it("is read, confirmed with what was understood, and found from then on", async () => {
    const text = await sharing(slack.fileShared("brief.txt", Buffer.from(paper)));
    expect(text).toContain("brief.txt is gelezen en kan worden gevonden.");
    expect(text).toContain("14 maart 2024");
    expect(text).toContain("van der Burg");
    expect(text).toContain("19 637, nr. 9999");
    expect(text).toContain("Kamerbrief");
    const { id, body } = slack.slashCommand("/terugkeer", '"samenwerking met Atlantis"');
    await slack.deliver(bot.address, body);
    expect((await slack.answer(id)).text).toContain("1 passage in 1 brief");
  });

  it("that is there already changes nothing, and that is said", async () => {
    expect(await sharing(slack.fileShared("nog eens.txt", Buffer.from(paper)))).toContain(
      "was er al; er is niets veranderd",
    );
  });

  it("says how many questions it holds", async () => {
    const file = "003_6b92dd7e8c9cbb95.txt";
    const text = await sharing(slack.fileShared("antwoord.txt", readFileSync(`${projectRoot}/data/letters/${file}`)));
    expect(text).toMatch(/\d+ vragen/);
    expect(text).toContain("Antwoord op Kamervragen");
  });

  it("that cannot be read is refused with the reason, and kept for the maintainer", async () => {
    const text = await sharing(slack.fileShared("foto.txt", Buffer.from([0, 1, 2, 3, 255, 0, 0])));
    expect(text).toContain("foto.txt is geen tekst");
    expect(bot.parts.letters.quarantine().map(({ file }) => file)).toContain("foto.txt");
  });

  it("of somebody who may not is not fetched", async () => {
    expect(await sharing(slack.fileShared("brief.txt", Buffer.from(paper), { user: "U0002" }), "U0002")).toContain(
      "alleen wie daarvoor is aangewezen",
    );
  });

  it("is fetched from Slack only: the token goes nowhere else", async () => {
    const other = await SlackStandIn.start();
    const url = `${other.origin}/file/F1`;
    expect(await sharing(slack.fileShared("elders.txt", Buffer.from(paper), { url }))).toContain("kon niet bij Slack");
    await other.stop();
  });

  it("with a folder in its name is a name like any other", async () => {
    const text = await sharing(slack.fileShared("../../etc/passwd.txt", Buffer.from(`${paper}\nAnders.`)));
    expect(text).toMatch(/gelezen|nieuwe versie/);
    expect(slack.refused).toEqual([]);
  });

  it("is taken in once although Slack delivers it twice", async () => {
    const body = slack.fileShared("twee keer.txt", Buffer.from(paper));
    await sharing(body);
    const before = slack.web.posted("D0001").length;
    await slack.deliver(bot.address, body);
    await sharing(slack.fileShared("daarna.txt", Buffer.from(paper)));
    expect(slack.web.posted("D0001").length - before).toBe(2);
  });
});
