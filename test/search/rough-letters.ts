import { readFileSync } from "node:fs";
import type { Day } from "../../src/letters/letter.ts";
import type { LetterKey, PassageId } from "../../src/letters/stored-letter.ts";
import { readLexicon } from "../../src/ops/lexicon.ts";
import type { IndexedLetter, IndexedPassage } from "../../src/search/passage-index.ts";

/**
 * The bundled letters, read just well enough to be searched: these tests are about search, not about reading letters.
 */

const folder = new URL("../../data/letters/", import.meta.url);

const files: [letter: string, file: string, title: string, date: string][] = [
  ["A", "000_7df26c8d7eac436b.txt", "Beoordeling veilige landen van herkomst 6e tranche", "2017-12-12"],
  ["B", "001_8c0d2c453858b144.txt", "Terugkeersamenwerking met derde landen", "2024-01-26"],
  ["C", "002_6713fa9d5adb0f98.txt", "Strategische landenbenadering migratie", "2014-02-25"],
  ["D", "003_6b92dd7e8c9cbb95.txt", "Antwoord op vragen over asielzoekers in Harderwijk", "2019-11-21"],
  ["E", "004_dfcbf42ef2d25e5b.txt", "Beantwoording vragen schriftelijk overleg Informele JBZ-Raad", "2025-01-29"],
];

export const lexicon = readLexicon();

/** The letters by the letter that ../shared/eval/letters-dev.json knows them by. */
export function roughLetters(): IndexedLetter[] {
  return files.map(([key, file, title, date]) => ({
    key: key as LetterKey,
    title,
    date: date as Day,
    kind: key === "D" ? "antwoord" : key === "E" ? "schriftelijk-overleg" : "brief",
    senders: [
      {
        name: key === "E" ? "M.H.M. Faber-van de Klashorst" : key === "B" ? "E. van der Burg" : "Mark Harbers",
        office: null,
      },
    ],
    dossier: key === "E" ? "32317" : "19637",
    passages: passagesOf(key, readFileSync(new URL(file, folder), "utf8")),
  }));
}

function passagesOf(key: string, text: string): IndexedPassage[] {
  const running = text.replace(/\*\*/g, "").replace(/([a-z])-\n([a-z])/g, "$1$2");
  const paragraphs = (key === "A" ? running.replace(/ \n\n(?=[^\n ])/g, " ") : running).split(/\n\s*\n/);
  return joinAnswers(paragraphs.map((paragraph) => paragraph.replace(/\s+/g, " ").trim()))
    .filter((paragraph) => paragraph.length > 60)
    .map((paragraph, index) => ({
      id: `${key}.1.${index + 1}` as PassageId,
      headings: [],
      text: paragraph,
      parties: [],
      askers: [],
      pointsTo: [],
      pointerOnly: false,
    }));
}

/** A question and its answer are one passage. */
function joinAnswers(paragraphs: string[]): string[] {
  const joined: string[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const previous = paragraphs[index - 1] ?? "";
    const isAnswer = /^#* ?Antwoord$/.test(previous) || /^Antwoord \d/.test(paragraph);
    if (isAnswer && joined.length > 0) joined.push(`${joined.pop()}\n\n${paragraph}`);
    else if (!/^#* ?Antwoord$/.test(paragraph)) joined.push(paragraph);
  }
  return joined;
}
