import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserFlags, browserPath } from "./find-browser.ts";
import { type Sample, startSample } from "./sample-app.ts";

/** Screenshots to look at: PREVIEW_SHOTS, or a new folder for temporary files. */
const shots = process.env.PREVIEW_SHOTS ?? mkdtempSync(join(tmpdir(), "terugkeer-preview-"));

const title = browserPath === undefined ? "in a browser (skipped: no chromium found; set CHROMIUM)" : "in a browser";

describe.skipIf(browserPath === undefined)(title, { timeout: 60_000 }, () => {
  let sample: Sample;
  let browser: Browser;

  beforeAll(async () => {
    sample = await startSample();
    browser = await chromium.launch({
      ...(browserPath === undefined ? {} : { executablePath: browserPath }),
      args: browserFlags,
    });
  });

  afterAll(async () => {
    await browser?.close();
    await sample?.app.stop();
  });

  /** Opens the page and gives it with everything it complained about or asked of another machine. */
  async function open(size: { width: number; height: number }, colorScheme: "light" | "dark") {
    const page = await browser.newPage({ viewport: size, colorScheme });
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("response", (response) => {
      if (!response.ok()) complaints.push(`${response.status()} ${response.url()} ${response.request().postData()}`);
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol !== "data:" && `${origin}/` !== sample.preview.url) complaints.push(request.url());
    });
    await page.goto(sample.preview.url);
    await page.locator(".empty, .message").first().waitFor();
    return { page, complaints };
  }

  async function ask(page: Page, text: string): Promise<void> {
    const before = await page.locator(".message").count();
    await page.getByLabel("Bericht of opdracht").fill(text);
    await page.keyboard.press("Enter");
    await page.locator(".message").nth(before).waitFor();
  }

  const shoot = (page: Page, name: string) => page.screenshot({ path: join(shots, `${name}.png`) });
  const overflow = (page: Page) => page.evaluate("document.documentElement.scrollWidth - innerWidth");

  test("a person types a command, reads the answer, presses buttons and fills in a modal", async () => {
    const { page, complaints } = await open({ width: 1280, height: 900 }, "light");
    await shoot(page, "1-empty");
    await page.keyboard.type("/te");
    await page.getByRole("option", { name: "/terugkeer <vraag>" }).waitFor();
    await shoot(page, "2-suggestions");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Algerije");
    await page.keyboard.press("Enter");

    const answer = page.locator(".message").last();
    await answer.getByText("9 passages in 4 brieven").waitFor();
    await page.waitForFunction("document.activeElement.matches('.message')");
    expect(await answer.getByText("Alleen zichtbaar voor u").isVisible()).toBe(true);
    expect(await answer.getByText("<!channel> staat hier als tekst").isVisible()).toBe(true);
    await shoot(page, "3-answer");

    await answer.getByRole("button", { name: "Lees in context" }).click();
    const modal = page.getByRole("dialog");
    await modal.getByRole("heading", { name: "Filters" }).waitFor();
    await modal.getByRole("button", { name: "Pas toe" }).click();
    expect(await modal.getByText("Vul dit veld in.").isVisible()).toBe(true);
    await modal.getByLabel("Fractie").fill("XYZ");
    await modal.getByRole("button", { name: "Pas toe" }).click();
    await modal.getByText("Deze fractie staat in geen enkele brief.").waitFor();
    await shoot(page, "4-modal");
    await modal.getByLabel("Vanaf").fill("2019-11-21");
    await modal.getByLabel("Antwoord op vragen").check();
    await modal.getByRole("button", { name: "Wis filters" }).click();
    await modal.getByRole("heading", { name: "Gewist" }).waitFor();
    expect(await modal.getByLabel("Fractie").inputValue(), "what was typed outlives views.update").toBe("XYZ");
    await modal.getByLabel("Fractie").fill("VVD");
    await modal.getByRole("button", { name: "Pas toe" }).click();
    await page.getByText("Gefilterd op VVD").waitFor();
    await modal.waitFor({ state: "hidden" });
    expect(sample.seen.at(-1)).toMatchObject({
      view: {
        state: {
          values: {
            vanaf: { dag: { selected_date: "2019-11-21" } },
            partij: { naam: { value: "VVD" } },
            soort: { soorten: { selected_options: [{ value: "antwoord" }] } },
          },
        },
      },
    });

    await page.getByLabel("Volgorde").selectOption("Nieuwste eerst");
    await expect.poll(() => sample.seen.at(-1)).toMatchObject({ actions: [{ selected_option: { value: "new" } }] });
    await page.getByRole("button", { name: "Verwijder" }).click();
    await shoot(page, "5-confirm");
    await page.getByRole("dialog").getByRole("button", { name: "Verwijder" }).click();
    await page.getByText("9 passages in 4 brieven").waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("in the dark, and in another conversation", async () => {
    const { page, complaints } = await open({ width: 1280, height: 900 }, "dark");
    await ask(page, "/terugkeer Algerije");
    await ask(page, "/onbekend");
    await shoot(page, "6-dark");
    await page.getByRole("button", { name: "Terugkeer", exact: true }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Terugkeer");
    await sample.app.client.chat.postMessage({ channel: "C0PREVIEW1", text: "in het kanaal" });
    await page.getByLabel("ongelezen").waitFor();
    await shoot(page, "7-direct");
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("in a thread a person asks and is answered, and the channel counts the answers", async () => {
    const { page, complaints } = await open({ width: 1280, height: 900 }, "light");
    const { ts } = await sample.app.client.chat.postMessage({ channel: "C0PREVIEW1", text: "Debat van donderdag" });
    const parent = page.locator(`.message[data-ts="${ts}"]`);
    await parent.hover();
    await parent.getByLabel("Acties bij dit bericht").click();
    await page.getByRole("button", { name: "Antwoord in draad" }).last().click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Draad");
    await ask(page, "@Terugkeer wat zei de minister?");
    await page.getByText("U riep?").last().waitFor();
    await shoot(page, "10-thread");
    await page.getByRole("button", { name: "Terug naar het kanaal" }).click();
    expect(await page.getByLabel("Terug naar het kanaal").isVisible()).toBe(false);
    await parent.getByRole("button", { name: "2 antwoorden" }).click();
    expect(await page.locator(".message").count()).toBe(3);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("on a phone nothing is wider than the screen, and a long answer begins at its beginning", async () => {
    const { page, complaints } = await open({ width: 375, height: 740 }, "light");
    await ask(page, "/terugkeer Algerije");
    const answer = page.locator(".message").last();
    await answer.getByText("9 passages in 4 brieven").waitFor();
    await shoot(page, "8-phone");
    expect(await overflow(page)).toBe(0);
    expect(await answer.getByText("Alleen zichtbaar voor u").isVisible()).toBe(true);
    await answer.getByRole("button", { name: "Lees in context" }).click();
    await page.getByRole("heading", { name: "Filters" }).waitFor();
    await shoot(page, "9-phone-modal");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    expect(complaints).toEqual([]);
    await page.close();
  });
});
