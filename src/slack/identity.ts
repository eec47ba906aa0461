import { type AuthorizeResult, webApi } from "@slack/bolt";
import type { Logger } from "pino";
import { UserError } from "../errors.ts";

/** What Slack answers to auth.test when a token will never work again, however often it is tried. */
const refusals = new Set(["invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"]);
/** An unreachable Slack delays the start, and nothing else, by this much. */
const patience = { timeout: 1_500, retryConfig: { retries: 0 } };

/**
 * Who the bot is in its workspace. Bolt asks this before every handler, so that the answer must never wait for the
 * network: it is what is known by then, asked of Slack at the start and again later as long as it is not known.
 */
export class Identity {
  readonly #client: webApi.WebClient;
  readonly #log: Logger;
  readonly #known: AuthorizeResult;
  #asking: Promise<void> | null = null;

  constructor(botToken: string, options: webApi.WebClientOptions, log: Logger) {
    this.#client = new webApi.WebClient(botToken, { ...options, ...patience });
    this.#log = log;
    this.#known = { botToken };
  }

  /**
   * Asks Slack; an unreachable Slack is logged and not waited for.
   *
   * @throws UserError `slack-refuses` when the token is refused
   */
  async establish(): Promise<void> {
    try {
      const { user_id, bot_id, team_id } = await this.#client.auth.test();
      Object.assign(this.#known, { botUserId: user_id, botId: bot_id, teamId: team_id });
    } catch (error) {
      const reason = refusalOf(error);
      if (reason !== null) {
        throw new UserError(
          "slack-refuses",
          `SLACK_BOT_TOKEN is refused by Slack: ${reason}`,
          "Slack weigert het token.",
        );
      }
      this.#log.warn({ reason: error instanceof Error ? error.message : "unknown" }, "Slack cannot be reached yet");
    }
  }

  /** For Bolt's `authorize`. */
  readonly current = async (): Promise<AuthorizeResult> => {
    if (this.#known.botUserId === undefined && this.#asking === null) {
      this.#asking = this.establish()
        .catch((error: unknown) => this.#log.error({ err: error }, "Slack refuses the bot"))
        .finally(() => {
          this.#asking = null;
        });
    }
    return this.#known;
  };
}

function refusalOf(error: unknown): string | null {
  if (!(error instanceof Error) || !("data" in error)) return null;
  const { data } = error;
  const reason = typeof data === "object" && data !== null && "error" in data ? String(data.error) : "";
  return refusals.has(reason) ? reason : null;
}
