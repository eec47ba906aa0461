import type { LetterKind } from "../letters/letter.ts";
import { counted } from "./dutch.ts";

/** What stands on buttons, and in the windows that they open. */
export const buttons = {
  more: "Meer",
  back: "Vorige",
  newest: "Nieuwste eerst",
  best: "Beste eerst",
  filters: "Filters",
  again: "Opnieuw zoeken",
  instead: (words: string, passages: number) => `${words}: ${counted(passages, "passage", "passages")}`,
  moreOfLetter: (count: number) => `Nog ${counted(count, "passage", "passages")} uit deze brief`,
  context: "Lees in context",
  share: "Deel in kanaal",
  quote: "Citaat",
  source: "Bron",
  pointsTo: "Bedoeld antwoord",
  helpful: "Nuttig",
  unhelpful: "Niet nuttig",
  helpfulSpoken: "Dit antwoord was nuttig",
  unhelpfulSpoken: "Dit antwoord was niet nuttig",
  close: "Sluiten",
  done: "Klaar",
  search: "Zoeken",
} as const;

export const share = {
  title: "Delen met iedereen?",
  ask: "De passage komt met vindplaats in dit gesprek te staan, met uw naam erbij.",
  confirm: "Deel",
  deny: "Niet delen",
  by: "Gedeeld door",
  spoken: (title: string) => `Gedeelde passage uit: ${title}`,
  done: "De passage is gedeeld.",
} as const;

export const feedbackTexts = {
  thanks: "Dank u wel. Uw oordeel is zonder uw naam bewaard.",
} as const;

export const contextTexts = {
  title: "In context",
  before: "Hieraan vooraf",
  this: "De passage zelf",
  after: "Hierna",
  notes: "Noten",
  references: "Verwijzingen",
  earlier: "Eerder in de brief",
  later: "Verder in de brief",
  superseded: "Deze passage komt uit een eerdere versie; van deze brief is er nu een nieuwere.",
} as const;

export const quoteTexts = {
  title: "Citaat",
  advice: "Selecteer de tekst en kopieer die.",
  quotation: "Citaat",
  quotationPart: (part: number, of: number) => `Citaat, deel ${part} van ${of}`,
  citation: "Vindplaats",
} as const;

export const letterPassagesTexts = {
  title: "Uit deze brief",
  part: (shown: number, total: number) => `De eerste ${shown} van ${total} passages.`,
} as const;

/** Kinds of letters, as people call them. */
export const kindNames: Record<LetterKind, string> = {
  brief: "Kamerbrief",
  antwoord: "Antwoord op Kamervragen",
  vragen: "Kamervragen zonder antwoord",
  mededeling: "Mededeling",
  "schriftelijk-overleg": "Schriftelijk overleg",
  motie: "Motie",
  verslag: "Verslag",
  overig: "Overig",
};

export const filterTexts = {
  title: "Filters",
  words: "Woorden of vraag",
  countries: "Landen",
  since: "Sinds",
  until: "Tot en met",
  kinds: "Soort brief",
  party: "Fractie van de vraagsteller",
  from: "Bewindspersoon of vraagsteller",
  dossier: "Dossier",
  dossierHint: "Vijf cijfers, bijvoorbeeld 19637",
  any: "Alle",
  nothing: "Vul een woord of een filter in.",
} as const;

export const expired = {
  page: "Dit antwoord is ouder dan een dag en is vergeten. Zoek opnieuw om verder te lezen.",
  modal: "Terugkeer is vernieuwd sinds dit venster werd geopend. Open het opnieuw.",
  passage: "Deze passage is er niet meer: de brief is ingetrokken.",
} as const;

export const deliveryTexts = {
  notInChannel: "Terugkeer zit niet in dit kanaal. Nodig de app uit met /invite @Terugkeer en probeer het opnieuw.",
  missingScope:
    "Terugkeer mist een recht in Slack om dit te doen. De beheerder vindt het ontbrekende recht in het logboek.",
  refused: "Slack nam dit bericht niet aan. Probeer het straks nog eens.",
} as const;
