import { setTimeout as pass } from "node:timers/promises";
import { type Message, SlackStandIn } from "../../test/stand-in/slack.ts";
import { type Shares, watchProcessors } from "../machine.ts";
import { randomFrom } from "../made-letters.ts";
import { progress } from "../results.ts";
import { BotProcess, type End, type Figures } from "./bot-process.ts";
import { type Collection, copyOf } from "./collection.ts";
import { type Asked, Desk, type Person } from "./desk.ts";
import { Publishing, subscribe } from "./meanwhile.ts";
import { type MemorySample, watchMemory } from "./memory.ts";
import { makeQuestions, type Question } from "./questions.ts";

/** One run over one line: a crowd that asks at once, and then many questions one after the other. */

export type Mode = "http" | "socket";

export interface LineOptions {
  mode: Mode;
  collection: Collection;
  /** Where the bot works; absolute path of a folder that may be thrown away. */
  folder: string;
  /** How many ask, each one question, within how many seconds. */
  people: number;
  seconds: number;
  /** Whether to wait until the minute turns among them, as that is when digests are looked after. */
  overTheMinute: boolean;
  /** How many questions then come one after the other, while memory is watched. */
  questions: number;
  seed: number;
}

export interface LineReport {
  crowd: Asked[];
  /** Questions without exactly one answer, by what was asked; `refused` is what the bot did that Slack does not take. */
  lost: string[];
  refused: string[];
  /** Messages of digests that came in, and letters that the sources brought in, while the crowd asked. */
  digestMessages: number;
  lettersTakenIn: number;
  digestMessagesInAll: number;
  /** Of the bot's event loop while the crowd asked, in milliseconds. */
  loopP99Ms: number;
  loopMaxMs: number;
  /** Processor time of the bot while the crowd asked, in seconds: does not depend on what else the machine does. */
  cpuSeconds: number;
  /** While the crowd asked. */
  shares: Shares | null;
  memory: MemorySample[];
  end: End;
}

/** Questions under way together while memory is watched, and the shortest time between two starts in milliseconds. */
const lanes = 4;
const pace = 20;
/** The crowd starts so many seconds before the minute turns. */
const beforeTheMinute = 5;

export async function measureLine(options: LineOptions): Promise<LineReport> {
  const { mode, people, seed } = options;
  const collection = copyOf(options.collection, options.folder);
  const slack = await SlackStandIn.start();
  const publishing = await Publishing.open();
  try {
    const firstDigest = subscribe(collection.database, slack);
    const crowd = Array.from({ length: people }, (_, number) => personIn(slack, number));
    const secret =
      mode === "http" ? { SLACK_SIGNING_SECRET: slack.signingSecret } : { SLACK_APP_TOKEN: slack.appToken };
    const settings = { SLACK_BOT_TOKEN: slack.botToken, SLACK_API_URL: slack.apiUrl, ...secret };
    const bot = await BotProcess.start({ DATABASE: collection.database, ...settings, ...publishing.settings });
    try {
      const desk = new Desk(slack, bot.address);
      const rush = await measureRush(options, { slack, publishing, bot, desk, crowd, names: collection.names });
      progress(`${options.questions} questions, one after the other`);
      const many = makeQuestions(options.questions, seed + 1, collection.names);
      const { lost, memory } = await askMany(many, crowd, desk, bot);
      await firstDigest;
      const end = await bot.stop();
      const silent = rush.crowd.filter(
        ({ answeredMs, acknowledgedMs }) => answeredMs === null || acknowledgedMs === null,
      );
      return {
        ...rush,
        lost: [...silent.map(({ kind }) => kind), ...lost],
        refused: [...slack.refused, ...desk.twice.map((name) => `${name} was answered twice`)],
        digestMessagesInAll: digestMessages(slack),
        memory,
        end,
      };
    } finally {
      await bot.stop();
    }
  } finally {
    await publishing.close();
    await slack.stop();
  }
}

