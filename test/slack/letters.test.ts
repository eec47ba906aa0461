import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PageClient } from "../preview/page-client.ts";
import { SlackStandIn } from "../stand-in/slack.ts";
import { startBot, startPreview, type TestBot } from "./bot.ts";

const channel = "C0PREVIEW1";
let preview: TestBot;

beforeAll(async () => {
  preview = await startPreview();
});

afterAll(() => preview.stop());

/** Where the first button with this text stands. */
function placeOf(text: string, html: string): { block: number; element: number; value: null } {
  const button = html.match(/<button[^>]*>.*?<\/button>/gs)?.find((one) => one.includes(`>${text}<`)) ?? "";
  const [block, element] = ["block", "element"].map((name) => new RegExp(`data-${name}="(\\d+)"`).exec(button)?.[1]);
  if (block === undefined || element === undefined) throw new Error(`no button ${text}`);
  return { block: Number(block), element: Number(element), value: null };
}

interface Shown {
  id: string;
  html: string;
}

async function pressInView(page: PageClient, { id, html }: Shown, text: string): Promise<Shown> {
  await page.send("act", { view: id, at: placeOf(text, html), entered: [] });
  return shown(page);
}

async function shown(page: PageClient): Promise<Shown> {
  const view = await page.view();
  if (view === null) throw new Error("the modal closed");
  return view;
}

async function openedFrom(page: PageClient, typed: string, found: string, button: string): Promise<Shown> {
  await page.say(typed);
  const { ts, html } = await page.message(found);
  await page.send("act", { channel, ts, at: placeOf(button, html), entered: [] });
  return shown(page);
}

describe("the buttons under a letter", () => {
  it("turn the pages of its questions in one modal, lead back to the letter, and open a question in context", async () => {
    const page = await PageClient.open(preview.address);
    const first = await openedFrom(page, "/brief kst-32317-929", "Genoemde landen", "Alle 53 vragen");
    expect(first.html).toContain("1 tot en met 45 van 53.");
    const second = await pressInView(page, first, "Volgende");
    expect(second.id).toBe(first.id);
    expect(second.html).toContain("53. Vraag (SP)");
    const back = await pressInView(page, second, "Vorige");
    expect(back.html).toContain("1 tot en met 45 van 53.");
    const letter = await pressInView(page, back, "Naar de brief");
    expect(letter.id).toBe(first.id);
    expect(letter.html).toContain("Opbouw");
    const references = await pressInView(page, await pressInView(page, letter, "Alle 53 vragen"), "Lees");
    expect(references.id).not.toBe(first.id);
    expect(references.html).toContain("In context");
    page.close();
  });

  it("show all of its references", async () => {
    const page = await PageClient.open(preview.address);
    const { html } = await openedFrom(page, "/brief 929 van 32317", "Genoemde landen", "Alle 11 verwijzingen");
    expect(html).toContain("Kamerstuk 36600-VI, nr. 102");
    page.close();
  });

  it("open the letter that was meant", async () => {
    const page = await PageClient.open(preview.address);
    const { html } = await openedFrom(page, "/brief kst-30573-142", "Bedoelt u deze brief?", "Open");
    expect(html).toContain("Stand van zaken strategische landenbenadering migratie");
    expect(html).toContain("Irak (19)");
    page.close();
  });

  it("say so when the letter is not there any more", async () => {
    const slack = await SlackStandIn.start();
    const here = await startBot(slack, "http");
    const { id, body } = slack.slashCommand("/brief", "kst-32317-929");
    const payload = {
      type: "block_actions",
      team: { id: "T0001" },
      user: { id: "U0001" },
      channel: { id: "C0001" },
      container: { type: "message", message_ts: "1.1", channel_id: "C0001", is_ephemeral: true },
      trigger_id: "1.gone",
      response_url: body.get("response_url"),
      api_app_id: "A0001",
      actions: [{ type: "button", action_id: "letter-open", block_id: "b", value: "999", action_ts: "1.1" }],
    };
    const form = String(new URLSearchParams({ payload: JSON.stringify(payload) }));
    const headers = slack.signed(form, Math.floor(Date.now() / 1000));
    expect((await fetch(here.address, { method: "POST", headers, body: form })).status).toBe(200);
    expect((await slack.answer(id)).text).toBe("Deze brief is er niet meer.");
    expect(slack.refused).toEqual([]);
    await here.stop();
    await slack.stop();
  });
});
