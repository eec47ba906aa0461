import type { Asker } from "./letter.ts";

/** "Vragen van de leden A en B (beiden VVD) aan …": the words that name who asked. */
const asking =
  /(?:vragen|motie) van (?:het lid|de leden)\s+(.{1,400}?)(?=\s+(?:aan\s|over\s|inzake\s|betreffende\s|naar aanleiding\s|\(ingezonden|worden\s|zijn\s|hebben\s)|\s*$)/iu;

/**
 * Who asked, from the head of a paper or from the sentence that announces the answers. A name without a party takes
 * the party named next: "Mutluer, Lahlah (GroenLinks-PvdA), Boswijk (CDA)". Returns an empty list when nobody is named.
 */
export function readAskers(text: string): Asker[] {
  const names = asking.exec(text)?.[1];
  return names ? splitNames(names) : [];
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
        .replace(/(?<![.,;])[.,;]+$/, "");
      if (clean !== "" && /^[\p{L}’'‘]/u.test(clean)) askers.push({ name: clean, party: own });
    }
  }
  for (let at = askers.length - 2; at >= 0; at--) {
    const asker = askers[at];
    if (asker && asker.party === null) asker.party = askers[at + 1]?.party ?? null;
  }
  return askers;
}
