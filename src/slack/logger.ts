import { type Logger as BoltLogger, LogLevel } from "@slack/bolt";
import type { Logger } from "pino";

/**
 * Bolt's messages in our log. Warnings and errors only: Bolt's debug lines hold whole payloads, with what people
 * typed, and its errors may carry them as properties, so only the text of a message is taken over.
 */
export function boltLogger(log: Logger): BoltLogger {
  const text = (parts: unknown[]): string =>
    parts.map((part) => (part instanceof Error ? `${part.name}: ${part.message}` : String(part))).join(" ");
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts) => log.warn({ from: "bolt" }, text(parts)),
    error: (...parts) => log.error({ from: "bolt" }, text(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
