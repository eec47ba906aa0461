import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { browserFlags, browserPath } from "../preview/find-browser.ts";
import { startPreview, type TestBot } from "./bot.ts";
import { unreadable } from "./readability.ts";

/** A folder for a picture of every step, to look at; none are taken without it. */
const pictures = process.env.WALK_PICTURES;

const looks = [
  { name: "wide and light", width: 1280, height: 900, colorScheme: "light" },
  { name: "wide and dark", width: 1280, height: 900, colorScheme: "dark" },
  { name: "narrow and light", width: 420, height: 860, colorScheme: "light" },
] as const;

const title =
  browserPath === undefined
    ? "a walk through the preview (skipped: no chromium found; set CHROMIUM)"
    : "a walk through the preview";

let browser: Browser;

beforeAll(async () => {
  if (browserPath !== undefined) browser = await chromium.launch({ executablePath: browserPath, args: browserFlags });
});

afterAll(() => browser?.close());

it.skipIf(browserPath === undefined)("pale, cut and overflowing text would be noticed", async () => {
  const page = await browser.newPage({ viewport: { width: 400, height: 300 } });
  await page.setContent(`<p>goed</p><p style="color: #999">bleek</p><p style="width: 3em; overflow: hidden">
    Onafgebrokenwoord</p><p style="position: absolute; left: 380px; margin: 0; white-space: nowrap">buiten beeld</p>`);
  const found = await unreadable(page);
  expect(found).toContain("bleek: contrast 2.85");
  expect(found).toContain("Onafgebrokenwoord: cut off");
  expect(found).toContain("buiten beeld: outside the window");
  expect(found.join()).not.toContain("goed");
  await page.close();
});

