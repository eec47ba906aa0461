/**
 * Texts that are nothing but one kind of line, each of which some step of reading looks at closely. No letter is like
 * them; reading them must take no longer.
 */

/** `unit` over and over, cut at `length` characters; a function gets the number of each, counted from 1. */
export function repeated(unit: TextKind, length: number): string {
  const pieces: string[] = [];
  for (let number = 1, made = 0; made < length; number++) {
    const piece = typeof unit === "string" ? unit : unit(number);
    pieces.push(piece);
    made += piece.length;
  }
  return pieces.join("").slice(0, length);
}

export type TextKind = string | ((number: number) => string);

const sentence = "Het kabinet zet in op samenwerking met landen van herkomst, zoals Marokko, en heeft dat gemeld. ";

/** By name. */
export const textKinds: [string, TextKind][] = [
  ["one line", sentence],
  ["one word", "terugkeersamenwerking"],
  ["long lines", `${sentence.repeat(9)}\n\n`],
  ["short questions and answers", "Vraag 1\nWat?\nAntwoord 1\nJa.\n"],
  [
    "numbered questions and answers",
    (n) => `Vraag ${n % 999}\nWat?\nAntwoord ${n % 999}\nZie antwoord ${(n % 999) - 1}.\n`,
  ],
  ["lines of one letter", "a\n"],
  ["lines of one word", "Vluchteling\n"],
  ["blank lines", (n) => (n % 1000 === 0 ? "a" : "\n")],
  ["lines of spaces", (n) => (n % 1000 === 0 ? "a\n" : `${" ".repeat(40)}\n`)],
  ["lines of a number", (n) => `${n}\n`],
  ["a line of numbers", (n) => `${n} `],
  ["long numbers", (n) => `nr. ${20_000 + (n % 70_000)}${n % 10} `],
  ["headings", (n) => `Samenwerking met land ${n}\n\n`],
  ["marked headings", (n) => `## Samenwerking met land ${n}\n\n`],
  ["contents", (n) => `Samenwerking met land ${n % 5000} ........ ${n % 99}\n`],
  ["footnotes", (n) => `${n} Kamerstukken II 2016/17, 19 637, nr. ${n % 3000}\n`],
  [
    "text with footnotes",
    (n) => `Dat is gemeld.${n % 999} En nu verder.\n\n${n % 999} Kamerstuk 19 637, nr. ${n % 3000}\n\f`,
  ],
  ["marked notes", (n) => `Dat is gemeld.<sup>${n}</sup>\n\n<sup>${n}</sup> Kamerstuk 19 637, nr. ${n % 3000}\n\n`],
  ["marked notes of each page", (n) => `Dat.<sup>${n % 9}</sup>\n\n<sup>${n % 9}</sup> Kamerstuk 19 637, nr. ${n}\n\f`],
  ["starred notes", (n) => `Dat is gemeld.<sup>*</sup>\n\n<sup>*</sup> Kamerstuk 19 637, nr. ${n % 3000}\n\n`],
  ["glued marks", (n) => `woord${n % 99} `],
  ["list items", "- het eerste punt;\n"],
  ["lettered items", "a) het eerste punt;\n"],
  ["table rows", "| Marokko | 12 | 34 |\n"],
  ["citations", (n) => `Kamerstukken II 2016/17, 19 637, nr. ${n % 3000}; `],
  ["citations of the Handelingen", (n) => `Aanhangsel Handelingen, vergaderjaar 2017-2018, nr. ${n % 3000}. `],
  ["broken citations", "Kamerstukken II 2016/17, Tweede Kamer, vergaderjaar, nr. "],
  ["country names", "Algerije Marokko Turkije Congo-Kinshasa Verenigde Staten Guinee-Bissau "],
  ["hyphens at line ends", "terugkeer-\nsamenwerking "],
  ["marking", "**vet** *schuin* [a](https://example.org/b) <b>c</b> "],
  ["addresses", (n) => `https://example.org/a-b/c_d?e=${n} `],
  ["running heads", (n) => `Tweede Kamer, vergaderjaar 2023–2024, 19 637, nr. 5 ${n % 999}\n\f`],
  ["signatures", "De Minister van Financiën,\n\nA. Jansen\n\n"],
  ["letterheads", "Aan de Voorzitter van de Tweede Kamer\nDatum 1 mei 2020\nBetreft zaken\n\n"],
  ["parties", (n) => `Vragen en opmerkingen van de leden van de P${n % 20}-fractie\n\nWat?\n\nAntwoord\n\nJa.\n\n`],
  [
    "pointers",
    "Antwoord\n\nZie het antwoord op een gelijklopende vraag van de leden van de A-fractie.\n\nDe leden vragen wat?\n\n",
  ],
  [
    "pointers to a party",
    (n) =>
      `Vragen en opmerkingen van de leden van de P${n % 9}-fractie\n\nWat van ${n}?\n\nAntwoord\n\nIk verwijs naar het antwoord op een gelijklopende vraag van de P${(n + 1) % 9}-fractie over ${n}.\n\n`,
  ],
  ["capitals", "DE MINISTER VAN BUITENLANDSE ZAKEN EN DE KAMER "],
  ["accents", "cliënten coördinatie Oekraïne één "],
  ["no Latin", "Страна Алжир и Марокко. "],
];
