import { findDate } from "./dates.ts";
import { budgetAddition, parseDossier } from "./dossier-number.ts";
import type { Day, PublicationId } from "./letter.ts";
import { publicationAtAddress } from "./other-citations.ts";
import { normalPublicationId } from "./publication-ids.ts";
import { findReferences } from "./references.ts";
import { parsePublicationId } from "./typed-publication.ts";

/** What a person may mean who names a letter in whatever way. */
export interface LetterName {
  /** As typed, without what Slack and phones made of it. */
  typed: string;
  /** The publications that it names, in order. */
  ids: PublicationId[];
  /** What may be a case number, a document number or a ministry's reference: capitals, without spaces. */
  numbers: string[];
  /** A dossier of which no paper is named: `32317`, `36600-VI`. */
  dossier: string | null;
  /** A day, where nothing else is named. */
  day: Day | null;
  /** The words to look for in titles; none when an address was given. */
  words: string[];
}

/** Nothing that names a letter is longer, and neither is a title. */
const longest = 2_500;

/**
 * Reads what was typed to name a letter: an id, an address, a citation in any printed form, a number of the Tweede Kamer
 * or of a ministry, or words of its title. Forgiving: of a longer text the citations in it are taken.
 */
export function readLetterName(given: string): LetterName {
  const typed = plainText(given);
  const name: LetterName = { typed, ids: [], numbers: [], dossier: null, day: null, words: [] };
  if (typed === "") return name;
  const addresses = [...typed.matchAll(address)].map(([url]) => (/^https?:/i.test(url) ? url : `https://${url}`));
  if (addresses.length > 0) {
    return {
      ...name,
      ids: unique(addresses.flatMap((url) => publicationAtAddress(url) ?? [])),
      numbers: unique(addresses.filter((url) => ofParliament.test(url)).flatMap(numbersIn)),
    };
  }
  const ids = idsIn(typed);
  const dossier = dossierAlone(typed);
  if (ids.length > 0 || dossier !== null) return { ...name, ids, dossier };
  const numbers = unique([...numbersIn(typed), ...reference(typed)]);
  return { ...name, numbers, day: findDate(typed), words: wordsIn(typed) };
}

