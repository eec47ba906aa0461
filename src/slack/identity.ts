import { type AuthorizeResult, webApi } from "@slack/bolt";
import type { Logger } from "pino";
import { UserError } from "../errors.ts";
import { faultTexts } from "../texts/faults.ts";

/** For the log: what an administrator does about a token that is refused. */
const remedy = "install the app again, set the new token, and start the bot anew";
/** What Slack answers to auth.test when a token will never work again, however often it is tried. */
const refusals = new Set(["invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"]);
/** Asked again for a monitor at most once in so many milliseconds. */
const askedAgainAfter = 60_000;
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
  readonly #onAccepted: (team: string) => void;
  #asking: Promise<void> | null = null;
  #refusal: string | null = null;
  #askedAt = Number.NEGATIVE_INFINITY;

  /** @param onAccepted told each time that Slack takes the token, with the workspace that it is for */
  constructor(
    botToken: string,
    options: webApi.WebClientOptions,
    log: Logger,
    onAccepted: (team: string) => void = () => undefined,
  ) {
    this.#onAccepted = onAccepted;
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
      this.#refusal = null;
      if (team_id !== undefined) this.#onAccepted(team_id);
    } catch (error) {
      const reason = refusalOf(error);
      if (reason !== null) {
        this.#refusal = reason;
        throw new UserError("slack-refuses", `SLACK_BOT_TOKEN is refused by Slack: ${reason}`, faultTexts.token);
      }
      this.#log.warn({ reason: error instanceof Error ? error.message : "unknown" }, "Slack cannot be reached yet");
    }
  }

  /**
   * Why Slack refuses the token at this moment, in Slack's word: `token_revoked`; null when it takes it, or cannot be
   * reached. Asks Slack at most once a minute.
   */
  async refusal(now: Date): Promise<string | null> {
    if (now.getTime() - this.#askedAt >= askedAgainAfter || now.getTime() < this.#askedAt) {
      this.#askedAt = now.getTime();
      const before = this.#refusal;
      await this.establish().catch((error: unknown) => {
        if (this.#refusal !== before) this.#log.error({ code: this.#refusal }, `${String(error)}; ${remedy}`);
      });
    }
    return this.#refusal;
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
