import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Place } from "../../src/digest/place.ts";
import type { Frequency, Subject, TimeOfDay } from "../../src/digest/subscription.ts";
import type { Day, PublicationId, ReadLetter } from "../../src/letters/letter.ts";
import type { Parts } from "../../src/parts.ts";
import { projectRoot } from "../../src/root.ts";
import { madeLetter } from "../letters/made-letter.ts";
import { browserFlags, browserPath } from "../preview/find-browser.ts";
import { startPreview, type TestBot } from "./bot.ts";

/** Renews the picture in docs/handleiding.md; on another machine fonts differ, so not at every run. */
const updatePictures = process.env.UPDATE_PICTURES === "1";
const title = `digests in a browser${browserPath === undefined ? " (skipped: no chromium found; set CHROMIUM)" : ""}`;

/** A Monday, an hour after the list of overdue questions is due. */
const monday = Date.parse("2025-02-03T08:30:00Z");
const weekBefore = new Date(monday - 7 * 86_400_000);
const channel = "C0PREVIEW1" as Place;

function paper(kind: ReadLetter["kind"], id: string, given: Partial<ReadLetter>): ReadLetter {
  const text = `${given.title ?? ""}.`;
  const passages = [{ ordinal: 1, text, headings: [], question: null, places: [{ start: 0, end: text.length }] }];
  const url = `https://zoek.officielebekendmakingen.nl/${id}.html`;
  return madeLetter({ kind, id: id as PublicationId, passages, url, dossier: null, number: null, ...given });
}

const asked = (number: number, submitted: string, title: string) =>
  paper("vragen", `kv-tk-2025Z0000${number}`, {
    title,
    caseNumber: `2025Z0000${number}`,
    submitted: submitted as Day,
    date: submitted as Day,
    senders: [],
  });

const question = {
  numbers: [1],
  question: "Bent u bekend met het bericht over de terugkeer van zeehonden?",
  askers: [{ name: "Jansen", party: "VVD" }],
  answer: "Ja.",
  refersTo: [],
};
const answered = paper("antwoord", "ah-tk-20242025-1500", {
  title: "Antwoord op vragen van de leden Jansen en De Boer over de terugkeer van zeehonden naar de Waddenzee",
  caseNumber: "2025Z00001",
  date: "2025-01-31" as Day,
  submitted: "2024-12-20" as Day,
  questions: [question],
  passages: [
    {
      ordinal: 1,
      text: `${question.question}\n\n${question.answer}`,
      headings: [],
      question: 0,
      places: [],
    },
  ],
});
const delayed = paper("mededeling", "ah-tk-20242025-1501", {
  title: "Mededeling over vragen van het lid Bakker (D66) over molens",
  caseNumber: "2025Z00002",
  date: "2025-01-17" as Day,
});

async function fill({ store, follower }: Parts): Promise<void> {
  const subscribe = (subject: Subject, query: string, frequency: Frequency, seenBatch: number) =>
    store.subscriptions.add(
      { team: "T0PREVIEW1", place: channel, maker: "U0PREVIEW1", subject, query, frequency },
      seenBatch,
      weekBefore,
    );
  const arrived = store.arrivals.lastBatch();
  const letters = [
    asked(1, "2024-12-20", "Vragen van de leden Jansen en De Boer (beiden VVD) aan de Minister over zeehonden"),
    asked(2, "2024-12-27", "Vragen van het lid Bakker (D66) aan de Minister voor Voorbeelden over molens"),
    asked(3, "2025-01-06", "Vragen van het lid Visser (CDA) aan de Minister voor Voorbeelden over fietsen"),
    answered,
    delayed,
  ];
  const arrivals = letters.map((letter) => ({ letter, file: "x", form: "text" as const, contentHash: letter.id }));
  store.intake.addBatch("made", new Date(monday), arrivals, []);
  await follower.catchUp();
  subscribe("letters", "Algerije", { every: "arrival" }, 0);
  subscribe("answers", "", { every: "arrival" }, arrived);
  subscribe("overdue", "", { every: "week", on: 1, at: "08:30" as TimeOfDay }, arrived);
}

describe.skipIf(browserPath === undefined)(title, { timeout: 90_000 }, () => {
  let bot: TestBot;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const started = Date.now();
    bot = await startPreview({ now: () => new Date(monday + Date.now() - started), fill });
    browser = await chromium.launch({ executablePath: String(browserPath), args: browserFlags });
    page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, colorScheme: "light" });
    await page.goto(bot.address);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await bot?.stop();
  });

  it("stand in the channel, with the passages of each letter in the thread", async () => {
    await page.getByText("3 februari 2025: 4 nieuwe brieven").waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "4 antwoorden" }).click();
    await page.getByText("110 gevallen van terugkeer onder toezicht").waitFor();
    const thread = page.locator(".message");
    expect(await thread.count()).toBe(1 + 4);
    expect(await thread.nth(1).getByText("53 vragen: PVV 5, GroenLinks-PvdA 10").isVisible()).toBe(true);
    if (updatePictures) {
      await page.evaluate(`document.querySelector(".message").scrollIntoView({ block: "start" })`);
      await page.screenshot({ path: join(projectRoot, "docs/digest.png") });
    }
    await page.getByRole("button", { name: "migratiebeleid" }).click();
  });

  it("tell of answered questions, with the answer one press away and in the thread", async () => {
    const message = page.locator(".message", { hasText: "Deze vraag is beantwoord" });
    await message.getByText("Gesteld op 20 december 2024 door Jansen en De Boer, VVD").waitFor();
    const answer = message.getByRole("link", { name: "31 januari 2025" });
    expect(await answer.getAttribute("href")).toBe("https://zoek.officielebekendmakingen.nl/ah-tk-20242025-1500.html");
    await message.getByText("Op deze vraag is nog geen antwoord; er is uitstel gemeld").waitFor();
    await message.getByRole("button", { name: "1 antwoord" }).click();
    await page.getByText("Bent u bekend met het bericht over de terugkeer van zeehonden?").waitFor();
    await page.getByRole("button", { name: "migratiebeleid" }).click();
  });

  it("list the questions past their term, oldest first", async () => {
    const message = page.locator(".message", { hasText: "2 vragen over de termijn van drie weken" });
    const lines = message.getByRole("listitem");
    await lines.first().waitFor({ timeout: 60_000 });
    expect(await lines.allInnerTexts()).toEqual([
      expect.stringMatching(/Bakker.*over molens\s*17 dagen over de termijn · .*uitstel gemeld op 17 januari 2025/s),
      expect.stringMatching(/Visser.*over fietsen\s*7 dagen over de termijn · .*geen uitstel gemeld/s),
    ]);
  });
});
