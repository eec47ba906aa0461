/** What stands between two lines that are read as one. */
export interface Joint {
  /** Whether the hyphen at the end of the first line falls away. */
  dropHyphen: boolean;
  glue: "" | " ";
}

/** After these a hyphen stands for a part left out: `herkomst- en transitlanden`, `terug- of overname`. */
const suspends =
  /^(?:en|of|en\/of|tot|dan|als|maar|noch|respectievelijk|resp|c\.q|cq|plus|t\/m|alsmede|evenals|alsook|versus)(?![\p{L}\p{N}])/u;

/** First parts that keep their hyphen before a small letter: `niet-begeleide`, `non-refoulement`. */
const keepsHyphen = /(?<![\p{L}\p{N}])(?:niet|non)-$/iu;

/** What a text must hold to go on in the next line other than after a space: a hyphen, or what only an address has. */
const mayGoOn = /[-‐\u00ad/]|www\./;

/** Two vowels that would be read as one, so that a compound keeps its hyphen: `informatie-uitwisseling`. */
const vowelClash = /(?:a[aeiu]|e[eiu]|i[ej]|o[eiou]|u[iu])$/i;

/** A sign that closes what stands before it, which a note's mark parted from it. */
const closingSign = /^[?!.,;:](?:\s|$)/;

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
  if (left.endsWith("\u00ad")) return { dropHyphen: true, glue: "" };
  if (!/[\p{L}\p{N}][-‐]$/u.test(left.slice(-3))) return space;
  if (suspends.test(right) || !/^[\p{L}\p{N}]/u.test(right)) return space;
  if (!/^\p{Ll}/u.test(right)) return nothing;
  const first =
    lastToken
      .slice(0, -1)
      .split(/[^\p{L}\p{N}]/u)
      .at(-1) ?? "";
  const second = /^[\p{L}\p{N}]+/u.exec(right.slice(0, 60))?.[0] ?? "";
  if (/^[\p{Lu}\p{N}]+$/u.test(first) || /\p{N}$/u.test(first)) return nothing;
  const whole = known(`${first}${second}`.toLowerCase());
  const apart = known(`${first}-${second}`.toLowerCase());
  if (whole !== apart && (whole === 0 || apart === 0)) return whole > 0 ? { dropHyphen: true, glue: "" } : nothing;
  if (keepsHyphen.test(left) || vowelClash.test(`${first.at(-1)}${second[0]}`)) return nothing;
  return { dropHyphen: true, glue: "" };
}

function isAddress(token: string): boolean {
  return /:\/\/|^[(<[«“"']*www\.|[\p{L}\p{N}-]\.[a-z]{2,12}\/./u.test(token);
}

/** An address broken at a line end goes on where it was broken at one of its signs. */
function goesOnAddress(token: string, next: string): boolean {
  if (suspends.test(next)) return false;
  return (
    /^[%/?=&_~#](?=[\p{L}\p{N}])/u.test(next) || (/[-/_.=&?%~#:]$/.test(token) && /^[\p{L}\p{N}%/?=&_~#-]/u.test(next))
  );
}
