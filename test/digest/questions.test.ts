import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Digests } from "../../src/digest/digests.ts";
import { Following } from "../../src/digest/following.ts";
import type { Place } from "../../src/digest/place.ts";
import type { DigestParts } from "../../src/digest/prepared.ts";
import { Previews } from "../../src/digest/previews.ts";
import { Sender } from "../../src/digest/sender.ts";
import type { Frequency, TimeOfDay } from "../../src/digest/subscription.ts";
import { indexedLetters } from "../../src/ingest/index-letters.ts";
import type { Day, PublicationId, ReadLetter } from "../../src/letters/letter.ts";
import type { LetterKey } from "../../src/letters/stored-letter.ts";
import { checkMessage } from "../../src/preview/slack-limits.ts";
import { openLocalIndex } from "../../src/search/local-index.ts";
import type { PassageIndex } from "../../src/search/passage-index.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { madeLetter } from "../letters/made-letter.ts";
import { testLog } from "../logs/collect.ts";

let time: number;
let store: Store;
let index: PassageIndex;
let digests: Digests;
let following: Following;
let parts: DigestParts;
let posts: { place: string; text: string; shown: string }[];
/** What Slack refuses a place with. */
let refusals: Map<string, string>;

const channel = "C1" as Place;
const direct: Frequency = { every: "arrival" };
const mondays: Frequency = { every: "week", on: 1, at: "08:30" as TimeOfDay };

beforeEach(() => {
  time = Date.parse("2025-03-03T09:00:00Z");
  store = openStore(":memory:");
  index = openLocalIndex();
  posts = [];
  refusals = new Map();
  let keys = 0;
  parts = {
    ...store,
    index,
    searchableUntil: () => store.arrivals.lastBatch(),
    calendar: { timeZone: "Europe/Amsterdam", liberationDay: "lustrum" },
    log: testLog(),
    now: () => new Date(time),
    newKey: () => `key-${keys++}`,
    maintainers: null,
  };
  digests = new Digests(parts);
  following = new Following({ ...parts, subscribers: [] });
});

afterEach(async () => {
  await index.close();
  store.close();
});

const day = (text: string) => text as Day;

/** Questions about a subject, with number and case. */
function questions(number: number, subject = "zeehonden", given: Partial<ReadLetter> = {}): ReadLetter {
  return paper("vragen", `kv-tk-2025Z0000${number}`, {
    title: `Vragen van het lid Jansen (VVD) aan de Minister over ${subject}`,
    caseNumber: `2025Z0000${number}`,
    submitted: day("2025-03-03"),
    date: day("2025-03-03"),
    ...given,
  });
}

function reply(kind: "antwoord" | "mededeling", number: number, given: Partial<ReadLetter> = {}): ReadLetter {
  return paper(kind, `ah-tk-20242025-${kind === "antwoord" ? 100 + number : 200 + number}`, {
    title: `${kind === "antwoord" ? "Antwoord op vragen" : "Uitstel van antwoord"} ${number}`,
    caseNumber: `2025Z0000${number}`,
    submitted: day("2025-03-03"),
    date: day("2025-03-20"),
    ...given,
  });
}

function paper(kind: ReadLetter["kind"], id: string, given: Partial<ReadLetter>): ReadLetter {
  const text = `${given.title}. Hierbij.`;
  const places = [{ start: 0, end: text.length }];
  const passages = [{ ordinal: 1, text, headings: [], question: null, places }];
  return madeLetter({ kind, id: id as PublicationId, passages, url: `https://example.nl/${id}.html`, ...given });
}

async function comeIn(...letters: ReadLetter[]): Promise<void> {
  const arrivals = letters.map((letter) => {
    const contentHash = JSON.stringify(letter);
    return { letter, file: `${letter.id}.txt`, form: "text" as const, contentHash };
  });
  const { changed } = store.intake.addBatch("made", new Date(time), arrivals, []);
  await index.remove(changed);
  await index.add(changed.flatMap((key) => indexedLetters(store.letters, key)));
}

