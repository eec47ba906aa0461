/** Every sentence of the preview page. What the bot says comes from the bot. */
export const texts = {
  pageTitle: "Terugkeer, voorvertoning",
  workspace: "Voorvertoning",
  notice: "Dit is niet Slack. Wat u hier typt, blijft op deze computer.",
  conversations: "Gesprekken",
  messages: "Berichten",
  skipToComposer: "Naar het invoerveld",
  composerLabel: "Bericht of opdracht",
  composerPlaceholder: "Bijvoorbeeld {example}",
  composerPlaceholderPlain: "Typ een bericht of een opdracht die met / begint",
  send: "Verstuur",
  suggestions: "Opdrachten",
  emptyTitle: "Hier komt het antwoord",
  emptyText: "Typ een opdracht en druk op Enter, of kies er een:",
  emptyDirect: "Dit gesprek is alleen van u en de bot.",
  onlyVisibleToYou: "Alleen zichtbaar voor jou",
  app: "APP",
  edited: "(bewerkt)",
  unread: "ongelezen",
  moreActions: "Meer acties",
  shortcuts: "Acties bij dit bericht",
  choose: "Kies…",
  nothingChosen: "Geen keuze",
  optional: "(niet verplicht)",
  close: "Sluiten",
  submit: "Verzenden",
  busy: "Bezig…",
  confirmYes: "Ja",
  confirmNo: "Annuleren",
  connectionLost: "De verbinding met de voorvertoning is verbroken. Draait het programma nog?",
  fieldRequired: "Vul dit veld in.",
  sendFailed: "Dat is niet gelukt ({reason}). Probeer het opnieuw.",
  notReady: "de bot is nog niet klaar",
  actionFailed: "Deze actie is mislukt: {reason}.",
  submitFailed: "Er ging iets mis bij het verzenden ({reason}). Probeer het opnieuw.",
  commandFailed: "{command} is mislukt met de foutmelding “{reason}”.",
  unknownCommand:
    "{command} is geen geldige opdracht. In Slack worden alle berichten die met een / beginnen als opdracht gelezen. " +
    "Wilt u een bericht sturen en geen opdracht, zet dan een spatie voor de /.",
  commandInThread: "{command} werkt niet in een gesprek onder een bericht. Gebruik de opdracht in het kanaal zelf.",
  knownCommands: "Deze bot kent: {commands}.",
  imageElsewhere: "Afbeelding (niet geladen): {alt}",
  notShown: "De voorvertoning kan een blok van de soort {type} niet tonen.",
  positive: "Goed antwoord",
  negative: "Geen goed antwoord",
} as const;

/** Fills in `{name}`. A name that is not given stays as it is. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{([a-z]+)\}/gi, (whole, name: string) => values[name] ?? whole);
}
