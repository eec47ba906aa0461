import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerQuery } from "../../src/answers/answer.ts";
import type { DebatePlace, PassageCopy } from "../../src/debate/kept-passage.ts";
import type { Place } from "../../src/digest/place.ts";
import type { PublicationId } from "../../src/letters/letter.ts";
import { openParts } from "../../src/parts.ts";
import { pageFrom } from "../../src/replies/answer-page.ts";
import { backUp, restore } from "../../src/store/backup.ts";
import { migrations } from "../../src/store/migrations.ts";
import { openSqlite, pragma } from "../../src/store/sqlite.ts";
import { storageTroubleOf } from "../../src/store/storage-fault.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { Random } from "../digest/random.ts";
import { madeLetter } from "../letters/made-letter.ts";
import { testLog } from "../logs/collect.ts";
import { buttonNamed } from "../stand-in/pressables.ts";
import { SlackStandIn } from "../stand-in/slack.ts";
import { BotProcess } from "./bot-process.ts";
import { copyDatabase, makeFilledDatabase } from "./filled-database.ts";

const at = new Date("2026-01-05T08:00:00Z");
const place: DebatePlace = { team: "T0001", channel: "C0001", thread: null };

let templates: string;
let filled: string;
let folder: string;
let file: string;
let slack: SlackStandIn;
let bot: BotProcess | null;

beforeAll(async () => {
  templates = mkdtempSync(join(tmpdir(), "terugkeer-database-"));
  filled = await makeFilledDatabase(templates);
});

afterAll(() => rmSync(templates, { recursive: true }));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "terugkeer-database-"));
  file = join(folder, "terugkeer.sqlite");
  copyDatabase(filled, file);
  slack = await SlackStandIn.start();
  bot = null;
});

afterEach(async () => {
  await bot?.kill();
  await slack.stop();
  rmSync(folder, { recursive: true });
});

/** Adds a letter of forty pages of print in one passage, a subscription, and a passage that somebody keeps. */
function addMore(): void {
  const store = openStore(file);
  const long = Array.from({ length: 20_000 }, (_, n) => `woord${n}`).join(" ");
  const passages = [{ ordinal: 1, text: long, headings: [], question: null, places: [] }];
  const letter = madeLetter({ id: "kst-99999-1" as PublicationId, passages });
  store.intake.addBatch("made", at, [{ letter, file: "lang.txt", form: "text", contentHash: "lang" }], []);
  const frequency = { every: "arrival" } as const;
  store.subscriptions.add(
    { team: "T0001", place: "C0001" as Place, maker: "U0001", query: "Marokko", frequency },
    0,
    at,
  );
  store.collections.keep(place, { id: "1.1.1", text: "Een passage." } as unknown as PassageCopy, "U0001", at);
  store.close();
}

/** What a person reads, without its emphasis. */
function textOf(blocks: unknown[]): string {
  return [...JSON.stringify(blocks).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text).join("");
}

/** Everything that is quoted, as the store gives it. */
function quoted(store: Store): Map<string, string> {
  const all = new Map<string, string>();
  for (const { key, version } of store.letters.versions()) {
    all.set(`letter ${key}`, JSON.stringify(store.letters.letter(key)));
    for (const passage of store.letters.passagesOf(key, version)) all.set(passage.id, JSON.stringify(passage));
  }
  all.set("kept", JSON.stringify(store.collections.ofPlace(place, at)));
  return all;
}

describe("a damaged page", () => {
  it("leads to a refusal that says so, and never to another word, number or date", { timeout: 240_000 }, async () => {
    addMore();
    const whole = openStore(file);
    const right = quoted(whole);
    whole.close();
    const bytes = readFileSync(file);
    const size = 4096;
    const random = new Random(7);
    const damages = [
      (page: Buffer) => page.fill(0),
      (page: Buffer) => page.fill("x"),
      (page: Buffer) => page.map(() => random.whole(0, 255)),
      // One digit becomes another: SQLite itself cannot notice that.
      (page: Buffer) => page.map((byte) => (byte >= 0x30 && byte <= 0x38 ? byte + 1 : byte)),
    ];
    const pages = bytes.length / size;
    let [tried, noticed] = [0, 0];
    const tries = process.env.SOAK === undefined ? 60 : pages * damages.length;
    for (let n = 0; n < tries; n++) {
      const page = process.env.SOAK === undefined ? random.whole(1, pages - 1) : 1 + (n % (pages - 1));
      const damaged = Buffer.from(bytes);
      const hit = damaged.subarray(page * size, (page + 1) * size);
      hit.set(damages[n % damages.length]?.(Buffer.from(hit)) ?? hit);
      const copy = join(folder, "damaged.sqlite");
      writeFileSync(copy, damaged);
      let store: Store | null = null;
      try {
        store = openStore(copy);
        for (const [id, text] of quoted(store)) {
          // What the damage hides counts as not there; what is there is as it was.
          if (right.has(id) && text !== "null") expect([page, id, text]).toEqual([page, id, right.get(id)]);
        }
      } catch (error) {
        if (error instanceof Error && error.name === "AssertionError") throw error;
        noticed += 1;
        const code = error instanceof Error && "code" in error ? String(error.code) : "";
        expect([page, storageTroubleOf(error) ?? code]).toEqual([page, expect.stringMatching(/^(damaged|database)$/)]);
      } finally {
        store?.close();
      }
      tried += 1;
      for (const name of readdirSync(folder)) if (name.startsWith("damaged")) rmSync(join(folder, name));
    }
    process.stdout.write(`${JSON.stringify({ pages, tried, noticed })}\n`);
    expect(noticed).toBeGreaterThan(tries / 4);
  });

  it("is told to the person who meets it and, with the way to restore, to the administrator; a backup brings all back", async () => {
    bot = new BotProcess(slack, { DATABASE: file });
    const answer = await bot.type("/terugkeer", "Algerije");
    const kept = await bot.press(buttonNamed(answer.blocks, "Bewaar voor debat"));
    expect(kept.text).toContain("Bewaard");
    const copy = join(folder, "copy.sqlite");
    await backUp(file, copy);

    const broken = openSqlite(file);
    broken.exec("UPDATE passages SET passage = replace(passage, '110', '111')");
    broken.close();
    const told = await bot.type("/terugkeer", "110 gevallen terugkeer onder toezicht");
    expect(told.text).toContain("De database van Terugkeer is beschadigd");
    expect(textOf(told.blocks)).not.toContain("111");
    expect((await bot.said(({ code }) => code === "storage-damaged")).msg).toContain("npm run restore");
    await expect(backUp(file, join(folder, "other.sqlite"))).rejects.toThrow("damaged");
    await bot.stop();

    await restore(copy, file, at);
    bot = new BotProcess(slack, { DATABASE: file });
    const again = await bot.type("/terugkeer", "110 gevallen terugkeer onder toezicht");
    expect(textOf(again.blocks)).toContain("110 gevallen van terugkeer onder toezicht");
    expect((await bot.press(buttonNamed(answer.blocks, "Bewaar voor debat"))).text).toContain("stond al in");
  });

  it("that keeps the index from being built stops the start with one sentence", async () => {
    addMore();
    const broken = openSqlite(file);
    broken.exec("UPDATE passages SET passage = replace(passage, '1', '2')");
    broken.close();
    bot = new BotProcess(slack, { DATABASE: file });
    expect(await bot.ended()).toBe(1);
    expect(bot.log.at(-1)).toMatchObject({
      code: "storage-damaged",
      msg: expect.stringMatching(/^the database is damaged: stop the bot and restore a backup \(npm run restore\)/),
    });
  });
});