/** A channel that no other organisation reads. */
const ours = async () => false;
const follow = (query: string, frequency: Frequency = direct) =>
  following.follow({ team: "T1", place: channel, maker: "U1", subject: "answers", query, frequency }, ours);
const overdue = (query: string, frequency: Frequency = mondays) =>
  following.follow({ team: "T1", place: channel, maker: "U1", subject: "overdue", query, frequency }, ours);
const keyOf = (id: string) => String(store.finder.withId(id as PublicationId)[0]) as LetterKey;
const followOne = (number: number, place = "U1" as Place, isSharedOutside = ours) =>
  following.followOne(keyOf(`kv-tk-2025Z0000${number}`), { team: "T1", place, maker: "U1" }, isSharedOutside);

/** Gives turns and sends all that there is to send; returns what was posted with it. */
async function send(): Promise<typeof posts> {
  const before = posts.length;
  await digests.giveTurns();
  const sender = new Sender({
    ...parts,
    port: {
      post: async ({ place, message }) => {
        const code = refusals.get(place);
        if (code !== undefined) return { outcome: "refused", code, retryAfter: null };
        expect(checkMessage({ ...message })).toEqual([]);
        posts.push({ place, text: message.text, shown: JSON.stringify(message.blocks) });
        return { outcome: "posted", at: { conversation: place, ts: `${posts.length}.0` } };
      },
      find: async () => ({ outcome: "absent" }),
    },
  });
  for (let next = await sender.step(); next !== null; next = await sender.step()) {
    time = Math.max(time, next.getTime());
  }
  return posts.slice(before);
}

