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
      "Noem @Terugkeer met uw vraag erachter; het antwoord komt in dezelfde draad, voor iedereen. Vraag daarna door met “en Algerije?”, “sinds 2020?” of “alleen antwoorden”. Zonder vraag zoekt Terugkeer in een draad op het bericht erboven, en met het woord debatdossier laat Terugkeer zien wat er voor het debat is bewaard.",
    lacksScope:
      "Terugkeer mag het bericht hierboven in dit gesprek niet lezen: de app mist daarvoor een recht. Zet uw vraag achter @Terugkeer, of vraag de beheerder om de app opnieuw te installeren.",
    lacksInvitation:
      "Terugkeer mag het bericht hierboven niet lezen, want de app zit niet in dit kanaal. Nodig de app uit met /invite @Terugkeer, of zet uw vraag achter @Terugkeer.",
  },
  shortcut: {
    title: "Zoek in Kamerbrieven",
    nothingToRead: "In dit bericht staat geen tekst om op te zoeken.",
    heading: (words: string) => `De passages die het best passen bij: “${words}”`,
    shareInThread: "Deel in draad",
  },
  keep: {
    button: "Bewaar voor debat",
    kept: (name: string, passages: number) => `Bewaard in ${name}, met nu ${counted(passages, "passage", "passages")}.`,
    already: (name: string) => `Deze passage stond al in ${name}.`,
  },
  collection: {
    /** For those without a name. */
    ofThread: "het debatdossier van deze draad",
    ofChannel: "het debatdossier van dit kanaal",
    named: (name: string) => `het debatdossier “${name}”`,
    title: "Debatdossier",
    open: "Open debatdossier",
    empty: "Er is nog niets bewaard. Druk onder een passage op “Bewaar voor debat”.",
    gone: "Dit debatdossier is er niet meer.",
    goneKept: "Deze passage staat niet meer in het debatdossier.",
    count: (passages: number) => counted(passages, "passage", "passages"),
    part: (from: number, until: number, total: number) => `Passage ${from} tot en met ${until} van ${total}.`,
    keptBy: "Bewaard door",
    kept: "Bewaard",
    /** Stands between who kept it and when. */
    on: "op",
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
    noteHint: "De notitie staat in het document apart van het citaat. Maak het veld leeg om haar te verwijderen.",
    renameTitle: "Naam debatdossier",
    renameLabel: "Naam",
    save: "Bewaar",
    cancel: "Annuleer",
    list: "De debatdossiers van dit kanaal",
    listNote: "Een draad heeft een eigen debatdossier: noem daar @Terugkeer met het woord debatdossier.",
    lineOfThread: "Debatdossier van een draad",
    lineOfChannel: "Debatdossier van dit kanaal",
    /** Stands before a moment. */
    lastKept: "laatst bewaard op",
    /** For Slack, which fills in the clock of whoever reads it (docs.slack.dev, "Formatting message text"). */
    moment: "{date} om {time}",
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
      "De citaten zijn woordelijk overgenomen. Hersteld is alleen wat de opmaak van de bladzijden met de tekst deed; bij de bronnen staat per brief wat dat was. Notities zijn van de opstellers en staan apart van de citaten.",
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
