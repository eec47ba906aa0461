import { describe, expect, test } from "vitest";
import { readLetter } from "../../src/letters/parse.ts";

const titleOf = (text: string, title?: string) =>
  readLetter({ file: "x.txt", text, hints: title === undefined ? {} : { title } }).title;

const body = "Vraag 1\n\nWat is dit?\n\nAntwoord 1\n\nDat is dit.";

describe("the title of written questions is the paper's own opening", () => {
  test.each([
    [
      "of an answer, repaired over its lines, without the day and the full stop",
      `Vragen van het lid Duin (PvdZ) aan de Minister van Zee over de haven-\nmond (ingezonden 2 oktober 2019).\n\nAntwoord van Minister Strand (Zee) (ontvangen 21 november 2019)\n\n${body}`,
      "Vragen van het lid Duin (PvdZ) aan de Minister van Zee over de havenmond",
    ],
    [
      "of questions, with the case number after the day left out too",
      "2024Z99001\n(ingezonden 26 januari 2024)\n\nVragen van de leden Duin en De Wit c.s. aan de Minister van Zee over zand.\n\n1\nIs er zand?",
      "Vragen van de leden Duin en De Wit c.s. aan de Minister van Zee over zand",
    ],
    [
      "of a notice of delay, however short its subject",
      "Vragen van het lid Duin (PvdZ) aan de Minister van Zee over rekeninggluren (ingezonden 2 oktober 2019).\n\nMededeling van Minister Strand (Zee) (ontvangen 21 november 2019)\n\nDe vragen kunnen niet binnen de gestelde termijn worden beantwoord.",
      "Vragen van het lid Duin (PvdZ) aan de Minister van Zee over rekeninggluren",
    ],
    [
      "of a paper that begins with its first section, above it",
      "TER BESLUITVORMING\n\nDatum\n3 oktober 2023\n\nnota\nBrief over de havens van Duindorp\n\n1. Aanleiding\nOp 15 augustus 2023 is het bericht over de haven verschenen.\n",
      "nota Brief over de havens van Duindorp",
    ],
    [
      "with the full stop of an abbreviation at its end",
      `Vragen van het lid Duin (PvdZ) aan de Minister van Zee a.i.\n\n${body}`,
      "Vragen van het lid Duin (PvdZ) aan de Minister van Zee a.i.",
    ],
  ])("%s", (_, text, title) => {
    expect(titleOf(text)).toBe(title);
  });

  test("but a title that came with the paper wins", () => {
    expect(titleOf(`Vragen van het lid Duin (PvdZ) over zand\n\n${body}`, "Zand")).toBe("Zand");
  });
});