describe("the answer to questions that a query finds", () => {
  it("is told once: the question, and the answer in the thread", async () => {
    await follow("zeehonden");
    await comeIn(questions(1), questions(2, "molens"));
    expect(await send()).toEqual([]);
    await comeIn(reply("antwoord", 1), reply("antwoord", 2));
    const [parent, thread, ...more] = await send();
    expect(more).toEqual([]);
    expect(parent?.place).toBe("C1");
    expect(parent?.text).toContain("Deze vraag is beantwoord");
    expect(parent?.shown).toContain("over zeehonden");
    expect(parent?.shown).toContain("Gesteld op 3 maart 2025 door Jansen, VVD");
    expect(parent?.shown).toContain("https://example.nl/ah-tk-20242025-101.html");
    expect(thread?.text).toContain("Antwoord op vragen 1");
  });

  it("is not told again when the answer is reissued, comes in twice, or is no longer the newest", async () => {
    await follow("");
    await comeIn(questions(1));
    await comeIn(reply("antwoord", 1));
    expect(await send()).toHaveLength(2);
    await comeIn(reply("antwoord", 1, { title: "Antwoord op vragen 1, beter gelezen" }));
    await comeIn(reply("antwoord", 1, { id: "ah-tk-20242025-101-n1" as PublicationId, date: day("2025-03-25") }));
    await comeIn(questions(1, "zeehonden, herdruk"));
    await comeIn(questions(1, "zeehonden", { id: "2025D00001" as PublicationId }));
    expect(await send()).toEqual([]);
  });

  it("is told of questions that waited already, and not of those that were answered before", async () => {
    await comeIn(questions(1), questions(2));
    await comeIn(reply("antwoord", 2));
    await follow("zeehonden");
    expect((await new Previews(parts).openQuestions("zeehonden")).total).toBe(1);
    expect(await send()).toEqual([]);
    await comeIn(reply("antwoord", 1));
    expect((await send()).map(({ text }) => text).join()).toContain("Deze vraag is beantwoord");
  });

  it("is told when it came in before its questions, or together with them", async () => {
    await follow("");
    await comeIn(reply("antwoord", 1));
    expect(await send()).toEqual([]);
    await comeIn(questions(1), questions(2), reply("antwoord", 2));
    expect((await send())[0]?.text).toContain("2 vragen zijn beantwoord");
    expect(await send()).toEqual([]);
  });

  it("is told of a delay once, and of the answer after that", async () => {
    await follow("");
    await comeIn(questions(1));
    await comeIn(reply("mededeling", 1));
    const [notice, ...more] = await send();
    expect(more).toEqual([]);
    expect(notice?.text).toContain("nog geen antwoord; er is uitstel gemeld");
    await comeIn(reply("mededeling", 1, { title: "Nog eens uitstel" }));
    expect(await send()).toEqual([]);
    await comeIn(reply("antwoord", 1));
    expect((await send())[0]?.text).toContain("Deze vraag is beantwoord");
  });

  it("is told without a word of the delay when both came in", async () => {
    await follow("");
    await comeIn(questions(1), reply("mededeling", 1), reply("antwoord", 1));
    const [parent] = await send();
    expect(parent?.text).not.toContain("uitstel");
    expect(await send()).toEqual([]);
  });

  it("comes at the subscription's time, with all that was answered since", async () => {
    await follow("", mondays);
    await comeIn(questions(1), questions(2));
    await comeIn(reply("antwoord", 1));
    await comeIn(reply("antwoord", 2));
    expect(await send()).toEqual([]);
    time = Date.parse("2025-03-10T07:30:00Z");
    expect((await send())[0]?.text).toContain("2 vragen zijn beantwoord");
  });

  it("is listed for fifteen, the rest counted and linked in the thread", async () => {
    await follow("");
    const numbers = Array.from({ length: 30 }, (_, at) => at);
    const ofCase = (at: number) => ({ caseNumber: `2025Z1${String(at).padStart(4, "0")}` });
    await comeIn(
      ...numbers.map((at) =>
        questions(at, `nummer ${at}.`, {
          ...ofCase(at),
          id: `kv-tk-2025Z1${String(at).padStart(4, "0")}` as PublicationId,
        }),
      ),
    );
    await comeIn(
      ...numbers.map((at) =>
        reply("antwoord", at, { ...ofCase(at), id: `ah-tk-20242025-${500 + at}` as PublicationId }),
      ),
    );
    const [parent, ...thread] = await send();
    expect(parent?.text).toContain("30 vragen zijn beantwoord");
    expect(parent?.shown).toContain("En nog 15 vragen");
    expect(thread).toHaveLength(15 + 1);
    for (const at of numbers) {
      const title = `nummer ${at}."`;
      const times = [parent, thread.at(-1)].filter((post) => post?.shown.includes(title)).length;
      expect([title, times]).toEqual([title, 1]);
    }
  });

  it("is followed for another query once that is changed", async () => {
    await comeIn(questions(1), questions(2, "molens"));
    const { subscription } = await follow("zeehonden");
    await following.change(subscription, { query: "molens", frequency: direct }, "U1");
    await comeIn(reply("antwoord", 1), reply("antwoord", 2));
    const [parent] = await send();
    expect(parent?.shown).toContain("molens");
    expect(parent?.shown).not.toContain("zeehonden");
  });
});

