import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserFlags, browserPath } from "../preview/find-browser.ts";
import { startPreview, type TestBot } from "./bot.ts";

const title = `preparing a debate in the preview${browserPath === undefined ? " (skipped: no chromium found; set CHROMIUM)" : ""}`;

describe.skipIf(browserPath === undefined)(title, { timeout: 90_000 }, () => {
  let bot: TestBot;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    bot = await startPreview();
    browser = await chromium.launch({ executablePath: String(browserPath), args: browserFlags });
    page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
    await page.goto(bot.address);
  });

  afterAll(async () => {
    await browser.close();
    await bot.stop();
  });

  async function say(words: string): Promise<void> {
    await page.getByLabel("Bericht of opdracht").fill(words);
    await page.keyboard.press("Enter");
  }

  const modal = () => page.locator("#modal");

  it("answers a mention in a thread, and follows up there", async () => {
    await say("@Terugkeer wat is er gezegd over visummaatregelen?");
    await page.locator("[data-thread]:not(.menu-item)").click();
    await page.getByText("Gezocht op “wat is er gezegd over visummaatregelen?”.").waitFor();
    await say("@Terugkeer en Gambia?");
    await page.getByText("Gezocht op “Gambia visummaatregelen”").waitFor();
    expect(await page.getByText("Gambia visummaatregelen: 1 passage in 1 brief").isVisible()).toBe(true);
  });

  it("keeps passages, with a note", async () => {
    await page.getByRole("button", { name: "Bewaar voor debat" }).last().click();
    await page.getByText("Bewaard in het debatdossier van deze draad, met nu 1 passage.").waitFor();
    await say("@Terugkeer dossier");
    await page.getByText("Het debatdossier van deze draad: 1 passage.").waitFor();
    await page.getByRole("button", { name: "Open debatdossier" }).last().click();
    await modal().getByRole("button", { name: "Notitie" }).click();
    await modal().getByLabel("Uw notitie").fill("Navragen bij DT&V");
    await modal().getByRole("button", { name: "Bewaar" }).click();
    await modal().getByText("Navragen bij DT&V").waitFor();
  });

  it("offers the document for download in the thread", async () => {
    await modal().getByRole("button", { name: "Maak Word-document" }).click();
    await modal().getByText("Het document staat in het gesprek.").waitFor();
    await modal().getByRole("button", { name: "Sluiten" }).last().click();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Voorbereiding debat" }).click();
    expect((await download).suggestedFilename()).toMatch(/^voorbereiding-debat-\d{4}-\d\d-\d\d\.docx$/);
  });

  it("searches for the text of a message with the shortcut", async () => {
    await say("De samenwerking met Marokko op het gebied van terugkeer is verbeterd door een breed partnerschap.");
    const own = page.locator(".message", { hasText: "door een breed partnerschap" }).last();
    await own.locator("details.shortcuts summary").click();
    await own.getByRole("button", { name: "Zoek in Kamerbrieven" }).click();
    await modal().getByText("De passages die het best passen bij: “De samenwerking met Marokko").waitFor();
    expect(await modal().getByRole("button", { name: "Deel in draad" }).count()).toBeGreaterThan(1);
  });
});
