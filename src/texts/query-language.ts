/**
 * The query language as a person is told of it. A test asks every example of the bundled letters and wants an answer.
 */

export interface QueryExample {
  example: string;
  /** One line, without a full stop. */
  meaning: string;
}

export const queryLanguage: readonly QueryExample[] = [
  { example: "Algerije terugkeer", meaning: "passages met deze woorden, in welke vorm ook" },
  { example: "hoeveel mensen keerden terug naar Algerije", meaning: "een hele vraag mag ook" },
  { example: '"glijdende schaal"', meaning: "precies deze woorden, in deze volgorde" },
  { example: "Marokko -Algerije", meaning: "zonder passages die Algerije noemen" },
  { example: "visum land:Gambia", meaning: "alleen passages die dit land noemen" },
  { example: "terugkeer sinds:2019 tot:2024-06", meaning: "alleen brieven uit deze periode (jaar, maand of dag)" },
  { example: "terugkeer van:Faber", meaning: "alleen brieven en vragen van deze persoon" },
  { example: "terugkeer fractie:VVD", meaning: "alleen vragen van deze fractie" },
  { example: "terugkeer soort:antwoord", meaning: "alleen deze soort brieven" },
  { example: "terugkeer dossier:32317", meaning: "alleen brieven uit dit dossier" },
  { example: "Marokko nieuwste", meaning: "de nieuwste brief eerst, in plaats van de best passende passage" },
  { example: "Algerijnse letterlijk", meaning: "alleen het woord zoals getypt, zonder andere vormen of namen" },
];
