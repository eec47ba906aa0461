/**
 * Every Dutch sentence a user can see, apart from the messages of coded errors, which stand where they are thrown.
 * Names of letters, quotations and citations come from the letters themselves.
 */

import { counted } from "./dutch.ts";

/** Queries of the help text; a test asks each of the bundled letters and wants an answer. */
export const exampleQueries = [
  "Algerije",
  "visummaatregelen",
  "hoeveel vreemdelingen zijn zelfstandig vertrokken",
] as const;

export const texts = {
  help: {
    heading: "Zoek in de brieven van bewindspersonen over terugkeer",
    lead: "Typ achter de opdracht een land, een onderwerp of een hele vraag. U krijgt de passages zelf, met datum, afzender en vindplaats; alleen u ziet het antwoord.",
    examples: "Bijvoorbeeld:",
    language: "Preciezer zoeken",
    more: "Verder",
    surfaces: [
      { typed: "/tijdlijn Algerije", does: "wat er door de jaren heen is gezegd" },
      { typed: "/brief kst-32317-929", does: "één brief: opbouw, vragen, verwijzingen" },
      { typed: "/attendering help", does: "nieuwe brieven volgen" },
      { typed: "/debat", does: "wat er voor een debat is bewaard" },
      { typed: "@Terugkeer visummaatregelen", does: "in een draad, voor iedereen" },
    ],
  },
  answer: {
    heading: (query: string, passages: number, letters: number) =>
      `${query}: ${counted(passages, "passage", "passages")} in ${counted(letters, "brief", "brieven")}`,
    part: (before: number, shown: number, total: number, order: "best" | "newest") => {
      if (before > 0) return `Hieronder passage ${before + 1} tot en met ${before + shown}.`;
      return `Hieronder de ${order === "best" ? "beste" : "nieuwste"} ${shown} van ${total}.`;
    },
    thinned: "Van elke brief staan er hoogstens twee; de knop onder een brief geeft de rest.",
    collection: (letters: number, from: string | null, until: string | null) =>
      `Gezocht in ${counted(letters, "brief", "brieven")}${from === null || until === null ? "" : `, van ${from} tot en met ${until}`}.`,
    loading: (letters: number, of: number) =>
      `De index wordt nog geladen: pas ${letters} van de ${counted(of, "brief is", "brieven zijn")} doorzocht. Vraag het straks nog eens.`,
    expanded: (words: readonly string[]) =>
      `Ook gezocht op: ${words.join(", ")}. Zet woorden tussen "aanhalingstekens" om alleen letterlijk te zoeken.`,
    corrected: (from: string, to: string) =>
      `Gezocht op ${to} in plaats van ${from}; zet "${from}" tussen aanhalingstekens om toch daarop te zoeken.`,
    nothing: (query: string) => `Niets gevonden over ${query}`,
    nothingLead: "In de brieven staat geen passage die hierop antwoord geeft.",
    nothingAdvice: "Probeer minder of andere woorden, of alleen de naam van een land.",
    /** Stands above buttons with parts of the query. */
    instead: "Met een deel van uw vraag is er wel iets te vinden:",
    emptyCollection: "Er zijn nog geen brieven om in te zoeken.",
    untitled: "Zonder titel",
    undated: "zonder datum",
    question: (numbers: string, askers: string) =>
      ["Vraag", numbers, askers === "" ? "" : `(${askers})`].filter((part) => part !== "").join(" "),
    answer: "Antwoord",
    unanswered: "Nog niet beantwoord",
    copyForSenate: "tekst van het exemplaar voor de Eerste Kamer",
  },
  trouble: {
    /** A fault of ours; the number stands in the log too. */
    ours: (number: string) =>
      `Er ging iets mis bij ons (nummer ${number}). Probeer het nog eens; blijft het misgaan, meld dat nummer dan aan de beheerder.`,
    /** Something that the log tells more of. */
    withNumber: (sentence: string, number: string) => `${sentence} (nummer ${number})`,
  },
} as const;
