import { findDate } from "./dates.ts";
import { readLabelsTogether } from "./head-labels.ts";
import { type HeaderForm, type HeaderName, headerForms } from "./header-forms.ts";
import { isEnded } from "./headings.ts";
import { numberFollows, readHeadLine } from "./kamerstuk-head.ts";
import { type Line, partsParagraphs, type Setting, wouldHaveFitted } from "./lines.ts";
import { opensMore } from "./small-words.ts";

/** One item of a head, with all its lines. */
export interface HeaderItem {
  name: HeaderName;
  lines: Line[];
}

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
    const isGreeted = items.some(({ lines: [line0] }) => salutation.test(line0?.plain ?? ""));
    // Below the salutation stands the letter, though a margin may follow whose labels have their values.
    if (isGreeted && pending.length > 0) break;
    // "deel ik u mede dat de / vragen van het lid …": a line inside a sentence.
    const insideSentence =
      pending.length > 0 &&
      (/^(?:schriftelijke )?vragen van/.test(text) || (/^\p{Ll}/u.test(text) && isLineOfText(lines[at - 1])));
    const goesOnThere: boolean = !gap && (insideSentence || endsAnswered(item, text) || isBroken(item, text));
    const form: HeaderForm | undefined =
      goesOnThere || isSentenceWithLabel(text, isGreeted) || isTitleOfAnnex(text, lines[at + 1])
        ? undefined
        : headerForms.find((one) => one.form.test(text));
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
  let to = -1;
  for (let at = from; from >= 0 && at < from + 6; at++) {
    const line = lines[at];
    if (!line || line.role !== null || line.label || (at > from && line.blanks > 0) || /^\d{1,3}$/.test(line.plain))
      break;
    text = `${text} ${line.plain}`;
    if (endsHead.test(text)) to = at + 1;
  }
  return to < 0 ? null : { from, to };
}

/** The day of receipt, and behind it the notice of delay: "…), zie ook Aanhangsel Handelingen nr. 1102". */
const endsHead = /\(ontvangen\s[^()]{0,40}\)(?:\.?|[.,]?\s+zie ook\s(?!.*[.?!]\s+\p{Lu}).{3,160})$/iu;

/** "(ontvangen 3 oktober 2022). Zie ook …" ends what stands above it, wherever the line was broken. */
function endsAnswered(item: HeaderItem | null, text: string): boolean {
  return item?.name === "answered" && /^\(ontvangen\s/i.test(text);
}

/** "Zie ook Aanhangsel Handelingen," is broken before its year, which opens no head of its own there. */
function isBroken(item: HeaderItem | null, text: string): boolean {
  const before = item?.name === "asked" || item?.name === "answered" ? item.lines.at(-1)?.plain : undefined;
  return (
    before !== undefined &&
    /(?:Handelingen|Aanhangsel|Kamer|Kamerstuk(?:ken)?),?$/.test(before) &&
    /^vergaderjaar/.test(text)
  );
}

const salutation = /^geachte\s/i;

/** Whether a line is one of running text, which goes on below it. */
function isLineOfText(line: Line | undefined): boolean {
  return line !== undefined && (line.plain.length >= 50 || opensMore.test(line.plain));
}

/** "Onderwerp van deze brief is …", "Bijlage 1 bij deze brief bevat 1.204 namen.": a sentence that begins like a label. */
function isSentenceWithLabel(text: string, isGreeted: boolean): boolean {
  if (!beginsLabelled.test(text) || text.length <= 24) return false;
  if (isGreeted && text.length >= 60) return true;
  return isEnded(text) && (isGreeted || !/^(?:onderwerp|betreft)/i.test(text));
}

/** "Bijlage" alone above a text, and not above how many there are. */
function isTitleOfAnnex(text: string, next: Line | undefined): boolean {
  return /^bijlagen?$/i.test(text) && next !== undefined && (next.plain.length >= 60 || isEnded(next.plain));
}

const beginsLabelled =
  /^(?:onderwerp|betreft|datum|(?:ons |uw )?kenmerk|(?:onze |uw )?referentie|uw brief|bijlagen?|contactpersoon|projectnaam)\s+(?!:)/i;

/** A line that says nothing by itself, of which the item below tells that it belongs to the head. */
function passedOver(line: Line): HeaderItem {
  return { name: heading.test(line.text) ? "title" : "other", lines: [line] };
}

/** Marked as a heading by whoever made the file: a title, however long. */
const heading = /^##?\s/;

/** Whether a line is part of a sentence rather than of a head. */
function beginsText(text: string): boolean {
  const isSentence = opensLetter.test(text) || isEnded(text);
  if (text.length >= 75 || (isSentence && text.length > 24)) return true;
  return /^(?:De Kamer|gehoord)|^De (?:\p{Ll}+ )?commissies? .{1,60}\s(?:heeft|hebben|brengt|brengen|legt)(?:\s|$)/u.test(
    text,
  );
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

/** How a letter begins: where no blank line parts the head from it, such a line is no more of the subject. */
const opensLetter =
  /^(?:Hierbij|Bijgaand|Met deze brief|In deze brief|In (?:het )?(?:antwoord|reactie) op (?:uw|de|het)|In het (?:commissie|plenaire|algemeen|debat|wetgevings|nota|tweeminuten)|Naar aanleiding van|Tijdens (?:het|de|een)|Op (?:uw verzoek|\d)|Bij brief|Conform|Overeenkomstig|Mede namens|Graag|(?:Onder|Met) verwijzing|Ter uitvoering|Zoals (?:toegezegd|aangekondigd)|Uw Kamer)(?!\p{L})/u;
/** The day of receipt or of submission ends what is said of a paper; where no blank line does, a sentence may follow. */
const dayClosed = /\d{4}\)\.?$/;
/** The first question of a paper that labels questions with their number only. */
const firstQuestion = /^1[.)]?(?:\s+\p{Lu}|$)/u;
const isOfAddressee = /^(?:\p{Ll}|Eerste Kamer|Tweede Kamer|Staten-Generaal)/u;

function goesOn(item: HeaderItem, before: string, text: string, gap: boolean, setting: Setting): boolean {
  if (gap) return item.name === "asked" && /vragen$/i.test(before);
  if (item.name === "asked" || item.name === "answered")
    return !firstQuestion.test(text) && !(dayClosed.test(before) && opensLetter.test(text));
  if (item.name === "addressee") return isOfAddressee.test(text);
  if (item.name === "date") return !/\d$/.test(before) && /^[\p{Ll}\p{N}]/u.test(text);
  if (opensLetter.test(text)) return false;
  if (/^[\p{Ll}\p{N}(]/u.test(text) || opensMore.test(before)) return true;
  return setting.wrapped && !wouldHaveFitted(before, text, setting);
}
