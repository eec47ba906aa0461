import { counted } from "./dutch.ts";

/** What is kept about a person, shown to that person. */
export const personalTexts = {
  button: "Wat er over mij wordt bewaard",
  title: "Over u bewaard",
  nothing: "Over u wordt niets bewaard.",
  forgotten: "Alles over u is verwijderd. Wat een kanaal volgt of voor een debat bewaart, blijft daar staan, zonder u.",
  tables: {
    subscriptions: (count: number) =>
      counted(count, "attendering die u maakte of krijgt", "attenderingen die u maakte of krijgt"),
    outbox: (count: number) => counted(count, "bericht van Terugkeer aan u", "berichten van Terugkeer aan u"),
    kept_passages: (count: number) =>
      counted(count, "passage die u voor een debat bewaarde", "passages die u voor een debat bewaarde"),
    debate_collections: (count: number) =>
      counted(count, "debatdossier in uw eigen gesprek", "debatdossiers in uw eigen gesprek"),
    thread_subjects: (count: number) =>
      counted(count, "onderwerp van uw eigen gesprek", "onderwerpen van uw eigen gesprek"),
    unfurls: (count: number) =>
      counted(
        count,
        "brief die onder een link in uw eigen gesprek is getoond",
        "brieven die onder een link in uw eigen gesprek zijn getoond",
      ),
    deliveries: (count: number) =>
      counted(
        count,
        "merkteken dat een bericht van u al is behandeld",
        "merktekens dat berichten van u al zijn behandeld",
      ),
  } as Record<string, (count: number) => string>,
  everything: "alle brieven",
  more: (count: number) => `en nog ${count}`,
  forget: "Verwijder alles",
  confirmTitle: "Alles verwijderen?",
  confirm:
    "Uw eigen attenderingen en het debatdossier van uw eigen gesprek worden verwijderd. Wat u in een kanaal volgt of bewaart, blijft voor het kanaal, zonder uw naam.",
  deny: "Niet verwijderen",
} as const;
