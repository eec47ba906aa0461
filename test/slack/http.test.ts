import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { madeLetters } from "../search/made-letters.ts";
import { type Message, SlackStandIn } from "../stand-in/slack.ts";
import { startBot, type TestBot } from "./bot.ts";

/** The bot's clock stands still; Bolt's own check of old timestamps uses the real one. */
const now = new Date();
const seconds = Math.floor(now.getTime() / 1000);

let slack: SlackStandIn;
let bot: TestBot;

beforeAll(async () => {
  slack = await SlackStandIn.start();
  bot = await startBot(slack, "http", { now: () => now });
});

afterAll(async () => {
  await bot.stop();
  await slack.stop();
});

async function send(text: string, { timestamp = seconds, secret = slack.signingSecret } = {}) {
  const { id, body } = slack.slashCommand("/terugkeer", text);
  const headers = slack.signed(String(body), timestamp, secret);
  const response = await fetch(bot.address, { method: "POST", headers, body: String(body) });
  return { id, status: response.status };
}

async function answerTo(text: string): Promise<Message> {
  const { id, status } = await send(text);
  expect(status).toBe(200);
  return slack.answer(id);
}

describe("/terugkeer over HTTP", () => {
  it("answers with passages of four letters, each with date, sender, citation and source, for the asker only", async () => {
    const message = await answerTo("Algerije");
    const shown = JSON.stringify(message.blocks);
    expect(message.response_type).toBe("ephemeral");
    expect(message.text).toMatch(/^Algerije: \d+ passages in 4 brieven\./);
    for (const part of [
      "12 december 2017 · Mark Harbers (Staatssecretaris van Justitie en Veiligheid) · Kamerstukken II 2017/18, 19 637, nr. 2356",
      "25 februari 2014 · F. Teeven (Staatssecretaris van Veiligheid en Justitie) en E.M.J. Ploumen (Minister voor Buitenlandse Handel en Ontwikkelingssamenwerking) · Kamerstukken II 2013/14, 30 573, nr. 124",
      "21 november 2019 · ",
      "29 januari 2025 · M.H.M. Faber-van de Klashorst (Minister van Asiel en Migratie) · Kamerstukken II 2024/25, 32 317, nr. 929",
      "110 gevallen van terugkeer onder toezicht",
      "https://zoek.officielebekendmakingen.nl/kst-32317-929.html",
      "Gezocht in 5 brieven, van 2014 tot en met 29 januari 2025.",
    ]) {
      expect(shown).toContain(part);
    }
    expect(slack.refused).toEqual([]);
  });

  it("says plainly that the letters hold no answer, and what was searched", async () => {
    const message = await answerTo("gasprijzen huishoudens");
    expect(message.text).toContain("Niets gevonden over gasprijzen huishoudens");
    expect(JSON.stringify(message.blocks)).toContain("Gezocht in 5 brieven, van 2014 tot en met 29 januari 2025.");
  });

  it("answers an empty command with help", async () => {
    expect((await answerTo("")).text).toContain("/terugkeer Algerije");
    expect((await answerTo("   ")).text).toContain("/terugkeer Algerije");
  });

  it("answers a filter that does not exist with what is possible", async () => {
    expect((await answerTo("kleur:rood terugkeer")).text).toContain("kleur");
  });

  it("acknowledges while the index is at work on letters, and not after", async () => {
    let busy = true;
    const letters = madeLetters(600);
    const work = bot.parts.index.add(letters).finally(() => {
      busy = false;
    });
    const { id } = await send("Algerije");
    expect(busy).toBe(true);
    expect((await slack.answer(id)).text).toContain("Algerije: ");
    await work;
    await bot.parts.index.remove(letters.map(({ key }) => key));
  });

  it("never lets a query become a mention or a link", async () => {
    const message = await answerTo("Algerije <!channel> <https://example.org|klik> *vet*");
    expect(message.text).not.toMatch(/<[!@#h]/);
    expect(
      JSON.stringify(message.blocks.filter((block) => (block as { type: string }).type !== "rich_text")),
    ).not.toMatch(/<[!@#h]/);
  });

  it.each([
    ["a wrong signature", { secret: "0".repeat(32) }],
    ["a timestamp of ten minutes ago", { timestamp: seconds - 600 }],
    ["a timestamp of ten minutes ahead", { timestamp: seconds + 600 }],
  ])("refuses %s with 401", async (_, options) => {
    expect((await send("Algerije", options)).status).toBe(401);
  });

  it("refuses a request without signature or timestamp with 401", async () => {
    const { body } = slack.slashCommand("/terugkeer", "Algerije");
    const response = await fetch(bot.address, { method: "POST", body });
    expect(response.status).toBe(401);
  });

  it("serves nothing but Slack's address", async () => {
    expect((await fetch(bot.address.replace("/slack/events", "/"))).status).toBe(404);
  });
});
