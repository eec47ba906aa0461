import { counted, listed } from "./dutch.ts";

/** The Dutch sentences of threads and debate preparation. */
export const debateTexts = {
  thread: {
    changed: (query: string, subject: string) => `Gezocht op “${query}”, als vervolg op “${subject}”.`,
    searched: (query: string) => `Gezocht op “${query}”.`,
    asIs: (typed: string, subject: string) =>
      `Niet begrepen als vervolg op “${subject}”: gezocht op “${typed}” zoals het er staat. Noem het onderwerp erbij als u iets anders bedoelde.`,
    /** `countries` are those that the message names: of the message itself nothing is kept to ask on about. */
    lastMessage: (words: string, countries: readonly string[]) =>
      `Gezocht op de woorden van het laatste bericht hierboven: “${words}”. Dat bericht wordt niet bewaard: ${
        countries.length === 0
          ? "noem in een vervolgvraag zelf het onderwerp."
          : `doorvragen gaat over ${listed(countries)}; noem voor iets anders zelf het onderwerp.`
      }`,
    howToAsk: "Zo vraagt u iets aan Terugkeer",
    howToAskLead:
      "Noem de app met uw vraag erachter; het antwoord komt in dezelfde draad, voor iedereen. Vraag daarna door met “en Algerije?”, “sinds 2020?” of “alleen antwoorden”. Zonder vraag zoekt Terugkeer in een draad op het bericht erboven, en met het woord dossier laat Terugkeer zien wat er voor het debat is bewaard.",
    lacksScope:
      "Terugkeer mag het bericht hierboven in dit gesprek niet lezen: de app mist daarvoor een recht. Zet uw vraag achter @Terugkeer, of vraag de beheerder om de app opnieuw te installeren.",
    lacksInvitation:
      "Terugkeer mag het bericht hierboven niet lezen, want de app zit niet in dit kanaal. Nodig de app uit met /invite @Terugkeer, of zet uw vraag achter @Terugkeer.",
  },
  shortcut: {
    title: "Zoek in Kamerbrieven",
    nothingToRead: "In dit bericht staat geen tekst om op te zoeken.",
    heading: (words: string) => `De passages die het best passen bij: “${words}”`,
    shareInThread: "Deel in thread",
  },
  keep: {
    button: "Bewaar voor debat",
    kept: (name: string, passages: number) => `Bewaard in ${name}, met nu ${counted(passages, "passage", "passages")}.`,
    already: (name: string) => `Deze passage stond al in ${name}.`,
  },
  collection: {
    /** For those without a name. */
    ofThread: "het dossier van deze draad",
    ofChannel: "het dossier van dit kanaal",
    named: (name: string) => `het dossier “${name}”`,
    title: "Dossier",
    open: "Open dossier",
    empty: "Er is nog niets bewaard. Druk onder een passage op “Bewaar voor debat”.",
    gone: "Dit dossier is er niet meer.",
    goneKept: "Deze passage staat niet meer in het dossier.",
    count: (passages: number) => counted(passages, "passage", "passages"),
    part: (from: number, until: number, total: number) => `Passage ${from} tot en met ${until} van ${total}.`,
    keptBy: "Bewaard door",
    kept: "Bewaard",
    on: (when: string) => `op ${when}`,
    note: "Notitie",
    removed: (title: string) => `Verwijderd: ${title}`,
    undo: "Ongedaan maken",
    undoTooLate: "Ongedaan maken kan tot tien minuten na het verwijderen. Bewaar de passage opnieuw.",
    earlier: "Omhoog",
    later: "Omlaag",
    editNote: "Notitie",
    remove: "Verwijder",
    development: "Toon ontwikkeling",
    rename: "Naam wijzigen",
    wordByCountry: "Maak Word-document",
    wordByLetter: "Word, per brief",
    markdown: "Markdown",
    previous: "Vorige",
    next: "Volgende",
    noteTitle: "Notitie bij passage",
    noteLabel: "Uw notitie",
    noteHint: "Staat in het document apart van het citaat. Leeg laten haalt de notitie weg.",
    renameTitle: "Naam van het dossier",
    renameLabel: "Naam",
    save: "Bewaar",
    cancel: "Annuleer",
    list: "De dossiers van dit kanaal",
    listNote: "Een draad heeft een eigen dossier; noem daar @Terugkeer met het woord dossier.",
    lineOfThread: "Dossier van een draad",
    lineOfChannel: "Dossier van dit kanaal",
    lastKept: (when: string) => `laatst bewaard op ${when}`,
    uploaded: "Het document staat in het gesprek.",
    uploadComment: (name: string, passages: number) =>
      `${name}: ${counted(passages, "passage", "passages")}, woordelijk en met vindplaats.`,
  },
  development: {
    title: "Ontwikkeling",
    heading: "Wat er eerder en later over is gezegd",
    about: (countries: string) => `Uitspraken met dezelfde woorden over ${countries}, nieuwste eerst.`,
    aboutAll: "Uitspraken met dezelfde woorden, nieuwste eerst.",
    nothing: "In de brieven staat geen andere uitspraak die hierop lijkt.",
    earlier: "Eerder",
    later: "Later",
    same: "Zelfde dag",
    kept: "De bewaarde passage",
  },
  document: {
    untitled: "Voorbereiding debat",
    made: (day: string) => `Samengesteld op ${day}.`,
    drawnFrom: (passages: number, letters: number) =>
      `${counted(passages, "passage", "passages")} uit ${counted(letters, "brief", "brieven")}.`,
    verbatim:
      "De citaten zijn woordelijk overgenomen. Alleen wat de bladzijden met de tekst deden is hersteld; per brief staat dat bij de bronnen. Notities zijn van de opstellers en staan apart van de citaten.",
    contents: "Inhoud",
    noCountry: "Zonder land",
    passage: "Passage",
    also: (countries: string) => `Noemt ook: ${countries}.`,
    note: "Notitie (geen citaat)",
    sources: "Bronnen",
    repaired: (repairs: string) => `Hersteld in deze brief: ${repairs}.`,
    nothingRepaired: "In deze brief was niets te herstellen.",
    page: "Pagina ",
    pageOf: " van ",
    /** By kind of repair (repairKinds in text.ts); each can stand behind a number. */
    repairs: {
      line: ["regeleinde binnen een alinea", "regeleinden binnen een alinea"],
      hyphen: ["afbreekstreepje aan een regeleinde", "afbreekstreepjes aan een regeleinde"],
      markup: ["opmaakteken", "opmaaktekens"],
      page: ["alinea over een bladzijdegrens aaneengevoegd", "alinea's over een bladzijdegrens aaneengevoegd"],
      mark: ["nootcijfer uit de tekst genomen", "nootcijfers uit de tekst genomen"],
      note: ["voetnoot uit de tekst genomen", "voetnoten uit de tekst genomen"],
      furniture: ["kop- of voetregel van een bladzijde", "kop- en voetregels van bladzijden"],
      contents: ["regel van een inhoudsopgave", "regels van een inhoudsopgave"],
    },
  },
} as const;
