import { readFile } from "node:fs/promises";
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { UserError } from "../../src/errors.ts";
import { openDocument } from "../../src/formats/open.ts";
import { answers, letter } from "../golden-forms/content.ts";
import { golden, outcomeOf, utf8 } from "./shared.ts";

/** A PDF of one page that draws this content; the table of places is left for the reader to find again. */
function pdf(content: string | Uint8Array, more = { page: "", trailer: "", stream: "" }): Uint8Array {
  const stream = typeof content === "string" ? utf8(content) : content;
  return new Uint8Array(
    Buffer.concat([
      Buffer.from(
        `%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n` +
          `3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>${more.page}>>\nendobj\n` +
          `5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n` +
          `4 0 obj\n<</Length ${stream.length}${more.stream}>>\nstream\n`,
        "latin1",
      ),
      stream,
      Buffer.from(`\nendstream\nendobj\ntrailer\n<</Root 1 0 R${more.trailer}>>\nstartxref\n0\n%%EOF\n`, "latin1"),
    ]),
  );
}

const words = "BT /F1 12 Tf 50 700 Td (Geachte voorzitter, hierbij informeer ik uw Kamer over terugkeer.) Tj ET";
const password = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${"41".repeat(32)}>/U<${"42".repeat(32)}>>>`;

const odt = (content: string, manifest = ""): Uint8Array =>
  zipSync({ "content.xml": strToU8(content), "META-INF/manifest.xml": strToU8(manifest || "<manifest:manifest/>") });

const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><officiele-publicatie><al>&b;</al></officiele-publicatie>`;
const page = (title: string, text: string): string =>
  `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;

const spaces = (bytes: number): Uint8Array => new Uint8Array(bytes).fill(0x20);

const half = async (name: string): Promise<Uint8Array> => {
  const bytes = await readFile(golden(name));
  return bytes.subarray(0, Math.floor(bytes.length / 2));
};

const bad: [string, string, string, Uint8Array | Promise<Uint8Array>][] = [
  ["an empty PDF", "leeg.pdf", "empty", new Uint8Array(0)],
  ["a PDF with a password", "dicht.pdf", "encrypted", pdf(words, { page: "", trailer: password, stream: "" })],
  ["half a PDF", "half.pdf", "truncated", half(`${letter.id}.pdf`)],
  ["a PDF that is not there", "niets.pdf", "truncated", utf8("%PDF-1.7\n%%EOF")],
  ["a scan", "scan.pdf", "no-text", pdf("q 500 0 0 700 0 0 cm Q")],
  ["text that calls itself PDF", "tekst.pdf", "truncated", utf8("gewone tekst")],
  ["a picture that calls itself PDF", "plaat.pdf", "unknown-form", Uint8Array.of(0x89, 0x50, 0x4e, 0x47)],
  ["half a Word file", "half.docx", "truncated", half(`${letter.id}.docx`)],
  ["half an ODT file", "half.odt", "truncated", half(`${answers.id}.odt`)],
  ["an old Word file", "oud.doc", "unknown-form", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)],
  [
    "a Word file with a password",
    "dicht.docx",
    "encrypted",
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from("EncryptedPackage", "utf16le")]),
  ],
  [
    "an ODT file with a password",
    "dicht.odt",
    "encrypted",
    odt(
      "x",
      "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>",
    ),
  ],
  [
    "an ODT file without text",
    "leeg.odt",
    "no-text",
    odt("<office:document-content><office:text/></office:document-content>"),
  ],
  ["an ODT file with broken XML in it", "stuk.odt", "broken-xml", odt("<office:document-content><office:text>")],
  ["another zip file", "foto.zip", "unknown-form", zipSync({ "foto.txt": strToU8("een foto") })],
  ["a zip bomb", "bom.odt", "zip-bomb", zipSync({ "content.xml": spaces(80_000_000) })],
  [
    "a zip bomb in Word",
    "bom.docx",
    "zip-bomb",
    zipSync({ "word/document.xml": spaces(20_000_000), "word/styles.xml": spaces(20_000_000) }),
  ],
  ["broken XML", "stuk.xml", "broken-xml", utf8("<officiele-publicatie><kamerstuk></officiele-publicatie>")],
  ["XML that ends too soon", "half.xml", "broken-xml", half(`${letter.id}.xml`)],
  ["XML with entities of its own", "lach.xml", "broken-xml", utf8(laughs)],
  ["XML of something else", "anders.xml", "unknown-form", utf8("<diagnostics><diagnostic/></diagnostics>")],
  ["XML without text", "leeg.xml", "no-text", utf8("<officiele-publicatie><kamerstuk/></officiele-publicatie>")],
  ["metadata alone", "metadata.xml", "metadata-only", readFile(golden(`${letter.id}.metadata.xml`))],
  ["XML a million deep", "diep.xml", "too-large", utf8(`<officiele-publicatie>${"<al>".repeat(1_000_000)}`)],
  ["HTML a million deep", "diep.html", "too-large", utf8(`<html><body>${"<div>".repeat(1_000_000)}tekst`)],
  [
    "an error page as XML",
    "kst-1-1.xml",
    "error-page",
    utf8(page("Officiële bekendmakingen", "Het document is niet gevonden.")),
  ],
  ["an error page as PDF", "kst-1-1.pdf", "error-page", utf8(page("Fout", "Er ging iets mis."))],
  [
    "an error page as HTML",
    "kst-1-1.html",
    "error-page",
    utf8(page("Pagina niet gevonden", "Deze pagina bestaat niet.")),
  ],
  ["a web page without text", "leeg.html", "no-text", utf8("<html><body><nav>Menu</nav></body></html>")],
  ["zero bytes as text", "nul.txt", "binary", new Uint8Array(1000)],
  ["100 MB of spaces", "groot.txt", "too-large", spaces(100 * 1024 * 1024)],
  ["40 MB of spaces", "wit.txt", "empty", spaces(40 * 1024 * 1024)],
];

describe("what was found is said in English in the log and in Dutch to the person", () => {
  it.each([
    ["oud.doc", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), "an old Office file (.doc)", "een oud Office-bestand (.doc)"],
    ["plaat.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47), "an image", "een afbeelding"],
    ["pak.gz", Uint8Array.of(0x1f, 0x8b), "a gzip file", "een gzip-bestand"],
    [
      "foto.zip",
      zipSync({ "foto.txt": strToU8("een foto") }),
      "a zip file without a Word or ODT document",
      "een zip-bestand zonder Word- of ODT-document",
    ],
    ["anders.xml", utf8("<diagnostics/>"), "XML with diagnostics", "XML met diagnostics"],
    ["diep.xml", utf8("<a>".repeat(600)), "elements more than 500 deep", "elementen meer dan 500 diep"],
    ["lach.xml", utf8(laughs), "entities of its own are not allowed", "eigen entiteiten zijn niet toegestaan"],
    ["tekst.xml", utf8("gewone tekst"), "does not begin with an element", "begint niet met een element"],
    ["stuk.xml", utf8("<a>\n<b></a>"), "Unexpected close tag, line 2", "regel 2"],
  ])("%s", async (file, bytes, inLog, toPerson) => {
    const refused = await openDocument(bytes, file).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UserError);
    const { message, forUser } = refused as UserError;
    expect(message).toMatch(new RegExp(`^${escaped(file)} (?:is|has) .*: ${escaped(inLog)}$`));
    expect(forUser).toMatch(new RegExp(`^${escaped(file)} (?:is|heeft|bevat) .*\\(${escaped(toPerson)}\\)\\.$`));
  });

  const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
});

describe("bad input gets one code, and a sentence that names the file", () => {
  it.each(bad)("%s (%s): %s", async (_name, file, code, bytes) => {
    const started = performance.now();
    expect(await outcomeOf(await bytes, file)).toBe(code);
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it("and a zip bomb takes no more memory than its bound", async () => {
    const bomb = zipSync({ "content.xml": spaces(120_000_000) });
    const before = process.memoryUsage().arrayBuffers;
    expect(await outcomeOf(bomb, "bom.odt")).toBe("zip-bomb");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
  });

  it("and a bomb that lies about its size is stopped all the same", async () => {
    const bomb = zipSync({ "content.xml": spaces(80_000_000) });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    // The size unpacked, in the directory of the zip file (signature PK\1\2, at 24).
    for (let at = 0; at < bomb.length - 4; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
    }
    expect(["zip-bomb", "truncated"]).toContain(await outcomeOf(bomb, "bom.odt"));
  });

  it("and a PDF whose page unpacks to 60 MB of nothing ends", { timeout: 60_000 }, async () => {
    const stream = "/Filter/FlateDecode";
    const bytes = pdf(deflateSync(spaces(60_000_000)), { page: "", trailer: "", stream });
    expect(["no-text", "too-slow", "too-large"]).toContain(await outcomeOf(bytes, "bom.pdf"));
  });

  it("but the small PDF that the bad ones are made from is read", async () => {
    expect(await outcomeOf(pdf(words), "goed.pdf")).toBe("read");
  });
});

describe("mutated documents are read or refused, and never crash", () => {
  const edits = fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
      cut: fc.nat(40),
    }),
    { minLength: 1, maxLength: 6 },
  );

  function mutate(bytes: Uint8Array, changes: { at: number; bytes: Uint8Array; cut: number }[]): Uint8Array {
    return changes.reduce<Uint8Array>((changed, { at, bytes: inserted, cut }) => {
      const place = Math.floor(at * changed.length);
      return new Uint8Array([...changed.subarray(0, place), ...inserted, ...changed.subarray(place + cut)]);
    }, bytes);
  }

  it.each([
    ["xml", 80],
    ["html", 80],
    ["odt", 60],
    ["docx", 40],
    ["pdf", 15],
  ])("%s", { timeout: 120_000 }, async (form, numRuns) => {
    const original = await readFile(golden(`${answers.id}.${form}`));
    await fc.assert(
      fc.asyncProperty(edits, async (changes) => {
        expect(typeof (await outcomeOf(mutate(original, changes), `kapot.${form}`))).toBe("string");
      }),
      { numRuns },
    );
  });

  it("nor do any bytes under any name", async () => {
    const start = fc.constantFrom(
      "",
      "%PDF-1.7\n",
      "PK\u0003\u0004",
      "<?xml version='1.0'?><",
      "<!doctype html><",
      "<a><b>",
    );
    const name = fc.constantFrom("a.pdf", "a.docx", "a.odt", "a.xml", "a.html", "a.txt", "a");
    await fc.assert(
      fc.asyncProperty(start, name, fc.uint8Array({ maxLength: 200 }), async (head, file, bytes) => {
        expect(typeof (await outcomeOf(new Uint8Array([...utf8(head), ...bytes]), file))).toBe("string");
      }),
      { numRuns: 100 },
    );
  });
});

describe("reading is linear", () => {
  it.each([
    ["a.txt", "Dit is een zin over terugkeer naar Marokko. "],
    ["a.xml", "<al>Dit is een <nadruk type='vet'>zin</nadruk> over terugkeer.</al>"],
    ["a.html", "<p>Dit is een <b>zin</b> over <a href='kst-1-1.html'>terugkeer</a>.</p>"],
    ["a.html", "<b>zin</b> "],
    ["a.html", "\u00a0"],
  ])("%s of 1 MB", async (file, unit) => {
    const inside = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const whole =
      file === "a.txt"
        ? inside
        : file === "a.xml"
          ? `<officiele-publicatie><stuk>x${inside}</stuk></officiele-publicatie>`
          : `<html><body>x${inside}</body></html>`;
    await outcomeOf(utf8("<html><body>warm</body></html>"), "warm.html");
    const before = process.cpuUsage();
    expect(await outcomeOf(utf8(whole), file)).toBe("read");
    // Time of the processor, for the clock also counts what else the machine does.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2500);
  });
});