describe("the answer to one set of questions", () => {
  it("is told where it was asked for, and then it is followed no more", async () => {
    await comeIn(questions(1), questions(2));
    expect(await followOne(1)).toMatchObject({ state: "followed", isNew: true, notice: null });
    expect(await followOne(1)).toMatchObject({ state: "followed", isNew: false });
    await comeIn(reply("antwoord", 2));
    expect(await send()).toEqual([]);
    expect(following.madeBy("T1", "U1")).toHaveLength(1);
    await comeIn(reply("antwoord", 1));
    expect((await send()).map(({ place }) => place)).toEqual(["U1", "U1"]);
    await send();
    expect(following.madeBy("T1", "U1")).toEqual([]);
  });

  it("is said at once when it has come in already", async () => {
    await comeIn(questions(1), reply("antwoord", 1));
    expect(await followOne(1)).toMatchObject({ state: "answered", answer: { id: "ah-tk-20242025-101" } });
    expect(following.madeBy("T1", "U1")).toEqual([]);
  });

  it("is not taken for the delay that was known when it was followed", async () => {
    await comeIn(questions(1), reply("mededeling", 1));
    expect(await followOne(1)).toMatchObject({ notice: { id: "ah-tk-20242025-201" } });
    await comeIn(questions(2));
    expect(await send()).toEqual([]);
    await comeIn(reply("antwoord", 1));
    expect(await send()).toHaveLength(2);
  });

  it("is told of questions that were withdrawn or turned out to be another letter", async () => {
    await comeIn(questions(1, "zeehonden", { id: "file:vragen" as PublicationId, caseNumber: null }));
    const key = keyOf("file:vragen");
    await following.followOne(key, { team: "T1", place: channel, maker: "U1" }, ours);
    const arrival = { file: "x", form: "text" as const, aliases: ["file:vragen" as PublicationId], contentHash: "x" };
    store.intake.addBatch("made", new Date(time), [{ ...arrival, letter: questions(1) }], []);
    await comeIn(reply("antwoord", 1));
    expect(await send()).toHaveLength(2);
  });

  it("is refused of what is no question, and of questions whose answer would not be recognised", async () => {
    await comeIn(reply("mededeling", 1), questions(2, "x", { caseNumber: null, submitted: null }));
    const of = (id: string) => following.followOne(keyOf(id), { team: "T1", place: channel, maker: "U1" }, ours);
    await expect(of("ah-tk-20242025-201")).rejects.toThrow(
      expect.objectContaining({ forUser: expect.stringContaining("geen vragen") }),
    );
    await expect(of("kv-tk-2025Z00002")).rejects.toThrow(
      expect.objectContaining({ forUser: expect.stringContaining("zaaknummer") }),
    );
  });

  it("is not followed in a channel that another organisation reads too, and is in one's own conversation", async () => {
    const shared = async () => true;
    await comeIn(questions(1));
    await expect(followOne(1, channel, shared)).rejects.toThrow(expect.objectContaining({ code: "shared-outside" }));
    const wish = { team: "T1", place: channel, maker: "U1", query: "", frequency: direct };
    await expect(following.follow(wish, shared)).rejects.toThrow(expect.objectContaining({ code: "shared-outside" }));
    expect(following.list("T1", channel)).toEqual([]);
    expect(await followOne(1, "U1" as Place, shared)).toMatchObject({ state: "followed", isNew: true });
  });

  it("waits in a channel that is in trouble, its maker is told, and comes once that is mended", async () => {
    await comeIn(questions(1));
    await followOne(1, channel);
    refusals.set("C1", "not_in_channel");
    await comeIn(reply("antwoord", 1));
    const [notice] = await send();
    expect([notice?.place, notice?.text]).toEqual(["U1", expect.stringContaining("geen lid van het kanaal")]);
    expect(notice?.shown).toContain("het antwoord op: Vragen van het lid Jansen");
    refusals.clear();
    expect(await send()).toEqual([]);
    for (const one of following.list("T1", channel)) following.resume(one, "U1");
    expect((await send()).map(({ place }) => place)).toEqual(["C1", "C1"]);
  });

  it("that Slack refuses for what is in it is reported to who asked for it", async () => {
    await comeIn(questions(1));
    await followOne(1, channel);
    refusals.set("C1", "invalid_blocks");
    await comeIn(reply("antwoord", 1));
    expect((await send()).map(({ place, text }) => [place, text])).toEqual([
      ["U1", expect.stringContaining("kon niet worden geplaatst")],
    ]);
  });
});

