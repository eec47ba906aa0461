import type { Correction } from "../letters/corrections.ts";
import { counted } from "./dutch.ts";

/** Names of letters for the help text; a test asks each of the bundled letters and wants that letter. */
export const exampleNames = [
  "Kamerstuk 32 317, nr. 929",
  "124 van dossier 30573",
  "kst-29344-155",
  "2019D46752",
  "https://zoek.officielebekendmakingen.nl/kst-19637-2356.html",
  "veilige landen van herkomst",
] as const;

const letters = (count: number) => counted(count, "brief", "brieven");

/** What /brief says. */
export const letterTexts = {
  title: "Brief",
  help: {
    heading: "Eén brief in het kort",
    lead: "Typ achter /brief een vindplaats, een nummer, een link of woorden uit de titel. U ziet wie de brief schreef en wanneer, de opbouw, de vragen en wie ze stelden, de landen en de verwijzingen; alleen u ziet het antwoord.",
    examples: "Bijvoorbeeld:",
  },
  to: (addressee: string) => `aan ${addressee}`,
  submitted: (day: string) => `ingezonden op ${day}`,
  case: (number: string) => `zaak ${number}`,
  document: (number: string) => `document ${number}`,
  reference: (number: string) => `kenmerk ${number}`,
  outline: "Opbouw",
  underHeading: (heading: string, questions: number) =>
    questions === 0 ? heading : `${heading} (${counted(questions, "vraag", "vragen")})`,
  questions: (count: number, askers: string) =>
    `${counted(count, "vraag", "vragen")}${askers === "" ? "" : ` van ${askers}`}`,
  /** A question that has no number of its own is counted. */
  countedQuestion: (place: number, label: string) => `${place}. ${label}`,
  countries: "Genoemde landen",
  country: (name: string, count: number) => `${name} (${count})`,
  references: "Verwijst naar",
  citedBy: (count: number) => `${letters(count)} ${count === 1 ? "verwijst" : "verwijzen"} naar deze brief`,
  notCited: "Geen brief in de verzameling verwijst naar deze brief.",
  part: (from: number, to: number, total: number) => `${from} tot en met ${to} van ${total}.`,
  more: (count: number, what: string) => `en nog ${count} ${what}`,
  headings: (count: number) => (count === 1 ? "kop" : "koppen"),
  lands: (count: number) => (count === 1 ? "land" : "landen"),
  read: "Lees",
  readSpoken: (label: string) => `Lees in context: ${label}`,
  open: "Open",
  openSpoken: (title: string) => `Open de brief: ${title}`,
  allQuestions: (count: number) => `Alle ${counted(count, "vraag", "vragen")}`,
  allReferences: (count: number) => `Alle ${counted(count, "verwijzing", "verwijzingen")}`,
  allCiting: (count: number) => `Alle ${letters(count)}`,
  whole: "Naar de brief",
  next: "Volgende",
  previous: "Vorige",
  gone: "Deze brief is er niet meer.",
} as const;

/** What /brief says when there is not exactly one letter of that name. */
export const notOneTexts = {
  none: (typed: string) => `Niet gevonden: ${typed}`,
  /** `citation` is how the publication is cited. */
  unknown: (citation: string, collection: string) => `${citation} staat niet in de verzameling: ${collection}.`,
  unread: (collection: string) =>
    `In de verzameling (${collection}) is geen brief met dit kenmerk of met deze woorden in de titel. In de tekst van de brieven zoekt u met /terugkeer.`,
  collection: (count: number, from: string | null, until: string | null) =>
    `${letters(count)}${from === null || until === null ? "" : `, van ${from} tot en met ${until}`}`,
  official: "Lees de publicatie zelf",
  near: (count: number) => (count === 1 ? "Bedoelt u deze brief?" : "Bedoelt u een van deze brieven?"),
  citing: (count: number) => `Wel ${count === 1 ? "verwijst" : "verwijzen"} ${letters(count)} ernaar:`,
  several: (count: number, typed: string) => `${letters(count)} bij ${typed}`,
  part: (shown: number) => `De nieuwste ${shown}. Noem ook een nummer of meer woorden uit de titel.`,
} as const;

/** Said of a letter wherever it is shown. */
export const standingTexts = {
  of: {
    replaces: (other: string) => `Vervangt ${other}`,
    corrects: (other: string) => `Correctie op ${other}`,
  },
  by: {
    replaces: (other: string) => `Vervangen door ${other}`,
    corrects: (other: string) => `Gecorrigeerd in ${other}`,
  },
  withdrawn: "Ingetrokken: geen van de bronnen heeft deze brief nog",
  unnamed: (printed: string) => `Correctie volgens de brief zelf (“${printed}”); van welke brief is niet te zeggen`,
} as const satisfies Record<"of" | "by", Record<Correction["how"], (other: string) => string>> & {
  withdrawn: string;
  unnamed: (printed: string) => string;
};
