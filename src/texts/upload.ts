/** What is said of a file that somebody shares with the bot. */
export const uploadTexts = {
  notAllowed: "Brieven aanleveren kan alleen wie daarvoor is aangewezen. Vraag de beheerder om u toe te voegen.",
  tooLarge: (name: string) => `${name} is te groot om te lezen (meer dan 25 MB).`,
  notFetched: (name: string) => `${name} kon niet bij Slack worden opgehaald. Deel het bestand nog eens.`,
  new: (name: string) => `${name} is gelezen en kan worden gevonden.`,
  updated: (name: string) => `${name} is gelezen en staat er als nieuwe versie van de brief.`,
  unchanged: (name: string) => `${name} was er al; er is niets veranderd.`,
  understood: "Zo is de brief begrepen",
  questions: (count: number) => (count === 1 ? "1 vraag" : `${count} vragen`),
  check: "Klopt dit niet, meld het dan aan de beheerder.",
  refused: (sentence: string) => `${sentence} Het bestand is bewaard voor de beheerder.`,
} as const;
