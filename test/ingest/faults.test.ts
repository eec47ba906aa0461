import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { letterDocx } from "../golden-forms/to-docx.ts";
import { diagnostic, errorPage, KoopStandIn, koopPublication, sruResponse, xml } from "../stand-in/koop.ts";
import { type MadePaper, madeContent } from "../stand-in/made-papers.ts";
import { atom, documentXml, feedXml, guid, SyncFeedStandIn } from "../stand-in/syncfeed.ts";
import type { Handler } from "../stand-in/web-server.ts";
import { openSyncing, type Syncing } from "./syncing.ts";

/** Every way of misbehaving that is known of the sources leads to a named outcome, and what was in stays in. */

const paper = (number: number): MadePaper => ({ dossier: "19637", number: String(number), about: `zaak${number}` });

let koop: KoopStandIn;
let feed: SyncFeedStandIn;
let syncing: Syncing;

beforeEach(async () => {
  koop = await KoopStandIn.start();
  feed = await SyncFeedStandIn.start();
  syncing = openSyncing({ ...koop.settings, ...feed.settings });
});

afterEach(async () => {
  await syncing.close();
  await koop.server.stop();
  await feed.server.stop();
});

const html = (status: number, headers: Record<string, string> = {}): Handler => {
  return (_, response) => response.writeHead(status, { "content-type": "text/html", ...headers }).end(errorPage);
};
const record = (number: number) => koopPublication(paper(number), "2025-03-14").record;
const sendsXml =
  (body: (url: URL) => string): Handler =>
  (_, response, url) =>
    xml(response, body(url));
const start = (url: URL): number => Number(url.searchParams.get("startRecord"));

