import type { Frequency, Pause, Subject } from "../digest/subscription.ts";
import { counted, listed, weekdays } from "./dutch.ts";

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
    why: "Terugkeer is in deze Slack-omgeving uitgeschakeld",
    remedy: `Vraag de beheerder om Terugkeer weer in te schakelen en typ daarna ${command} hervat.`,
  },
  token_revoked: {
    why: "Slack heeft de toegang van Terugkeer ingetrokken",
    remedy: `Vraag de beheerder om Terugkeer opnieuw te installeren en typ daarna ${command} hervat.`,
  },
  not_allowed: {
    why: "Slack staat Terugkeer niet toe om hier berichten te plaatsen",
    remedy: `Vraag de beheerder om dat toe te staan en typ daarna ${command} hervat.`,
  },
  shared_outside: {
    why: "het kanaal wordt gedeeld met een andere organisatie, die zou zien wat u volgt",
    remedy: "Volg het in een kanaal van uw eigen organisatie, of in uw eigen gesprek met Terugkeer.",
  },
  channel_not_allowed: {
    why: "Terugkeer is in dit kanaal niet in gebruik",
    remedy: "Volg het in een ander kanaal, of in uw eigen gesprek met Terugkeer.",
  },
};

/** `op werkdagen om 08:30`. */
export function frequencyText(frequency: Frequency, subject: Subject = "letters"): string {
  const days = daysText(frequency, subject);
  if (frequency.every === "arrival") return days;
  return `${days}${days.includes(",") ? "," : ""} om ${frequency.at}`;
}

/** The same without the time: `op werkdagen`. */
export function daysText(frequency: Frequency, subject: Subject = "letters"): string {
  if (frequency.every === "arrival") return `zodra er een ${subject === "answers" ? "antwoord" : "brief"} binnenkomt`;
  if (frequency.every === "week") return `elke ${weekdays[frequency.on - 1]}`;
  const { days, onHolidays } = frequency;
  if (days === "all") return `elke dag${onHolidays ? "" : " behalve op feestdagen"}`;
  return `op werkdagen${onHolidays ? ", ook op feestdagen" : ""}`;
}

