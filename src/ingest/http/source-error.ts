import { UserError } from "../../errors.ts";
import { sourceTexts } from "../../texts/sources.ts";

/**
 * What can go wrong between the bot and an official source. Per code: the sentence for the log, the sentence for a
 * person, and whether asking again may help.
 */
const faults = {
  "source-unreachable": ["cannot be reached: {detail}", sourceTexts.unreachable, "passes"],
  "source-stalled": ["did not go on sending: {detail}", sourceTexts.stalled, "passes"],
  "source-interrupted": ["broke off: {detail}", sourceTexts.interrupted, "passes"],
  "source-busy": ["asks to come back later: {detail}", sourceTexts.busy, "passes"],
  "source-server-error": ["has a fault of its own: {detail}", sourceTexts.serverError, "passes"],
  "source-refused": ["refuses the request: {detail}", sourceTexts.refused, "stays"],
  "source-missing": ["does not have this: {detail}", sourceTexts.missing, "stays"],
  "source-too-large": ["sends too much: {detail}", sourceTexts.tooLarge, "stays"],
  "source-redirect": ["redirects to where it may not: {detail}", sourceTexts.redirect, "stays"],
  "source-private-address": ["leads to a private address: {detail}", sourceTexts.privateAddress, "stays"],
  "source-wrong-type": ["sent another type than was asked for: {detail}", sourceTexts.wrongType, "stays"],
  "source-error-page": ["sent an error page with status 200: {detail}", sourceTexts.errorPage, "stays"],
  "source-malformed": ["sent what cannot be read: {detail}", sourceTexts.malformed, "stays"],
  "source-diagnostic": ["could not carry out the query: {detail}", sourceTexts.diagnostic, "stays"],
  "source-endless": ["repeats itself without end: {detail}", sourceTexts.endless, "stays"],
  "sync-running": ["is being synchronised by another process: {detail}", sourceTexts.running, "stays"],
} as const satisfies Record<string, readonly [string, string, "passes" | "stays"]>;

export type SourceFault = keyof typeof faults;

/** A coded failure of a source; the message names the address or the source first. */
export class SourceError extends UserError {
  readonly fault: SourceFault;
  /** The earliest moment at which to come back, where the source named one. */
  readonly retryAt: Date | null;

  constructor(fault: SourceFault, what: string, detail: string, retryAt: Date | null = null) {
    const [log, dutch] = faults[fault];
    // What a server wrote may be long and may hold line ends; a log line holds neither.
    const short = detail.replace(/\s+/gu, " ").trim().slice(0, 200);
    super(
      fault,
      `${what} ${log.replace("{detail}", () => short)}`,
      `${what} ${dutch.replace("{detail}", () => short)}`,
    );
    this.name = "SourceError";
    this.fault = fault;
    this.retryAt = retryAt;
  }

  /** Whether the same request may well succeed a little later. */
  get passes(): boolean {
    return faults[this.fault][2] === "passes";
  }
}
