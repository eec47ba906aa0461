import { describe, expect, it } from "vitest";
import { openDocument } from "../../src/formats/open.ts";
import { utf8 } from "./shared.ts";

const xml = async (inside: string): Promise<string> =>
  (await openDocument(utf8(`<officiele-publicatie><tekst>${inside}</tekst></officiele-publicatie>`), "a.xml")).text;
const html = async (inside: string): Promise<string> =>
  (await openDocument(utf8(`<html><body>${inside}</body></html>`), "a.html")).text;

describe("official XML", () => {
  it("has notes in place, also where they stand elsewhere and are referred to", async () => {
    const note = `<noot id="n1" type="voet"><noot.nr>1</noot.nr><noot.al>De noot.</noot.al></noot>`;
    const meant = "Tekst<sup>1</sup> gaat door.\n\n---\n\n<sup>1</sup> De noot.\n";
    expect(await xml(`<al>Tekst${note} gaat door.</al>`)).toBe(meant);
    expect(await xml(`<al>Tekst<nootref refid="n1"/> gaat door.</al>${note}`)).toBe(meant);
  });

  it("has the numbers of notes and questions where older papers keep them", async () => {
    expect(await xml(`<al>Tekst<nootref nr="2" refid="x"/></al>`)).toBe("Tekst<sup>2</sup>\n");
    expect(await xml(`<al>Tekst<noot id="n3"><noot.al>De noot.</noot.al></noot></al>`)).toBe(
      "Tekst<sup>3</sup>\n\n---\n\n<sup>3</sup> De noot.\n",
    );
    expect(await xml(`<vraag><nummer>1</nummer><al>Klopt dat?</al></vraag>`)).toBe("## 1\n\nKlopt dat?\n");
  });

  it("has headings, lists with their own marks, and text around a list in a paragraph", async () => {
    const list = `<lijst><li><li.nr>a.</li.nr><al>een</al></li><li><li.nr>•</li.nr><al>twee</al><al>meer</al></li></lijst>`;
    expect(await xml(`<tussenkop>Kop</tussenkop><al>Voor:${list}na</al>`)).toBe(
      "## Kop\n\nVoor:\n\na. een\n- twee\n\nmeer\n\nna\n",
    );
  });

  it("has tables with wide and tall cells", async () => {
    const entry = (text: string, more = ""): string => `<entry${more}><al>${text}</al></entry>`;
    const table = `<table><tgroup><colspec colname="c1"/><colspec colname="c2"/><colspec colname="c3"/><thead><row>${entry("A")}${entry("B", ' namest="c2" nameend="c3"')}</row></thead><tbody><row>${entry("x", ' morerows="1"')}${entry("1")}${entry("2")}</row><row>${entry("3")}${entry("4")}</row></tbody></tgroup></table>`;
    expect(await xml(table)).toBe("| A | B |  |\n| --- | --- | --- |\n| x | 1 | 2 |\n|  | 3 | 4 |\n");
  });

  it("has links to publications, powers, line breaks, and elements that are new to us", async () => {
    expect(await xml(`<al>zie <extref doc="kst-1-2">stuk 2</extref>, 3 m<sup>2</sup>, CO<inf>2</inf></al>`)).toBe(
      "zie [stuk 2](https://zoek.officielebekendmakingen.nl/kst-1-2.html), 3 m², CO2\n",
    );
    expect(await xml(`<al>zie <extref doc="blg-12">de bijlage</extref></al>`)).toBe(
      "zie [de bijlage](https://zoek.officielebekendmakingen.nl/blg-12.pdf)\n",
    );
    expect(await xml(`<nieuw><al>een</al></nieuw><ander>twee</ander>`)).toBe("een\n\ntwee\n");
    expect(
      await xml(
        `<ondertekening><functie>De Minister,</functie><naam><voornaam>A.</voornaam> <achternaam>B</achternaam></naam></ondertekening>`,
      ),
    ).toBe("De Minister,\n\nA. B\n");
  });

  it("keeps a dossier with its chapter and drops the R-number", async () => {
    const bytes = utf8(
      `<officiele-publicatie><kamerstuk><dossier><dossiernummer><dossiernr>36 600</dossiernr><begrotingshoofdstuk>VI</begrotingshoofdstuk></dossiernummer></dossier><stuk><stuknr>Nr. <ondernummer>102</ondernummer></stuknr></stuk></kamerstuk></officiele-publicatie>`,
    );
    expect((await openDocument(bytes, "a.xml")).hints).toEqual({ dossier: "36600-VI", number: "102" });
    const several = utf8(String(Buffer.from(bytes)).replace("36 600", "36 600 en 36 601"));
    expect((await openDocument(several, "a.xml")).hints).toEqual({ number: "102" });
  });
});

