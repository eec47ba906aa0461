import type { KnownBlock } from "@slack/types";

/** A message for Slack; `text` is what notifications show and screen readers say, never empty. */
export interface Reply {
  text: string;
  blocks: KnownBlock[];
}
