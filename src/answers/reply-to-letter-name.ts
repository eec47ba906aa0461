import type { LetterKey, StoredLetter } from "../letters/stored-letter.ts";
import { severalLettersReply, unknownLetterReply } from "../replies/letter-not-one-reply.ts";
import { letterReply } from "../replies/letter-reply.ts";
import type { Reply } from "../replies/reply.ts";
import { findLetter } from "./find-letter.ts";
import { citing, letterOverview, type OverviewParts } from "./letter-overview.ts";

/** Letters to choose from are read whole, so no more than are shown. */
const mostOffered = 10;

/** The letter that was named, or what comes near. */
export function replyToLetterName(typed: string, parts: OverviewParts): Reply {
  const found = findLetter(typed, parts.finder);
  if (found.kind === "one") {
    const overview = letterOverview(found.letter, parts);
    if (overview === null) throw new Error("a letter was found that is not there");
    return letterReply(overview);
  }
  const read = (keys: readonly LetterKey[]): StoredLetter[] =>
    keys.slice(0, mostOffered).flatMap((key) => parts.letters.letter(key) ?? []);
  if (found.kind === "several") {
    return severalLettersReply({ typed: found.name.typed, shown: read(found.letters), total: found.letters.length });
  }
  const { name, asked, near } = found;
  return unknownLetterReply({
    typed: name.typed,
    asked,
    near: read(near.filter((key) => !found.citing.includes(key))),
    citing: citing(found.citing, parts),
    collection: parts.letters.collection(),
  });
}
