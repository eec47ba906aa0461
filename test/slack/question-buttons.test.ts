import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Day, PublicationId, ReadLetter } from "../../src/letters/letter.ts";
import { madeLetter } from "../letters/made-letter.ts";
import { pressablesIn } from "../stand-in/pressables.ts";
import { SlackStandIn } from "../stand-in/slack.ts";
import { startBot, type TestBot } from "./bot.ts";
import { pressed, typed } from "./person.ts";

let slack: SlackStandIn;
let bot: TestBot;

const title = "Vragen van het lid Jansen (VVD) aan de Minister over zeehondencrèches";

beforeAll(async () => {
  slack = await SlackStandIn.start();
  bot = await startBot(slack, "http");
  await comeIn(paper("vragen", "kv-tk-2025Z00001", title));
});

afterAll(async () => {
  expect(slack.refused).toEqual([]);
  await bot.stop();
  await slack.stop();
});

function paper(kind: ReadLetter["kind"], id: string, title: string): ReadLetter {
  const asked = {
    numbers: [1],
    question: "Hoe gaat het met zeehondencrèches?",
    askers: [],
    answer: null,
    refersTo: [],
  };
  const text = asked.question;
  const passages = [{ ordinal: 1, text, headings: [], question: 0, places: [{ start: 0, end: text.length }] }];
  const days = { submitted: "2025-03-03" as Day, date: "2025-03-03" as Day };
  return madeLetter({
    kind,
    id: id as PublicationId,
    title,
    passages,
    questions: [asked],
    caseNumber: "2025Z00001",
    ...days,
  });
}

async function comeIn(letter: ReadLetter): Promise<void> {
  const arrival = { letter, file: `${letter.id}.txt`, form: "text" as const, contentHash: letter.id };
  bot.parts.intake.addBatch("made", new Date(), [arrival], []);
  await bot.parts.follower.catchUp();
}

const followButton = (blocks: readonly unknown[]) =>
  pressablesIn(blocks).find(({ action_id }) => action_id === "question-follow");
const shown = (message: { blocks: unknown[] }) => JSON.stringify(message.blocks);

const command = (name: string, text: string) => typed(slack, bot, name, text);
const press = (blocks: readonly unknown[], where?: Parameters<SlackStandIn["press"]>[1]) =>
  pressed(slack, bot, followButton(blocks) ?? {}, where);

describe("the button Meld het antwoord", () => {
  it("stands under questions in an answer and in the letter itself, and under no other letter", async () => {
    const [key] = bot.parts.finder.withId("kv-tk-2025Z00001" as PublicationId);
    const itsButton = { text: { text: "Meld het antwoord" }, value: key };
    expect(followButton((await command("/terugkeer", "zeehondencrèches")).blocks)).toMatchObject(itsButton);
    expect(followButton((await command("/brief", "2025Z00001")).blocks)).toMatchObject(itsButton);
    expect(followButton((await command("/terugkeer", "Algerije")).blocks)).toBeUndefined();
    expect(followButton((await command("/brief", "kst-32317-929")).blocks)).toBeUndefined();
  });

  it("says where it will be told: to oneself of what one alone sees, in the channel of what stands there for all", async () => {
    const { blocks } = await command("/terugkeer", "zeehondencrèches");
    expect(shown(await press(blocks, { isEphemeral: true }))).toContain("in uw eigen gesprek met Terugkeer");
    expect(shown(await press(blocks, { isEphemeral: false }))).toContain("in dit kanaal");
    expect(shown(await press(blocks, { isEphemeral: false }))).toContain("wordt al gemeld");
    const list = await command("/attendering", "lijst");
    expect(shown(list)).toContain(`het antwoord op: ${title}`);
    expect(shown(list)).not.toContain('"Wijzig"');
    expect(shown(await command("/attendering", "wijzig Algerije").catch((error) => error))).toContain("op één vraag");
    await command("/attendering", "stop");
  });

  it("gives the answer at once when it has come in", async () => {
    const { blocks } = await command("/terugkeer", "zeehondencrèches");
    await comeIn(paper("antwoord", "ah-tk-20242025-1", "Antwoord op vragen van het lid Jansen over crèches"));
    const told = shown(await press(blocks));
    expect(told).toContain("Deze vraag is al beantwoord");
    expect(told).toContain("Antwoord op vragen van het lid Jansen over crèches");
  });
});
