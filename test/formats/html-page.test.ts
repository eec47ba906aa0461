import { describe, expect, it } from "vitest";
import { openDocument } from "../../src/formats/open.ts";
import { utf8 } from "./shared.ts";

const open = async (body: string, head = "") =>
  openDocument(utf8(`<html><head>${head}</head><body>${body}</body></html>`), "a.html");
const textOf = async (body: string, head = ""): Promise<string> => (await open(body, head)).text;

describe("what a page does not show is not read", () => {
  it.each(["del", "s", "strike"])("when it is struck out by <%s>", async (name) => {
    expect(await textOf(`<p>Er keerden <${name}>1.100</${name}><ins>1.204</ins> mensen terug.</p>`)).toBe(
      "Er keerden 1.204 mensen terug.\n",
    );
  });

  it.each(['style="display: none"', 'style="color:red;VISIBILITY:hidden"', "style='mso-hide:all'", "hidden"])(
    "when an element says %s",
    async (how) => {
      expect(await textOf(`<p>Getoond<span ${how}> (intern)</span>.</p><p ${how}>Intern.</p>`)).toBe("Getoond.\n");
    },
  );

  it("when a class or an id is hidden by the style sheet of the page", async () => {
    const sheet = `<style><!-- /* intern */ @font-face {font-family:Arial;} .weg, p.noot {display:none !important} #concept{visibility:hidden} --></style>`;
    const body = `<p>Een<span class="x weg"> intern</span></p><p class="noot">Intern.</p><div class="noot">twee</div><p id="concept">Intern.</p>`;
    expect(await textOf(body, sheet)).toBe("Een\n\ntwee\n");
  });

  it("but what is hidden only on paper, or inside something else, is", async () => {
    const sheet = `<style>@media print { .knop { display: none } .rij { display: none } } .menu .rij { display: none } .knop:hover {display:none}</style>`;
    expect(await textOf(`<p class="knop">een</p><p class="rij">twee</p>`, sheet)).toBe("een\n\ntwee\n");
  });

  it("nor is a note whose mark was deleted, while a note that shows only when pointed at is", async () => {
    const mark = (number: number) => `<sup><a href="#n${number}">${number}</a></sup>`;
    const note = (number: number) => `<p id="n${number}" class="noot"><sup>${number}</sup> Noot ${number}.</p>`;
    const notes = `<div style="display:none">${note(1)}${note(2)}</div>`;
    expect(await textOf(`<p>Een${mark(1)}<del> en twee${mark(2)}</del>.</p>${notes}`)).toBe(
      "Een<sup>1</sup>.\n\n---\n\n<sup>1</sup> Noot 1.\n",
    );
  });
});

describe("small print above a word", () => {
  it("that says how it is pronounced is no part of the text", async () => {
    expect(await textOf("<p>De <ruby>duin<rp>(</rp><rt>duun</rt><rp>)</rp></ruby>bode.</p>")).toBe("De duinbode.\n");
  });
});

describe("the publication in a page", () => {
  it("may stand as a whole in a form, of which only the controls are left out", async () => {
    const controls = `<input type="hidden" value="abc"><label for="q">Zoek</label><select><option>Alles</option></select>`;
    const page = `<form id="aspnetForm">${controls}<p>Een brief aan de gemeente Duindorp.</p></form>`;
    expect(await textOf(page)).toBe("Een brief aan de gemeente Duindorp.\n");
  });

  it("goes without a form that asks the reader something", async () => {
    const form = `<form><p>Was dit nuttig?</p><button>Ja</button></form>`;
    expect(await textOf(`<p>Een brief aan de gemeente Duindorp en aan Zandland.</p>${form}`)).toBe(
      "Een brief aan de gemeente Duindorp en aan Zandland.\n",
    );
  });

  it("may be cut into articles, with its head above and its signature below them", async () => {
    const page = `<div><p>Kop</p><article><p>Een.</p></article><article><p>Twee.</p></article><p>De Minister,</p></div>`;
    expect(await textOf(`<div>Site</div>${page}`)).toBe("Kop\n\nEen.\n\nTwee.\n\nDe Minister,\n");
  });

  it("goes without articles that announce other pages", async () => {
    const teaser = `<article><h3><a href="/ander">Ander nieuws</a></h3><p>Lees ook dit.</p></article>`;
    expect(await textOf(`<main><article><p>De brief.</p></article>${teaser}${teaser}</main>`)).toBe("De brief.\n");
    const two = `<article><p>Een.</p></article>${teaser}<article><p>Twee.</p></article>`;
    expect(await textOf(`<main>${two}</main>`)).toBe("Een.\n\nTwee.\n");
  });

  it("has the heading in the header of its article as its title, and is a letter when it is called Kamerbrief", async () => {
    const header = `<header><h1>Kamerbrief over Zandland</h1><p>Kamerstuk</p></header>`;
    const page = await open(
      `<header><h1>Site</h1></header><article>${header}<p>De brief.</p></article>`,
      "<title>Kamerbrief over Zandland | Kamerstuk | Overheid</title>",
    );
    expect(page).toMatchObject({ text: "De brief.\n", hints: { title: "Kamerbrief over Zandland", kind: "brief" } });
  });

  it.each([
    ["Terugkeer naar Zandland | Site", { title: "Terugkeer naar Zandland" }],
    ["> Retouradres Postbus 1", {}],
    ["Microsoft Word - brief.docx", {}],
    ["Document1", {}],
  ])("that is named %s has a title only where that says something", async (title, hints) => {
    expect((await open("<p>De brief.</p>", `<title>${title}</title>`)).hints).toEqual(hints);
  });
});
