import { figures } from "./dutch.ts";

/** What a person is told of a file that cannot be read, behind its name; `{detail}` is filled with what was found. */
export const refusalTexts = {
  empty: "is leeg.",
  binary: "is geen tekst maar een binair bestand.",
  "unknown-form": "heeft een vorm die niet gelezen kan worden ({detail}).",
  encrypted: "is met een wachtwoord beveiligd. Haal de beveiliging eraf en probeer het opnieuw.",
  truncated: "is beschadigd of niet volledig overgekomen.",
  "no-text": "bevat geen tekst, waarschijnlijk is het een scan. Gebruik een versie met doorzoekbare tekst.",
  "too-large": "is te groot om te lezen ({detail}).",
  "too-slow": "kost te veel tijd om te lezen en is overgeslagen.",
  "zip-bomb": "pakt uit tot veel meer dan een brief kan bevatten.",
  "broken-xml": "bevat fouten in de XML ({detail}).",
  "error-page": "is een foutpagina en geen publicatie.",
  "metadata-only": "bevat alleen metadata, niet de publicatie zelf.",
} as const;

/** What was found in a file, for the sentences above that say it; formats/refusals.ts has the same for the log. */
export const foundTexts = {
  "old-office": () => "een oud Office-bestand (.doc)",
  image: () => "een afbeelding",
  rtf: () => "RTF",
  gzip: () => "een gzip-bestand",
  "7z": () => "een 7z-bestand",
  rar: () => "een rar-bestand",
  program: () => "een programma",
  postscript: () => "PostScript",
  "other-zip": () => "een zip-bestand zonder Word- of ODT-document",
  "other-xml": (element: string) => `XML met ${element}`,
  megabytes: (size: number, most: number) => `${size} MB; ten hoogste ${most} MB`,
  characters: (count: number) => `${figures(count)} tekens`,
  "depth-of-elements": (most: number) => `elementen meer dan ${figures(most)} diep`,
  elements: (most: number) => `meer dan ${figures(most)} elementen`,
  pages: (count: number) => `${figures(count)} pagina's`,
  "pieces-of-text": (most: number) => `meer dan ${figures(most)} stukken tekst`,
  memory: () => "te veel geheugen nodig",
  "own-entities": () => "eigen entiteiten zijn niet toegestaan",
  "no-element": () => "geen enkel element",
  "no-element-first": () => "begint niet met een element",
  syntax: (_reason: string, line: number) => `regel ${figures(line)}`,
} as const;
