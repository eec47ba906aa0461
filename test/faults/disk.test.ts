import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Place } from "../../src/digest/place.ts";
import { openStore } from "../../src/store/store.ts";
import { buttonNamed } from "../stand-in/pressables.ts";
import { SlackStandIn } from "../stand-in/slack.ts";
import { BotProcess } from "./bot-process.ts";
import { copyDatabase, makeFilledDatabase } from "./filled-database.ts";

/** Tools of util-linux: one changes the limits of a process that runs, the other takes away root's way round modes. */
const has = (tool: string) => spawnSync(tool, ["--version"]).status === 0;
const isRoot = process.getuid?.() === 0;
const withoutOverride = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"];

let templates: string;
let filled: string;
let folder: string;
let slack: SlackStandIn;
let bot: BotProcess | null;
let env: { DATABASE: string };

beforeAll(async () => {
  templates = mkdtempSync(join(tmpdir(), "terugkeer-disk-"));
  filled = await makeFilledDatabase(templates);
});

afterAll(() => rmSync(templates, { recursive: true }));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "terugkeer-disk-"));
  slack = await SlackStandIn.start();
  bot = null;
  env = { DATABASE: join(folder, "terugkeer.sqlite") };
  copyDatabase(filled, env.DATABASE);
});

afterEach(async () => {
  await bot?.kill();
  await slack.stop();
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

/** From now on no file of the process takes a byte, as on a full disk; or there is room again. */
function room({ pid }: BotProcess, there: boolean): void {
  execFileSync("prlimit", ["--pid", String(pid), `--fsize=${there ? "unlimited" : "0"}:`]);
}

describe("a disk that is full", () => {
  it.skipIf(!has("prlimit"))(
    "while the bot runs: questions are answered and turn pages, what people keep or follow is refused in a sentence, and works as soon as there is room (needs prlimit)",
    async () => {
      bot = new BotProcess(slack, env);
      const before = await bot.type("/attendering", "Marokko");
      expect(before.text).toContain("Marokko");
      room(bot, false);

      const answer = await bot.type("/terugkeer", "terugkeer");
      expect(answer.text).toMatch(/^terugkeer: \d+ passages/);
      const second = await bot.press(buttonNamed(answer.blocks, "Meer"));
      expect(JSON.stringify(second.blocks)).toContain("Hieronder passage 9");
      const keep = buttonNamed(answer.blocks, "Bewaar voor debat");
      expect((await bot.press(keep)).text).toContain("Terugkeer kan op dit moment niets bewaren");
      expect((await bot.type("/attendering", "Algerije")).text).toContain("niets bewaren: de schijf is vol");
      const listed = await bot.type("/attendering", "lijst");
      expect(listed.text).toContain("Marokko");
      expect(listed.text).not.toContain("Algerije");
      expect(bot.log).toContainEqual(
        expect.objectContaining({ code: "storage-full", msg: expect.stringContaining("the disk") }),
      );

      room(bot, true);
      expect((await bot.press(keep)).text).toContain("Bewaard");
      expect((await bot.type("/attendering", "Algerije")).text).toContain("Algerije");
      expect(await bot.stop()).toBe(0);
      const store = openStore(env.DATABASE);
      expect(store.subscriptions.at("T0001", "C0001" as Place).map(({ query }) => query)).toEqual([
        "Marokko",
        "Algerije",
      ]);
      expect(store.collections.ofChannel("T0001", "C0001")).toMatchObject([{ passages: 1 }]);
      store.close();
      expect(slack.refused).toEqual([]);
    },
  );

  it.skipIf(!has("prlimit"))("does not lose a note that somebody typed without telling (needs prlimit)", async () => {
    bot = new BotProcess(slack, env);
    const answer = await bot.type("/terugkeer", "Algerije");
    const kept = await bot.press(buttonNamed(answer.blocks, "Bewaar voor debat"));
    const opened = () => slack.web.calls.filter(({ method }) => method.startsWith("views.")).length;
    const open = buttonNamed(kept.blocks, "Open debatdossier");
    await slack.deliver(await bot.ready(), slack.press(open).body);
    await vi.waitFor(() => expect(opened()).toBe(1), 10_000);
    const note = buttonNamed(slack.web.topModal?.payload.blocks ?? [], "Notitie");
    await slack.deliver(await bot.ready(), slack.pressInView(note));
    await vi.waitFor(() => expect(opened()).toBe(2), 10_000);
    room(bot, false);
    const typed = { text: { text: { type: "plain_text_input", value: "Vraag dit in tweede termijn" } } };
    await slack.deliver(await bot.ready(), slack.submit(typed));
    await vi.waitFor(() => expect(slack.web.posted("D0001").length).toBe(1), 10_000);
    expect(slack.web.posted("D0001")[0]?.text).toContain("Terugkeer kan op dit moment niets bewaren");
  });

  it.skipIf(!has("prlimit"))(
    "at the start does not keep the index from being built, only from being saved (needs prlimit)",
    async () => {
      rmSync(`${env.DATABASE}.index`, { recursive: true });
      bot = new BotProcess(slack, env, ["prlimit", "--fsize=65536"]);
      expect((await bot.type("/terugkeer", "Algerije")).text).toMatch(/^Algerije: \d+ passages in 4 brieven/);
    },
  );

  it.skipIf(!has("prlimit"))("does not end a bot whose log goes to a file there (needs prlimit)", async () => {
    const file = join(folder, "log");
    bot = new BotProcess(slack, env, ["sh", "-c", `exec "$0" "$@" >> ${file}`]);
    const ready = () => {
      const line = readFileSync(file, "utf8").match(/^.*"msg":"klaar".*$/m)?.[0] ?? "";
      return JSON.parse(line) as { address: string };
    };
    const address = `${(await vi.waitFor(ready, { timeout: 30_000, interval: 200 })).address}/slack/events`;
    const ask = async (text: string) => {
      const { id, body } = slack.slashCommand("/terugkeer", text);
      await slack.deliver(address, body);
      return slack.answer(id);
    };
    // Answers come from the first second; until all letters can be searched they say so.
    const isWhole = async () => expect((await ask("Algerije")).text).toContain("Algerije: ");
    await vi.waitFor(isWhole, { timeout: 30_000, interval: 200 });
    room(bot, false);
    const { body } = slack.slashCommand("/attendering", "Ghana");
    await slack.deliver(address, body);
    expect((await ask("Marokko")).text).toContain("Marokko: ");
    room(bot, true);
    expect((await ask("Irak")).text).toContain("Irak");
    expect(await bot.stop()).toBe(0);
  });
});

describe("a disk that is read-only", () => {
  it.skipIf(isRoot && !has("setpriv"))(
    "stops the start with one sentence that names the database (as root needs setpriv)",
    async () => {
      chmodSync(env.DATABASE, 0o400);
      chmodSync(folder, 0o500);
      bot = new BotProcess(slack, env, isRoot ? withoutOverride : []);
      expect(await bot.ended()).toBe(1);
      expect(bot.log.at(-1)?.msg).toMatch(
        new RegExp(`^DATABASE ${env.DATABASE} cannot be used: .*(readonly|read-only|unable to open)`),
      );
      bot = null;
    },
  );

  it.skipIf(isRoot && !has("setpriv"))(
    "where only the saved index lies changes nothing but the time that a start takes (as root needs setpriv)",
    async () => {
      chmodSync(`${env.DATABASE}.index`, 0o100);
      bot = new BotProcess(slack, env, isRoot ? withoutOverride : []);
      expect((await bot.type("/terugkeer", "Algerije")).text).toMatch(/^Algerije: \d+ passages in 4 brieven/);
      chmodSync(`${env.DATABASE}.index`, 0o700);
    },
  );
});
