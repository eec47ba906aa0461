/**
 * Two publications of our own making, from which every form is made: nobody wrote these letters, and the people, the
 * dossier and the numbers in them do not exist. In the text `[1]` is the mark of note 1, `{id|words}` a reference, and
 * `/` between spaces the place where the printed page ends (only the PDF has pages).
 */

export type Block =
  | { kind: "paragraph"; text: string }
  | { kind: "heading"; text: string }
  | { kind: "list"; numbered: boolean; items: string[] }
  | { kind: "table"; rows: string[][] };

export interface Publication {
  id: string;
  year: string;
  title: string;
  /** What metadata.xml calls it. */
  printedKind: string;
  date: string;
  notes: Record<string, string>;
  body: Block[];
}

export interface Letter extends Publication {
  dossier: string;
  dossierTitle: string;
  number: string;
  heading: string;
  addressee: string;
  placeAndDate: string;
  signature: { office: string; name: string };
}

export interface Answers extends Publication {
  number: string;
  caseNumber: string;
  submitted: string;
  asked: string;
  answered: string;
  /** Blocks of a question and its answer: `body` is empty here. */
  questions: { numbers: string; question: Block[]; answer: Block[] }[];
}

const paragraph = (text: string): Block => ({ kind: "paragraph", text });

export const letter: Letter = {
  id: "kst-99901-7",
  year: "2024-2025",
  title: "Brief van de Minister van Asiel en Migratie over samenwerking bij terugkeer",
  printedKind: "Brief",
  date: "2025-03-14",
  dossier: "99 901",
  dossierTitle: "Samenwerking bij terugkeer",
  number: "7",
  heading: "BRIEF VAN DE MINISTER VAN ASIEL EN MIGRATIE",
  addressee: "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
  placeAndDate: "Den Haag, 14 maart 2025",
  signature: { office: "De Minister van Asiel en Migratie,", name: "A.B. van Voorbeeld" },
  notes: {
    "1": "{kst-19637-2327|Kamerstukken II 2016/17, 19 637, nr. 2327}.",
    "2": "Handelingen II 2014/15, nr. 101, item 8.",
    "3": "Zie het jaarverslag van de dienst, https://www.voorbeeld.example/jaarverslag-terug-en-verder.",
  },
  body: [
    paragraph(
      "Hierbij informeer ik uw Kamer over de samenwerking met landen van herkomst. Eerder deed ik dat in de brief van 3 november 2015[1] en in het debat[2] over de cliënten van de dienst.",
    ),
    { kind: "heading", text: "Stand van zaken" },
    paragraph(
      "De samenwerking met Algerije en Marokko is sinds 2023 verbeterd. De Algerijnse autoriteiten geven vaker een laissez-passer af, en ook de herkomst- en transitlanden in de regio werken mee. Daarvoor zijn / drie redenen:",
    ),
    {
      kind: "list",
      numbered: false,
      items: [
        "er is vaker overleg op ambtelijk niveau;",
        "er is een vaste contactpersoon in Rabat;",
        "de landenbenadering is verbreed, zie {kst-30573-207|Kamerstuk 30 573, nr. 207}.",
      ],
    },
    paragraph("De cijfers over de afgelopen jaren staan in de tabel hieronder.[3]"),
    {
      kind: "table",
      rows: [
        ["Land", "Aantal in 2023", "Aantal in 2024"],
        ["Algerije", "80", "110"],
        ["Marokko", "120", "190"],
        ["Suriname", "15", "12"],
      ],
    },
    { kind: "heading", text: "Vervolg" },
    paragraph("Voor de zomer zet ik de volgende stappen:"),
    {
      kind: "list",
      numbered: true,
      items: ["ik spreek met mijn ambtgenoot in Algiers;", "ik stuur uw Kamer een voortgangsbrief."],
    },
    paragraph(
      "Daarmee doe ik de toezegging gestand die ik deed aan het lid Yeşilgöz-Kostić, en geef ik uitvoering aan de motie van 12 december 2024.",
    ),
  ],
};

export const answers: Answers = {
  id: "ah-tk-20242025-9901",
  year: "2024-2025",
  title: "Antwoord op vragen van de leden Proefstra en Van der Toets over uitzettingen naar Marokko",
  printedKind: "Antwoord",
  date: "2025-02-21",
  submitted: "2025-01-28",
  number: "9901",
  caseNumber: "2025Z99901",
  asked:
    "Vragen van de leden Proefstra (VVD) en Van der Toets (D66) aan de Minister van Asiel en Migratie over het bericht «Uitzettingen naar Marokko lopen vast» (ingezonden 28 januari 2025).",
  answered: "Antwoord van Minister Van Voorbeeld (Asiel en Migratie) (ontvangen 21 februari 2025).",
  notes: {
    "1": "De Voorbeeldkrant, 20 januari 2025, «Uitzettingen naar Marokko lopen vast».",
    "2": "{ah-tk-20232024-1771|Aanhangsel Handelingen, vergaderjaar 2023-2024, nr. 1771}.",
  },
  body: [],
  questions: [
    {
      numbers: "1",
      question: [paragraph("Bent u bekend met het bericht «Uitzettingen naar Marokko lopen vast»?[1]")],
      answer: [paragraph("Ja.")],
    },
    {
      numbers: "2 en 3",
      question: [
        paragraph("Hoeveel vreemdelingen zijn in 2024 naar Marokko teruggekeerd?"),
        paragraph("Kunt u dat aantal uitsplitsen naar vrijwillige en gedwongen terugkeer?"),
      ],
      answer: [
        paragraph(
          "In onderstaande tabel staan de aantallen waar de leden naar vragen. Voor de jaren daarvoor verwijs ik naar een eerder antwoord[2] op vragen van uw Kamer.",
        ),
        {
          kind: "table",
          rows: [
            ["Soort terugkeer", "Aantal in 2023", "Aantal in 2024"],
            ["Vrijwillig", "70", "95"],
            ["Gedwongen", "50", "95"],
          ],
        },
      ],
    },
    {
      numbers: "4",
      question: [
        paragraph("Welke maatregelen neemt u om de samenwerking met de Marokkaanse autoriteiten te verbeteren?"),
      ],
      answer: [
        paragraph("Ik neem twee maatregelen / die beide dit jaar ingaan:"),
        {
          kind: "list",
          numbered: false,
          items: ["een vaste vertegenwoordiger op de ambassade;", "een gezamenlijke werkgroep identificatie."],
        },
        paragraph("Zie verder {kst-19637-3199|Kamerstuk 19 637, nr. 3199}."),
      ],
    },
  ],
};

/** A text in pieces: words, note marks, references, and the place where the printed page ends. */
export type Inline = { words: string } | { note: string } | { id: string; words: string } | { page: true };

export function inlines(text: string): Inline[] {
  return text
    .split(/(\[\d+\]|\{[^{}|]+\|[^{}]+\}| \/ )/u)
    .filter((piece) => piece !== "")
    .map((piece): Inline => {
      const note = /^\[(\d+)\]$/.exec(piece)?.[1];
      if (note !== undefined) return { note };
      const reference = /^\{([^|]+)\|(.+)\}$/.exec(piece);
      if (reference !== null) return { id: reference[1] ?? "", words: reference[2] ?? "" };
      return piece === " / " ? { page: true } : { words: piece };
    });
}

/** `14 maart 2025` for `2025-03-14`. */
export function inDutch(day: string): string {
  return new Intl.DateTimeFormat("nl-NL", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
}

/** As Word and the official pages name a chamber. */
export const chamber = "Tweede Kamer der Staten-Generaal";
export const answersSubtitle =
  "Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden";

export const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
