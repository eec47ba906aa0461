import { counted } from "../replies/dutch.ts";

/** The Dutch sentences of threads and debate preparation. */
export const debateTexts = {
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
