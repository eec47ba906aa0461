import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { IndexFollower } from "../src/ingest/index-follower.ts";
import { takeIn } from "../src/ingest/intake.ts";
import { findPublications } from "../src/ingest/sources/folder.ts";
import { readLexicon } from "../src/ops/lexicon.ts";
import { openWorkerIndex } from "../src/search/worker-index.ts";
import { segmentFiles } from "../src/store/segment-files.ts";
import { openStore } from "../src/store/store.ts";
import { watchLoop } from "./loop-watch.ts";
import { watchProcessors } from "./machine.ts";
import { madeLetter } from "./made-letters.ts";
import { type Measured, shown } from "./results.ts";

/** What it costs to take letters in, as the bot does: official XML from a folder, into the store and the index. */
interface IngestFigures {
  letters: number;
  passages: number;
  lettersPerSecond: number;
  /** Of all threads together; does not depend on what else the machine does. */
  cpuMsPerLetter: number;
  /** The same letters once more, unchanged. */
  againPerSecond: number;
  /** Growth of the whole process, its index included. */
  memoryMb: number;
  databaseMb: number;
  /** How long the main thread, on which people are answered, was busy with one thing. */
  longestDelayMs: number;
  /** Of that, its own work; not a number where the system does not tell. */
  longestOwnWorkMs: number;
}

export async function measureIngest(letterCount: number): Promise<Measured> {
  const processors = watchProcessors();
  const figures = { ...(await takeInLetters(letterCount)), ...processors() };
  const rows = Object.entries(figures).map(([figure, value]) => `| ${inWords(figure)} | ${shown(value)} |`);
  const table = ["| figure | value |", "|---|---:|", ...rows].join("\n");
  return { figures, table, section: `${letterCount.toLocaleString("en")} letters taken in` };
}

async function takeInLetters(letterCount: number): Promise<IngestFigures> {
  const folder = mkdtempSync(join(tmpdir(), "terugkeer-ingest-"));
  const database = join(folder, "db.sqlite");
  try {
    const letters = join(folder, "letters");
    mkdirSync(letters);
    writeLetters(letters, letterCount);
    const publications = findPublications(letters);
    const rssBefore = process.memoryUsage().rss;
    const store = openStore(database);
    const index = openWorkerIndex({ lexicon: readLexicon(), saved: segmentFiles(`${database}.index`) });
    const now = () => new Date();
    const follower = new IndexFollower(store, index, now);
    await follower.fill();
    const stopWatching = watchLoop();
    let peak = rssBefore;
    const parts = {
      ...{ store, follower, now },
      onRefused: ({ file }: { file: string }) => {
        throw new Error(`${file} could not be read`);
      },
      onProgress: () => {
        peak = Math.max(peak, process.memoryUsage().rss);
      },
    };
    const cpuBefore = process.cpuUsage();
    const first = await seconds(() => takeIn("folder", publications, parts));
    const cpu = process.cpuUsage(cpuBefore);
    const again = await seconds(() => takeIn("folder", publications, parts));
    const loop = stopWatching();
    const { passages } = store.letters.collection();
    await index.close();
    store.close();
    return {
      letters: letterCount,
      passages,
      lettersPerSecond: letterCount / first,
      cpuMsPerLetter: (cpu.user + cpu.system) / 1000 / letterCount,
      againPerSecond: letterCount / again,
      memoryMb: (peak - rssBefore) / 1e6,
      databaseMb: statSync(database).size / 1e6,
      longestDelayMs: loop.longestMs,
      longestOwnWorkMs: loop.longestWorkMs ?? Number.NaN,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `cpuMsPerLetter`: `cpu ms per letter`. */
function inWords(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function writeLetters(folder: string, count: number): void {
  for (let number = 1; number <= count; number++)
    writeFileSync(join(folder, `kst-99902-${number}.xml`), letterXml(number));
}

/** A letter of 25 paragraphs in official XML. */
function letterXml(number: number): string {
  const { passages } = madeLetter(number);
  const paragraphs = passages.map(({ text }) => `<al>${text.replace(/[&<>]/g, " ")}</al>`);
  return `<?xml version="1.0" encoding="UTF-8"?><officiele-publicatie><kamerstuk><dossier><dossiernummer>
    <dossiernr>99 902</dossiernr></dossiernummer><titel>Gemaakte brieven</titel></dossier><stuk>
    <stuknr>Nr. <ondernummer kamer="2">${number}</ondernummer></stuknr><titel>BRIEF ${number}</titel><algemeen>
    <vrije-tekst><tekst><al>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</al><al>Den Haag, 14 maart 2025</al>
    ${paragraphs.join("\n")}</tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>`;
}
