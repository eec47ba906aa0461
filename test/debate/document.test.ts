import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { parser } from "sax";
import { beforeAll, describe, expect, it } from "vitest";
import { type DebateContents, debateContents } from "../../src/debate/contents.ts";
import { debateDocument } from "../../src/debate/document.ts";
import type { DebateCollection } from "../../src/debate/kept-passage.ts";
import type { Day, ReadLetter } from "../../src/letters/letter.ts";
import { repairKinds } from "../../src/letters/text.ts";
import { debateTexts } from "../../src/texts/debate.ts";
import { keptFromBundled } from "./kept.ts";

const today = "2026-11-22" as Day;
let collection: DebateCollection;
let letters: ReadLetter[];
let contents: DebateContents;
let files: Record<string, string>;
let paragraphs: Printed[];

/** A paragraph as a reader of the file sees it. */
interface Printed {
  style: string;
  text: string;
}

beforeAll(async () => {
  ({ collection, letters } = keptFromBundled());
  contents = debateContents(collection, "country", today);
  files = await opened(contents);
  paragraphs = printed(files["word/document.xml"] ?? "");
});

async function opened(of: DebateContents): Promise<Record<string, string>> {
  const entries = Object.entries(unzipSync(await debateDocument(of)));
  return Object.fromEntries(entries.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** Read with a strict parser, so that a file that is no XML fails. */
function printed(xml: string): Printed[] {
  const found: Printed[] = [];
  const reader = parser(true);
  let inText = false;
  reader.onopentag = ({ name, attributes }) => {
    const last = found.at(-1);
    if (name === "w:p") found.push({ style: "Normal", text: "" });
    else if (name === "w:pStyle" && last) last.style = String(attributes["w:val"]);
    else if (name === "w:br" && last) last.text += "\n";
    inText = name === "w:t";
  };
  reader.onclosetag = () => {
    inText = false;
  };
  reader.ontext = (text) => {
    const last = found.at(-1);
    if (inText && last) last.text += text;
  };
  reader.onerror = (error) => {
    throw error;
  };
  reader.write(xml).close();
  return found;
}

function ofStyle(style: string): string[] {
  return paragraphs.filter((one) => one.style === style).map(({ text }) => text);
}

describe("the Word document", () => {
  it("quotes nothing but stretches of the repaired bodies, to the letter", () => {
    const quotes = ofStyle("Quote");
    const bodies = letters.map(({ body }) => body);
    expect(quotes.length).toBeGreaterThan(150);
    expect(quotes.filter((quote) => !bodies.some((body) => body.includes(quote)))).toEqual([]);
  });

  it("holds every passage whole: question, answer and all their paragraphs", () => {
    const quoted = ofStyle("Quote").join("\n\n");
    for (const { copy } of collection.passages) {
      const { question, text } = copy;
      const parts = question === null ? [text] : [question.question, question.answer ?? ""];
      for (const part of parts) expect(quoted).toContain(part);
    }
  });

  it("quotes in each entry the letter that its byline and link name", () => {
    const bySource = new Map(letters.map((letter) => [letter.url, letter]));
    for (const { entries } of contents.groups)
      for (const { quotes, citation } of entries)
        for (const { paragraphs: quoted } of quotes)
          for (const paragraph of quoted) expect(bySource.get(citation.url)?.body).toContain(paragraph);
  });

  it("has the title, real headings, and contents that link to each of them", () => {
    const document = files["word/document.xml"] ?? "";
    const headings = [...ofStyle("Heading1"), ...ofStyle("Heading2")];
    expect(ofStyle("Title")).toEqual(["Debat over terugkeer & visum"]);
    expect(ofStyle("Heading1")).toEqual([...contents.groups.map(({ heading }) => heading), "Bronnen"]);
    expect([...ofStyle("TOC1"), ...ofStyle("TOC2")].toSorted()).toEqual(headings.toSorted());
    const anchors = [...document.matchAll(/w:anchor="([^"]+)"/g)].map(([, name]) => name);
    const bookmarks = [...document.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name);
    expect(anchors.length).toBe(headings.length);
    expect(anchors.toSorted()).toEqual(bookmarks.toSorted());
    expect(new Set(bookmarks).size).toBe(bookmarks.length);
  });

  it("says that its language is Dutch, and numbers its pages", () => {
    expect(files["word/styles.xml"]).toContain('w:lang w:val="nl-NL"');
    const footer = Object.entries(files).find(([name]) => name.startsWith("word/footer"))?.[1] ?? "";
    expect(footer).toContain("PAGE");
    expect(footer).toContain("NUMPAGES");
    expect(files["docProps/core.xml"]).toContain("<dc:title>Debat over terugkeer &amp; visum</dc:title>");
  });

  it("defines every style that it uses", () => {
    const defined = new Set([...(files["word/styles.xml"] ?? "").matchAll(/w:styleId="([^"]+)"/g)].map(([, id]) => id));
    const used = new Set(paragraphs.map(({ style }) => style).filter((style) => style !== "Normal"));
    expect([...used].filter((style) => !defined.has(style))).toEqual([]);
  });

  it("marks notes as notes, and never as quotations", () => {
    const notes = ofStyle("Note");
    expect(notes.length).toBe(collection.passages.filter(({ note }) => note !== null).length);
    for (const note of notes) expect(note).toMatch(/^Notitie \(geen citaat\): Let op: \*nog\* navragen <bij> DT&V\n/);
  });

  it("lists each source once, with its citation, its link and the repairs that were made in it, and no others", () => {
    const details = ofStyle("SourceDetail");
    expect(ofStyle("Source").length).toBe(letters.length);
    for (const { repairs } of letters) {
      const listed = details.filter((detail) => detail.startsWith("Hersteld in deze brief: "));
      for (const { kind, count } of repairs.filter(({ count }) => count > 0)) {
        const [one, many] = debateTexts.document.repairs[kind as keyof typeof repairKinds];
        const number = new Intl.NumberFormat("nl-NL").format(count);
        expect(listed.some((detail) => detail.includes(`${number} ${count === 1 ? one : many}`))).toBe(true);
      }
    }
    const links = files["word/_rels/document.xml.rels"] ?? "";
    for (const { url } of letters) expect(links).toContain(String(url).replaceAll("&", "&amp;"));
    expect(details.join("\n")).toContain("Kamerstukken II 2024/25, 32 317, nr. 929");
  });

  it("names each kind of repair in Dutch", () => {
    expect(Object.keys(debateTexts.document.repairs).toSorted()).toEqual(Object.keys(repairKinds).toSorted());
  });

  it("does not name the people who kept a passage", () => {
    expect(Object.values(files).join("")).not.toContain("U0001");
  });

  it("is a file that can be opened whatever people type as name and notes", { timeout: 120_000 }, async () => {
    const [first] = collection.passages;
    if (first === undefined) throw new Error("no passages");
    const wild = fc.string({ unit: "binary", maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(wild, wild, fc.constantFrom("country" as const, "letter" as const), async (name, note, by) => {
        const made = await opened(debateContents({ name, passages: [{ ...first, note }] }, by, today));
        const all = printed(made["word/document.xml"] ?? "");
        expect(all.filter(({ style }) => style === "Note").length).toBe(1);
        expect(all.find(({ style }) => style === "Quote")?.text).toBe(first.copy.text.split("\n\n")[0]);
      }),
      { numRuns: 25 },
    );
  });
});

describe("the grouping of a document", () => {
  it("puts a passage under the country that it names most, and those about no country last", () => {
    const names = contents.groups.map(({ heading }) => heading);
    expect(names.at(-1)).toBe("Zonder land");
    expect(new Set(names).size).toBe(names.length);
    const numbers = contents.groups.flatMap(({ entries }) => entries.map(({ number }) => number));
    expect(numbers).toEqual(collection.passages.map((_, place) => place + 1));
  });

  it("can be by letter, in the order in which letters came into the collection", () => {
    const byLetter = debateContents(collection, "letter", today);
    expect(byLetter.groups.map(({ heading }) => heading)).toEqual(letters.map(({ title }) => title));
  });
});