/** Also without `https://`, as people copy it from a browser. */
const address =
  /(?:https?:\/\/|(?<![\p{L}\d.])(?:[a-z-]{1,63}\.){0,3}[a-z-]{1,63}\.(?:nl|eu)\/)[^\s<>"“”«»|]{1,2000}/giu;
const ofParliament = /^https?:\/\/(?:[a-z-]+\.)?tweedekamer\.nl\//i;

/**
 * Slack writes a link as `<https://…|words>` and `&` as `&amp;` (docs.slack.dev, "Formatting message text"); phones make
 * curly quotes, and a copied page brings hard spaces and dashes of every length.
 */
function plainText(given: string): string {
  return given
    .slice(0, longest)
    .normalize("NFC")
    .replace(/<(https?:\/\/[^|<>\s]{1,2000})(?:\|[^<>]{0,2000})?>/giu, "$1")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s"'“”‘’„«»`*_~]+|(?<![\s"'“”‘’„«»`*_~])[\s"'“”‘’„«»`*_~]+$/gu, "");
}

function idsIn(typed: string): PublicationId[] {
  const whole = parsePublicationId(typed) ?? parsePublicationId(typed.replace(/\.(?:html?|pdf|xml|odt)$/i, ""));
  if (whole !== null) return [whole];
  const loose = looseKamerstuk(typed) ?? splitDocument(typed);
  if (loose !== null) return [loose];
  const cited = unique(findReferences(typed).flatMap(({ id }) => id ?? []));
  if (cited.length > 0) return cited;
  return unique([...typed.matchAll(amidWords)].flatMap(([, inDossier, number]) => kamerstuk(inDossier, number) ?? []));
}

/** Narrower than a printed number: other numbers of five digits are typed too, and `30573-12` is a paper. */
const dossier = String.raw`([1-4]\d[ .]?\d{3}(?:[ -]?(?:${budgetAddition})|-0\d)?)`;
const paperNumber = String.raw`(\d{1,4}[a-z]?|[A-Z]{1,3})(-[bnh]\d{1,2})?`;
const announced = String.raw`(?:nr|nummer|no|brief|letter|stuk)?\.?[ :]*`;
const ofDossier = "(?:(?:het )?(?:kamer)?dossier|kamerstuk(?:ken)?|kst)?[ :]*";
/** `nr 929 van 32317`, `929 in dossier 32 317`. */
const numberFirst = new RegExp(
  `^(?:kamerstuk |kst )?${announced}${paperNumber},? (?:van|uit|in|bij|onder|op|\\() ?${ofDossier}${dossier}\\)?$`,
  "i",
);
/** `32317/929`, `kst32317-929`, `32317 - 929`. */
const anySeparator = new RegExp(
  `^#?(?:kst|kamerst|kamerstuk(?:ken)?)?[ .:-]*${dossier}(?: ?[-–—/.,:;|#] ?|,? nr\\.? ?)${paperNumber}$`,
  "i",
);

const announcedDossier = new RegExp(`^(?:(?:kamer)?dossier(?:nummer)?|kamerstuk(?:ken)?|kst)?[ .:-]*${dossier}$`, "i");

/** `30573-124` between other words. */
const amidWords = /(?<![\d\p{L}.,-])([1-4]\d[ .]?\d{3}) ?[-–/] ?(\d{1,4})(?![\d\p{L}-])/gu;

/** Ways that nobody prints, but that people type. */
function looseKamerstuk(typed: string): PublicationId | null {
  const first = numberFirst.exec(typed);
  if (first !== null) {
    const [, number, suffix, inDossier] = first;
    return kamerstuk(inDossier, number, suffix);
  }
  const [, inDossier, number, suffix] = anySeparator.exec(typed) ?? [];
  return kamerstuk(inDossier, number, suffix);
}

function kamerstuk(inDossier = "", number = "", suffix = ""): PublicationId | null {
  const read = parseDossier(inDossier.toUpperCase());
  return read === null ? null : normalPublicationId(`kst-${read}-${number}${suffix}`);
}

/** `2019 D 46752`. */
function splitDocument(typed: string): PublicationId | null {
  const found = /^(?:document(?:nummer)?[ :]*)?((?:19|20)\d{2}) ?-?D ?-?(\d{5})$/i.exec(typed);
  return found === null ? null : parsePublicationId(`${found[1]}D${found[2]}`);
}

function dossierAlone(typed: string): string | null {
  const found = announcedDossier.exec(typed)?.[1];
  return found === undefined ? null : parseDossier(found.toUpperCase());
}

/** Case and document numbers of the Tweede Kamer. */
function numbersIn(text: string): string[] {
  const found = text.matchAll(/(?<![\p{L}\d])((?:19|20)\d{2}) ?([ZD]) ?(\d{5})(?!\d)/giu);
  return [...found].map(([, year = "", kind = "", number = ""]) => `${year}${kind.toUpperCase()}${number}`);
}

/** A ministry's reference has at least four digits: `6133006`, `DGM-2024/1234`. */
function reference(typed: string): string[] {
  const bare = typed
    .replace(/^(?:brief )?(?:met )?(?:(?:ons|onze|uw) )?(?:kenmerk|referentie(?:nummer)?)[ :]*/i, "")
    .replaceAll(" ", "");
  return /\d{4}|\d[\d.-]{3}/.test(bare) && bare.length <= 60 ? [bare.toUpperCase()] : [];
}

/** Words of three letters or more, and numbers. */
function wordsIn(typed: string): string[] {
  return unique(typed.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’&-]*/gu) ?? []).filter((word) => word.length >= 3);
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
