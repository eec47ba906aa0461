import type { Trouble } from "./subscription.ts";

/** Slack takes nothing from the bot, in no place: nobody can be told either, and it ends when Slack takes the token. */
export const accessTroubles: readonly Trouble[] = ["account_inactive", "token_revoked"];

/**
 * What a refusal means for a digest: by Slack (docs.slack.dev, errors of chat.postMessage), or by our own rules on where
 * digests may go (src/slack/post.ts).
 */

interface Meaning {
  trouble: Trouble;
  /** Whether it holds for one place or for everything that the bot does in the workspace. */
  holdsFor: "place" | "team";
}

/** Refusals that only a person can mend. */
const meanings: Record<string, Meaning> = {
  not_in_channel: { trouble: "not_in_channel", holdsFor: "place" },
  is_archived: { trouble: "is_archived", holdsFor: "place" },
  channel_not_found: { trouble: "channel_not_found", holdsFor: "place" },
  user_not_found: { trouble: "channel_not_found", holdsFor: "place" },
  user_not_visible: { trouble: "channel_not_found", holdsFor: "place" },
  user_disabled: { trouble: "channel_not_found", holdsFor: "place" },
  cannot_dm_bot: { trouble: "channel_not_found", holdsFor: "place" },
  messages_tab_disabled: { trouble: "channel_not_found", holdsFor: "place" },
  restricted_action: { trouble: "not_allowed", holdsFor: "place" },
  restricted_action_read_only_channel: { trouble: "not_allowed", holdsFor: "place" },
  restricted_action_thread_locked: { trouble: "not_allowed", holdsFor: "place" },
  restricted_action_thread_only_channel: { trouble: "not_allowed", holdsFor: "place" },
  restricted_action_non_threadable_channel: { trouble: "not_allowed", holdsFor: "place" },
  as_user_not_supported: { trouble: "not_allowed", holdsFor: "place" },
  no_permission: { trouble: "not_allowed", holdsFor: "place" },
  shared_outside: { trouble: "shared_outside", holdsFor: "place" },
  channel_not_allowed: { trouble: "channel_not_allowed", holdsFor: "place" },
  missing_scope: { trouble: "not_allowed", holdsFor: "team" },
  access_denied: { trouble: "not_allowed", holdsFor: "team" },
  ekm_access_denied: { trouble: "not_allowed", holdsFor: "team" },
  team_access_not_granted: { trouble: "not_allowed", holdsFor: "team" },
  account_inactive: { trouble: "account_inactive", holdsFor: "team" },
  token_revoked: { trouble: "token_revoked", holdsFor: "team" },
  token_expired: { trouble: "token_revoked", holdsFor: "team" },
  invalid_auth: { trouble: "token_revoked", holdsFor: "team" },
  not_authed: { trouble: "token_revoked", holdsFor: "team" },
};

/** What a refusal means; null when no person can mend it: then the message itself is at fault. */
export function meaningOf(code: string): Meaning | null {
  return Object.hasOwn(meanings, code) ? (meanings[code] ?? null) : null;
}
