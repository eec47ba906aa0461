import type { Day, PublicationId, ReadLetter } from "../../src/letters/letter.ts";

/** A letter with invented content; give what a test is about. */
export function madeLetter(given: Partial<ReadLetter> = {}): ReadLetter {
  return {
    id: "kst-99999-1" as PublicationId,
    kind: "brief",
    title: "Gemaakte brief",
    date: "2020-02-29" as Day,
    submitted: null,
    chamber: "Tweede Kamer",
    dossier: "99999",
    number: "1",
    senders: [{ name: "A. de Vries", office: "Minister van Voorbeelden" }],
    questions: [],
    references: [],
    footnotes: [],
    countries: [],
    passages: [
      { ordinal: 1, text: "Een eerste alinea.", headings: [], question: null, places: [{ start: 0, end: 18 }] },
    ],
    repairs: [],
    url: "https://zoek.officielebekendmakingen.nl/kst-99999-1.html",
    body: "Een eerste alinea.",
    countryMentions: [],
    addressee: null,
    caseNumber: null,
    documentNumber: null,
    ministryReference: null,
    ...given,
  };
}
