import { AsyncLocalStorage } from "node:async_hooks";

/**
 * The number of what is being handled: it stands in every log line of the handling (log.ts) and in what the person is
 * told when it fails, so that an administrator finds the one by the other.
 */

/** Digits and letters that nobody mistakes for another when a number is read aloud: Crockford's base 32. */
const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** Thirty million numbers: a log of some weeks holds each once. */
const length = 5;

const current = new AsyncLocalStorage<string>();

/** A number such as `7F3K2`. @param random as many bytes as are asked for */
export function newRequestNumber(
  random: (bytes: number) => Uint8Array = (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
): string {
  // 256 is a multiple of 32, so every sign is as likely as any other.
  return Array.from(random(length), (byte) => signs[byte % signs.length]).join("");
}

/** Does a piece of work under a number. */
export function underNumber<Result>(number: string, work: () => Result): Result {
  return current.run(number, work);
}

/** The number of what is being handled; null outside of that: at the start, in the clock of digests, in a sync. */
export function requestNumber(): string | null {
  return current.getStore() ?? null;
}
