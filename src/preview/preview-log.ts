import type { Logger } from "pino";

/** The part of the log that the preview writes to. No text that a person typed goes there. */
export type PreviewLog = Pick<Logger, "warn" | "error">;