interface Scene {
  slack: SlackStandIn;
  publishing: Publishing;
  bot: BotProcess;
  desk: Desk;
  crowd: Person[];
  names: readonly string[];
}

/** Everybody asks once, at any moment within the seconds given, while letters come in and digests go out. */
async function measureRush(
  { people, seconds, seed, overTheMinute }: LineOptions,
  { slack, publishing, bot, desk, crowd, names }: Scene,
) {
  const questions = makeQuestions(people, seed, names);
  const random = randomFrom(seed);
  const before: (Message | null)[] = [];
  for (const [number, question] of questions.entries()) before.push(await desk.prepare(question, at(crowd, number)));
  if (overTheMinute) await pass(60_000 - ((Date.now() + beforeTheMinute * 1_000) % 60_000));
  progress(`${people} people ask within ${seconds} s`);
  const earlier = { taken: takenIn(bot), messages: digestMessages(slack) };
  publishing.begin(1_000);
  // Both sources, of a run under way and of the one after it, which finds what is published now.
  const synchronised = bot.afterLogging("synchronised", 4);
  const figuresBefore = await bot.figures();
  const processors = watchProcessors();
  const asked = questions.map(async (question, number) => {
    await pass(random() * seconds * 1_000);
    return desk.ask(question, at(crowd, number), before[number] ?? null);
  });
  const answered = await Promise.all(asked);
  const shares = processors();
  const figures = await bot.figures();
  await synchronised;
  publishing.end();
  return {
    crowd: answered,
    digestMessages: digestMessages(slack) - earlier.messages,
    lettersTakenIn: takenIn(bot) - earlier.taken,
    loopP99Ms: figureOf(figures, "nodejs_eventloop_lag_p99_seconds") * 1_000,
    loopMaxMs: figureOf(figures, "nodejs_eventloop_lag_max_seconds") * 1_000,
    cpuSeconds: figureOf(figures, "process_cpu_seconds_total") - figureOf(figuresBefore, "process_cpu_seconds_total"),
    shares,
  };
}

async function askMany(questions: Question[], crowd: Person[], desk: Desk, bot: BotProcess) {
  const lost: string[] = [];
  const memory = watchMemory(bot, questions.length);
  let next = 0;
  const lane = async (until: number) => {
    while (next < until) {
      const number = next++;
      const [question, person] = [at(questions, number), at(crowd, number % crowd.length)];
      const start = performance.now();
      const asked = await desk.ask(question, person, await desk.prepare(question, person));
      if (asked.acknowledgedMs === null || asked.answeredMs === null) lost.push(asked.kind);
      await pass(Math.max(0, pace * lanes - (performance.now() - start)));
    }
  };
  for (const until of memory.stops) {
    await Promise.all(Array.from({ length: lanes }, () => lane(until)));
    await memory.take(until);
  }
  return { lost, memory: memory.samples };
}

/** Everybody is in a channel of one's own, so that no channel gets more than Slack takes. */
function personIn({ web }: SlackStandIn, number: number): Person {
  const person = { user: `U8${String(number).padStart(4, "0")}`, channel: `C8${String(number).padStart(4, "0")}` };
  web.people.add(person.user);
  web.channels.set(person.channel, []);
  return person;
}

function takenIn(bot: BotProcess): number {
  const runs = bot.logged("synchronised") as { new: number }[];
  return runs.reduce((sum, run) => sum + run.new, 0);
}

/** Of all that was posted, what carries the key of the outbox. */
function digestMessages({ web }: SlackStandIn): number {
  return [...web.channels.values()].flat().filter(({ metadata }) => metadata !== null).length;
}

function figureOf(figures: Figures, name: string): number {
  return figures.get(name) ?? Number.NaN;
}

function at<Item>(items: readonly Item[], number: number): Item {
  const item = items[number];
  if (item === undefined) throw new Error(`there is no number ${number}`);
  return item;
}
