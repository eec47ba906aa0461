import { type Logger, type LoggerOptions, pino } from "pino";
import { requestNumber } from "./request-number.ts";

/** Where the log goes and what it holds; standard output is for the bot, commands print their answers there. */
interface LogOptions {
  to: "stdout" | "stderr";
  level: "info" | "warn";
}

/** What Slack lets nobody see: tokens, signatures, and the addresses where an answer may be put. */
const secrets = /\bx(?:ox[a-z]|app)-[\w-]+|\bv0=[0-9a-f]{8,}|\bhttps:\/\/hooks\.slack\.com\/[^\s"'\\]+/gi;

/**
 * What every line has: its moment, and the number of the request that it belongs to. Of an error the name, the message,
 * the code and the place; its other properties may hold whole requests and responses. A secret in the message of a
 * library is blotted out.
 */
export const lineOptions = {
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  mixin: () => {
    const request = requestNumber();
    return request === null ? {} : { request };
  },
  serializers: { err: (error: unknown) => plainError(error) },
  hooks: { streamWrite: (line: string) => line.replace(secrets, "[secret]") },
} satisfies LoggerOptions;

/**
 * The log: one JSON object a line, or lines for a person where that is a terminal. It never holds what people asked,
 * nor a token: log names and counts, not texts.
 */
export async function openLog({ to, level }: LogOptions): Promise<Logger> {
  const stream = process[to];
  const options = { level, ...lineOptions };
  if (!stream.isTTY) {
    const destination = pino.destination({ dest: stream.fd, sync: true });
    // A log on a full disk is lost; the bot need not be.
    destination.on("error", () => undefined);
    return pino(options, destination);
  }
  const { default: pretty } = await import("pino-pretty");
  return pino(options, pretty({ destination: stream.fd, sync: true, translateTime: "SYS:HH:MM:ss", singleLine: true }));
}

/** @param depth how many causes are looked behind: they may go round */
function plainError(error: unknown, depth = 3): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, cause } = error;
  const code = "code" in error ? { code: error.code } : {};
  const behind = cause instanceof Error && depth > 0 ? { cause: plainError(cause, depth - 1) } : {};
  return { type: name, message, ...code, stack, ...behind };
}
