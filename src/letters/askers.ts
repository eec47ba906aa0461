import type { Asker } from "./letter.ts";

const members = "(?:het (?:Kamer)?lid|de (?:Kamer)?leden)";
/**
 * "Vragen van de leden A en B (beiden VVD) aan …", "vragen gesteld door het lid A (VVD) over …", and of a subject line
 * "Kamervragen leden A en B over …": the words that name who asked.
 */
const asking = new RegExp(
  `(?:(?:vragen|motie) van ${members}|vragen (?:die (?:zijn |werden )?)?(?:gesteld|ingediend|ingezonden) door ${members}|vragen die ${members}|Kamervragen (?:van )?(?:lid|leden))\\s+(.{1,400}?)` +
    "(?=,?\\s+(?:aan\\s|over\\s|inzake\\s|betreffende\\s|naar aanleiding\\s|\\(?ingezonden|met kenmerk\\s|worden\\s|zijn\\s|hebben\\s|heeft\\s|hierbij\\s|welke\\s|(?:van|op|d\\.d\\.)\\s\\d)|(?<=[\\p{Ll})]{2})(?<!\\s(?:mr|drs|dr|ir|ing|prof))[.;](?:\\s|$)|\\s*$)",
  "iu",
);

/**
 * Who asked, from the head of a paper or from the sentence that announces the answers. A name without a party takes
 * the party named next: "Mutluer, Lahlah (GroenLinks-PvdA), Boswijk (CDA)". Returns an empty list when nobody is named.
 */
export function readAskers(text: string): Asker[] {
  const names = asking.exec(text)?.[1];
  return names ? splitNames(names) : [];
}

/**
 * Who asked, where a paper says so more than once: whom the first of these texts names. A subject line leaves the
 * parties out ("vragen van het lid A over …"); the same names further on have them.
 */
export function askersNamedIn(texts: string[]): Asker[] {
  const [first = [], ...others] = texts.map(readAskers).filter((askers) => askers.length > 0);
  if (first.every(({ party }) => party !== null)) return first;
  const partyOf = (name: string | null) => {
    const [party = null, ...more] = new Set(others.flat().flatMap((one) => (one.name === name && one.party) || []));
    return more.length === 0 ? party : null;
  };
  return first.map(({ name, party }) => ({ name, party: party ?? partyOf(name) }));
}

function splitNames(names: string): Asker[] {
  const askers: Asker[] = [];
  for (const [, listed, party] of names.matchAll(/([^()]+(?:\([^()]*\)(?=\s*\())?)(?:\s*\(([^()]*)\))?/g)) {
    const own = party?.replace(/^(?:beiden|allen|allebei)\s+(?:van\s+)?(?:de\s+)?/i, "").trim() || null;
    for (const name of (listed ?? "").split(/,|(?<!\s)\s+en\s+|(?<=^)\s*en\s+/)) {
      const clean = name
        .trim()
        .replace(/^en\s+/, "")
        .replace(/^(?:van\s+)?(?:het (?:Kamer)?lid|de (?:Kamer)?leden)\s+/i, "")
        // "and others", who are not named.
        .replace(/\sc\.\s?s\.?$/i, "")
        .replace(/(?<![.,;])[.,;]+$/, "");
      if (isName(clean)) askers.push({ name: clean, party: own });
    }
  }
  for (let at = askers.length - 2; at >= 0; at--) {
    const asker = askers[at];
    if (asker && asker.party === null) asker.party = askers[at + 1]?.party ?? null;
  }
  return askers;
}

const wordOfName =
  /^(?:[(’'‘]?\p{Lu}|[’'‘][st](?!\p{L})|(?:van|der|den|de|het|ten|ter|te|von|du|la|le|el|al|bin|op|in)$|(?:prof|mr|drs|dr|ir|ing)\.?$)/u;

/** Whether this is a name, and not what else "de leden" may be followed by: "van de VVD-fractie", "die dit vroegen". */
function isName(text: string): boolean {
  const words = text.split(" ");
  return (
    words.length <= 6 && /\p{Lu}/u.test(text) && !/fractie/i.test(text) && words.every((word) => wordOfName.test(word))
  );
}
