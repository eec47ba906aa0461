import { type Logger, pino } from "pino";

/** Where the log goes and what it holds; standard output is for the bot, commands print their answers there. */
interface LogOptions {
  to: "stdout" | "stderr";
  level: "info" | "warn";
}

/**
 * The log: one JSON object a line, or lines for a person where that is a terminal. It never holds what people asked,
 * nor a token: log names and counts, not texts.
 */
export async function openLog({ to, level }: LogOptions): Promise<Logger> {
  const stream = process[to];
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  if (!stream.isTTY) {
    const destination = pino.destination({ dest: stream.fd, sync: true });
    // A log on a full disk is lost; the bot need not be.
    destination.on("error", () => undefined);
    return pino(options, destination);
  }
  const { default: pretty } = await import("pino-pretty");
  return pino(options, pretty({ destination: stream.fd, sync: true, translateTime: "SYS:HH:MM:ss", singleLine: true }));
}