export const digestTexts = {
  pauses,
  where: { own: "in uw gesprek met Terugkeer", channel: "in" },
  notice: {
    paused: (count: number, why: string) =>
      `${counted(count, "attendering is", "attenderingen zijn")} gepauzeerd: ${why}.`,
    nothingLost: "Er gaat niets verloren: na het hervatten krijgt u ook wat er in de tussentijd binnenkwam.",
    unsure:
      "Het is niet zeker of Slack een attendering heeft geplaatst, en Terugkeer kan het kanaal niet lezen om dat na te gaan. Om niets dubbel te plaatsen is zij niet nog eens verstuurd. Controleer of het bericht er staat.",
    failed:
      "Een attendering kon niet worden geplaatst: Slack weigert het bericht. De beheerder vindt de reden in het logboek.",
    place: "Het gaat om:",
  },
  everything: "alle brieven",
  digest: {
    heading: (day: string, letters: number) => `${day}: ${counted(letters, "nieuwe brief", "nieuwe brieven")}`,
    more: (count: number) =>
      `En nog ${counted(count, "brief", "brieven")}; die staan met hun vindplaats onderaan in de draad.`,
    rest: "Ook nieuw, met hun vindplaats:",
    counted: (count: number) => `En nog ${counted(count, "brief", "brieven")}, die hier niet meer passen.`,
    about: (queries: readonly string[]) => `Attendering op: ${listed(queries)}`,
    inThread: "Het begin, de passages en de verwijzingen staan per brief in de draad.",
    references: "Verwijst naar:",
    late: (day: string) => `brief van ${day}, nu pas gepubliceerd`,
    newVersion: "nieuwe versie",
    linked: (dossier: string) => `nu gekoppeld aan dossier ${dossier}`,
    questions: (count: number, askers: string) =>
      `${counted(count, "vraag", "vragen")}${askers === "" ? "" : `: ${askers}`}`,
  },
  desk: {
    made: (id: number, name: string) => `Attendering ${id} gemaakt: ${name}`,
    exists: (id: number, name: string) => `Dit wordt hier al gevolgd: attendering ${id}, ${name}`,
    existsHint: (id: number) =>
      `Wijzigen kan met ${command} wijzig ${id}, bijvoorbeeld ${command} wijzig ${id} om 9:00.`,
    changed: (id: number, name: string) => `Attendering ${id} gewijzigd: ${name}`,
    paused: (numbers: readonly string[]) => `Gepauzeerd: attendering ${listed(numbers)}.`,
    pausedHint: `Hervatten kan met ${command} hervat; u krijgt dan ook wat er in de tussentijd binnenkwam.`,
    resumed: (numbers: readonly string[]) => `Hervat: attendering ${listed(numbers)}.`,
    resumedHint: "Wat er in de tussentijd binnenkwam, zit in het eerstvolgende bericht.",
    stopped: (numbers: readonly string[]) => `Gestopt en verwijderd: attendering ${listed(numbers)}.`,
    when: (frequency: string) => `Bericht ${frequency}; zijn er geen nieuwe brieven, dan komt er geen bericht.`,
    next: (instant: string) => `Eerstvolgende keer: ${instant}.`,
    preview: (days: number, letters: number) =>
      letters === 0
        ? `De afgelopen ${days} dagen had dit geen brieven opgeleverd.`
        : `De afgelopen ${days} dagen had dit ${counted(letters, "brief", "brieven")} opgeleverd:`,
    previewMore: (count: number) => `en nog ${counted(count, "brief", "brieven")}.`,
    noPreview: "De brieven worden nog geladen; wat dit had opgeleverd, is nu nog niet te zeggen.",
    invite:
      "Is Terugkeer nog geen lid van dit kanaal, typ dan /invite @Terugkeer; anders kan het bericht niet worden geplaatst.",
    list: "Attenderingen hier",
    emptyList: "Hier wordt nog niets gevolgd.",
    emptyListHint: `Typ ${command} met een onderwerp, bijvoorbeeld ${command} Algerije, of ${command} volg alles.`,
    pausedSince: (why: string, day: string) => `gepauzeerd sinds ${day}: ${why}`,
    madeBy: "gemaakt door",
    madeByNobody: "van het kanaal",
    hint: `Wijzigen: ${command} wijzig 3 om 9:00. Ook: pauzeer, hervat en stop, met het nummer of met alles.`,
  },
  buttons: {
    change: "Wijzig",
    pause: "Pauzeer",
    resume: "Hervat",
    stop: "Stop",
    stopTitle: "Stoppen?",
    stopAsk: "De attendering wordt verwijderd; wat hier verder wordt gevolgd, blijft.",
    stopDeny: "Niet stoppen",
  },
  modal: {
    title: (id: number) => `Attendering ${id}`,
    query: "Wat wilt u volgen?",
    queryHint: "Een zoekvraag, zoals achter /terugkeer. Laat het veld leeg om alles te volgen.",
    when: "Wanneer?",
    time: "Hoe laat?",
    timeHint: "Geldt niet als het bericht komt zodra er iets binnenkomt.",
    save: "Bewaar",
  },
  home: "Uw attenderingen",
  gone: "Deze attendering is er niet meer.",
  wrong: {
    noNumber: (number: string, known: readonly string[]) =>
      known.length === 0
        ? `Hier wordt niets gevolgd, dus attendering ${number} is er niet.`
        : `Attendering ${number} is er hier niet. Wel: ${listed(known)}.`,
    which: (verb: string, known: readonly string[]) =>
      known.length === 0
        ? "Hier wordt niets gevolgd."
        : `Welke? Typ het nummer erbij (${listed(known)}) of alles: ${command} ${verb} ${known[0]}.`,
    notANumber: (verb: string, rest: string) =>
      `Achter ${verb} hoort een nummer of alles. Wilt u “${verb} ${rest}” volgen, typ dan ${command} volg ${verb} ${rest}.`,
    nothingToChange: (id: number) =>
      `Geef aan wat er anders moet: ${command} wijzig ${id} om 9:00, ${command} wijzig ${id} op maandag, of een nieuwe zoekvraag.`,
    noTime: (said: string) => `“${said}” is geen tijd. Schrijf bijvoorbeeld om 8:30 of om 16:00.`,
    notTogether:
      "Dat kan niet samen. Kies uit: werkdagen, elke dag, een dag van de week (op maandag) of direct; bij alles behalve direct kan een tijd, bijvoorbeeld om 8:30.",
    nothingToFollow: `Geef aan wat u wilt volgen: ${command} volg Algerije, of ${command} volg alles.`,
    meant: (word: string, verb: string) =>
      `“${word}” is geen opdracht. Bedoelt u ${command} ${verb}? Wilt u dit woord volgen, typ dan ${command} volg ${word}. Mogelijk zijn: volg, lijst, wijzig, pauzeer, hervat, stop en help.`,
  },
  help: {
    heading: "Attenderingen: nieuwe brieven vanzelf in dit kanaal, of in uw eigen gesprek met Terugkeer",
    lead: "U krijgt één bericht met alles wat er sinds de vorige keer is binnengekomen, ook oude brieven die nu pas gepubliceerd zijn; is er niets, dan komt er geen bericht. Geeft u geen tijd op, dan komt het bericht op werkdagen om 08:30.",
    lines: [
      [`${command} Algerije -voetbal soort:brief`, "volgt een zoekvraag, met alles wat ook achter /terugkeer kan"],
      [`${command} volg alles`, "volgt alle brieven"],
      [`${command} Marokko om 16:00`, "op een andere tijd"],
      [
        `${command} Marokko elke dag`,
        "ook in het weekend; mogelijk zijn ook: werkdagen, ook op feestdagen, niet op feestdagen",
      ],
      [`${command} Marokko op maandag om 9:00`, "eens per week; wekelijks mag ook"],
      [`${command} Marokko direct`, "zodra er een brief binnenkomt"],
      [`${command} antwoord Algerije`, "meldt wanneer Kamervragen over Algerije zijn beantwoord, of uitgesteld"],
      [
        `${command} termijn Algerije`,
        "elke maandag de vragen over Algerije die na drie weken nog niet zijn beantwoord",
      ],
      [`${command} lijst`, "wat er hier wordt gevolgd, met de nummers"],
      [`${command} wijzig 3 om 9:00`, "een andere tijd of een andere zoekvraag"],
      [`${command} pauzeer 3`, "pauzeert de attendering; na hervat krijgt u ook wat er intussen binnenkwam"],
      [`${command} stop 3`, "stopt en verwijdert de attendering; in plaats van een nummer mag ook alles"],
    ],
    quotes:
      "Woorden over de tijd staan achteraan, antwoord en termijn vooraan. Wilt u er juist op zoeken, zet ze dan tussen aanhalingstekens. Onder vragen zonder antwoord staat de knop Meld het antwoord.",
  },
} as const;
