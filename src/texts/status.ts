import { counted } from "./dutch.ts";

/** How the bot is doing. */
export const statusTexts = {
  heading: "Zo staat het ervoor",
  holds: (letters: number, passages: number) =>
    `${counted(letters, "brief", "brieven")} met ${counted(passages, "passage", "passages")}.`,
  withdrawn: (count: number) =>
    `${counted(count, "brief is", "brieven zijn")} ingetrokken; die ${count === 1 ? "wordt" : "worden"} niet meer gevonden.`,
  quarantined: (count: number) =>
    `${counted(count, "bestand kon", "bestanden konden")} niet worden gelezen en ${count === 1 ? "wacht" : "wachten"} op de beheerder.`,
  noneQuarantined: "Alle bestanden konden worden gelezen.",
  notSearchable: "De laatst binnengekomen brieven worden nog doorzoekbaar gemaakt.",
  lastBatch: (at: string, added: number, updated: number, withdrawn: number) =>
    `voor het laatst iets nieuws op ${at}: ${added} nieuw, ${updated} in een nieuwe versie, ${withdrawn} ingetrokken`,
  nothingYet: "nog geen brieven",
  asked: (at: string) => `laatst geraadpleegd op ${at}`,
  waiting: (count: number) => `${counted(count, "document wordt", "documenten worden")} nog eens geprobeerd`,
  failing: (since: string) => `lukt niet sinds ${since}`,
  next: (at: string) => `De bronnen worden weer geraadpleegd op ${at}.`,
  noNext: "De bronnen worden niet vanzelf geraadpleegd.",
  versions: (own: string, node: string, shape: number) => `Terugkeer ${own}, Node ${node}, database ${shape}.`,
} as const;

/** What the maintainers are told of a source, in their channel. */
export const watchTexts = {
  trouble: (source: string, since: string) =>
    `${source} geeft sinds ${since} geen brieven meer. Terugkeer blijft het proberen; de reden staat in het logboek.`,
  recovered: (source: string, since: string) => `${source} geeft weer brieven. Het lukte niet sinds ${since}.`,
} as const;
