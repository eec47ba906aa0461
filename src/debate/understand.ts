import { dayAt } from "../letters/days.ts";
import { fold } from "../search/fold.ts";
import type { PassageIndex } from "../search/passage-index.ts";
import type { LetterReader } from "../store/letter-reader.ts";
import { type FollowUp, followUp } from "./follow-up.ts";
import { namesIn } from "./follow-up-people.ts";
import { knownPeople } from "./known-people.ts";

/** What a message in a thread means: {@link followUp}, with the names in it looked up first. */
export async function understand(
  subject: string | null,
  typed: string,
  parts: { index: PassageIndex; letters: LetterReader; now: () => Date; timeZone: string },
): Promise<FollowUp> {
  const people = subject === null ? new Set<string>() : await knownPeople(namesIn(typed), parts);
  const today = dayAt(parts.now(), parts.timeZone);
  return followUp(subject, typed, { today, isPerson: (name) => people.has(fold(name)) });
}
