import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Place } from "../../src/digest/place.ts";
import type { DigestPort, FindOutcome, Post, PostOutcome, Sought } from "../../src/digest/port.ts";
import { Sender } from "../../src/digest/sender.ts";
import { accessTroubles } from "../../src/digest/troubles.ts";
import { defaultFrequency } from "../../src/digest/wish.ts";
import type { Reply } from "../../src/replies/reply.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { madeLetter } from "../letters/made-letter.ts";
import { testLog } from "../logs/collect.ts";

/** A port that says what the test wants, and keeps what was asked of it. */
class ScriptedPort implements DigestPort {
  readonly posts: (Post & { at: number })[] = [];
  readonly searches: Sought[] = [];
  answers: ((post: Post) => PostOutcome | Promise<PostOutcome> | undefined)[] = [];
  found: FindOutcome = { outcome: "absent" };

  async post(post: Post): Promise<PostOutcome> {
    this.posts.push({ ...post, at: time });
    for (const answer of this.answers) {
      const said = answer(post);
      if (said !== undefined) return said;
    }
    return { outcome: "posted", at: { conversation: post.place, ts: `${this.posts.length}.0` } };
  }

  async find(post: Sought): Promise<FindOutcome> {
    this.searches.push(post);
    return this.found;
  }

  textsTo(place: string): string[] {
    return this.posts.filter((post) => post.place === place).map(({ message }) => message.text);
  }
}

let time: number;
let keys: number;
let store: Store;
let port: ScriptedPort;
let sender: Sender;
let maintainers: Place | null;

const now = () => new Date(time);
const said = (text: string): Reply => ({ text, blocks: [] });

beforeEach(() => {
  time = Date.parse("2026-01-05T07:30:00Z");
  keys = 0;
  maintainers = null;
  store = openStore(":memory:");
  store.intake.addBatch("made", now(), [{ letter: madeLetter(), file: "x", form: "text", contentHash: "x" }], []);
  port = new ScriptedPort();
  sender = begin();
});

afterEach(() => store.close());

/** A sender as at a start: it remembers nothing. */
function begin(): Sender {
  const newKey = () => `key-${keys++}`;
  return new Sender({ ...store, port, log: testLog(), now, newKey, maintainers, grace: 120_000 });
}

/** A subscription of a place, and a digest for it on its way. */
function digest(place: string, texts: string[], maker = "U1"): number {
  const wish = { team: "T1", place: place as Place, maker, query: "" };
  const { id } = store.subscriptions.add({ ...wish, frequency: defaultFrequency }, 0, now());
  const [letter] = store.letters.versions();
  if (letter === undefined) throw new Error("no letter");
  const messages = texts.map((text) => ({ key: `key-${keys++}`, message: said(text) }));
  const parcel = { team: "T1", place: place as Place, purpose: "digest" as const, messages };
  const turns = [{ subscription: id, seenBefore: 0, seenBatch: 1, slot: null }];
  store.outbox.writeDigest(
    { parcel, turns, deliveries: [{ subscription: id, letter: letter.key, version: 1 }] },
    now(),
  );
  return id;
}

/** Steps until nothing is left, at most so many milliseconds from now. */
async function run(milliseconds = 600_000): Promise<void> {
  for (const end = time + milliseconds; ; ) {
    const next = await sender.step();
    if (next === null || next.getTime() > end) return;
    time = Math.max(time, next.getTime());
  }
}