describe("a web page", () => {
  it("is read without what is not the publication", async () => {
    const page = `<header>kop</header><nav>menu</nav><main><p>De brief.</p><aside>zie ook</aside><p hidden>weg</p></main><footer>voet</footer>`;
    expect(await html(page)).toBe("De brief.\n");
  });

  it.each([
    [`Tekst<sup><a href="#n1" id="r1">1</a></sup>.`, `<ol><li id="n1">De noot. <a href="#r1">↩</a></li></ol>`],
    [`Tekst<a class="noot" href="#n1">[1]</a>.`, `<div class="voetnoot"><p><a id="n1">1</a> De noot.</p></div>`],
    [`Tekst<a href="#n1"><sup>1</sup></a>.`, `<p id="n1"><sup><a href="#r1">1</a></sup> De noot.</p>`],
  ])("has its notes at the end: %s", async (text, note) => {
    expect(await html(`<p>${text}</p>${note}`)).toBe("Tekst<sup>1</sup>.\n\n---\n\n<sup>1</sup> De noot.\n");
  });

  it.each([
    [`<a href="#_edn1" name="_ednref1"><span class=MsoEndnoteReference>[i]</span></a>`, "i"],
    [`<a class="sdendnoteanc" href="#_edn1"><sup>b</sup></a>`, "b"],
    [`<sup><a href="#_edn1">*</a></sup>`, "*"],
  ])("has notes with roman, letter and other marks as printed: %s", async (link, mark) => {
    const note = `<div id=edn1><p><a href="#_ednref1" name="_edn1">[${mark}]</a> De eindnoot.</p></div>`;
    expect(await html(`<p>Tekst${link}.</p>${note}`)).toBe(
      `Tekst<sup>${mark}</sup>.\n\n---\n\n<sup>${mark}</sup> De eindnoot.\n`,
    );
  });

  it("has a mark in brackets as one where it leads to a note", async () => {
    const text = '<p>Tekst.<a href="#fn1">[1]</a></p><p>Zie <a href="#lijst">[1]</a>.</p><p id="lijst">Lijst.</p>';
    expect(await html(`${text}<div class="footnotes"><p id="fn1"><sup>1</sup> De noot.</p></div>`)).toBe(
      "Tekst.<sup>1</sup>\n\nZie [1].\n\nLijst.\n\n---\n\n<sup>1</sup> De noot.\n",
    );
  });

  it("has its notes by their own numbers where the links to them lead nowhere", async () => {
    const mark = (number: number) => `<a class="nootnummer" href="#n${number}"><sup>${number}</sup></a>`;
    const note = (number: number) => `<div class="noot"><p><sup>${number}</sup> Noot ${number}.</p></div>`;
    const text = `<div id="broodtekst"><p>Tekst${mark(1)} en 2018${mark(2)}.</p></div>`;
    expect(await html(`${text}<div class="noot">${note(1)}${note(2)}</div>`)).toBe(
      "Tekst<sup>1</sup> en 2018<sup>2</sup>.\n\n---\n\n<sup>1</sup> Noot 1.\n\n<sup>2</sup> Noot 2.\n",
    );
  });

  it("has a power as one, and what may be the mark of a note as a mark", async () => {
    expect(await html(`<p>5 m<sup>2</sup> in 2024<sup>1</sup></p>`)).toBe("5 m² in 2024<sup>1</sup>\n");
  });

  it("has several marks at one place, and marks in brackets", async () => {
    expect(await html("<p>Is dat zo?<sup>1, 2</sup> En dit?<sup>3)</sup><sup>(4)</sup></p>")).toBe(
      "Is dat zo?<sup>1</sup><sup>2</sup> En dit?<sup>3</sup><sup>4</sup>\n",
    );
  });

  it("has the bullets that Word writes as letters of its symbol fonts", async () => {
    const ignored = "<span style='mso-list:Ignore'>o<span>&nbsp; </span></span>";
    expect(await html(`<p style='mso-list:l0 level2'>${ignored}190 in Duindorp;</p>`)).toBe("• 190 in Duindorp;\n");
  });

  it("has lists, line breaks, bold lines and text outside of paragraphs", async () => {
    expect(
      await html(
        `los<p>een<br>twee</p><b>Vet</b><ol start="3"><li>drie<ul><li>sub</li></ul></li><li><p>vier</p></li></ol>`,
      ),
    ).toBe("los\n\neen\ntwee\n\n**Vet**\n\n3. drie\n  - sub\n4. vier\n");
  });

  it("has the marks of a list as the page prints them", async () => {
    expect(
      await html(
        `<ul class="expliciet"><li class="li"><p class="labeled"><span class="ol">b. </span>een</p></li></ul>`,
      ),
    ).toBe("b. een\n");
    expect(await html(`<ol type="a" start="2"><li>een</li></ol>`)).toBe("b. een\n");
  });

  it("keeps addresses that lead somewhere", async () => {
    expect(
      await html(
        `<p><a href="https://a.example/x">hier</a> <a href="#x">daar</a> <a href="https://a.example/">a.example</a> <a href="javascript:x()">ginds</a></p>`,
      ),
    ).toBe("[hier](https://a.example/x) daar a.example ginds\n");
  });

  it("has links to other publications, which it gives without their site", async () => {
    expect(
      await html(
        `<p><a href="stb-2020-118.html">hier</a> <a href="/blg-12.pdf">daar</a> <a href="/weg.html">ginds</a></p>`,
      ),
    ).toBe(
      "[hier](https://zoek.officielebekendmakingen.nl/stb-2020-118.html) [daar](https://zoek.officielebekendmakingen.nl/blg-12.pdf) ginds\n",
    );
  });

  it("about an error is a page all the same when it is a letter", async () => {
    const long = "De fout in de cijfers is hersteld. ".repeat(120);
    expect(await html(`<h1>Fout in de cijfers</h1><p>${long}</p>`)).toContain("hersteld");
  });
});
