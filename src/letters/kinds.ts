import { readAnnounced } from "./announced.ts";
import { isPartyHeading } from "./headings.ts";
import type { LetterKind } from "./letter.ts";
import { pairLabelled } from "./questions.ts";
import { hasLabel, type Reading } from "./text.ts";
import { partAnswers } from "./unlabelled-answers.ts";

/**
 * What kind of paper it is, from its head first, then from how it is built. `overig` when nothing tells.
 */
export function readKind(reading: Reading): LetterKind {
  const head = (name: string) => reading.header.filter((item) => item.name === name).map((item) => item.text);
  const kinds = head("kind").join("\n");
  const subject = head("subject").join(" ");
  const questions = hasLabel(reading, "question");
  const answers = hasLabel(reading, "answer") || (questions && hasUnlabelledAnswer(reading));
  if (/motie van/i.test(kinds)) return "motie";
  if (/schriftelijk overleg/i.test(kinds)) return "schriftelijk-overleg";
  if (/^(?:(?:nader )?verslag)/im.test(kinds) && !/^brief van/im.test(kinds)) return "verslag";
  const answered = head("answered").join(" ");
  if (/^mededeling/i.test(answered)) return "mededeling";
  if (answered !== "") return "antwoord";
  if (answers && isConsultation(reading, subject, questions)) return "schriftelijk-overleg";
  if (answers && (questions || readAnnounced(reading.header).answers)) return "antwoord";
  const sent = head("addressee").length > 0 || reading.signers.length > 0;
  if (sent && isDelay(reading)) return "mededeling";
  if (head("asked").length > 0) return answers ? "antwoord" : sent && !questions ? "brief" : "vragen";
  if (questions && /^lijst van vragen/im.test(kinds))
    return readAnnounced(reading.header).answers ? "antwoord" : "vragen";
  if (/^brief van/im.test(kinds) || sent) return "brief";
  return "overig";
}

function hasUnlabelledAnswer({ blocks, header }: Reading): boolean {
  return readAnnounced(header).answers && partAnswers(pairLabelled(blocks, [])).some(({ answer }) => answer !== null);
}

/**
 * Whether parties of a committee ask, as the subject or the headings above their questions say. Questions with labels
 * may also be those of members, which are about a consultation at most, or a list, in which parties are named too.
 */
function isConsultation({ blocks, header }: Reading, subject: string, labelled: boolean): boolean {
  const ofMembers = header.some(({ name }) => name === "asked") || /vragen van (?:het lid|de leden)/i.test(subject);
  if (labelled && (ofMembers || readAnnounced(header).questions)) return false;
  if (/schriftelijk overleg/i.test(subject)) return true;
  return blocks.some(({ role, text }) => (role === "heading" || !labelled) && isPartyHeading(text));
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
