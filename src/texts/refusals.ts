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
