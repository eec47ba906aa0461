import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Place } from "../../src/digest/place.ts";
import { type Monitor, openMonitor } from "../../src/ops/monitor.ts";
import { watch } from "../../src/ops/watch.ts";
import { openParts, type Parts } from "../../src/parts.ts";
import { projectRoot } from "../../src/root.ts";
import { testLog } from "../logs/collect.ts";

const log = testLog();
const anywhere = { host: "127.0.0.1", port: 0 };
let parts: Parts;
let monitor: Monitor | null;
let time = new Date("2026-01-05T08:00:00Z");

beforeEach(async () => {
  parts = await openParts({ database: ":memory:", letters: `${projectRoot}/data/letters` }, log, { now: () => time });
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
      outbox: { waiting: 0, oldestSeconds: null, unheard: 0, unsure: 0, held: 0 },
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

  it("looks its figures up once for a page, so that they agree", async () => {
    const { metrics } = watch(parts, anywhere, log);
    let looks = 0;
    metrics.gauges({ first: "one", second: "another" }, () => ({ first: ++looks, second: looks }));
    expect((await metrics.text()).body).toMatch(/^first 1\n(?:.*\n)*second 1\n/m);
    expect((await metrics.text()).body).toMatch(/^first 2\n(?:.*\n)*second 2\n/m);
  });

  it("says what waits to be sent, since when, and of what it is not known whether it was", async () => {
    await parts.indexed;
    const { outbox, heldPlaces, subscriptions } = parts.store;
    for (const [at, place] of ["C1", "C2", "C3", "C4"].entries()) {
      time = new Date(Date.UTC(2026, 0, 5, 8, at));
      const wish = {
        team: "T1",
        place: place as Place,
        maker: "U1",
        query: "",
        frequency: { every: "arrival" },
      } as const;
      const { id } = subscriptions.add(wish, 0, time);
      const messages = [{ key: place, message: { text: "Hallo", blocks: [] } }];
      const parcel = { team: "T1", place: place as Place, purpose: "digest" as const, messages };
      const turn = { subscription: id, seenBefore: 0, seenBatch: 1, slot: null };
      outbox.writeDigest({ parcel, deliveries: [], turns: [turn] }, time);
    }
    const [first, second, third] = outbox.open.first(time);
    outbox.begin(first?.id ?? 0, time);
    outbox.giveUp(second?.id ?? 0, "unsure", "no answer", [], time);
    heldPlaces.pause({ team: "T1", place: third?.place ?? null, reason: "is_archived" }, [], time);
    time = new Date(Date.UTC(2026, 0, 5, 8, 5));
    monitor = await watch(parts, anywhere, log).listen();
    expect(await (await page("/health")).json()).toMatchObject({
      outbox: { waiting: 1, oldestSeconds: 120, unheard: 1, unsure: 1, held: 1 },
    });
    const text = await (await page("/metrics")).text();
    for (const line of ["waiting 1", "oldest_seconds 120", "unheard 1", "unsure 1", "held 1"])
      expect(text).toContain(`terugkeer_outbox_${line}\n`);
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
    const outbox = { waiting: 0, oldestSeconds: null, unheard: 0, unsure: 0, held: 0 };
    const health = async () => ({
      ready: true,
      database: null,
      slack: null,
      index: { letters: 0, of: 0 },
      outbox,
      sources: [],
    });
    expect(await openMonitor({ host: "127.0.0.1", port }, { health, metrics }, log)).toBeNull();
    other.close();
  });
});
