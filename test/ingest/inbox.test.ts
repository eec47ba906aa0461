import { copyFileSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Inbox } from "../../src/ingest/inbox.ts";
import type { IntakeOutcome } from "../../src/ingest/intake.ts";
import { projectRoot } from "../../src/root.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { TurningClock } from "./turning-clock.ts";

const bundled = join(projectRoot, "data/letters/001_8c0d2c453858b144.txt");
let folder: string;
let store: Store;
let clock: TurningClock;
let taken: IntakeOutcome[];
let refused: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "terugkeer-inbox-"));
  store = openStore(":memory:");
  clock = new TurningClock();
  [taken, refused] = [[], []];
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

function openInbox(onTaken = (outcome: IntakeOutcome) => void taken.push(outcome)): Inbox {
  return new Inbox(folder, {
    store,
    follower: null,
    clock,
    onTaken,
    onRefused: ({ reason }) => refused.push(reason.code),
    onTrouble: (error) => refused.push(error.code),
    onFailed: (error) => {
      throw error;
    },
  });
}

/** Looks, lets what is there settle, and looks again. */
async function lookTwice(inbox: Inbox): Promise<void> {
  await inbox.look();
  clock.advance(2_000);
  await inbox.look();
}

const one = { new: 1, unchanged: 0, updated: 0, quarantined: 0 };

describe("the inbox", () => {
  it("takes in a letter once it has settled, and only then", async () => {
    const inbox = openInbox();
    const file = join(folder, "brief.txt");
    writeFileSync(file, "Aan de Voorzitter\n\nDe eerste helft");
    expect(await inbox.look()).toBe(true);
    clock.advance(2_000);
    copyFileSync(bundled, file);
    utimesSync(file, 1, 1);
    expect(await inbox.look()).toBe(true);
    expect(taken).toEqual([]);
    clock.advance(2_000);
    expect(await inbox.look()).toBe(false);
    expect(taken).toEqual([one]);
    expect(store.letters.versions()).toHaveLength(1);
  });

  it("reads nothing again that it has seen, not even after a new start", async () => {
    copyFileSync(bundled, join(folder, "brief.txt"));
    writeFileSync(join(folder, "leeg.txt"), "");
    await lookTwice(openInbox());
    expect([taken, refused]).toEqual([[{ ...one, quarantined: 1 }], ["empty"]]);
    await lookTwice(openInbox());
    expect([taken.length, refused.length]).toEqual([1, 1]);
  });

  it("reads a file anew when it changes, and forgets the refusal when it can be read", async () => {
    const inbox = openInbox();
    writeFileSync(join(folder, "brief.txt"), "");
    await lookTwice(inbox);
    expect(store.letters.quarantine()).toHaveLength(1);
    copyFileSync(bundled, join(folder, "brief.txt"));
    await lookTwice(inbox);
    expect(taken.at(-1)).toEqual(one);
    expect(store.letters.quarantine()).toEqual([]);
  });

  it("leaves files alone that a program is still writing", async () => {
    copyFileSync(bundled, join(folder, "brief.txt.part"));
    copyFileSync(bundled, join(folder, "~$brief.docx"));
    const inbox = openInbox();
    await lookTwice(inbox);
    expect(taken).toEqual([]);
    renameSync(join(folder, "brief.txt.part"), join(folder, "brief.txt"));
    await lookTwice(inbox);
    expect(taken).toEqual([one]);
  });

  it("says when the folder cannot be read, and goes on when it can", async () => {
    rmSync(folder, { recursive: true });
    expect(await openInbox().look()).toBe(false);
    expect(refused).toEqual(["file"]);
  });

  it("is watched until it is stopped", async () => {
    copyFileSync(bundled, join(folder, "brief.txt"));
    const stop = new AbortController();
    const inbox = openInbox((outcome) => {
      taken.push(outcome);
      stop.abort();
    });
    await inbox.run(stop.signal);
    expect(taken).toEqual([one]);
    expect(clock.waits[0]).toBe(2_000);
  });
});
