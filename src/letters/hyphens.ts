import hyphenated from "../../data/hyphenated-words-nl.json" with { type: "json" };
import partyData from "../../data/parties.json" with { type: "json" };

/** What stands between two lines that are read as one. */
export interface Joint {
  /** Whether the hyphen at the end of the first line falls away. */
  dropHyphen: boolean;
  glue: "" | " ";
}

/**
 * After these a hyphen stands for a part left out: `herkomst- en transitlanden`, `terug- of overname`. No word ends in
 * "het": before it the hyphen is one of a pair of dashes.
 */
const suspends =
  /^(?:en|of|en\/of|tot|dan|als|maar|noch|respectievelijk|resp|c\.q|cq|plus|t\/m|alsmede|evenals|alsook|versus|het)(?![\p{L}\p{N}])/u;

/**
 * Compounds that have a hyphen of their own, as the part before it and how the part after it begins or ends. Where only
 * the first part tells, no other word begins like it; `ex-` alone may be half of `export`, `oud-` of `oudste`.
 */
const keepsHyphen: { first: RegExp; second: RegExp }[] = [
  { first: /^(?:niet|non|adjunct)$/i, second: /^/ },
  // A syllable has a vowel, and no line ends after a syllable of one letter: `tbs-gestelde`, `e-mail`.
  { first: /^(?:[b-df-hj-np-tv-xz]+|\p{L})$/iu, second: /^/ },
  { first: /^(?:amv|azc|aow|cao|dna|havo|hbo|hiv|ict|mbo|ngo|soa|uwv|vmbo|vwo|wia|wmo)$/i, second: /^/ },
  { first: /^minister$/i, second: /^president/ },
  { first: /^(?:advocaat|consul|directeur|inspecteur|procureur|secretaris|staten)$/i, second: /^generaal/ },
  {
    first: /^(?:ex|oud)$/i,
    second:
      /^(?:ambassadeur|bestuurder|bewindsp|burgemeester|commissaris|directeur|echtgeno|gedetineerde|gevangene|kamerl|leerling|medewerker|militair|minister|partner|premier|president|rechter|staatssecretaris|strijder|verdachte|voorzitter|werknemer|wethouder)/,
  },
  {
    first: /^(?:sociaal|financieel|juridisch|maatschappelijk|medisch|politiek|strategisch|technisch)$/i,
    second: /^(?!democrat)\p{L}+(?:isch|lijk|eel|ief)e?$|^\p{L}+(?:ele|ieve)$/u,
  },
];

/** "functionerings- / ontwikkel- en beoordelingsgesprekken": two parts of which the rest is left out. */
const linkingS = /(?:ing|heid|teit|schap)s$/iu;
const suspendedToo = /^\p{Ll}+-\s(?:en|of)\s/u;

/** What may stand before "naar" in one word: `ambtenaar`, `winnaar`, `daarnaar`; elsewhere it is a word: `hoog- naar laag`. */
const mayEndInNaar = /(?:e|win|r)$/i;

/** English compounds of several words: `more-for-more`, `state-of-the-art`. */
const inEnglish = /^(?:for|to|of|the|by|up|on|in|and|shore|stop)-\p{L}/iu;

/** By the part before the hyphen, how the part after it begins. */
const written = new Map<string, string[]>();
for (const word of hyphenated.words) {
  const [first = "", ...rest] = word.split("-");
  written.set(first, [...(written.get(first) ?? []), rest[0] ?? ""]);
}

function hasOwnHyphen(first: string, second: string): boolean {
  if (written.get(first.toLowerCase())?.some((part) => second.startsWith(part))) return true;
  return keepsHyphen.some((one) => one.first.test(first) && one.second.test(second));
}

/** What a text must hold to go on in the next line other than after a space: a hyphen, or what only an address has. */
const mayGoOn = /[-‐–\u00ad/]|www\./;

/** `2022–`, which goes on in `2023` below it; a dash between words has a space before it. */
const openRange = /\d–$/;

/** `2016/`, which goes on in `17` below it, and `C-441/` in `19`. */
const openFraction = /\d\/$/;
/** `lhbtiq+-`, `COM(2025)-`: before a word the hyphen is that of a compound. */
const afterSign = /[+)]-$/;

