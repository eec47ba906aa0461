import { counted, figures } from "./dutch.ts";

/** Queries of the help of /tijdlijn; a test asks each of the bundled letters and wants an answer. */
export const timelineExamples = ["Algerije", "visummaatregelen", "land:Marokko sinds:2017"] as const;

export const timelineTexts = {
  help: {
    heading: "Wat bewindspersonen over een land of onderwerp schreven, door de jaren heen",
    lead: "Typ achter de opdracht een land of een onderwerp; filters werken als bij /terugkeer. U krijgt de uitspraken, nieuwste eerst, met datum en vindplaats, en hoe vaak het per jaar ter sprake kwam; alleen u ziet het antwoord.",
    examples: "Bijvoorbeeld:",
  },
  heading: (query: string, passages: number, letters: number) =>
    `Tijdlijn van ${query}: ${inLetters(passages, letters)}`,
  perYear: "Passages per jaar",
  part: (before: number, shown: number) =>
    before === 0
      ? `Hieronder de nieuwste ${shown} uitspraken: van elke passage de zin die het best past, van één brief hoogstens drie.`
      : `Hieronder uitspraak ${before + 1} tot en met ${before + shown}, van nieuw naar oud.`,
  allShown: "Hieronder van elke passage de zin die het best past, nieuwste eerst.",
  /** A line of the chart. */
  count: ({ passages, letters }: { passages: number; letters: number }) =>
    passages === 0 ? "0" : `${figures(passages)} in ${counted(letters, "brief", "brieven")}`,
  noLetters: "geen brieven",
  years: (first: number | null, last: number) =>
    first === last ? String(last) : `${first ?? ""} t/m ${last}`.trimStart(),
  yearsSpoken: (first: number | null, last: number) =>
    first === last ? String(last) : `${first ?? ""} tot en met ${last}`.trimStart(),
  undatedLine: "zonder datum",
  undated: (passages: number, letters: number) =>
    `${inLetters(passages, letters)} zonder datum ${passages === 1 ? "telt" : "tellen"} in geen enkel jaar mee.`,
  earlier: (passages: number, letters: number, year: number) =>
    `${inLetters(passages, letters)} van vóór ${year} ${passages === 1 ? "is" : "zijn"} niet getekend.`,
  tooLong: "Deze zin is te lang om hier te tonen. Lees hem in context.",
  unanswered: (question: string) => `${question}, nog niet beantwoord`,
  others: (first: string, others: number) => `${first} en ${counted(others, "ander", "anderen")}`,
} as const;

export const timelineButtons = {
  picture: "Stuur mij het plaatje",
  share: "Deel plaatje",
} as const;

export const pictureTexts = {
  /** Stands where the query cannot be drawn in the letters of the font. */
  untitled: "Tijdlijn",
  counts: (passages: number, letters: number) => `${inLetters(passages, letters)}, per jaar`,
  passages: "passages in dat jaar",
  letter: "brieven, op hun datum",
  noLetters: "geen brieven van dat jaar",
  title: (query: string) => `Tijdlijn van ${query}`,
  alt: (query: string, first: number, last: number) =>
    `Staafdiagram van het aantal passages per jaar over ${query}, ${timelineTexts.yearsSpoken(first, last)}.`,
  altTotal: (passages: number, letters: number) => `Samen ${inLetters(passages, letters)}.`,
  altPeak: (years: string, passages: number) => `De meeste in ${years}: ${counted(passages, "passage", "passages")}.`,
  altCounts: (counts: string) => `Per jaar: ${counts}.`,
  altYear: (year: number, passages: number, letters: number) =>
    `${year}: ${figures(passages)} in ${counted(letters, "brief", "brieven")}`,
  altSilent: (years: string) => `Geen vermelding in ${years}.`,
  altNoLetters: (years: string) => `Geen brieven van ${years}.`,
  sharedBy: "Gedeeld door",
  sent: "Het plaatje staat in uw eigen gesprek met Terugkeer.",
  shared: "Het plaatje is gedeeld.",
  nothingToDraw: "Er valt niets te tekenen: geen van de gevonden brieven heeft een datum.",
  ask: "Het plaatje komt in dit gesprek te staan, met uw naam erbij; iedereen hier ziet het, met de vraag die u stelde.",
} as const;

function inLetters(passages: number, letters: number): string {
  return `${counted(passages, "passage", "passages")} in ${counted(letters, "brief", "brieven")}`;
}
