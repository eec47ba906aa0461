import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseXml } from "../../src/formats/parse-xml.ts";
import { readKoopRecord } from "../../src/ingest/sources/koop-record.ts";
import { allBelow } from "../../src/ingest/sources/listing.ts";
import type { LetterKey } from "../../src/letters/stored-letter.ts";
import { absent, hasShared, shared } from "../formats/shared.ts";
import { KoopStandIn, koopPublication, xml } from "../stand-in/koop.ts";
import { documentXml, dossierXml, guid } from "../stand-in/syncfeed.ts";
import { openSyncing, type Syncing } from "./syncing.ts";

const koopSample = (name: string): string => readFileSync(join(shared, "samples/koop", name), "utf8");
const site = "https://zoek.officielebekendmakingen.nl/";

describe.skipIf(!hasShared)(`real records of KOOP${absent}`, () => {
  it("of a Kamerstuk says what it is and where its forms are", async () => {
    const [record] = allBelow(await parseXml(koopSample("sru_record_kst.xml"), "kst"), "record");
    expect(record && readKoopRecord(record, site)).toMatchObject({
      modified: "2021-05-27",
      document: {
        externalId: "kst-35842-4",
        provisional: false,
        hints: { dossier: "35842", number: "4", date: "2021-05-25", chamber: "Tweede Kamer" },
        forms: [
          { url: `${site}kst-35842-4.xml` },
          { url: `${site}kst-35842-4.html` },
          { url: `${site}kst-35842-4.pdf` },
        ],
        metadata: `${site}kst-35842-4/metadata.xml`,
      },
    });
  });

  it("of a paper without a prefix to its id lead to the only form that it has", async () => {
    const renamed = koopSample("sru_record_kst.xml").replaceAll("kst-35842-4", "1007826");
    const [record] = allBelow(await parseXml(renamed, "1007826"), "record");
    const { document } = (record && readKoopRecord(record, site)) ?? {};
    expect(document?.hints).toMatchObject({ id: "1007826", url: `${site}1007826.pdf` });
  });

  it("of questions without an answer keeps the number that they carry, and has no PDF", async () => {
    const record = await parseXml(koopSample("sru_record_kv_onopgemaakt.xml"), "kv");
    const { document } = readKoopRecord(record, site) ?? {};
    expect(document).toMatchObject({ externalId: "kv-2989900822", hints: { kind: "vragen", submitted: "1998-09-28" } });
    expect(document?.forms.map(({ name }) => name)).toEqual(["kv-2989900822.xml", "kv-2989900822.html"]);
  });

  it("of annexes and debates are passed over", async () => {
    for (const name of ["sru_record_bijlage.xml", "sru_record_handeling.xml"]) {
      expect(readKoopRecord(await parseXml(koopSample(name), name), site)).toBeNull();
    }
  });
});

describe.skipIf(!hasShared)(`real publications of KOOP over HTTP${absent}`, () => {
  let koop: KoopStandIn;
  let syncing: Syncing;

  beforeEach(async () => {
    koop = await KoopStandIn.start();
    syncing = openSyncing({ ...koop.settings });
  });

  afterEach(async () => {
    await syncing.close();
    await koop.server.stop();
  });

  const types = { xml: "application/xml", html: "text/html", pdf: "application/pdf" };

  /** A real publication in some of its forms, listed as if it were of a chosen dossier. */
  function real(id: string, forms: (keyof typeof types)[]) {
    const publication = koopPublication({ dossier: "19637", number: "1", about: "iets" }, "2025-03-14");
    const bytes = (name: string) => readFileSync(join(shared, "samples/koop", id, name));
    const files = new Map(forms.map((form) => [`${id}.${form}`, { type: types[form], bytes: bytes(`${id}.${form}`) }]));
    files.set(`${id}/metadata.xml`, { type: "text/xml", bytes: bytes("metadata.xml") });
    return { ...publication, id, record: publication.record.replaceAll("kst-19637-1", id), files };
  }

  it.each([
    ["kst-32545-143", ["xml"], "motie", "kst-32545-143.xml"],
    ["kst-32545-143", ["html", "pdf"], "motie", "kst-32545-143.html"],
    ["kst-32545-143", ["pdf"], "motie", "kst-32545-143.pdf"],
    ["ah-tk-20202021-3235", ["xml"], "antwoord", "ah-tk-20202021-3235.xml"],
    ["ah-tk-20202021-3235", ["pdf"], "antwoord", "ah-tk-20202021-3235.pdf"],
  ] as const)("%s is read from the best of %j", async (id, forms, kind, file) => {
    koop.publish(real(id, [...forms]));
    expect(await syncing.sync(["koop"])).toEqual([{ listed: 1, new: 1 }]);
    const [{ key } = { key: "" }] = syncing.store.letters.versions();
    expect(syncing.store.letters.letter(key as LetterKey)).toMatchObject({ id, kind, file, url: `${site}${id}.html` });
  });

  it("lists a page as the real search sends it, with its namespaces and its estimate", async () => {
    koop.fail("startRecord=1&", (_, response) => xml(response, koopSample("sru.xml")));
    // One Kamerstuk among annexes and debates, which the stand-in does not have; its second page is empty.
    expect(await syncing.sync(["koop"])).toEqual([{ listed: 1, quarantined: 1 }]);
    expect(syncing.store.letters.quarantine()).toMatchObject([{ file: "kst-22112-3185.xml" }]);
    expect(syncing.store.sources.state("koop")).toMatchObject({ fault: null });
    expect(koop.server.asked.at(-1)?.path).toContain("startRecord=9&");
  });
});

describe.skipIf(!hasShared)(`the made SyncFeed${absent}`, () => {
  const schemas = ["base", "iso-8601", "document", "kamerstukdossier"].map((name) => ({
    fileName: `tkData-v1-0-${name}.xsd`,
    contents: readSchema(name),
  }));
  const at = "2025-03-14T12:00:00Z";
  const bytes = new Uint8Array(9);

  it.each([
    ["document", documentXml({ id: guid(1), deleted: true }, at)],
    ["document", documentXml({ id: guid(1) }, at)],
    [
      "document",
      documentXml(
        {
          ...{
            id: guid(1),
            contentType: "application/pdf",
            bytes,
            version: guid(2),
            dossier: guid(3),
            titel: "Dossier",
          },
          ...{ soort: "Brief regering", documentNummer: "2025D00001", onderwerp: "Brief", volgnummer: 7 },
          ...{ datum: "2025-03-14T00:00:00", aanhangselnummer: "242501244" },
        },
        at,
      ),
    ],
    ["kamerstukdossier", dossierXml(guid(3), 36600, "VI")],
  ])("validates against the real schema of a %s", async (name, xmlText) => {
    const { validateXML } = await import("xmllint-wasm");
    const { valid, errors } = await validateXML({
      xml: [{ fileName: "entity.xml", contents: xmlText }],
      schema: [schemas.find(({ fileName }) => fileName.endsWith(`-${name}.xsd`)) ?? { fileName: "", contents: "" }],
      preload: schemas,
    });
    expect(errors.map(({ message }) => message)).toEqual([]);
    expect(valid).toBe(true);
  });
});

function readSchema(name: string): string {
  if (!hasShared) return "";
  return readFileSync(join(shared, `samples/tweede-kamer/pm_tkData-v1-0-${name}.xsd`), "utf8").replace(/^\uFEFF/, "");
}
