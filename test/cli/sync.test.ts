import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { projectRoot } from "../../src/root.ts";
import { takeLock } from "../../src/store/process-lock.ts";
import { openStore } from "../../src/store/store.ts";
import { runNode, startNode } from "../run-node.ts";
import { KoopStandIn, koopPublication } from "../stand-in/koop.ts";
import { SyncFeedStandIn } from "../stand-in/syncfeed.ts";
import { jsonLines } from "./json-lines.ts";

let folder: string;
let koop: KoopStandIn;
let feed: SyncFeedStandIn;
let env: Record<string, string>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "terugkeer-sync-"));
  koop = await KoopStandIn.start();
  feed = await SyncFeedStandIn.start();
  koop.publish(
    ...["1", "2", "3"].map((number) =>
      koopPublication({ dossier: "19637", number, about: `zaak${number}` }, "2025-03-14"),
    ),
  );
  env = {
    DATABASE: join(folder, "terugkeer.sqlite"),
    SOURCE_PAUSE: "0",
    SOURCE_CONTACT: "beheer@example.org",
    ...koop.settings,
    ...feed.settings,
  };
});

afterEach(async () => {
  await koop.server.stop();
  await feed.server.stop();
  rmSync(folder, { recursive: true });
});

const cli = (...args: string[]) => runNode("src/cli.js", args, env);

describe("npm run sync", () => {
  it("takes in what is new, says how much of each source, and says who asks", async () => {
    const { code, stdout } = await cli("sync", "--json");
    expect(code).toBe(0);
    expect(jsonLines(stdout)).toMatchObject([
      { source: "koop", listed: 3, new: 3, updated: 0, unchanged: 0, withdrawn: 0, quarantined: 0 },
      { source: "tweede-kamer", listed: 0, new: 0 },
    ]);
    expect(koop.server.asked[0]?.headers["user-agent"]).toMatch(/^Terugkeer\/\d+\.\d+\.\d+ \(beheer@example\.org\)$/);
    expect(jsonLines((await cli("sync", "--json", "--source", "koop")).stdout)).toMatchObject([
      { new: 0, unchanged: 3 },
    ]);
    expect((await cli("sync", "--source", "koop")).stdout).toBe("koop: 3 listed, 0 new, 3 unchanged\n");
  });

  it("foresees in a dry run, and starts at a day when told to", async () => {
    const dry = await cli("sync", "--json", "--source", "koop", "--dry-run", "--since", "2025-03-15");
    expect(jsonLines(dry.stdout)).toMatchObject([{ listed: 0, new: 0 }]);
    expect(jsonLines((await cli("sync", "--json", "--source", "koop", "--dry-run")).stdout)).toMatchObject([
      { new: 3 },
    ]);
    expect(koop.fetched).toEqual([]);
  });

  it("fails with one sentence when a source fails, and the other is taken in all the same", async () => {
    feed.fail("/Feed", (_, response) => response.writeHead(403).end());
    const { code, stdout, stderr } = await cli("sync", "--json");
    expect(code).toBe(1);
    expect(jsonLines(stdout)).toMatchObject([
      { new: 3 },
      { source: "tweede-kamer", error: { code: "source-refused" } },
    ]);
    expect(stderr).toMatch(/Feed\?category=Document refuses the request: status 403\n$/);
  });

  it("stops on a signal, and goes on from there", async () => {
    const child = startNode("src/cli.js", ["sync"], env);
    koop.fail("kst-19637-3.", () => void child.kill("SIGINT"), 1);
    const [code] = await new Promise<[number | null]>((resolve) => child.on("close", (ended) => resolve([ended])));
    expect(code).toBe(1);
    expect(jsonLines((await cli("sync", "--json", "--source", "koop")).stdout)).toMatchObject([{ listed: 3 }]);
    const store = openStore(String(env.DATABASE));
    expect(store.letters.versions()).toHaveLength(3);
    store.close();
  });

  it("does not run beside another sync of the same database", async () => {
    await cli("status");
    const release = takeLock(`${env.DATABASE}.sync`);
    const { code, stderr } = await cli("sync");
    expect([code, stderr]).toEqual([1, expect.stringMatching(/being synchronised by another process[^\n]*\n$/)]);
    release?.();
    expect((await cli("sync")).code).toBe(0);
  });

  it.each([[["--source", "krant"]], [["--since", "2025-02-30"]]])("refuses %j with exit code 2", async (args) =>
    expect((await cli("sync", ...args)).code).toBe(2),
  );
});

describe("npm run status", () => {
  it("says what there is, what came in last from where, and when the sources are asked again", async () => {
    const now = Date.now();
    await cli("sync");
    const slack = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" };
    const [status] = jsonLines((await runNode("src/cli.js", ["status", "--json"], { ...env, ...slack })).stdout);
    expect(status).toMatchObject({
      letters: 3,
      withdrawn: 0,
      quarantined: 0,
      notSearchable: 1,
      sources: [
        { source: "koop", lastBatch: { new: 3, updated: 0, withdrawn: 0 }, failingSince: null },
        { source: "tweede-kamer", lastBatch: null, fault: null },
      ],
      versions: { terugkeer: expect.stringMatching(/^\d/), node: process.versions.node },
    });
    expect(Date.parse(status.nextSync)).toBeGreaterThan(now);
    const { stdout } = await cli("status");
    expect(stdout).toMatch(/^letters {7}3$/m);
    expect(stdout).toMatch(/^koop {10}last batch \S+: 3 new, 0 updated, 0 withdrawn; asked \S+$/m);
    expect(stdout).toMatch(/^next sync {5}none planned$/m);
  });

  it("says of an empty database that there is nothing", async () => {
    expect(jsonLines((await cli("status", "--json")).stdout)).toMatchObject([{ letters: 0, passages: 0, sources: [] }]);
  });
});

describe("npm run ingest", () => {
  it("says how far it is in plain lines where no terminal is", async () => {
    mkdirSync(join(folder, "in"));
    const letter = join(projectRoot, "data/letters/001_8c0d2c453858b144.txt");
    for (let number = 0; number < 60; number++) copyFileSync(letter, join(folder, "in", `brief-${number}.txt`));
    const { stdout, stderr } = await cli("ingest", "--json", join(folder, "in"));
    expect(stderr).toBe("20 of 60\n40 of 60\n60 of 60\n");
    expect(jsonLines(stdout)).toEqual([{ new: 1, unchanged: 59, updated: 0, quarantined: 0 }]);
  });
});
