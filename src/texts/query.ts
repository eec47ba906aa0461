import type { Day } from "../letters/letter.ts";
import { writtenDay } from "./dutch.ts";

/** What a person is told of a query that cannot be understood: always with what is possible. */
export const queryTexts = {
  tooLong: (longest: number) => `Een vraag kan hoogstens ${longest} tekens lang zijn.`,
  unknownFilter: (name: string, possible: readonly string[]) =>
    `Het filter “${name}:” bestaat niet. Mogelijk zijn: ${possible.join(", ")}.`,
  negativeFilter: (name: string, value: string) =>
    `“-${name}:” kan niet: een filter sluit niet uit. Een woord uitsluiten kan wel, bijvoorbeeld -${value || "Marokko"}.`,
  emptyPeriod: (since: Day, until: Day) =>
    `De periode van ${writtenDay(since)} tot en met ${writtenDay(until)} bevat geen dagen: “sinds:” moet vóór “tot:” liggen.`,
  noCountry: (value: string) =>
    `“${value}” is geen land. Schrijf de naam van een land, bijvoorbeeld land:Marokko of land:"Verenigde Staten".`,
  noOrder: (value: string) => `De volgorde kan “nieuwste” of “beste” zijn, niet “${value}”.`,
  noValue: (name: string, example: string) => `Achter “${name}:” staat niets. Bijvoorbeeld: ${example}.`,
  noName: (value: string, example: string) => `“${value}” is geen naam. Bijvoorbeeld: ${example}.`,
  noKind: (value: string, possible: readonly string[]) =>
    `De soort “${value}” bestaat niet. Mogelijk zijn: ${possible.join(", ")}.`,
  noDossier: (value: string) =>
    `“${value}” is geen dossiernummer. Dat heeft vijf cijfers, bijvoorbeeld dossier:19637 of dossier:36600-VI.`,
  noDate: (filter: string, value: string) =>
    `“${value}” is geen datum. Achter “${filter}:” kan een jaar, een maand of een dag staan: ${filter}:2019, ${filter}:2019-11 of ${filter}:2019-11-21.`,
} as const;
