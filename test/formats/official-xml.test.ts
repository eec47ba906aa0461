import { expect, it } from "vitest";
import { openDocument } from "../../src/formats/open.ts";
import { utf8 } from "./shared.ts";

const xml = async (inside: string): Promise<string> =>
  (await openDocument(utf8(`<officiele-publicatie><tekst>${inside}</tekst></officiele-publicatie>`), "a.xml")).text;

it("parts of a word in a heading stay one word", async () => {
  expect(
    await xml(`<tussenkop>Aanpak van <nadruk type="cur">boten</nadruk>bouw en CO<inf>2</inf>-reductie</tussenkop>`),
  ).toBe("## Aanpak van botenbouw en CO2-reductie\n");
});

it("a list inside a paragraph of an item keeps its items, and a group of paragraphs its number", async () => {
  const inner = `<lijst type="ongemarkeerd"><li><al>water;</al></li><li><al>zand.</al></li></lijst>`;
  expect(
    await xml(
      `<lijst type="expliciet"><li><li.nr>1.</li.nr><al>Waaronder: ${inner} en overleg.</al></li><li><li.nr>2.</li.nr><al-groep><al>Een.</al><al>Twee.</al></al-groep></li></lijst>`,
    ),
  ).toBe("1. Waaronder:\n  - water;\n  - zand.\n\nen overleg.\n\n2. Een.\n\nTwee.\n");
});

it("what is printed at a picture is text, and no heading", async () => {
  expect(
    await xml(
      `<al>Zie figuur 1.</al><plaatje><kop><titel>Figuur 1: schepen</titel></kop><illustratie naam="a.png"/><bijschrift>Bron: de haven, 49.892 schepen</bijschrift></plaatje><al>Slot.</al>`,
    ),
  ).toBe("Zie figuur 1.\n\nFiguur 1: schepen\n\nBron: de haven, 49.892 schepen\n\nSlot.\n");
});

it("the foot of a table is its last row, wherever it stands", async () => {
  const row = (...cells: string[]) => `<row>${cells.map((cell) => `<entry><al>${cell}</al></entry>`).join("")}</row>`;
  const table = `<table><tgroup cols="2"><thead>${row("Haven", "Schepen")}</thead><tfoot>${row("Totaal", "152")}</tfoot><tbody>${row("Duindorp", "152")}</tbody></tgroup></table>`;
  expect(await xml(table)).toBe("| Haven | Schepen |\n| --- | --- |\n| Duindorp | 152 |\n| Totaal | 152 |\n");
});
