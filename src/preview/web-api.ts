import type { PreviewLog } from "./preview-log.ts";
import { type Method, SlackError } from "./slack-error.ts";
import type { PreviewState } from "./state.ts";
import { type JsonObject, parseJson } from "./untyped-json.ts";
import { chatMethods } from "./web-api-chat.ts";
import { fileMethods } from "./web-api-files.ts";
import { infoMethods } from "./web-api-info.ts";
import { viewMethods } from "./web-api-views.ts";

/** Slack's Web API as far as the bot uses it, on the same make-believe workspace. */

const methods: Record<string, Method> = { ...chatMethods, ...viewMethods, ...infoMethods, ...fileMethods };

/** Runs one call. A method that the preview lacks is an error of Slack's too, and is noted in the log. */
export function callMethod(name: string, args: JsonObject, state: PreviewState, log?: PreviewLog): JsonObject {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (method === undefined) {
    log?.warn({ method: name }, "the preview does not serve this Web API method");
    return { ok: false, error: "unknown_method", req_method: name };
  }
  try {
    return { ok: true, ...method(args, state) };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    log?.warn({ method: name, error: error.code, messages: error.messages }, "Slack would refuse this call");
    return { ok: false, error: error.code, response_metadata: { messages: error.messages } };
  }
}

const structured = new Set(["blocks", "attachments", "view", "metadata", "files", "unfurls"]);

/** The arguments of a call from its body: a form in which structures are JSON, or JSON as a whole. */
export function argumentsOf(contentType: string, body: string): JsonObject {
  if (contentType.startsWith("application/json")) {
    const parsed = parseJson(body);
    return typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
  }
  const args: JsonObject = {};
  for (const [key, value] of new URLSearchParams(body)) {
    args[key] = structured.has(key) ? (parseJson(value) ?? value) : value;
  }
  return args;
}
