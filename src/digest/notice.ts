import type { Reply } from "../replies/reply.ts";
import type { Parcel } from "../store/message-writer.ts";
import { isOwnConversation, ownPlace, type Place } from "./place.ts";

/** What a notice is about, and who there is to be told. */
interface About {
  team: string;
  /** Who made what it is about; empty when that person was forgotten. */
  maker: string;
  /** Where it goes to; null when it is about all of the workspace, or several places. */
  place: Place | null;
  /** Whether the place itself can be told: not when the trouble is that nothing can be posted there. */
  placeIsOpen: boolean;
  /** The channel of those who look after the bot. */
  maintainers: Place | null;
}

/**
 * A notice to who made a subscription; when that person has left, to the channel that it is for, and where that is closed
 * to the maintainers. What goes wrong with somebody's own conversation concerns nobody else.
 *
 * @returns null when there is nobody to be told
 */
export function noticeOf(
  { team, maker, place, placeIsOpen, maintainers }: About,
  message: Reply,
  key: string,
): Parcel | null {
  const isOwn = place !== null && isOwnConversation(place);
  const own = maker === "" || (isOwn && !placeIsOpen) ? [] : [ownPlace(maker)];
  const channel = place !== null && !isOwn && placeIsOpen ? [place] : [];
  const [first, ...otherwise] = [...own, ...channel, ...(isOwn || maintainers === null ? [] : [maintainers])];
  return first === undefined
    ? null
    : { team, place: first, purpose: "notice", messages: [{ key, message }], otherwise };
}