describe.skipIf(browserPath === undefined).each(looks)(`${title}, $name`, ({ name, colorScheme, ...viewport }) => {
  let bot: TestBot;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    bot = await startPreview();
    context = await browser.newContext({ viewport, colorScheme, locale: "nl-NL", timezoneId: "Europe/Amsterdam" });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("response", (response) => {
      if (!response.ok()) complaints.push(`${response.status()} ${response.url()}`);
    });
    await page.goto(bot.address);
    await page.locator(".empty").waitFor();
  });

  afterAll(async () => {
    await context?.close();
    await bot?.stop();
  });

  const modal = () => page.locator("#modal");
  const days = async (answer: Locator) =>
    [...(await answer.innerText()).matchAll(/^\d{1,2} [a-z]+ (20\d\d) ·/gm)].map(([, year]) => Number(year));

  async function ask(text: string): Promise<Locator> {
    const before = await page.locator(".message").count();
    await page.getByLabel("Bericht of opdracht").fill(text);
    await page.keyboard.press("Enter");
    await page.locator(".message").nth(before).waitFor();
    // By its time stamp: it stays the same message when others come after it, or when it is replaced.
    const ts = await page.locator(".message").nth(before).getAttribute("data-ts");
    return page.locator(`.message[data-ts="${ts}"]`);
  }

  // A step that fails leaves nothing in the way of the next.
  afterEach(async () => {
    for (const close of await page.locator("dialog[open] [data-close=all]").all()) await close.click();
  });

  const press = (within: Locator, name: string | RegExp) =>
    within
      .getByRole("button", { name, exact: typeof name === "string" })
      .first()
      .click();

  async function modalTitled(title: string): Promise<Locator> {
    await modal().getByRole("heading", { name: title, exact: true, level: 2 }).waitFor();
    return modal();
  }

  async function closed(): Promise<void> {
    await modal().waitFor({ state: "hidden" });
  }

  /** What every screen must be: within the window, readable, and without complaints; and a picture of it. */
  async function look(step: string, part: Locator): Promise<void> {
    if (pictures !== undefined) await picture(step, part);
    expect(await unreadable(page)).toEqual([]);
    expect(complaints).toEqual([]);
  }

  /** The window as it is, and the part that it is about in a window in which that fits. */
  async function picture(step: string, part: Locator): Promise<void> {
    const path = (kind: string) => join(String(pictures), `${name.replaceAll(" ", "-")}-${step}-${kind}.png`);
    await page.screenshot({ path: path("window") });
    const tallest = await page.evaluate(`Math.max(...[...document.querySelectorAll(".message, .home, .modal-body")]
      .map((box) => box.scrollHeight), 0)`);
    await page.setViewportSize({ ...viewport, height: Math.max(viewport.height, Number(tallest) + 300) });
    await part.screenshot({ path: path("whole") });
    await page.setViewportSize(viewport);
  }

  it("a country is answered with its passages, their dates and sources, from the beginning, for the asker alone", async () => {
    for (const example of ["/terugkeer Algerije", "/tijdlijn Algerije", "/brief Kamerstuk 32 317, nr. 929", "/debat"]) {
      expect(await page.locator(".empty").getByRole("button", { name: example, exact: true }).isVisible()).toBe(true);
    }
    await look("01-empty", page.locator(".empty"));
    const answer = await ask("/terugkeer Algerije");
    await answer.getByText(/^Algerije: \d+ passages in 4 brieven$/).waitFor();
    expect(await answer.getByText("Alleen zichtbaar voor u").isVisible()).toBe(true);
    expect(await days(answer)).toEqual(expect.arrayContaining([2014, 2017, 2019, 2025]));
    expect(await answer.getByText(/Kamerstukken II 2024\/25, 32 317, nr\. 929/).isVisible()).toBe(true);
    expect(await answer.getByText("110 gevallen van terugkeer onder toezicht").isVisible()).toBe(true);
    const top = (await answer.boundingBox())?.y ?? 0;
    expect(top, "a long answer is shown from its beginning").toBeGreaterThan(0);
    for (const link of await answer.getByRole("link").all()) {
      expect(await link.getAttribute("href")).toMatch(
        /^https:\/\/(zoek\.officielebekendmakingen|www\.tweedekamer)\.nl\//,
      );
    }
    await look("02-answer", answer);
  });

  it("Meer, Vorige and Nieuwste eerst replace the page that stands there", async () => {
    const answer = await ask("/terugkeer terugkeer");
    const total = /terugkeer: (\d+) passages/.exec(await answer.innerText())?.[1];
    const messages = await page.locator(".message").count();
    await look("03-first-page", answer);
    const first = await answer.locator("blockquote, .w-1 + *").first().innerText();
    await press(answer, "Meer");
    await answer.getByText(/Hieronder passage 9 tot en met \d+\./).waitFor();
    expect(await answer.innerText()).toContain(`terugkeer: ${total} passages`);
    expect(await answer.innerText()).not.toContain(first);
    await look("04-second-page", answer);
    await press(answer, "Vorige");
    await answer.getByText(`Hieronder de beste 8 van ${total}.`).waitFor();
    expect(await answer.innerText()).toContain(first);
    await press(answer, "Nieuwste eerst");
    await answer.getByText(`Hieronder de nieuwste 8 van ${total}.`).waitFor();
    const years = await days(answer);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
    expect(await answer.getByRole("button", { name: "Beste eerst" }).isVisible()).toBe(true);
    expect(await page.locator(".message").count()).toBe(messages);
    await look("05-newest-first", answer);
  });

  it("Filters opens filled with what was typed; submitted, the new answer stands in the place of the old", async () => {
    const answer = await ask("/terugkeer samenwerking land:Marokko sinds:2015");
    const messages = await page.locator(".message").count();
    await press(answer, "Filters");
    const filters = await modalTitled("Filters");
    expect(await filters.getByLabel("Woorden of vraag").inputValue()).toBe("samenwerking");
    expect(await filters.getByLabel("Marokko", { exact: true }).isChecked()).toBe(true);
    expect(await filters.getByText("Gekozen: Marokko").isVisible()).toBe(true);
    expect(await filters.getByLabel("Sinds").inputValue()).toBe("2015-01-01");
    expect(await filters.getByText("1 januari 2015").isVisible()).toBe(true);
    await filters.getByLabel("Dossier").fill("veel");
    await press(filters, "Zoeken");
    await filters.getByText(/dossiernummer/).waitFor();
    await look("06-filters-with-an-error", filters);
    await filters.getByLabel("Dossier").fill("");
    await filters.getByLabel("Marokko", { exact: true }).uncheck();
    await filters.getByLabel("Algerije", { exact: true }).check();
    await filters.getByLabel("Tot en met").fill("2018-12-31");
    await filters.getByText("31 december 2018").waitFor();
    await filters.getByText("Gekozen: Algerije").waitFor();
    await look("07-filters", filters);
    await press(filters, "Zoeken");
    await closed();
    await answer
      .getByText(/^samenwerking land:Algerije sinds:2015-01-01 tot:2018-12-31: \d+ passages? in \d brie/)
      .waitFor();
    expect(new Set(await days(answer))).toEqual(new Set([2017]));
    expect(await page.locator(".message").count(), "the answer is replaced").toBe(messages);
    await look("08-filtered", answer);
  });

  it("Lees in context shows what stands before and after, and goes on in the same window", async () => {
    const answer = await ask("/terugkeer Algerije");
    await answer.getByRole("button", { name: "Lees in context" }).nth(1).click();
    const context = await modalTitled("In context");
    const sections = await context.locator("h3").allInnerTexts();
    expect(sections).toEqual(["Hieraan vooraf", "De passage zelf", "Hierna"]);
    expect(await context.getByText("Kabinetsstandpunt ten aanzien van motie").count(), "a heading is named once").toBe(
      1,
    );
    await look("09-context", context);
    const after = (await context.innerText()).split("Hierna\n")[1]?.slice(0, 60) ?? "";
    expect(after).not.toBe("");
    await press(context, "Verder in de brief");
    await expect.poll(async () => (await context.innerText()).split("De passage zelf\n")[1]).toContain(after);
    expect(await context.locator("h3").allInnerTexts()).toContain("Hieraan vooraf");
    await look("10-further-in-the-letter", context);
  });

  it("Citaat gives the text and its source to select; Klaar and Sluiten both close it", async () => {
    const answer = await ask("/terugkeer Algerije");
    await press(answer, "Lees in context");
    await press(await modalTitled("In context"), "Citaat");
    const quote = await modalTitled("Citaat");
    const citation = await quote.getByLabel("Vindplaats").inputValue();
    expect(citation).toContain("12 december 2017, Kamerstukken II 2017/18, 19 637, nr. 2356, https://");
    expect((await quote.getByRole("textbox", { name: "Citaat" }).inputValue()).length).toBeGreaterThan(100);
    const hidden = `(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector("#modal textarea"))`;
    expect(await page.evaluate(hidden), "the quotation is seen whole").toBeLessThan(2);
    await look("11-quotation", quote);
    await press(quote, "Klaar");
    await modalTitled("In context");
    await page.keyboard.press("Escape");
    await closed();
  });

  it("all passages of one letter open in a window of their own", async () => {
    const answer = await ask("/terugkeer terugkeer");
    const more = answer.getByRole("button", { name: /^Nog \d+ passages uit deze brief$/ }).first();
    const count = Number(/\d+/.exec(await more.innerText())?.[0]);
    await more.click();
    const passages = await modalTitled("Uit deze brief");
    expect(await passages.getByRole("button", { name: "Lees in context" }).count()).toBe(count + 2);
    await look("12-passages-of-a-letter", passages);
    await press(passages, "Citaat");
    await press(await modalTitled("Citaat"), "Sluiten");
    await closed();
  });

  it("Deel in kanaal asks first, and then puts the passage there for everybody with the sharer's name", async () => {
    const answer = await ask("/terugkeer 110 gevallen terugkeer onder toezicht");
    await press(answer, "Deel in kanaal");
    const question = page.locator("#confirm");
    expect(await question.innerText()).toContain("met uw naam erbij");
    await look("13-confirmation", question);
    await press(question, "Niet delen");
    expect(await page.getByText("Gedeeld door").count()).toBe(0);
    await press(answer, "Deel in kanaal");
    await press(question, "Deel");
    const shared = page.locator(".message:not(.private)", { hasText: "Gedeeld door" });
    await shared.waitFor();
    const text = await shared.innerText();
    expect(text).toContain("110 gevallen van terugkeer onder toezicht");
    expect(text).toContain("29 januari 2025");
    expect(text).toMatch(/Gedeeld door @?U$/m);
    await page.getByText("De passage is gedeeld.").waitFor();
    await look("14-shared", shared);
  });

  it("a judgement is thanked for, and nothing goes away", async () => {
    const answer = await ask("/terugkeer Mongolië");
    await press(answer, "Niet nuttig");
    const thanks = page.locator(".message", { hasText: "zonder uw naam bewaard" });
    await thanks.waitFor();
    expect(await answer.getByText(/^Mongolië: \d+ passages/).isVisible()).toBe(true);
    expect(bot.parts.feedback.counts()).toMatchObject({ helpful: 0, unhelpful: 1 });
    await look("15-feedback", thanks);
  });

  it("help fits on one screen and its examples work", async () => {
    const help = await ask("/terugkeer help");
    const examples = await help.locator(".slack_inline_code").allInnerTexts();
    expect(examples.length).toBeGreaterThan(1);
    // On a phone it takes a second one.
    const screens = viewport.width < 600 ? 2 : 1;
    expect((await help.boundingBox())?.height).toBeLessThan(screens * (viewport.height - 200));
    await look("16-help", help);
    const [example = ""] = examples;
    expect(await (await ask(example)).innerText()).toMatch(/\d+ passages? in \d+ brie/);
  });

  it("a filter that does not exist is answered with those that do", async () => {
    const error = await ask("/terugkeer kleur:rood terugkeer");
    expect(await error.innerText()).toMatch(/kleur.*land:/s);
    await look("17-error", error);
  });

  it("nothing found says what was searched and what to try", async () => {
    const nothing = await ask("/terugkeer gasprijzen huishoudens");
    const text = await nothing.innerText();
    expect(text).toContain("Niets gevonden over gasprijzen huishoudens");
    expect(text).toContain("Gezocht in 5 brieven, van 2014 tot en met 29 januari 2025.");
    expect(text).toContain("Probeer");
    await look("18-nothing-found", nothing);
  });

  it("a timeline has its statements, newest first, and its picture where the person asks for it", async () => {
    const timeline = await ask("/tijdlijn Algerije");
    await timeline.getByText(/^Tijdlijn van Algerije: \d+ passages in 4 brieven$/).waitFor();
    expect(await timeline.getByText("Alleen zichtbaar voor u").isVisible()).toBe(true);
    const years = [...(await timeline.innerText()).matchAll(/\b\d{1,2} [a-z]+ (20\d\d) ·/g)].map(([, year]) =>
      Number(year),
    );
    expect(years.length).toBeGreaterThan(3);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
    await look("19-timeline", timeline);
    await press(timeline, "Stuur mij het plaatje");
    await page.getByText("Het plaatje staat in uw eigen gesprek met Terugkeer.").waitFor();
    expect(await page.locator(".message img").count(), "not in the channel").toBe(0);
    await page.getByRole("button", { name: /^Terugkeer/ }).click();
    const picture = page.locator(".message", { has: page.getByRole("img", { name: /^Staafdiagram .* Algerije/ }) });
    await picture.waitFor();
    await look("20-timeline-picture", picture);
    await page.getByRole("button", { name: "migratiebeleid" }).click();
  });

  it("a letter is shown with who and when, its questions, countries and references; another name finds near ones", async () => {
    const letter = await ask("/brief Kamerstuk 32 317, nr. 929");
    const text = await letter.innerText();
    expect(text).toContain(
      "Beantwoording vragen schriftelijk overleg Informele JBZ-Raad te Polen op 30 en 31 januari 2025",
    );
    expect(text).toContain("29 januari 2025");
    expect(text).toContain("Genoemde landen");
    await look("21-letter", letter);
    const unknown = await ask("/brief Kamerstuk 32 317, nr. 928");
    expect(await unknown.innerText()).toContain("928");
    await look("22-letter-unknown", unknown);
  });

  it("a pasted link shows the letter under the message, for everybody", async () => {
    const message = await ask("Zie https://zoek.officielebekendmakingen.nl/kst-30573-124.html");
    await message.getByText("Stand van zaken strategische landenbenadering migratie").waitFor();
    expect(await message.innerText()).toContain("25 februari 2014");
    await look("23-link", message);
  });

  it("the home shows the collection, how to ask and what is kept, and the conversation is there again after it", async () => {
    const messages = await page.locator(".message").count();
    await page.getByRole("button", { name: "Startpagina" }).click();
    const home = page.getByRole("region", { name: "Startpagina" });
    await home.getByText("De verzameling").waitFor();
    const text = await home.innerText();
    expect(text).toMatch(/5 brieven met \d+ passages, van 25 februari 2014 tot en met 29 januari 2025\./);
    expect(text).toMatch(/laatst gelezen op \d{1,2} [a-z]+ 20\d\d om \d\d:\d\d/);
    expect(text).toContain("/terugkeer Algerije");
    expect(text).toContain("Wat Terugkeer over u bewaart");
    expect(await page.getByLabel("Bericht of opdracht").isVisible(), "nothing is typed there").toBe(false);
    await look("24-home", home);
    await page.getByRole("button", { name: "migratiebeleid" }).click();
    expect(await page.locator(".message").count()).toBe(messages);
    expect(await page.getByLabel("Bericht of opdracht").isVisible()).toBe(true);
  });
});
