import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "../../src/root.ts";
import { browserFlags, browserPath } from "../preview/find-browser.ts";
import { PageClient } from "../preview/page-client.ts";
import { startPreview, type TestBot } from "./bot.ts";

/** Renews the picture in README; on another machine fonts differ, so not at every run. */
const updatePictures = process.env.UPDATE_PICTURES === "1";
let bot: TestBot;

beforeAll(async () => {
  bot = await startPreview();
});

afterAll(() => bot.stop());

describe("the bot in the preview", () => {
  it("answers /terugkeer Algerije with the blocks that Slack would get, drawn as HTML", async () => {
    const page = await PageClient.open(bot.address);
    await page.say("/terugkeer Algerije");
    const { html } = await page.message("Algerije: ");
    expect(html).toContain("Alleen zichtbaar voor u");
    expect(html).toContain('href="https://zoek.officielebekendmakingen.nl/kst-32317-929.html"');
    expect(html).toMatch(/<span class="[^"]*font-semibold[^"]*">Algerijnse<\/span>/);
    page.close();
  });

  it("shows a query that holds markup as it was typed", async () => {
    const page = await PageClient.open(bot.address);
    await page.say("/terugkeer <script>alert(1)</script> <!channel>");
    const { html } = await page.message("script");
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;!channel&gt;");
    page.close();
  });

  it("says so when its address is taken", async () => {
    const port = Number(new URL(bot.address).port);
    await expect(startPreview({ port })).rejects.toThrow("the port is taken");
  });
});

const title = `the bot in a browser${browserPath === undefined ? " (skipped: no chromium found; set CHROMIUM)" : ""}`;

describe.skipIf(browserPath === undefined)(title, { timeout: 60_000 }, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: String(browserPath), args: browserFlags });
  });

  afterAll(() => browser?.close());

  it("shows the passages of 2014, 2017, 2019 and 2025 about Algerije, with matches in bold and working links", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: "light" });
    await page.goto(bot.address);
    await page.getByLabel("Bericht of opdracht").fill("/terugkeer Algerije");
    await page.keyboard.press("Enter");
    const answer = page.locator(".message").last();
    await answer.getByText("110 gevallen van terugkeer onder toezicht").waitFor();
    for (const day of ["12 december 2017", "25 februari 2014", "21 november 2019", "29 januari 2025"]) {
      expect(await answer.getByText(`${day} ·`).isVisible()).toBe(true);
    }
    const weights = await page.evaluate(`[...document.querySelectorAll(".message:last-child span")]
      .filter((element) => element.textContent === "Algerijnse")
      .map((element) => getComputedStyle(element).fontWeight)`);
    expect(weights).toEqual(["700"]);
    const links = await Promise.all((await answer.getByRole("link").all()).map((link) => link.getAttribute("href")));
    expect([...new Set(links)].toSorted()).toEqual([
      "https://www.tweedekamer.nl/kamerstukken/kamervragen/detail?id=2019Z18636&did=2019D46752",
      "https://zoek.officielebekendmakingen.nl/kst-19637-2356.html",
      "https://zoek.officielebekendmakingen.nl/kst-30573-124.html",
      "https://zoek.officielebekendmakingen.nl/kst-32317-929.html",
    ]);
    if (updatePictures) {
      await page.evaluate(`document.querySelector(".message:last-child").scrollIntoView({ block: "start" })`);
      await page.screenshot({ path: join(projectRoot, "docs/answer.png") });
    }
    await page.close();
  });

  it("shows the timeline of Algerije with a chart in straight columns, and its picture in the person's own conversation", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1790 }, colorScheme: "light" });
    await page.goto(bot.address);
    await page.getByRole("button", { name: "Terugkeer", exact: true }).click();
    await page.getByLabel("Bericht of opdracht").fill("/tijdlijn Algerije");
    await page.keyboard.press("Enter");
    const answer = page.locator(".message").last();
    await answer.getByText("Verder is een lichte verbetering opgetreden in de medewerking van").waitFor();
    const lines = (await answer.locator("pre").innerText()).trim().split("\n");
    expect(lines.length).toBe(8);
    expect(new Set(lines.map((line) => line.search(/(?:\d+ in \d+ brief|0|geen brieven)$/))).size).toBe(1);
    await answer.getByRole("button", { name: "Stuur mij het plaatje" }).click();
    const picture = page.getByRole("img", { name: "Staafdiagram van het aantal passages per jaar over Algerije" });
    await picture.waitFor();
    await picture.evaluate("(image) => image.decode()");
    await page.getByText("Het plaatje staat in uw eigen gesprek met Terugkeer.").last().waitFor();
    if (updatePictures) await page.screenshot({ path: join(projectRoot, "docs/timeline.png") });
    await page.close();
  });
});
