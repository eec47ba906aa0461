/** What a line of a letterhead or of the head of a publication is. */
export type HeaderName =
  | "addressee"
  | "date"
  | "subject"
  | "reference"
  | "dossier"
  | "number"
  | "title"
  | "chamber"
  | "kind"
  | "asked"
  | "answered"
  | "place"
  | "other";

/** `3 november 2015`, with the mark of a note glued to it or not. */
const writtenDate =
  "\\d{1,2}(?:e|ste|de)?\\s+(?:jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)\\p{L}*\\.?\\s+\\d{4}\\d{0,2}";

/** How the first line of an item begins; `more` says whether the item may run over several lines. */
export interface HeaderForm {
  name: HeaderName;
  form: RegExp;
  more: boolean;
}

/** The first that fits a line says what it is. */
export const headerForms: readonly HeaderForm[] = [
  {
    name: "asked",
    form: /^(?:schriftelijke )?vragen van (?:het lid|de leden) (?!van (?:de|het) [^(]{0,60}fractie)/i,
    more: true,
  },
  {
    name: "answered",
    form: /^(?:(?:(?:nader|tweede|aanvullend|herzien|gewijzigd) ){0,2}antwoord|antwoorden(?=.{1,200}ontvangen)|mededeling|beantwoording) van (?:de )?(?:minister|staatssecretaris)/i,
    more: true,
  },
  {
    name: "asked",
    form: /^(?:antwoord(?:en)?|beantwoording) (?:van .{3,80} )?op (?:de )?(?:schriftelijke |kamer)?vragen(?: van |$)/i,
    more: true,
  },
  { name: "addressee", form: /^aan (?:de|het|mijn)? ?(?:voorzitter|leden|president|presidium|commissie)/i, more: true },
  {
    name: "addressee",
    form: /^(?:de )?voorzitter van de (?:tweede|eerste) kamer(?: der Staten-Generaal)?$/i,
    more: true,
  },
  { name: "place", form: /^der Staten-Generaal$/i, more: false },
  { name: "place", form: /^(?:Postbus|Antwoordnummer) \d+/i, more: false },
  { name: "place", form: /^\d{4} ?[A-Z]{2}(?: |$)/, more: false },
  { name: "place", form: /^>? ?Retouradres/i, more: false },
  { name: "subject", form: /^(?:onderwerp|betreft)(?:\s*:|\s|$)/i, more: true },
  // In small letters it goes on in a sentence: "de brief van 17 september 2024 / inzake terugkeer".
  { name: "subject", form: /^(?:[Ii]nzake\s*:|(?:Inzake|INZAKE)(?:\s|$))/, more: true },
  { name: "date", form: /^datum(?!\s(?:van )?(?:ontvangst|uw))(?:\s*:|\s|$)/i, more: false },
  {
    name: "date",
    form: /^\(?(?:(?:vast|voor)gesteld|ontvangen|ingezonden)\s+(?:op\s+)?\d{1,2}\s+\p{L}+\s+\d{4}/iu,
    more: false,
  },
  { name: "date", form: /^Voorgesteld tijdens (?:het|een) \p{L}/u, more: true },
  {
    name: "date",
    form: /^\(?(?:Den Haag|[’'‘]s-Gravenhage|Amsterdam|Utrecht),?\s+(?:de\s+|d\.d\.\s+)?\d{1,2}(?:[\s./-]|(?:e|ste|de)\s)/,
    more: false,
  },
  { name: "date", form: new RegExp(`^\\p{Lu}[\\p{L}’' -]{2,30},\\s+(?:de\\s+)?${writtenDate}$`, "u"), more: false },
  { name: "date", form: new RegExp(`^${writtenDate}$`, "iu"), more: false },
  {
    name: "reference",
    form: /^(?:ons kenmerk|onze referentie|kenmerk|uw kenmerk|uw referentie|uw brief|datum (?:van )?(?:ontvangst|uw brief)|bijlagen?(?:\(n\))?|contactpersoon|projectnaam)(?:\s*:|\s|$)/i,
    more: false,
  },
  { name: "reference", form: /^20\d\d[ZD]\d{5}$/, more: false },
  // The number of an Aanhangsel, as the Tweede Kamer's own copy of an answer has it.
  { name: "reference", form: /^AH \d{1,4}$/, more: false },
  { name: "place", form: /^(?:[TFEM]:? (?:\+|\d)|www\.|https?:\/\/|[\w.-]+@[\w.-]+$)/, more: false },
  { name: "other", form: /^(?:Bij beantwoording de datum|Wilt u slechts één zaak)/i, more: true },
  { name: "chamber", form: /^(?:Tweede|Eerste) Kamer der Staten-Generaal(?:$| {2,})/i, more: false },
  { name: "other", form: /^(?:vergaderjaar \d{4}|aanhangsel van de handelingen$)/i, more: false },
  { name: "other", form: /^vragen gesteld door de leden der kamer/i, more: true },
  { name: "other", form: /^geachte .{3,80}$/i, more: false },
  { name: "number", form: /^nr\.? ?\d{1,5}[a-z]?$/i, more: false },
  {
    name: "dossier",
    form: /^\d{2} ?\d{3}(?:[- ]?(?:\([IVXLC]+\)|[IVXLC\d]{1,6}))?(?:[- ]?\(R ?\d{2,5}\))?$/,
    more: false,
  },
  {
    name: "kind",
    form: /^(?:(?:NADER )?(?:GEWIJZIGDE )?MOTIE VAN|BRIEF VAN|VERSLAG|NADER VERSLAG|(?:LIJST VAN VRAGEN|Lijst van vragen)(?:$| EN | en |\s\()|Inbreng verslag van|Verslag van een |(?:Nader )?Gewijzigde motie van|Motie van (?:het lid|de leden))/,
    more: true,
  },
];
