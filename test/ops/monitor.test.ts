import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Monitor, openMonitor } from "../../src/ops/monitor.ts";
import { watch } from "../../src/ops/watch.ts";
import { openParts, type Parts } from "../../src/parts.ts";
import { projectRoot } from "../../src/root.ts";

const log = pino({ level: "silent" });
const anywhere = { host: "127.0.0.1", port: 0 };
let parts: Parts;
let monitor: Monitor | null;

beforeEach(async () => {
  parts = await openParts({ database: ":memory:", letters: `${projectRoot}/data/letters` }, log);
  monitor = null;
});

afterEach(async () => {
  await monitor?.stop();
  await parts.close();
});

async function page(path: string, method = "GET"): Promise<Response> {
  return fetch(`${monitor?.address}${path}`, { method });
}

describe("the monitor", () => {
  it("says that the bot is not ready until every letter can be searched", async () => {
    monitor = await watch(parts, anywhere, log).listen();
    expect((await page("/health")).status).toBe(503);
    await parts.indexed;
    const health = await page("/health");
    expect(health.status).toBe(200);
    expect(await health.json()).toEqual({
      ready: true,
      database: null,
      slack: null,
      index: { letters: 5, of: 5 },
      sources: [{ source: "folder", syncedAt: null, failingSince: null }],
    });
  });

  it("counts letters, and answers by name and how they ended", async () => {
    await parts.indexed;
    const watched = watch(parts, anywhere, log);
    monitor = await watched.listen();
    watched.metrics.answered("/terugkeer", "given", 0.2);
    watched.metrics.answered("/terugkeer", "failed", 0.2);
    const text = await (await page("/metrics")).text();
    expect(text).toContain("terugkeer_letters 5");
    expect(text).toContain('terugkeer_answer_seconds_count{what="/terugkeer",outcome="given"} 1');
    expect(text).toContain('terugkeer_answer_seconds_count{what="/terugkeer",outcome="failed"} 1');
    expect(text).toContain("nodejs_eventloop_lag_seconds");
  });

  it("serves nothing else", async () => {
    monitor = await watch(parts, anywhere, log).listen();
    expect((await page("/")).status).toBe(404);
    expect((await page("/__proto__")).status).toBe(404);
    expect((await page("/health", "POST")).status).toBe(404);
  });

  it("is nowhere when it is switched off", async () => {
    expect(await watch(parts, null, log).listen()).toBeNull();
  });

  it("leaves the bot running when its port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    const { metrics } = watch(parts, null, log);
    const health = async () => ({
      ready: true,
      database: null,
      slack: null,
      index: { letters: 0, of: 0 },
      sources: [],
    });
    expect(await openMonitor({ host: "127.0.0.1", port }, { health, metrics }, log)).toBeNull();
    other.close();
  });
});