describe("a database that another process holds", () => {
  it("does not keep questions from being answered; what cannot be kept is refused in a sentence, and works afterwards", async () => {
    bot = new BotProcess(slack, { DATABASE: file });
    const before = await bot.type("/terugkeer", "Algerije");
    const other = openSqlite(file);
    other.exec("BEGIN IMMEDIATE");
    const started = performance.now();
    const { id, body } = slack.slashCommand("/terugkeer", "Marokko");
    expect((await slack.deliver(await bot.ready(), body)).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(3_000);
    expect((await slack.answer(id)).text).toContain("Marokko: ");
    const keep = buttonNamed(before.blocks, "Bewaar voor debat");
    expect((await bot.press(keep)).text).toContain("bezet door een ander programma");
    expect((await bot.type("/attendering", "Ghana")).text).toContain("bezet door een ander programma");
    other.exec("COMMIT");
    other.close();
    expect((await bot.press(keep)).text).toContain("Bewaard");
    expect((await bot.type("/attendering", "Ghana")).text).toContain("Ghana");
  });
});

describe("a database of another version of the bot", () => {
  it("of any older shape is brought up to date, with a copy of what it was beside it", () => {
    for (let shape = 1; shape < migrations.length; shape++) {
      const older = join(folder, `older-${shape}.sqlite`);
      const made = openSqlite(older);
      made.function("checksum", (_text: unknown) => 0);
      for (const step of migrations.slice(0, shape)) made.exec(step);
      made.exec(`PRAGMA user_version = ${shape}`);
      made.exec("INSERT INTO letters (key, version) VALUES (1, 1)");
      made.close();
      openStore(older).close();
      const kept = openSqlite(`${older}.shape-${shape}`, { readonly: true });
      expect(pragma(kept, "user_version")).toBe(shape);
      expect(kept.prepare("SELECT count(*) FROM letters").pluck().get()).toBe(1);
      kept.close();
    }
  });

  it("of a newer shape stops the start with one sentence, and is left as it is", async () => {
    const newer = openSqlite(file);
    newer.exec("PRAGMA user_version = 99");
    newer.close();
    const before = readFileSync(file);
    bot = new BotProcess(slack, { DATABASE: file });
    expect(await bot.ended()).toBe(1);
    expect(bot.log.at(-1)?.msg).toMatch(/has shape 99, .*: use the newer version, or restore /);
    expect(readFileSync(file)).toEqual(before);
    bot = null;
  });
});

describe("a saved index", () => {
  it.each([
    ["that is damaged", (bytes: Buffer) => bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 64)],
    ["that is cut short", (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ["that is empty", () => Buffer.alloc(0)],
    ["that is something else", () => Buffer.from("<html>geen index</html>")],
  ])("%s is built anew without being asked, and gives the same answers", async (_, damage) => {
    const answer = async (database: string) => {
      const parts = await openParts({ database, letters: folder }, testLog());
      try {
        await parts.indexed;
        return await answerQuery("Algerije", pageFrom(0), parts);
      } finally {
        await parts.close();
      }
    };
    const before = await answer(filled);
    expect(before.hits.length).toBeGreaterThan(0);
    const names = readdirSync(`${file}.index`);
    expect(names.length).toBeGreaterThan(0);
    const whole = names.map((name) => readFileSync(join(`${file}.index`, name)));
    for (const [at, name] of names.entries()) {
      writeFileSync(join(`${file}.index`, name), damage(Buffer.from(whole[at] ?? [])));
    }
    expect(await answer(file)).toEqual(before);
    expect(names.map((name) => readFileSync(join(`${file}.index`, name)))).toEqual(whole);
  });
});
