/** What a person is told when an official source does not give what it should; `{detail}` is filled with what was found. */
export const sourceTexts = {
  unreachable: "is niet bereikbaar.",
  stalled: "reageerde niet op tijd.",
  interrupted: "brak de verbinding af.",
  busy: "heeft het te druk en vraagt om het later opnieuw te proberen.",
  serverError: "meldt een storing ({detail}).",
  refused: "weigert het verzoek ({detail}).",
  missing: "heeft deze publicatie niet (meer).",
  tooLarge: "stuurde meer dan een brief kan bevatten.",
  redirect: "verwijst door naar een adres dat niet is toegestaan.",
  privateAddress: "verwijst naar een adres binnen een eigen netwerk.",
  wrongType: "stuurde iets anders dan gevraagd ({detail}).",
  errorPage: "stuurde een foutpagina.",
  malformed: "stuurde een antwoord dat niet te lezen is.",
  diagnostic: "kon de zoekvraag niet uitvoeren.",
  endless: "bleef dezelfde resultaten herhalen.",
  running: "wordt al bijgewerkt door een ander proces.",
} as const;
