import type { PreviewState } from "./state.ts";
import type { JsonObject } from "./untyped-json.ts";

/** Slack's own error code, with what a developer may read about it. */
export class SlackError extends Error {
  readonly code: string;
  readonly messages: string[];

  constructor(code: string, messages: string[] = []) {
    super(`${code} ${messages.join("; ")}`.trim());
    this.name = "SlackError";
    this.code = code;
    this.messages = messages;
  }
}

/** Takes the arguments of a call, gives the answer without `ok`; throws SlackError where Slack answers `ok: false`. */
export type Method = (args: JsonObject, state: PreviewState) => JsonObject;
