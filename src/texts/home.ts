import { counted } from "./dutch.ts";

/** The home of the app. */
export const homeTexts = {
  title: "Terugkeer",
  lead: "Zoekt in de brieven die bewindspersonen aan het parlement sturen over terugkeer, en geeft de passages zelf: woordelijk, met datum, afzender en vindplaats.",
  collection: "De verzameling",
  holds: (letters: number, passages: number) =>
    `${counted(letters, "brief", "brieven")} met ${counted(passages, "passage", "passages")}`,
  period: (from: string, until: string) => `van ${from} tot en met ${until}`,
  quarantine: (count: number) =>
    count === 1 ? "Eén bestand kon niet worden gelezen." : `${count} bestanden konden niet worden gelezen.`,
  read: (source: string, when: string) => `${source}: laatst gelezen op ${when}`,
  loading: "De index wordt nog geladen; zoeken kan al, maar nog niet in alle brieven.",
  latest: "Laatst binnengekomen",
  ask: "Zo vraagt u iets",
  kept: "Wat Terugkeer over u bewaart",
  keptNothing:
    "Uw vragen worden niet met uw naam bewaard. Wat u zocht, blijft één dag bewaard, zonder naam, zodat de knoppen onder een antwoord werken; een oordeel over een antwoord een half jaar, zonder naam. Waar een draad over gaat, blijft veertien dagen bewaard, zonder naam. Passages die u voor een debat bewaart, staan met uw naam in het debatdossier, tot iemand ze verwijdert. Wat u met /attendering volgt, wordt met uw naam bewaard tot het wordt gestopt.",
  sources: {
    folder: "Map met brieven",
    koop: "Officiële bekendmakingen",
    "tweede-kamer": "Tweede Kamer",
  } as Record<string, string>,
} as const;
