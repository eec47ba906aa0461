import { join } from "node:path";
import { pino } from "pino";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Place } from "../../src/digest/subscription.ts";
import type { Day, PublicationId, ReadLetter } from "../../src/letters/letter.ts";
import { openParts, type Parts } from "../../src/parts.ts";
import { projectRoot } from "../../src/root.ts";
import type { Bot } from "../../src/slack/app.ts";
import { previewBot } from "../../src/slack/preview-bot.ts";
import { madeLetter } from "../letters/made-letter.ts";
import { browserFlags, browserPath } from "../preview/find-browser.ts";

const log = pino({ level: "silent" });
/** Renews the picture in docs/handleiding.md; on another machine fonts differ, so not at every run. */
const updatePictures = process.env.UPDATE_PICTURES === "1";
/** A folder for pictures of every message here, to look at. */
const lookIn = process.env.LOOK_IN;
const title = `digests in a browser${browserPath === undefined ? " (skipped: no chromium found; set CHROMIUM)" : ""}`;

/** A Monday after every time of day at which anything is due. */
const now = new Date("2025-03-31T07:30:00Z");

describe.skipIf(browserPath === undefined)(title, { timeout: 90_000 }, () => {
  let parts: Parts;
  let bot: Bot;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    parts = await openParts({ database: ":memory:", letters: join(projectRoot, "data/letters") }, log, {
      now: () => new Date(Math.max(now.getTime(), Date.now() - started + now.getTime())),
    });
    await parts.indexed;
    const around = { parts, log, now: () => now, timeZone: "Europe/Amsterdam", allowedTeams: [], uploaders: [] };
    bot = await previewBot({ host: "127.0.0.1", port: 0 }, { ...around, metrics: null });
    browser = await chromium.launch({ executablePath: String(browserPath), args: browserFlags });
    page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, colorScheme: "light" });
    await page.goto(String(await bot.start()));
  }, 60_000);

  const started = Date.now();

  afterAll(async () => {
    await browser?.close();
    await bot?.stop();
    await parts?.close();
  });

  async function picture(name: string): Promise<void> {
    if (lookIn !== undefined) await page.screenshot({ path: join(lookIn, `${name}.png`) });
  }

  it("stand in the channel with the letters, and in the thread with their passages", async () => {
    expect(title).toBe(title);
  });
});
