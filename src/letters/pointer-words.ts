import { monthNames } from "./dates.ts";
import { numberList } from "./labels.ts";

/** The words by which an answer points to another, and those that tell that it points out of the paper. */

/** What is said when an answer points: "zie", "verwijs ik", "wordt verwezen"; asides ("zoals … gemeld") do not. */
export const points =
  /(?<!\p{L})(?:zie(?:\s+(?:ook|hiervoor|verder|daarvoor|tevens|allereerst))*|verwij(?:s|st|zen|zing)|verwezen)(?!\p{L})/iu;
export const toAnswer = /(?<!\p{L})(?:antwoord(?:en)?|beantwoording|vra(?:ag|gen)\s+\d)(?!\p{L})/iu;
/** Numbers of questions in a pointing sentence: "antwoord op vraag 2 en 3", "antwoord 3", "zie ook vraag 2". */
export const numbered = new RegExp(
  `(?:(?:antwoord(?:en)?|beantwoording|reactie)(?:\\s+(?:op|van|bij|onder))?(?:\\s+(?:de|het|mijn|uw))?(?:\\s+(?:hierboven|hiervoor)(?:\\s+gestelde)?)?(?:\\s+(?:schriftelijke\\s+)?(?:deel)?vra(?:ag|gen))?|(?:zie(?:\\s+\\p{L}+){0,3}|verwij\\p{L}+(?:\\s+\\p{L}+){0,5}\\s+naar)\\s+vra(?:ag|gen))(?:\\s+(?:nrs?\\.?|nummers?))?\\s+\\(?(${numberList})(?![\\p{L}\\d/]|[.,]\\d)`,
  "giu",
);
/** After the numbers: they are those of other questions, or of the same ones in another paper. */
export const ofOthers = /^\s+(?:van|uit|in|door|bij|aan)\s+(?!deze|dit)/iu;
export const previous =
  /(?:antwoord|beantwoording)\s+(?:(?:op|van|bij)\s+)?(?:de\s+)?(?:vorige|voorgaande|voorafgaande|bovenstaande)\s+vraag(?!\p{L})|(?<!\p{L})(?:vorige|voorgaande?|voorafgaande?|bovenstaande?)\s+(?:antwoord|beantwoording)(?!\p{L})/iu;
/** The question after this one. */
export const following =
  /(?:antwoord|beantwoording)\s+(?:(?:op|van|bij)\s+)?(?:de\s+)?(?:(?:hierop\s)?volgende|onderstaande)\s+vraag(?!\p{L})|(?<!\p{L})(?:volgende|onderstaande?)\s+(?:antwoord|beantwoording)(?!\p{L})/iu;
/** `de tweede vraag`, `de laatste vraag`. */
export const byOrdinal = /(?<!\p{L})(eerste|tweede|derde|vierde|vijfde|zesde|laatste)\s+vraag(?!\p{L})/iu;
/** Behind numbers, of which the last is then none of a question: `vraag 3, 5 procent vertrekt`, `vraag 3 en 4 mei`. */
export const counted = new RegExp(
  `^\\s?(?:%|(?:procent|jaar|jaren|maanden?|weken|dagen|keer|uur|personen|vreemdelingen|landen|miljoen|miljard|euro|${monthNames})(?!\\p{L}))`,
  "iu",
);
/** What a question that is pointed to is said to be about. */
export const about = /vra(?:ag|gen)\s(?:van\s[^.;]{2,60}?\s)?over\s([^.;,]{3,120})/iu;
/** An annex is no answer, whatever question it belongs to: "zie de bijlage bij vraag 1". */
export const annexOf = new RegExp(
  `(?<!\\p{L})(?:bijlagen?|annex)\\s+(?:bij|van|behorend bij)\\s+(?:de\\s+|het\\s+)?(?:antwoord(?:en)?\\s+op\\s+)?vra(?:ag|gen)\\s+${numberList}`,
  "giu",
);
/** The answer meant stands in another paper. */
export const elsewhere = new RegExp(
  [
    "Aanhangsel|Handelingen|vergaderjaar|Kamerstuk|Kamerbrief|\\d{4}Z\\d|(?<!\\p{L})(?:ah|kst|h)-[a-z\\d]",
    "eerdere (?:set|(?:schriftelijke |Kamer)?vragen)|eerder gesteld|vragen van het lid|(?:Kamer|schriftelijke )vragen (?:van|over)",
    "(?:gesteld|gegeven|verstuurd) (?:door|aan) (?:het lid|de leden|de fractie)|(?:het lid|de leden) (?:van de )?\\p{Lu}[^.;]{1,40}\\sstelde",
    "(?:Kamer)?brief van \\d|ingezonden|(?:vorige|eerdere) (?:schriftelijk|SO|commissie)|bij de begroting",
    "(?:tijdens|in|bij) (?:het|een) (?:\\p{L}+)?(?:debat|overleg)(?!\\p{L})",
    `vra(?:ag|gen)[^.;]{0,120}?\\s(?:van|op|d\\.d\\.)\\s\\d{1,2}\\s(?:${monthNames})`,
    // In brackets behind the number stands whose question it is.
    "vra(?:ag|gen)\\s[\\d en,t/m]{1,40}\\((?:van\\s)?(?:het lid|de leden)",
  ].join("|"),
  "iu",
);
export const fractieOf =
  /fracties?\s+van\s+(?:de\s+|het\s+)?([\p{Lu}][\p{L}\p{N}]{0,40}(?:[/-][\p{Lu}\p{N}][\p{L}\p{N}]{0,40}){0,3})/gu;
export const namedParty =
  /([\p{Lu}][\p{L}\p{N}]{0,40}(?:[/ -]\s?[\p{Lu}\p{N}][\p{L}\p{N}]{0,40}){0,3})\s?-?\s?fractie/gu;