describe("the sender", () => {
  it("posts the parent, then its details in its thread, a second apart", async () => {
    digest("C1", ["ouder", "een", "twee"]);
    await run();
    expect(
      port.posts.map(({ message, thread, at }) => [message.text, thread?.ts ?? null, at - (port.posts[0]?.at ?? 0)]),
    ).toEqual([
      ["ouder", null, 0],
      ["een", "1.0", 1000],
      ["twee", "1.0", 2000],
    ]);
  });

  it("waits as long as Slack asks in one channel, while others go on", async () => {
    digest("C1", ["ouder", "een"]);
    digest("C2", ["ander", "een"]);
    const start = time;
    port.answers = [
      ({ place }) =>
        place === "C1" && time < start + 30_000
          ? { outcome: "refused", code: "ratelimited", retryAfter: 30 }
          : undefined,
    ];
    await run();
    expect(port.posts.filter(({ place }) => place === "C2").map(({ at }) => at - start)).toEqual([0, 1000]);
    expect(port.posts.filter(({ place }) => place === "C1").map(({ at }) => at - start)).toEqual([0, 30_000, 31_000]);
  });

  it("is not held up by a channel from which no answer comes", async () => {
    digest("C1", ["hangt"]);
    digest("C2", ["ander", "een"]);
    let release = (_: PostOutcome) => {};
    const hanging = new Promise<PostOutcome>((resolve) => {
      release = resolve;
    });
    port.answers = [({ place }) => (place === "C1" ? hanging : undefined)];
    const first = sender.step();
    await new Promise((resolve) => setImmediate(resolve));
    time += 1000;
    await sender.step();
    expect(port.textsTo("C2")).toEqual(["ander", "een"]);
    release({ outcome: "posted", at: { conversation: "C1", ts: "9.0" } });
    await first;
    expect(store.outbox.open.first(new Date("9999-12-31"))).toEqual([]);
  });

  it("looks for a message of unknown fate only after the grace period, and posts again only what is not there", async () => {
    digest("C1", ["ouder"]);
    const start = time;
    let silent = true;
    port.answers = [() => (silent ? { outcome: "unknown", reason: "timeout" } : undefined)];
    await sender.step();
    silent = false;
    sender = begin();
    await run();
    expect(port.searches.map(({ key }) => key)).toEqual([port.posts[0]?.key]);
    expect(port.posts.map(({ key, at }) => [key, at - start])).toEqual([
      [port.posts[0]?.key, 0],
      [port.posts[0]?.key, 120_000],
    ]);
  });

  it("takes a message that it finds for posted, and goes on in its thread", async () => {
    digest("C1", ["ouder", "een"]);
    port.found = { outcome: "found", at: { conversation: "C1", ts: "5.0" } };
    port.answers = [({ thread }) => (thread === null ? { outcome: "unknown", reason: "timeout" } : undefined)];
    await run();
    expect(port.posts.map(({ message, thread }) => [message.text, thread?.ts])).toEqual([
      ["ouder", undefined],
      ["een", "5.0"],
    ]);
  });

  it("posts nothing twice where the channel cannot be read, and tells the maker", async () => {
    digest("C1", ["ouder", "een"], "U7");
    port.found = { outcome: "unreadable", code: "missing_scope" };
    port.answers = [({ place }) => (place === "C1" ? { outcome: "unknown", reason: "timeout" } : undefined)];
    await run();
    expect(port.textsTo("C1")).toEqual(["ouder"]);
    expect(port.textsTo("U7")).toEqual([
      expect.stringContaining("niet zeker of Slack een attendering heeft geplaatst"),
    ]);
  });

  it.each([
    ["not_in_channel", "/invite @Terugkeer"],
    ["is_archived", "archief"],
    ["channel_not_found", "/invite @Terugkeer"],
  ])(
    "pauses at %s, tells the maker once with how to resume, and then sends what was held back",
    async (code, remedy) => {
      const id = digest("C1", ["ouder", "een"], "U7");
      const other = digest("C2", ["ander"], "U7");
      let trouble = true;
      port.answers = [
        ({ place }) => (trouble && place === "C1" ? { outcome: "refused", code, retryAfter: null } : undefined),
      ];
      await run();
      expect(store.subscriptions.one(id)?.paused?.reason).toBe(code);
      expect(store.subscriptions.one(other)?.paused).toBeNull();
      const [notice, ...more] = port.textsTo("U7");
      expect(notice).toContain(remedy);
      expect(notice).toContain("/attendering hervat");
      expect(more).toEqual([]);
      trouble = false;
      store.subscriptions.resume(id);
      store.heldPlaces.release("T1", "C1" as Place);
      await run();
      expect(port.textsTo("C1")).toEqual(["ouder", "ouder", "een"]);
    },
  );

  it.each(["account_inactive", "token_revoked"])(
    "pauses all of the workspace at %s, and goes on by itself, with what was held back, when Slack takes the token again",
    async (code) => {
      const ids = [digest("C1", ["ouder"], "U7"), digest("C2", ["ander"], "U7"), digest("C3", ["derde"], "U8")];
      let trouble = true;
      port.answers = [() => (trouble ? { outcome: "refused", code, retryAfter: null } : undefined)];
      await run(3 * 3_600_000);
      expect(ids.map((id) => store.subscriptions.one(id)?.paused?.reason)).toEqual([code, code, code]);
      trouble = false;
      port.posts.length = 0;
      store.heldPlaces.resumeAfter("T1", accessTroubles);
      await run(3 * 3_600_000);
      expect(ids.map((id) => store.subscriptions.one(id)?.paused)).toEqual([null, null, null]);
      expect(port.posts.map(({ message }) => message.text)).toEqual(["ouder", "ander", "derde"]);
      store.heldPlaces.resumeAfter("T1", accessTroubles);
      await run(3 * 3_600_000);
      expect(port.posts).toHaveLength(3);
    },
  );

  it("gives up a message that Slack refuses for what is in it, with its thread, and tells the maker", async () => {
    digest("C1", ["fout", "een"], "U7");
    port.answers = [
      ({ message }) =>
        message.text === "fout" ? { outcome: "refused", code: "invalid_blocks", retryAfter: null } : undefined,
    ];
    await run();
    expect(port.textsTo("C1")).toEqual(["fout"]);
    expect(port.textsTo("U7")).toEqual([expect.stringContaining("kon niet worden geplaatst")]);
  });

  it("pauses what goes to somebody who has left, and tells nobody else of it", async () => {
    const id = digest("U7", ["ouder"], "U7");
    maintainers = "C9" as Place;
    sender = begin();
    port.answers = [
      ({ place }) => (place === "U7" ? { outcome: "refused", code: "user_disabled", retryAfter: null } : undefined),
    ];
    await run();
    expect(store.subscriptions.one(id)?.paused?.reason).toBe("channel_not_found");
    expect(port.posts.map(({ place }) => place)).toEqual(["U7"]);
  });

  it.each([
    ["who has left", "U7"],
    ["who was forgotten", ""],
  ])("sends to a channel what somebody made %s, and tells the channel of trouble", async (_, maker) => {
    const id = digest("C1", ["fout"], maker);
    port.answers = [
      ({ place }) => (place === "U7" ? { outcome: "refused", code: "user_disabled", retryAfter: null } : undefined),
      ({ message }) =>
        message.text === "fout" ? { outcome: "refused", code: "invalid_blocks", retryAfter: null } : undefined,
    ];
    await run();
    expect(store.subscriptions.one(id)?.paused).toBeNull();
    expect(port.textsTo("C1")).toEqual(["fout", expect.stringContaining("kon niet worden geplaatst")]);
  });

  it("tells the maintainers where the channel is closed too, and only the log where there are none", async () => {
    const closed = ({ place }: Post): PostOutcome | undefined =>
      place === "C9" ? undefined : { outcome: "refused", code: "not_in_channel", retryAfter: null };
    port.answers = [closed];
    digest("C1", ["ouder"], "");
    await run();
    expect(port.textsTo("C9")).toEqual([]);
    maintainers = "C9" as Place;
    sender = begin();
    for (const maker of ["", "U7"]) digest(`C2${maker}`, ["ouder"], maker);
    await run();
    const told = port.textsTo("C9");
    expect(told).toHaveLength(2);
    expect(told[0]).toContain("/invite @Terugkeer");
  });

  it("forgets what was held back when nobody follows anything there any more", async () => {
    const id = digest("C1", ["ouder"]);
    port.answers = [
      ({ place }) => (place === "C1" ? { outcome: "refused", code: "is_archived", retryAfter: null } : undefined),
    ];
    await run();
    store.subscriptions.remove(id);
    store.heldPlaces.drop("T1", "C1" as Place);
    store.heldPlaces.release("T1", "C1" as Place);
    port.answers = [];
    await run();
    expect(port.textsTo("C1")).toEqual(["ouder"]);
  });
});
