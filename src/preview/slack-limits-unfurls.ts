import { checkMessage } from "./slack-limits.ts";
import type { Violation } from "./slack-limits-report.ts";
import { asObjects, isObject, type JsonObject } from "./untyped-json.ts";

/** Refusals of anything else were reported: slackapi/java-slack-sdk issue 948, getsentry/sentry pull request 101303. */
const still = new Set(["section", "context", "divider", "header", "image"]);

/**
 * What Slack refuses in `unfurls` of chat.unfurl: by address, each with blocks that are valid in a message and in which
 * nothing can be pressed.
 *
 * @param posted the addresses in the message
 */
export function checkUnfurls(unfurls: unknown, posted: readonly string[]): Violation[] {
  if (!isObject(unfurls) || Object.keys(unfurls).length === 0) {
    return [{ path: "unfurls", message: "must be an object with addresses", rule: "missing_unfurls" }];
  }
  return Object.entries(unfurls).flatMap(([url, unfurl]) => {
    const path = `unfurls[${url}]`;
    if (!posted.includes(url)) return [{ path, message: "stands not in the message", rule: "cannot_unfurl_url" }];
    if (!isObject(unfurl)) return [{ path, message: "must be an object", rule: "invalid_unfurls_format" }];
    return checkUnfurl(unfurl).map((one) => ({ ...one, path: `${path}.${one.path}` }));
  });
}

function checkUnfurl({ blocks }: JsonObject): Violation[] {
  const own = asObjects(blocks).flatMap((block, at): Violation[] => {
    const pressed = block.accessory !== undefined && (!isObject(block.accessory) || block.accessory.type !== "image");
    return still.has(String(block.type)) && !pressed
      ? []
      : [
          {
            path: `blocks[${at}]`,
            message: `${String(block.type)} may not stand in an unfurl`,
            rule: "invalid_blocks",
          },
        ];
  });
  return [...checkMessage({ text: "unfurl", blocks: blocks ?? null }), ...own];
}
