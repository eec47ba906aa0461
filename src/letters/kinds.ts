import { isPartyHeading } from "./headings.ts";
import type { LetterKind } from "./letter.ts";
import { hasLabel, type Reading } from "./text.ts";

/**
 * What kind of paper it is, from its head first, then from how it is built. `overig` when nothing tells.
 */
export function readKind(reading: Reading): LetterKind {
  const head = (name: string) => reading.header.filter((item) => item.name === name).map((item) => item.text);
  const kinds = head("kind").join("\n");
  const subject = head("subject").join(" ");
  const answers = hasLabel(reading, "answer");
  const questions = hasLabel(reading, "question");
  if (/motie van/i.test(kinds)) return "motie";
  if (/schriftelijk overleg/i.test(kinds)) return "schriftelijk-overleg";
  if (/^(?:(?:nader )?verslag)/im.test(kinds) && !/^brief van/im.test(kinds)) return "verslag";
  const answered = head("answered").join(" ");
  if (/^mededeling/i.test(answered)) return "mededeling";
  if (answered !== "" || (answers && questions)) return "antwoord";
  if (answers && (/schriftelijk overleg/i.test(subject) || reading.blocks.some((one) => isPartyHeading(one.text))))
    return "schriftelijk-overleg";
  const sent = head("addressee").length > 0 || reading.signers.length > 0;
  if (sent && isDelay(reading)) return "mededeling";
  if (head("asked").length > 0) return answers ? "antwoord" : sent && !questions ? "brief" : "vragen";
  if (questions && /^lijst van vragen/im.test(kinds)) return "vragen";
  if (/^brief van/im.test(kinds) || sent) return "brief";
  return "overig";
}

/** A letter that says that questions cannot be answered in time, and answers none. */
function isDelay(reading: Reading): boolean {
  const subject = reading.header.find((item) => item.name === "subject")?.text ?? "";
  return (
    /^(?:(?!uitstel|mededeling)[\s\S])*(?:uitstel|mededeling)[\s\S]*vragen|^(?:(?!vragen)[\s\S])*vragen[\s\S]*uitstel/i.test(
      subject,
    ) ||
    (reading.body.length < 2500 &&
      /vragen[\s\S]{0,400}niet binnen de (?:gebruikelijke|gestelde)? ?termijn/i.test(reading.body))
  );
}
