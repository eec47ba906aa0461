import { RespondError, type RespondFn } from "@slack/bolt";

/** As long as calls of the Web API may take. */
const patience = 10_000;

/**
 * Answers on a response_url that came with an earlier press; Bolt makes such a function only for the payload that it is
 * handling.
 *
 * @throws RespondError when Slack refuses
 */
export function responder(url: string): RespondFn {
  return async (message) => {
    const body = typeof message === "string" ? { text: message } : message;
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) throw new RespondError(await response.text(), response.status);
    return response;
  };
}
