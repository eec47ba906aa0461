import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { type Logger, pino } from "pino";
import { lineOptions } from "../../src/ops/log.ts";

/**
 * What the whole suite logs, and what its people said to the bot; check.ts holds the one against the other when the last
 * test has run. Every process of the suite adds to files of its own in the folder that check.ts made.
 */
export const logsFolder = "TERUGKEER_TEST_LOGS";

/** The log of a bot in a test: every line that the product could write, and nothing on the screen. */
export function testLog(): Logger {
  const folder = process.env[logsFolder];
  if (folder === undefined) return pino({ level: "silent" });
  const dest = join(folder, `${process.pid}.log`);
  return pino({ level: "trace", ...lineOptions }, pino.destination({ dest, sync: true }));
}

/** Adds what a process wrote where its log goes. */
export function collectOutput(pid: number | undefined, chunk: Uint8Array | string): void {
  const folder = process.env[logsFolder];
  if (folder !== undefined) appendFileSync(join(folder, `process-${pid}.log`), chunk);
}

/** Adds a payload that Slack, or the page of the preview, gives to the bot: what a person typed in it. */
export function collectPayload(payload: unknown): void {
  const folder = process.env[logsFolder];
  const texts = textsIn(payload);
  if (folder === undefined || texts.length === 0) return;
  appendFileSync(join(folder, `${process.pid}.texts`), texts.map((text) => `${JSON.stringify(text)}\n`).join(""));
}

/** Adds a secret that no log may hold. */
export function collectSecret(secret: string): void {
  const folder = process.env[logsFolder];
  if (folder !== undefined) appendFileSync(join(folder, `${process.pid}.secrets`), `${JSON.stringify(secret)}\n`);
}

/**
 * Commands and the preview's page have what was typed in `text`, events and shortcuts in the `text` of a message, a
 * submitted modal in the values of its fields. Everything else that is called `text` we sent ourselves.
 */
function textsIn(payload: unknown): string[] {
  const { text, event, message, view, values } = fieldsOf(payload);
  const fields = [values, fieldsOf(fieldsOf(view).state).values].flatMap((blocks) =>
    Object.values(fieldsOf(blocks)).flatMap((block) =>
      Object.values(fieldsOf(block)).map((field) => fieldsOf(field).value),
    ),
  );
  return [text, fieldsOf(event).text, fieldsOf(message).text, ...fields].filter((one) => typeof one === "string");
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