/** Two vowels that would be read as one, so that a compound keeps its hyphen: `informatie-uitwisseling`. */
const vowelClash = /(?:a[aeiu]|e[eiu]|i[ej]|o[eiou]|u[iu])$/i;

/** A sign that closes what stands before it, which a note's mark parted from it. */
const closingSign = /^[?!.,;:](?:\s|$)/;

/** A name with a capital inside: `PvdA-fractie`, `CoMensha-cijfers`. */
const namesBody = /\p{Ll}\p{Lu}/u;
/** What is of a party has a hyphen: `Volt-fractie`, but `Kamerfractie`. */
const ofParty = /^(?:fractie|lid|leden|kamerl|motie|inbreng)/;
const partyNames = new Set(
  partyData.parties.flatMap(({ names }) => names.map((name) => (name.split(/[-/ ]/).at(-1) ?? "").toLowerCase())),
);

const space = { dropHyphen: false, glue: " " } as const;
const nothing = { dropHyphen: false, glue: "" } as const;

/**
 * How the line `left` goes on in the line `right`; of `left` its last word is enough. `known` counts a word in the
 * rest of the document: what the document itself writes decides between `terugkeersamenwerking` and `niet-begeleide`.
 */
export function joint(left: string, right: string, known: (word: string) => number): Joint {
  if (closingSign.test(right)) return nothing;
  if (!mayGoOn.test(left)) return space;
  const lastToken = left.slice(Math.max(left.lastIndexOf(" "), left.lastIndexOf("\n")) + 1);
  if (isAddress(lastToken) && goesOnAddress(lastToken, right)) return nothing;
  if (openRange.test(left) && /^\d/.test(right)) return nothing;
  if (openFraction.test(left) && /^\d/.test(right)) return nothing;
  if (afterSign.test(left) && /^\p{Ll}/u.test(right) && !suspends.test(right)) return nothing;
  if (left.endsWith("\u00ad")) return { dropHyphen: true, glue: "" };
  if (!/[\p{L}\p{N}][-‐]$/u.test(left.slice(-3))) return space;
  if (suspends.test(right) || !/^[\p{L}\p{N}]/u.test(right)) return space;
  if (!/^\p{Ll}/u.test(right)) return nothing;
  const first =
    lastToken
      .slice(0, -1)
      .split(/[^\p{L}\p{N}]/u)
      .at(-1) ?? "";
  if (/^naar(?!\p{L})/u.test(right) && !mayEndInNaar.test(first)) return space;
  const second = /^[\p{L}\p{N}]+/u.exec(right.slice(0, 60))?.[0] ?? "";
  if (/^[\p{Lu}\p{N}]+$/u.test(first) || /\p{N}$/u.test(first) || namesBody.test(first)) return nothing;
  if (ofParty.test(second) && partyNames.has(first.toLowerCase())) return nothing;
  const whole = known(`${first}${second}`.toLowerCase());
  const apart = known(`${first}-${second}`.toLowerCase());
  if (whole !== apart && (whole === 0 || apart === 0)) return whole > 0 ? { dropHyphen: true, glue: "" } : nothing;
  if (linkingS.test(first) && suspendedToo.test(right)) return space;
  if (inEnglish.test(right) || hasOwnHyphen(first, second) || vowelClash.test(`${first.at(-1)}${second[0]}`))
    return nothing;
  return { dropHyphen: true, glue: "" };
}

function isAddress(token: string): boolean {
  return /:\/\/|^[(<[«“"']*www\.|[\p{L}\p{N}-]\.[a-z]{2,12}\/./u.test(token);
}

/** An address broken at a line end goes on where it was broken at one of its signs. */
function goesOnAddress(token: string, next: string): boolean {
  // The full stop is that of the sentence.
  if (token.endsWith(".") && /^\p{Lu}\p{Ll}*(?:[\s,.]|$)/u.test(next)) return false;
  // `…/terugkeer-` goes on in `en-overname`, not in `en overname`.
  if (suspends.test(next) && !/^\p{L}{1,20}[-_/]/u.test(next)) return false;
  return (
    /^[%/?=&_~#](?=[\p{L}\p{N}])/u.test(next) || (/[-/_.=&?%~#:]$/.test(token) && /^[\p{L}\p{N}%/?=&_~#-]/u.test(next))
  );
}
