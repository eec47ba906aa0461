import type { Pause, Subject } from "../digest/subscription.ts";
import { counted, listed } from "../replies/dutch.ts";

/** What people see of digests, here called "attenderingen". */

const command = "/attendering";

/** Why an attendering is paused, and what a person can do about it. */
const pauses: Record<Pause["reason"], { why: string; remedy: string }> = {
  asked: { why: "op verzoek", remedy: `Typ ${command} hervat om verder te gaan.` },
  query: {
    why: "de zoekvraag wordt niet (meer) begrepen",
    remedy: `Geef met ${command} wijzig een andere zoekvraag op en typ daarna ${command} hervat.`,
  },
  not_in_channel: {
    why: "Terugkeer is geen lid van het kanaal",
    remedy: `Typ in het kanaal /invite @Terugkeer en daarna ${command} hervat.`,
  },
  is_archived: {
    why: "het kanaal is gearchiveerd",
    remedy: `Haal het kanaal uit het archief en typ daar ${command} hervat, of maak de attendering in een ander kanaal.`,
  },
  channel_not_found: {
    why: "Slack kent het kanaal of gesprek niet (meer), of Terugkeer mag er niet bij",
    remedy: `Is het een besloten kanaal, nodig Terugkeer dan uit met /invite @Terugkeer en typ daar ${command} hervat.`,
  },
  account_inactive: {
    why: "Terugkeer is in deze Slack uitgeschakeld",
    remedy: `Vraag de beheerder om Terugkeer weer in te schakelen en typ daarna ${command} hervat.`,
  },
  token_revoked: {
    why: "Slack heeft de toegang van Terugkeer ingetrokken",
    remedy: `Vraag de beheerder om Terugkeer opnieuw te installeren en typ daarna ${command} hervat.`,
  },
  not_allowed: {
    why: "Slack staat Terugkeer niet toe hier berichten te plaatsen",
    remedy: `Vraag de beheerder om dat toe te staan en typ daarna ${command} hervat.`,
  },
};

export const digestTexts = {
  pauses,
  where: { own: "in uw gesprek met Terugkeer", channel: "in" },
  notice: {
    paused: (count: number, why: string) =>
      `${counted(count, "attendering is", "attenderingen zijn")} stilgezet: ${why}.`,
    nothingLost: "Er gaat niets verloren: na het hervatten krijgt u ook wat er in de tussentijd binnenkwam.",
    unsure:
      "Van een attendering is niet te zeggen of Slack haar heeft geplaatst, en het kanaal is voor Terugkeer niet te lezen. Om niets dubbel te plaatsen is zij niet nog eens verstuurd. Kijk of het bericht er staat.",
    failed:
      "Een attendering kon niet worden geplaatst: Slack weigert het bericht. De beheerder vindt de reden in het log.",
    place: "Het gaat om:",
  },
  everything: "alle brieven",
  subjects: {
    letters: "nieuwe brieven",
    answers: "beantwoorde Kamervragen",
    overdue: "Kamervragen over hun termijn",
  } satisfies Record<Subject, string>,
  digest: {
    heading: (day: string, letters: number) => `${day}: ${counted(letters, "nieuwe brief", "nieuwe brieven")}`,
    more: (count: number) =>
      `En nog ${counted(count, "brief", "brieven")}; die staan met hun vindplaats onderaan in de draad.`,
    rest: "Ook nieuw, met hun vindplaats:",
    counted: (count: number) => `En nog ${counted(count, "brief", "brieven")}, die hier niet meer passen.`,
    about: (queries: readonly string[]) => `Attendering op: ${listed(queries)}`,
    inThread: "Lead, passages en verwijzingen staan per brief in de draad.",
    references: "Verwijst naar:",
    late: (day: string) => `brief van ${day}, nu pas gepubliceerd`,
    newVersion: "nieuwe versie",
    linked: (dossier: string) => `nu gekoppeld aan dossier ${dossier}`,
    questions: (count: number, askers: string) =>
      `${counted(count, "vraag", "vragen")}${askers === "" ? "" : `: ${askers}`}`,
  },
} as const;