describe("a search at KOOP that", () => {
  it.each<[string, string, Handler]>([
    ["source-diagnostic", "answers 200 with bare diagnostics", (_, response) => diagnostic(response, "No such index")],
    [
      "source-diagnostic",
      "answers 200 with diagnostics in a response",
      sendsXml(() => {
        const inside =
          "<sru:diagnostics><d:diagnostic xmlns:d='urn:d'><d:message>Query syntax</d:message></d:diagnostic></sru:diagnostics>";
        return sruResponse(0, [], 1, null).replace("</sru:searchRetrieveResponse>", `${inside}$&`);
      }),
    ],
    ["source-error-page", "answers 200 with a page of HTML", html(200)],
    ["source-error-page", "calls its page of HTML XML", sendsXml(() => errorPage)],
    [
      "source-wrong-type",
      "answers with another type",
      (_, response) => response.writeHead(200, { "content-type": "application/json" }).end("{}"),
    ],
    [
      "source-malformed",
      "answers with half of its XML",
      sendsXml(() => sruResponse(1, [record(1)], 1, null).slice(0, 900)),
    ],
    ["source-malformed", "answers with other XML", sendsXml(() => "<rss/>")],
    [
      "source-malformed",
      "answers with entities of its own",
      sendsXml(() => '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    ],
    ["source-malformed", "counts records and sends none", sendsXml(() => sruResponse(812, [], 1, null))],
    [
      "source-endless",
      "gives the same next page again",
      sendsXml((url) => sruResponse(9, [record(start(url))], start(url), start(url))),
    ],
    [
      "source-endless",
      "sends the same records on every page",
      sendsXml((url) => sruResponse(1e6, [record(1)], start(url), start(url) + 1)),
    ],
    ["source-busy", "answers 429 for hours", html(429, { "retry-after": "7200" })],
    ["source-server-error", "answers 500", html(500)],
    ["source-busy", "answers 503 with HTML", html(503)],
    ["source-private-address", "redirects to a private address", html(302, { location: "http://192.168.1.1/sru" })],
    ["source-redirect", "redirects to a host that is not allowed", html(302, { location: "https://elders.example/" })],
    [
      "source-too-large",
      "sends 5 GB",
      (_, response) =>
        void response
          .writeHead(200, { "content-type": "application/xml", "content-length": String(5 * 1024 ** 3) })
          .write("<"),
    ],
    ["source-refused", "answers 403", html(403)],
  ])("ends the run with %s when it %s", async (code, _, answer) => {
    koop.fail("/sru", answer);
    expect(await syncing.sync(["koop"])).toEqual([code]);
    expect(syncing.store.sources.state("koop")).toMatchObject({
      fault: code,
      cursor: expect.toSatisfy((cursor) => cursor === null || cursor === "2025-03-14"),
    });
    // And as soon as the source is well, everything comes in.
    koop.heal();
    koop.publish(koopPublication(paper(7), "2025-04-01"));
    syncing.clock.advance(3 * 3_600_000);
    expect(await syncing.sync(["koop"])).toMatchObject([{ listed: 1, new: 1 }]);
    expect(syncing.store.sources.state("koop")).toMatchObject({ fault: null, failingSince: null });
  });

  it("asks to come back in two hours is left alone for two hours", async () => {
    koop.fail("/sru", html(429, { "retry-after": "7200" }));
    await syncing.sync(["koop"]);
    const asked = koop.server.asked.length;
    syncing.clock.advance(3_600_000);
    expect(await syncing.sync(["koop"])).toEqual(["source-busy"]);
    expect(koop.server.asked).toHaveLength(asked);
  });

  it("fails for one source does not keep the other from its turn", async () => {
    koop.fail("/sru", html(500));
    expect(await syncing.sync(["koop", "tweede-kamer"])).toEqual(["source-server-error", {}]);
  });
});

describe("a publication at KOOP that", () => {
  const bytes = (type: string, body: string | Uint8Array): Handler => {
    return (_, response) => response.writeHead(200, { "content-type": type }).end(body);
  };
  it.each<[string, string, Handler]>([
    ["source-error-page", "is an error page with status 200", html(200)],
    ["source-missing", "is missing", html(404)],
    ["source-wrong-type", "is of another type", bytes("image/jpeg", "x")],
    ["broken-xml", "is half of its XML", bytes("application/xml", "<officiele-publicatie><kamerstuk>")],
    ["unknown-form", "is other XML", bytes("text/xml", "<rss/>")],
    ["empty", "is empty", bytes("application/xml", "")],
    [
      "source-too-large",
      "is 5 GB",
      (_, response) =>
        void response
          .writeHead(200, { "content-type": "application/xml", "content-length": String(5 * 1024 ** 3) })
          .write("<"),
    ],
    ["source-private-address", "redirects to a private address", html(302, { location: "http://169.254.169.254/" })],
    ["source-server-error", "answers 500", html(500)],
    ["source-interrupted", "breaks off", (_, response) => void response.destroy()],
  ])("is quarantined as %s when it %s, and the run goes on", async (code, _, answer) => {
    koop.publish(...[1, 2, 3].map((number) => koopPublication(paper(number), "2025-03-14")));
    koop.fail("kst-19637-2.", answer);
    expect(await syncing.sync(["koop"])).toEqual([{ listed: 3, new: 2, quarantined: 1 }]);
    expect(syncing.store.letters.quarantine()).toMatchObject([{ file: "kst-19637-2.xml", code }]);
    expect(syncing.store.status.read().sources).toMatchObject([{ source: "koop", waiting: 1 }]);
    koop.heal();
    syncing.clock.advance(61 * 60_000);
    expect(await syncing.sync(["koop"])).toMatchObject([{ new: 1, unchanged: 3 }]);
    expect(syncing.store.letters.quarantine()).toEqual([]);
  });

  it("cannot be had, like all others, ends the run: then it is the site that is down", async () => {
    koop.publish(...[1, 2, 3, 4, 5].map((number) => koopPublication(paper(number), "2025-03-14")));
    koop.fail("kst-", html(500));
    expect(await syncing.sync(["koop"])).toEqual(["source-server-error"]);
    expect(syncing.store.sources.state("koop").cursor).toBeNull();
    koop.heal();
    syncing.clock.advance(61 * 60_000);
    expect(await syncing.sync(["koop"])).toMatchObject([{ new: 5 }]);
  });

  it("comes without its metadata is read all the same", async () => {
    koop.publish(koopPublication(paper(1), "2025-03-14"));
    koop.fail("metadata.xml", html(404));
    expect(await syncing.sync(["koop"])).toEqual([{ listed: 1, new: 1 }]);
  });

  it("is given up after five attempts, until it is listed anew", async () => {
    koop.publish(koopPublication(paper(1), "2025-03-14"));
    koop.fail("kst-19637-1.", html(404));
    for (let attempt = 0; attempt < 8; attempt++) {
      await syncing.sync(["koop"]);
      syncing.clock.advance(169 * 3_600_000);
    }
    const tries = () => koop.fetched.filter((path) => path.endsWith(".xml") && !path.includes("metadata")).length;
    expect(tries()).toBe(6);
    koop.publish(koopPublication(paper(1), "2025-06-14"));
    await syncing.sync(["koop"]);
    expect(tries()).toBe(7);
  });
});

describe("a feed of the Tweede Kamer that", () => {
  const entry = (number: number): string =>
    `<entry><id>${number}</id><updated>2025-03-14T12:00:00Z</updated><content>${documentXml({ id: guid(number), soort: "Motie" }, "2025-03-14T12:00:00Z")}</content></entry>`;
  const sends =
    (body: (token: number) => string): Handler =>
    (_, response: ServerResponse, url) =>
      atom(response, body(Number(url.searchParams.get("skiptoken") ?? 0)));
  const page = (token: number): string => `Feed?category=Document&amp;skiptoken=${token}`;

  it.each<[string, string, Handler]>([
    [
      "source-endless",
      "leads from page to page with the same entries",
      sends((token) => feedXml([entry(1)], page(token + 1))),
    ],
    ["source-endless", "leads in a circle", sends((token) => feedXml([entry(token % 2)], page(token === 1 ? 2 : 1)))],
    ["source-endless", "leads on without any entries", sends((token) => feedXml([], page(token + 1)))],
    ["source-malformed", "leads to a page without a skiptoken", sends(() => feedXml([entry(1)], "/elders"))],
    ["source-malformed", "is half of its XML", sends(() => feedXml([entry(1)], null).slice(0, 300))],
    ["source-error-page", "is an error page with status 200", html(200)],
    ["source-busy", "answers 503", html(503)],
  ])("ends the run with %s when it %s", async (code, _, answer) => {
    feed.fail("/Feed", answer);
    expect(await syncing.sync(["tweede-kamer"])).toEqual([code]);
  });

  it("names a page elsewhere is followed at its own address only", async () => {
    feed.fail(
      "/Feed",
      sends(() => feedXml([entry(1)], "http://10.0.0.1/Feed?skiptoken=7")),
      1,
    );
    expect(await syncing.sync(["tweede-kamer"])).toEqual([{}]);
    expect(feed.server.asked.at(-1)?.path).toBe("/SyncFeed/2.0/Feed?category=Document&skiptoken=7");
  });

  it("names a dossier that cannot be found leaves the letter its document number", async () => {
    const bytes = await letterDocx(madeContent(paper(3)));
    const contentType = "application/msword";
    const brief = { soort: "Brief regering", documentNummer: "2025D00001", onderwerp: "terugkeer", volgnummer: 3 };
    feed.change({ id: guid(1), contentType, bytes, dossier: guid(99), ...brief });
    expect(await syncing.sync(["tweede-kamer"])).toEqual([{ listed: 1, new: 1 }]);
    expect(await syncing.find("Mongolië")).toEqual(["2025D00001"]);
  });

  it("announces PDF and sends a page of HTML is quarantined", async () => {
    const brief = { soort: "Brief regering", documentNummer: "2025D00001", onderwerp: "terugkeer" };
    feed.change({ id: guid(1), contentType: "application/pdf", bytes: Buffer.from(errorPage), ...brief });
    expect(await syncing.sync(["tweede-kamer"])).toEqual([{ listed: 1, quarantined: 1 }]);
    expect(syncing.store.letters.quarantine()).toMatchObject([{ file: "2025D00001.pdf", code: "error-page" }]);
  });
});

describe("a source that fails for a day", () => {
  it("is told once, and once more when it is back", async () => {
    const told: string[] = [];
    const watcher = {
      onTrouble: async ({ source, fault }: { source: string; fault: string }) => void told.push(`${source} ${fault}`),
      onRecovered: async ({ source }: { source: string }) => void told.push(`${source} is back`),
    };
    const hours = async (count: number) => {
      for (let hour = 0; hour < count; hour++) {
        await syncing.sync(["koop"], {}, watcher);
        syncing.clock.advance(3_600_000);
      }
    };
    koop.fail("/sru", html(500));
    await hours(24);
    expect(told).toEqual([]);
    await hours(30);
    expect(told).toEqual(["koop source-server-error"]);
    koop.heal();
    await hours(3);
    expect(told).toEqual(["koop source-server-error", "koop is back"]);
  });

  it("is told again when telling failed", async () => {
    let calls = 0;
    const onTrouble = async () => {
      calls += 1;
      if (calls === 1) throw new Error("Slack is down");
    };
    koop.fail("/sru", html(500));
    await syncing.sync(["koop"]);
    syncing.clock.advance(25 * 3_600_000);
    const watcher = { onTrouble, onRecovered: async () => undefined };
    for (let run = 0; run < 3; run++)
      expect(await syncing.sync(["koop"], {}, watcher)).toEqual(["source-server-error"]);
    expect(calls).toBe(2);
  });
});
