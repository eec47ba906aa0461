/** Faults that a user of a command on the machine, or of a file, is told of; the log has the English sentence beside it. */
export const faultTexts = {
  setting: (name: string) => `De instelling ${name} klopt niet.`,
  lexicon: "De woordenlijst ontbreekt.",
  database: "De database kan niet worden geopend.",
  newerDatabase: "De database is door een nieuwere versie van Terugkeer gemaakt.",
  backup: "De back-up is niet gelukt.",
  listen: {
    taken: (at: string) => `Er kan niet worden geluisterd op ${at}: de poort is al in gebruik.`,
    forbidden: (at: string) => `Er kan niet worden geluisterd op ${at}: deze gebruiker mag de poort niet gebruiken.`,
    elsewhere: (at: string) => `Er kan niet worden geluisterd op ${at}: dat adres is niet van deze machine.`,
    other: (at: string) => `Er kan niet worden geluisterd op ${at}.`,
  },
  token: "Slack weigert het token.",
  unreadable: (path: string) => `${path} kan niet worden gelezen.`,
  lettersList: (file: string) => `Het bestand ${file} klopt niet.`,
} as const;
