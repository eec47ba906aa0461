import { isPartyHeading } from "./headings.ts";
import type { Asker } from "./letter.ts";

/** What stands in a heading that tells who asks. */
const who = /fractie|(?<!\p{L})(?:leden van|het lid|groep \p{Lu})/iu;
/** What stands before the names: "Vragen en opmerkingen van de leden van de". */
const beforeNames =
  /^(?:\d+(?:\.\d+)*\.?\s+|[IVX]+\.?\s+|[a-z][.)]\s+)?(?:\p{L}+\s+){0,8}?(?:(?:van|vanuit|door|leden|vragen)\s+)+(?:(?:de|het)\s+)?(?:leden\s+)?(?:van\s+)?(?:(?:de|het)\s+)?(?=[\p{Lu}\d]|fractie)/iu;
/** "… en de reactie van de minister": not part of who asks. */
const withReply =
  /(?:,|(?<![,\s]))\s+(?:en|met|alsmede)\s+(?:de\s+)?(?:reactie|antwoord(?:en)?|beantwoording)(?:\s.{1,80})?$/iu;
const partyName =
  "[\\p{Lu}\\d][\\p{L}\\d]*(?:(?:[-–/]|\\s(?:(?:van|voor|der|de|het)\\s){0,2})[\\p{Lu}\\d][\\p{L}\\d]*){0,5}";
/** `VVD-fractie`, and of `GroenLinks- en SP-fracties` both. */
const ofFractie = new RegExp(`(${partyName})(?:\\s?-?\\s?fracties?(?!\\p{L})|-(?=,|\\s(?:en|,)\\s))`, "gu");
const fractieOf =
  /(?<!\p{L})fracties?\s+(?:van\s+)?(?:(?:de|het)\s+)?([\p{Lu}\d].{0,80}?)(?:\s+(?:gezamenlijk|samen))?$/u;
/** `Groep Van Haga`: members who left their party together. */
const ofGroup =
  /(?<!\p{L})([Gg]roep\s+(?:\p{Lu}[\p{L}’'-]*|van|der|den|de|het)(?:[\s/-](?:\p{Lu}[\p{L}’'-]*|van|der|den|de|het)){0,5})$/u;
const wholeParty = new RegExp(`^(?:(?:de|het)\\s+)?(${partyName})$`, "u");

/** Whether a heading tells who asks, whether that can be read or not; others are about a subject. */
export function saysWho(heading: string): boolean {
  return who.test(heading);
}

const ofParties =
  /^(?:[\dIVX.]{1,8}\s+)?(?:vragen|opmerkingen|inbreng|antwoord(?:en)?|beantwoording|reactie)\s.{0,120}fracties?(?!\p{L})/iu;

const ofPart =
  /^(?:deel\s+)?(?:[IVX]{1,4}|[A-C])[.:)]?\s+(?:vragen|antwoord(?:en)?|beantwoording|reactie)(?:\/(?:antwoord(?:en)?|reactie))?(?!\p{L})/iu;

/** Whether a heading opens the part of the questions or that of the answers: "II Antwoord/reactie van de minister". */
export function opensPart(heading: string): boolean {
  return ofPart.test(heading);
}

/** Whether a heading opens the questions of a party, or the answers to them, where questions have labels of their own. */
export function opensParty(heading: string): boolean {
  return isPartyHeading(heading) || ofParties.test(heading);
}

/** Whom a heading names: parties, or a member by name; none where it says who asks in a way that is not known. */
export function readHeading(text: string): Asker[] {
  const heading = text.replace(withReply, "");
  const member = /(?:^|\s)het lid\s+([^()]+?)\s*(?:\(([^()]+)\))?$/iu.exec(heading);
  if (member?.[1] && !/fractie/i.test(heading)) return [{ name: member[1], party: member[2] ?? null }];
  const group = ofGroup.exec(heading)?.[1];
  if (group) return [{ name: null, party: group }];
  const names = heading.replace(beforeNames, "");
  const listed = fractieOf.exec(names)?.[1]?.split(/,\s*|(?<!\s)\s+en\s+/);
  const parties = listed
    ? listed.map((name) => wholeParty.exec(name)?.[1] ?? "")
    : [...names.matchAll(ofFractie)].map((match) => match[1] ?? "");
  return parties.includes("") ? [] : parties.map((party) => ({ name: null, party }));
}
