import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DigestJson } from "../../src/cli/json.ts";
import type { Place } from "../../src/digest/place.ts";
import type { Subject } from "../../src/digest/subscription.ts";
import { defaultFrequency } from "../../src/digest/wish.ts";
import type { Day, PublicationId, ReadLetter } from "../../src/letters/letter.ts";
import type { LetterKey } from "../../src/letters/stored-letter.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { madeLetter } from "../letters/made-letter.ts";
import { runNode } from "../run-node.ts";

let folder: string;
let database: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "terugkeer-digest-"));
  database = join(folder, "x.sqlite");
});

afterEach(() => rmSync(folder, { recursive: true }));

const digest = (...args: string[]) => runNode("src/cli.js", ["digest", ...args], { DATABASE: database });

/** Fills the database that the command reads. */
function fill(work: (store: Store) => void): void {
  const store = openStore(database);
  try {
    work(store);
  } finally {
    store.close();
  }
}

function comeIn(store: Store, ...letters: ReadLetter[]): void {
  const arrivals = letters.map((letter) => ({ letter, file: "x", form: "text" as const, contentHash: letter.id }));
  store.intake.addBatch("made", new Date(), arrivals, []);
}

function subscribe(store: Store, place: string, subject: Subject, query: string): void {
  const wish = { team: "T1", place: place as Place, maker: "U1", subject, query, frequency: defaultFrequency };
  store.subscriptions.add(wish, 0, new Date());
}

const questions = (number: number) =>
  madeLetter({
    kind: "vragen",
    id: `kv-tk-2025Z0000${number}` as PublicationId,
    title: `Vragen ${number} over zeehonden`,
    caseNumber: `2025Z0000${number}`,
    submitted: "2025-03-03" as Day,
  });
const answer = madeLetter({ kind: "antwoord", id: "ah-tk-20242025-1" as PublicationId, caseNumber: "2025Z00001" });

describe("npm run digest -- --dry-run", () => {
  it("shows what would go where, of every subject, and writes nothing", async () => {
    fill((store) => {
      comeIn(store, questions(1), questions(2), answer);
      subscribe(store, "C1", "letters", "soort:antwoord eerste alinea");
      subscribe(store, "C1", "answers", "");
      subscribe(store, "U7", "overdue", "");
      subscribe(store, "C2", "letters", "nergens genoemd");
      const key = String(store.finder.withId("kv-tk-2025Z00002" as PublicationId)[0]) as LetterKey;
      store.followedQuestions.follow(2, [{ question: key, delayTold: false }]);
    });
    const { code, stdout, stderr } = await digest("--dry-run", "--json");
    expect([code, stderr]).toEqual([0, ""]);
    const shown = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as DigestJson);
    const summary = shown.map(({ place, subject, letters }) => [
      place,
      subject,
      ...letters.map(({ id, subscriptions }) => [id, ...subscriptions]),
    ]);
    expect(summary).toEqual([
      ["C1", "letters", ["ah-tk-20242025-1", 1]],
      ["C1", "answers", ["kv-tk-2025Z00001", 2]],
      ["U7", "overdue", ["kv-tk-2025Z00002", 3]],
    ]);
    const again = await digest("--dry-run");
    expect(again.stdout).toBe(
      [
        "C1: 1 letter",
        "  ah-tk-20242025-1  Gemaakte brief  for 1",
        "C1: 1 answered or delayed question",
        "  kv-tk-2025Z00001  Vragen 1 over zeehonden  for 2",
        "U7: 1 overdue question",
        "  kv-tk-2025Z00002  Vragen 2 over zeehonden  for 3",
        "",
      ].join("\n"),
    );
    fill((store) => expect(store.outbox.open.first(new Date("2999-01-01"))).toEqual([]));
  });

  it("says so when there is nothing to send; as JSON that is no line at all", async () => {
    fill((store) => comeIn(store, questions(1)));
    expect((await digest("--dry-run")).stdout).toBe("nothing to send\n");
    expect((await digest("--dry-run", "--json")).stdout).toBe("");
  });

  it("refuses to send: without --dry-run it is exit code 2 and the usage", async () => {
    const { code, stdout, stderr } = await digest();
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("usage: npm run digest -- --dry-run");
  });
});
