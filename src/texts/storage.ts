/** What a person is told when the database cannot be written or read; the administrator's sentence is in the log. */
export const storageTexts = {
  full: "Terugkeer kan op dit moment niets bewaren: de schijf is vol of neemt niets aan. Er is niets verloren gegaan. Vraag de beheerder om ruimte te maken en probeer het daarna nog eens.",
  readonly:
    "Terugkeer kan op dit moment niets bewaren: de schijf staat op alleen-lezen. Er is niets verloren gegaan. Vraag de beheerder om hulp en probeer het daarna nog eens.",
  busy: "De database is op dit moment bezet door een ander programma. Er is niets verloren gegaan; probeer het over een minuut nog eens.",
  damaged:
    "De database van Terugkeer is beschadigd. Gebruik op dit moment geen antwoorden en waarschuw de beheerder, die een back-up kan terugzetten.",
} as const;
