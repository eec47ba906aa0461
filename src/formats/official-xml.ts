import { parseDay } from "../letters/days.ts";
import { parseDossier } from "../letters/dossier-number.ts";
import type { Day } from "../letters/letter.ts";
import { publicationUrl } from "../letters/publication-ids.ts";
import { BlockWriter } from "./block-writer.ts";
import { hintsFromMetadata, isOfficialId, type MetadataEntry } from "./metadata.ts";
import { writeOfficialBlocks } from "./official-xml-blocks.ts";
import type { Hints, SourceText } from "./source-text.ts";
import { child, childElements, type Element, find, findAll, textOf } from "./tree.ts";

/**
 * The official XML of KOOP: `officiele-publicatie` with a `kamerstuk` or `kamervragen` (schema op-xsd-2014-05-15).
 * The text begins with the lines that are printed at the head of the paper, as the other forms have them.
 */
export function readOfficialXml(root: Element, file: string): SourceText {
  const writer = new BlockWriter();
  writeOfficialBlocks(writer, root);
  return { file, text: writer.finish(), hints: officialHints(root) };
}

/** What the elements say outright: days, dossier and numbers, chamber, id. */
function officialHints(root: Element): Hints {
  const hints: Hints = hintsFromMetadata(headEntries(root));
  const lines = findAll(root, (element) => element.name === "tekstregel");
  const line = (about: string): string =>
    textOf(lines.find(({ attributes }) => attributes.get("inhoud") === about) ?? null);
  const chamber = line("kameraanduiding");
  if (chamber.startsWith("Tweede Kamer")) hints.chamber = "Tweede Kamer";
  if (chamber.startsWith("Eerste Kamer")) hints.chamber = "Eerste Kamer";
  const year = /\d{4}[-–]\d{4}/u.exec(line("vergaderjaar"))?.[0]?.replace("–", "-");
  if (year !== undefined) hints.parliamentaryYear = year;
  const questions = find(root, "kamervragen") ?? find(root, "vragen");
  Object.assign(hints, questions === null ? paperHints(root) : questionHints(questions));
  const id = recordId(root);
  if (id !== null) {
    hints.id = id;
    const url = publicationUrl(id);
    if (url !== null) hints.url = url;
  }
  return hints;
}

function paperHints(root: Element): Hints {
  const hints: Hints = {};
  const paper = find(root, "stuk");
  if (paper === null) return hints;
  const dossier = find(root, "dossiernummer");
  if (dossier !== null) {
    const number = child(dossier, "dossiernr") ?? dossier;
    const read = parseDossier([number, child(dossier, "begrotingshoofdstuk")].map(textOf).join(" "));
    if (read !== null) hints.dossier = read;
  }
  const dossierTitle = textOf(child(find(root, "dossier"), "titel"));
  if (dossierTitle !== "") hints.dossierTitle = dossierTitle;
  const number = textOf(find(paper, "ondernummer"));
  if (number !== "") hints.number = number;
  const day = isoDay(child(paper, "datumtekst"));
  if (day !== null) hints.date = day;
  return hints;
}

function questionHints(questions: Element): Hints {
  const hints: Hints = {};
  const number = textOf(child(questions, "kamervraagnummer"));
  if (number !== "") hints.number = number;
  for (const about of childElements(questions, "kamervraagomschrijving")) {
    const day = isoDay(about);
    if (day === null) continue;
    if (about.attributes.get("type") === "antwoord") {
      hints.received = day;
      hints.date = day;
    } else if (about.attributes.get("type") === "vraag") hints.submitted = day;
  }
  return hints;
}

function isoDay(parent: Element | null): Day | null {
  return parent === null ? null : parseDay(find(parent, "datum")?.attributes.get("isodatum") ?? "");
}

const headEntries = (root: Element): MetadataEntry[] =>
  findAll(root, (element) => element.name === "meta").map(({ attributes }) => ({
    name: attributes.get("name") ?? "",
    content: attributes.get("content") ?? "",
  }));

/** The id, from the address of the metadata: `https://zoek.officielebekendmakingen.nl/kst-32545-143/metadata.xml`. */
function recordId(root: Element): string | null {
  const record = headEntries(root).find(({ name }) => name.toLowerCase().endsWith("externmetadatarecord"));
  const id = /\/([^/]{1,80})\/metadata\.xml$/.exec(record?.content ?? "")?.[1] ?? "";
  return isOfficialId(id) ? id : null;
}
