import { counted, listed } from "./dutch.ts";

/** What people see of written questions: that they were answered, and that their term is over. */

const command = "/attendering";

function notFitting(count: number): string {
  return `En nog ${counted(count, "vraag", "vragen")}, die hier niet meer passen.`;
}

export const questionTexts = {
  card: {
    asked: (day: string | null, askers: string) =>
      `Gesteld${day === null ? "" : ` op ${day}`}${askers === "" ? "" : ` door ${askers}`}`,
  },
  answered: {
    heading: (count: number) =>
      count === 1 ? "Deze vraag is beantwoord" : `${counted(count, "vraag is", "vragen zijn")} beantwoord`,
    delayed: (count: number) =>
      count === 1
        ? "Op deze vraag is nog geen antwoord; er is uitstel gemeld"
        : `Op ${counted(count, "vraag", "vragen")} is nog geen antwoord; er is uitstel gemeld`,
    answer: "Antwoord: ",
    delay: "Mededeling: ",
    more: (count: number) => `En nog ${counted(count, "vraag", "vragen")}; die staan onderaan in de draad.`,
    inThread: "De antwoorden staan in de draad.",
    rest: "Ook hierop kwam bericht:",
    counted: notFitting,
  },
  overdue: {
    heading: (day: string, count: number) =>
      `${day}: ${counted(count, "vraag", "vragen")} over de termijn van drie weken`,
    days: (days: number) => `${counted(days, "dag", "dagen")} over de termijn`,
    notice: (day: string | null) => (day === null ? "uitstel gemeld" : `uitstel gemeld op ${day}`),
    noNotice: "geen uitstel gemeld",
    more: (count: number) => `En nog ${counted(count, "vraag", "vragen")}; die staan onderaan in de draad.`,
    rest: "Ook over de termijn, oudste eerst:",
    counted: notFitting,
    caution:
      "Gerekend zijn drie gewone weken na indiening, ook tijdens een reces. Het gaat om vragen waarvan hier geen antwoord bekend is; kijk vóór gebruik bij de bron.",
    about: (queries: readonly string[]) => `Attendering op: ${listed(queries)}`,
  },
  button: "Meld het antwoord",
  followed: {
    heading: "Het antwoord op deze vraag wordt gemeld zodra het er is:",
    exists: "Het antwoord op deze vraag wordt al gemeld:",
    own: "Het bericht komt in uw eigen gesprek met Terugkeer.",
    channel: "Het bericht komt in dit kanaal, voor iedereen die daar meeleest.",
    stop: (id: number) =>
      `Toch niet? Typ daar ${command} stop ${id}, of gebruik de knoppen op de startpagina van de app.`,
    delayed: (day: string | null) =>
      `Uitstel is al gemeld${day === null ? "" : ` op ${day}`}; dat hoort u niet nog eens.`,
    answered: "Deze vraag is al beantwoord",
    unrecognisable:
      "Van deze vragen is niet te zien welk antwoord erbij hoort: het zaaknummer, of de dag, de vragenstellers en het onderwerp ontbreken. Terugkeer kan het antwoord daarom niet melden.",
    noQuestions: "Dit zijn geen vragen die nog op antwoord wachten.",
  },
  open: {
    none: "Er wacht nu geen vraag op antwoord; nieuwe vragen worden vanzelf gevolgd.",
    heading: (count: number) =>
      `Nu ${count === 1 ? "wacht 1 vraag" : `wachten ${counted(count, "vraag", "vragen")}`} op antwoord:`,
    more: (count: number) => `en nog ${counted(count, "vraag", "vragen")}.`,
  },
  over: {
    none: "Nu is er geen vraag over de termijn.",
    heading: (count: number) =>
      `Nu ${count === 1 ? "is 1 vraag" : `zijn ${counted(count, "vraag", "vragen")}`} over de termijn:`,
  },
  quotes: (word: string) =>
    `Wilt u nieuwe brieven volgen waarin het woord “${word}” staat, zet dat woord dan tussen aanhalingstekens.`,
  names: {
    answers: (query: string) => (query === "" ? "antwoorden op alle vragen" : `antwoorden op vragen: ${query}`),
    answer: (title: string) => `het antwoord op: ${title}`,
    overdue: (query: string) => (query === "" ? "alle vragen over de termijn" : `vragen over de termijn: ${query}`),
  },
  when: {
    answers: (frequency: string) =>
      `Bericht ${frequency}; is er niets beantwoord of uitgesteld, dan komt er geen bericht.`,
    overdue: (frequency: string) => `Bericht ${frequency}; is er geen vraag over de termijn, dan komt er geen bericht.`,
  },
  wrong: {
    weekly: `De lijst van vragen over de termijn komt eens per week. Kies een dag, bijvoorbeeld ${command} termijn Algerije op dinsdag om 9:00.`,
    otherSubject: (id: number) =>
      `Attendering ${id} gaat over iets anders; dat blijft zo. Maak een nieuwe, en stop deze met ${command} stop ${id}.`,
    oneQuestion: (id: number) =>
      `Attendering ${id} wacht op het antwoord op één vraag; alleen het tijdstip is te wijzigen, bijvoorbeeld ${command} wijzig ${id} op werkdagen om 9:00.`,
    loading: "De brieven worden nog geladen. Probeer het over een minuut opnieuw.",
  },
} as const;