describe("the weekly list of questions past their term", () => {
  const monday = (text: string) => {
    time = Date.parse(`${text}T07:30:00Z`);
  };

  it("has those submitted more than three weeks ago without an answer, oldest first, with days, askers and delay", async () => {
    await comeIn(
      questions(1, "zeehonden"),
      questions(2, "zeehonden en molens", { submitted: day("2025-02-20") }),
      questions(3, "zeehonden, te vers", { submitted: day("2025-03-10") }),
      questions(4, "zeehonden, beantwoord"),
      questions(5, "molens"),
      questions(6, "zeehonden mondeling", { title: "Mondelinge vragen van het lid Jansen (VVD) over zeehonden" }),
      reply("antwoord", 4),
      reply("mededeling", 2),
    );
    await overdue("zeehonden");
    monday("2025-03-31");
    const [list, ...more] = await send();
    expect(more).toEqual([]);
    expect(list?.text).toContain("31 maart 2025: 2 vragen over de termijn van drie weken");
    const titles = [
      ...(list?.shown.matchAll(/"text":"Vragen van het lid Jansen \(VVD\) aan de Minister over ([^"]+)"/g) ?? []),
    ];
    expect(titles.map(([, title]) => title)).toEqual(["zeehonden en molens", "zeehonden"]);
    expect(list?.shown).toContain("Gesteld op 20 februari 2025 door Jansen, VVD · uitstel gemeld op 20 maart 2025");
    expect(list?.shown).toContain("18 dagen over de termijn");
    expect(list?.shown).toContain("7 dagen over de termijn");
    expect(list?.shown).toContain("geen uitstel gemeld");
  });

  it("comes once a week, also when nothing came in, and not at all when nothing is overdue", async () => {
    await comeIn(questions(1));
    await overdue("");
    monday("2025-03-24");
    expect(await send()).toEqual([]);
    monday("2025-03-31");
    expect(await send()).toHaveLength(1);
    time += 3_600_000;
    expect(await send()).toEqual([]);
    monday("2025-04-07");
    expect(await send()).toHaveLength(1);
    await comeIn(reply("antwoord", 1));
    monday("2025-04-14");
    expect(await send()).toEqual([]);
  });

  it("is counted and linked where it is long", async () => {
    const ofCase = (at: number) => `2025Z1${String(at).padStart(4, "0")}`;
    await comeIn(
      ...Array.from({ length: 40 }, (_, at) =>
        questions(1, `nummer ${at}.`, { caseNumber: ofCase(at), id: `kv-tk-${ofCase(at)}` as PublicationId }),
      ),
    );
    await overdue("");
    monday("2025-03-31");
    const [list, rest, ...more] = await send();
    expect(more).toEqual([]);
    expect(list?.text).toContain("40 vragen over de termijn");
    expect(list?.shown).toContain("En nog 15 vragen");
    for (let at = 0; at < 40; at++) {
      expect([at, list?.shown.includes(`nummer ${at}."`), rest?.shown.includes(`nummer ${at}."`)]).toEqual([
        at,
        at < 25,
        at >= 25,
      ]);
    }
  });

  it("that may be in Slack or not is reported to who asked for it", async () => {
    await comeIn(questions(1));
    await overdue("");
    refusals.set("C1", "invalid_blocks");
    monday("2025-03-31");
    expect((await send()).map(({ place }) => place)).toEqual(["U1"]);
  });

  it("comes on one day of the week only", async () => {
    await expect(overdue("", direct)).rejects.toThrow(
      expect.objectContaining({ forUser: expect.stringContaining("eens per week") }),
    );
    const { subscription } = await overdue("");
    await expect(following.change(subscription, { query: "", frequency: direct }, "U1")).rejects.toThrow(
      expect.objectContaining({ forUser: expect.stringContaining("eens per week") }),
    );
  });
});

describe("what is rehearsed", () => {
  it("is every subject, and changes nothing", async () => {
    await comeIn(questions(1), questions(2));
    await follow("");
    await overdue("");
    await following.follow({ team: "T1", place: channel, maker: "U1", query: "", frequency: direct }, ours);
    await comeIn(reply("antwoord", 1));
    time = Date.parse("2025-03-25T09:00:00Z");
    const rehearse = async () => (await digests.rehearse()).map(({ subject, letters }) => [subject, letters.length]);
    const all = [
      ["letters", 1],
      ["answers", 1],
      ["overdue", 1],
    ];
    expect(await rehearse()).toEqual(all);
    expect(await rehearse()).toEqual(all);
  });
});
