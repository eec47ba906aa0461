import { findDate } from "./dates.ts";
import { readLabelsTogether } from "./head-labels.ts";
import { isEnded, opensMore } from "./headings.ts";
import { cutLine, type Line, partsParagraphs, type Setting, wouldHaveFitted } from "./lines.ts";

/** What a line of a letterhead or of the head of a publication is. */
type HeaderName =
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

/** One item of a head, with all its lines. */
export interface HeaderItem {
  name: HeaderName;
  lines: Line[];
}

/** `3 november 2015`, with the mark of a note glued to it or not. */
const writtenDate =
  "\\d{1,2}(?:e|ste|de)?\\s+(?:jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)\\p{L}*\\.?\\s+\\d{4}\\d{0,2}";

/** How the first line of an item begins; `more` says whether the item may run over several lines. */
interface Form {
  name: HeaderName;
  form: RegExp;
  more: boolean;
}

const forms: Form[] = [
  {
    name: "asked",
    form: /^(?:schriftelijke )?vragen van (?:het lid|de leden) (?!van (?:de|het) [^(]{1,60}fractie)/i,
    more: true,
  },
  {
    name: "answered",
    form: /^(?:(?:(?:nader|tweede|aanvullend|herzien|gewijzigd) ){0,2}antwoord|mededeling|beantwoording) van (?:de )?(?:minister|staatssecretaris)/i,
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
  { name: "subject", form: /^(?:onderwerp|betreft|inzake)(?:\s*:|\s|$)/i, more: true },
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

/** Letterheads hold at most so many lines; beyond, nothing is looked for. */
const longestHead = 90;

/**
 * Marks the head that starts at line `from` and returns its items. The head ends before the first sentence or label;
 * lines that say nothing by themselves belong to it only where a known item follows.
 */
export function markHeader(lines: Line[], from: number, setting: Setting): HeaderItem[] {
  const items: HeaderItem[] = [];
  let item: HeaderItem | null = null;
  let mayGoOn = false;
  let pending: Line[] = [];
  const end = Math.min(lines.length, from + longestHead);
  let hasDossier = false;
  for (let at = from; at < end; at++) {
    const line = lines[at];
    if (!line) break;
    hasDossier ||= items.some(({ name }) => name === "dossier");
    if (line.role !== null) continue;
    const text = line.plain;
    if (line.label && !/^antwoord van /i.test(text)) break;
    const gap = partsParagraphs(line.blanks, setting);
    const previous = item?.lines.at(-1);
    const form: Form | undefined =
      !gap && endsAnswered(item, text) ? undefined : forms.find((one) => one.form.test(text));
    const headLine = readHeadLine(lines, at, hasDossier);
    const together = readLabelsTogether(lines, at);
    if (item && pending.length === 0 && !labels.test(text) && isValue(item, text)) item.lines.push(line);
    else if (item?.name === "addressee" && previous && opensMore.test(previous.plain) && isOfAddressee.test(text))
      item.lines.push(line);
    else if (together) {
      items.push(...pending.map((passed) => passedOver(passed)));
      pending = [];
      for (const one of together) items.push({ name: one.isDate ? "date" : "reference", lines: one.lines });
      at += together.flatMap((one) => one.lines).length - 1;
      item = null;
    } else if (headLine) {
      for (const part of headLine) items.push({ name: part.name, lines: [part.line] });
      line.role = "header";
      item = items.at(-1) ?? null;
      mayGoOn = true;
    } else if (form) {
      items.push(...pending.map((passed) => passedOver(passed)));
      pending = [];
      item = { name: form.name, lines: [line] };
      mayGoOn = form.more;
      items.push(item);
    } else if (item && mayGoOn && previous && goesOn(item, previous.plain, text, gap, setting)) {
      item.lines.push(line);
    } else if (
      previous &&
      pending.length === 0 &&
      !gap &&
      endsInYear.test(previous.plain) &&
      beginsWithYear.test(text)
    ) {
      item?.lines.push(line);
    } else if (item?.name === "dossier" && pending.length === 0 && numberFollows(lines, at)) {
      item = { name: "title", lines: [line] };
      mayGoOn = true;
      items.push(item);
    } else if (item?.name === "title" && numberFollows(lines, at)) item.lines.push(line);
    else if (!heading.test(line.text) && beginsText(text)) break;
    else {
      item = null;
      pending.push(line);
    }
  }
  for (const one of items) for (const line of one.lines) line.role = "header";
  return items;
}

const answerHead = /^antwoord van (?:de )?(?:minister|staatssecretaris)\s/i;

/**
 * Where further down a paper it is said who answered and when, between all questions and all answers, as was done
 * until about 2008: "Antwoord van minister … (Ontvangen 15 maart 2005)". Its first line, and the one after its last.
 */
export function findAnswerHead(lines: Line[]): { from: number; to: number } | null {
  const from = lines.findIndex(
    ({ role, plain, blanks }, at) =>
      role === null && answerHead.test(plain) && (blanks > 0 || lines[at - 1]?.label?.side === "answer"),
  );
  let text = "";
  for (let at = from; from >= 0 && at < from + 6; at++) {
    const line = lines[at];
    if (!line || line.role !== null || line.label || (at > from && line.blanks > 0)) return null;
    text = `${text} ${line.plain}`;
    if (/\(ontvangen\s[^()]{0,40}\)\.?$/i.test(text.slice(-60))) return { from, to: at + 1 };
  }
  return null;
}

/** "(ontvangen 3 oktober 2022). Zie ook …" ends what stands above it, wherever the line was broken. */
function endsAnswered(item: HeaderItem | null, text: string): boolean {
  return item?.name === "answered" && /^\(ontvangen\s/i.test(text);
}

/** A line that says nothing by itself, of which the item below tells that it belongs to the head. */
function passedOver(line: Line): HeaderItem {
  return { name: heading.test(line.text) ? "title" : "other", lines: [line] };
}

/** Marked as a heading by whoever made the file: a title, however long. */
const heading = /^##?\s/;

/** Whether a line is part of a sentence rather than of a head. */
function beginsText(text: string): boolean {
  const isSentence = opensLetter.test(text) || isEnded(text);
  return text.length >= 75 || (isSentence && text.length > 24) || /^(?:De Kamer|gehoord)/.test(text);
}

/** A range of years that the margin broke: `vergaderjaar 2021–` above `2022, nr. 3391`. */
const endsInYear = /\d[-–]$/;
const beginsWithYear = /^\d{2,4}\D/;

/** A label that was left empty is followed by the next one, with its value. */
const labels = /^(?:onderwerp|betreft|datum|ons kenmerk|onze referentie|uw kenmerk|uw referentie)(?:\s*:|\s)/i;
const labelled =
  /^(?:onderwerp|betreft|datum|ons kenmerk|onze referentie|kenmerk|uw kenmerk|uw referentie|uw brief(?: van)?|datum (?:van )?(?:ontvangst|uw brief)|bijlagen?(?:\(n\))?|contactpersoon|projectnaam)\s*:?$/i;

/** Whether a line is the value of a label that stands alone above it ("Onze referentie"). A label may stay empty. */
function isValue(item: HeaderItem, text: string): boolean {
  const label = item.lines[0]?.plain ?? "";
  if (item.lines.length !== 1 || !labelled.test(label) || labelled.test(text)) return false;
  if (/^(?:uw brief|datum )/i.test(label)) return text.length < 60 && findDate(text) !== null;
  return /^(?:onderwerp|betreft|projectnaam)/i.test(label) ? text.length < 500 : text.length < 60 && !isEnded(text);
}

/**
 * A line of the head of a Kamerstuk that says what its neighbours let it say: "36 278 Wijziging van …", "Nr. 32 MOTIE
 * VAN …", and of the Eerste Kamer, which numbers with letters, "J BRIEF VAN …" or "J" alone. Returns its one or two
 * items, or null for any other line.
 *
 * @param inDossier whether the number of the dossier stands above it
 */
function readHeadLine(lines: Line[], at: number, inDossier: boolean): { name: HeaderName; line: Line }[] | null {
  const line = lines[at];
  if (!line) return null;
  const ofEerste = inDossier ? lettersOfPaper(lines, at) : null;
  if (ofEerste === line.text) return [{ name: "number", line }];
  const number =
    ofEerste ??
    /^\W*nr\. ?\d{1,5}[a-z]?(?=\s+(?:(?:nader|gewijzigde) )*(?:motie|brief|verslag|lijst|amendement|nota)\b)/i.exec(
      line.text,
    )?.[0];
  const dossier = number
    ? null
    : /^\W*\d{2} \d{3}(?:[- ](?:[IVXLC]{1,7}|\d{2}))?(?:[- ]?\(R ?\d{2,5}\))?(?=\s+\p{Lu})(?! [IVXLC]{1,7}(?:\s|$))/u.exec(
        line.text,
      )?.[0];
  const found = number ?? (dossier && numberFollows(lines, at) ? dossier : null);
  if (!found) return null;
  const rest = line.text.slice(found.length);
  const middle = line.end - rest.trimStart().length;
  return [
    { name: number ? "number" : "dossier", line: cutLine(line, line.start, middle) },
    { name: number ? "kind" : "title", line: cutLine(line, middle, line.end) },
  ];
}

const kindInCapitals =
  /^(?:(?:NADERE?|GEWIJZIGDE?) )*(?:BRIEF|MOTIE|VERSLAG|AMENDEMENT|NOTA|MEMORIE|VOORLOPIG VERSLAG)\b/;

/** The letters that number a paper of the Eerste Kamer: they stand before what kind of paper it is. */
function lettersOfPaper(lines: Line[], at: number): string | null {
  const text = lines[at]?.text ?? "";
  const letters = /^[A-Z]{1,3}(?=\s|$)/.exec(text)?.[0];
  if (letters === undefined) return null;
  const rest = text.slice(letters.length).trimStart();
  return kindInCapitals.test(rest || (lines[at + 1]?.plain ?? "")) ? letters : null;
}

/** Whether the number of a Kamerstuk follows within a few lines, so that what stands before it is the dossier's title. */
function numberFollows(lines: Line[], at: number): boolean {
  for (let below = at + 1; below < at + 9 && below < lines.length; below++) {
    if (/^nr\.? ?\d{1,5}[a-z]?(?:$|\s+[A-Z]{3})/i.test(lines[below]?.plain ?? "")) return true;
    if (lettersOfPaper(lines, below) !== null) return true;
  }
  return false;
}

/** How a letter begins: where no blank line parts the head from it, such a line is no more of the subject. */
const opensLetter =
  /^(?:Hierbij|Bijgaand|Met deze brief|In deze brief|In (?:antwoord|reactie) op (?:uw|de|het)|In het (?:commissie|plenaire|algemeen|debat|wetgevings|nota|tweeminuten)|Naar aanleiding van|Tijdens (?:het|de|een)|Op (?:uw verzoek|\d)|Bij brief|Conform|Overeenkomstig|Mede namens|Graag|(?:Onder|Met) verwijzing|Ter uitvoering|Zoals (?:toegezegd|aangekondigd)|Uw Kamer)(?!\p{L})/u;
/** The first question of a paper that labels questions with their number only. */
const firstQuestion = /^1[.)]?(?:\s+\p{Lu}|$)/u;
const isOfAddressee = /^(?:\p{Ll}|Eerste Kamer|Tweede Kamer|Staten-Generaal)/u;

function goesOn(item: HeaderItem, before: string, text: string, gap: boolean, setting: Setting): boolean {
  if (gap) return item.name === "asked" && /vragen$/i.test(before);
  if (item.name === "asked" || item.name === "answered") return !firstQuestion.test(text);
  if (item.name === "addressee") return isOfAddressee.test(text);
  if (item.name === "date") return !/\d$/.test(before) && /^[\p{Ll}\p{N}]/u.test(text);
  if (opensLetter.test(text)) return false;
  if (/^[\p{Ll}\p{N}(]/u.test(text) || opensMore.test(before)) return true;
  return setting.wrapped && !wouldHaveFitted(before, text, setting);
}
