import type { Reply } from "../replies/reply.ts";
import type { PostedAt, Purpose } from "../store/open-entries.ts";
import type { Place } from "./place.ts";

/** What digests want of Slack; src/slack fills it. Nothing here throws: what may happen is an outcome. */
export interface DigestPort {
  /** Posts a message once; whoever calls keeps to the pace and tries again. */
  post(post: Post): Promise<PostOutcome>;
  /** Looks for a message by its key where it must stand if it was posted. */
  find(post: Sought, since: Date): Promise<FindOutcome>;
}

/** A message that may have been posted: what is in it is not needed to find it. */
export type Sought = Omit<Post, "message">;

export interface Post {
  team: string;
  place: Place;
  /** Travels with the message as its metadata. */
  key: string;
  message: Reply;
  /** Digests may not go everywhere; a notice goes where somebody can be told. */
  purpose: Purpose;
  /** The message in whose thread it goes. */
  thread: PostedAt | null;
}

export type PostOutcome =
  | { outcome: "posted"; at: PostedAt }
  /** It is certain that it was not posted. `code` is Slack's; `retryAfter` in seconds where Slack asks for a pause. */
  | { outcome: "refused"; code: string; retryAfter: number | null }
  /** No answer, or one that does not say whether it was posted. */
  | { outcome: "unknown"; reason: string };

export type FindOutcome =
  | { outcome: "found"; at: PostedAt }
  | { outcome: "absent" }
  /** The place cannot be read, now or later. `code` is Slack's. */
  | { outcome: "unreadable"; code: string }
  | { outcome: "unknown"; reason: string; retryAfter: number | null };
