import type { Dispatcher } from "undici";
import type { Clock } from "../clock.ts";
import { bareHost, isLoopback, isPrivateAddress } from "./addresses.ts";
import { fetchOnce, type Limits, type Response } from "./fetch-once.ts";
import { SourceError } from "./source-error.ts";
import { backOff, retryAfter } from "./waiting.ts";

/** What a server says of a file so that it need not be sent again while it stays the same (RFC 9110, 8.8). */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

export interface Wanted {
  url: string;
  /** Media types that will do; null where the content must tell, because the header is known to lie. */
  types: readonly string[] | null;
  maxBytes: number;
  /** Of the copy that is there already. */
  known?: Validators | null;
  signal?: AbortSignal | undefined;
}

export type Reply = { state: "unchanged" } | { state: "fetched"; bytes: Uint8Array; validators: Validators };

export interface ClientOptions {
  dispatcher: Dispatcher;
  clock: Clock;
  /** From 0 up to 1. */
  random: () => number;
  userAgent: string;
  /** `host` or `host:port` of every address that may be asked; redirects stay within them. */
  allowedHosts: readonly string[];
  /** Milliseconds between the end of a request and the start of the next to the same host. */
  pauseMilliseconds: number;
  limits: Limits;
}

const mostAttempts = 4;
const mostRedirects = 5;
/** A Retry-After beyond this many milliseconds ends the run; the next one keeps to it. */
const patience = 2 * 60_000;

/**
 * Asks sources politely: one request at a time for each host, with a pause between, saying who asks; what fails in
 * passing is asked again with growing pauses, and what a server asks in Retry-After is done.
 */
export class SourceClient {
  readonly #options: ClientOptions;
  /** Per host: the end of the last request of the queue. */
  readonly #queues = new Map<string, Promise<unknown>>();
  /** Per host: the earliest moment of the next request. */
  readonly #notBefore = new Map<string, number>();

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /**
   * Gets one address.
   *
   * @throws SourceError
   */
  async get(wanted: Wanted): Promise<Reply> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#getOnce(wanted);
      } catch (error) {
        if (!(error instanceof SourceError) || !error.passes || attempt >= mostAttempts) throw error;
        await this.#options.clock.wait(this.#pauseAfter(error, attempt), wanted.signal);
      }
    }
  }

  #pauseAfter(error: SourceError, attempt: number): number {
    const own = backOff(attempt, this.#options.random());
    if (error.retryAt === null) return own;
    const asked = error.retryAt.getTime() - this.#options.clock.now().getTime();
    if (asked > patience) throw error;
    return Math.max(asked, own);
  }

  async #getOnce(wanted: Wanted): Promise<Reply> {
    let url = new URL(wanted.url);
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      this.#check(url, redirects > 0);
      const asked = url;
      const response = await this.#inTurn(asked.host, () => this.#request(asked, wanted));
      const { location } = response.headers;
      if (!isRedirect(response.status)) return this.#reply(asked, response, wanted);
      if (location === undefined || !URL.canParse(location, asked.href)) {
        throw new SourceError("source-malformed", asked.href, `status ${response.status} without a usable Location`);
      }
      url = new URL(location, asked);
      if (asked.protocol === "https:" && url.protocol === "http:") {
        throw new SourceError("source-redirect", asked.href, `to ${url.href}, in the clear`);
      }
    }
    throw new SourceError("source-redirect", wanted.url, `more than ${mostRedirects} times`);
  }

  /** An address of a source is one of the allowed hosts; an IP address may only be private where that was configured. */
  #check(url: URL, redirected: boolean): void {
    const allowed = this.#options.allowedHosts.includes(url.host);
    if (!isLoopback(url.hostname) || !allowed) {
      if (isPrivateAddress(bareHost(url)) || isLoopback(url.hostname)) {
        throw new SourceError("source-private-address", url.href, "not a public address");
      }
    }
    if (!allowed || !/^https?:$/.test(url.protocol)) {
      const why = `${url.host || url.protocol} is not among the allowed hosts`;
      throw new SourceError("source-redirect", url.href, redirected ? why : `it cannot be asked: ${why}`);
    }
  }

  #request(url: URL, { types, maxBytes, known, signal }: Wanted): Promise<Response> {
    const { dispatcher, limits, userAgent } = this.#options;
    const headers: Record<string, string> = {
      "user-agent": userAgent,
      accept: types === null ? "*/*" : types.join(", "),
      "accept-encoding": "identity",
    };
    if (typeof known?.etag === "string") headers["if-none-match"] = known.etag;
    if (typeof known?.lastModified === "string") headers["if-modified-since"] = known.lastModified;
    return fetchOnce({ url, headers, maxBytes, limits, dispatcher, signal });
  }

  /** Waits for the host's queue and for the pause that it is due. */
  async #inTurn(host: string, ask: () => Promise<Response>): Promise<Response> {
    const { clock, pauseMilliseconds } = this.#options;
    const mine = (this.#queues.get(host) ?? Promise.resolve()).then(async () => {
      const early = (this.#notBefore.get(host) ?? 0) - clock.now().getTime();
      // Longer than the pause only when the clock was set back meanwhile.
      if (early > 0) await clock.wait(Math.min(early, pauseMilliseconds));
      try {
        return await ask();
      } finally {
        this.#notBefore.set(host, clock.now().getTime() + pauseMilliseconds);
      }
    });
    this.#queues.set(
      host,
      mine.catch(() => undefined),
    );
    return mine;
  }

  #reply(url: URL, { status, headers, bytes }: Response, { types, known }: Wanted): Reply {
    if (status === 304 && known !== undefined && known !== null) return { state: "unchanged" };
    if (status !== 200) throw this.#failure(url, status, headers);
    const type = (headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
    if (types !== null && !types.includes(type)) {
      // A page for people where data was asked for is how these sites report trouble.
      const fault = type === "text/html" ? "source-error-page" : "source-wrong-type";
      throw new SourceError(fault, url.href, type || "no type at all");
    }
    return {
      state: "fetched",
      bytes,
      validators: { etag: headers.etag ?? null, lastModified: headers["last-modified"] ?? null },
    };
  }

  #failure(url: URL, status: number, headers: Record<string, string>): SourceError {
    const now = this.#options.clock.now();
    if (status === 429 || status === 503) {
      const wait = retryAfter(headers["retry-after"], now);
      const until = wait === null ? null : new Date(now.getTime() + wait);
      const when = until === null ? "" : `, not before ${until.toISOString()}`;
      return new SourceError("source-busy", url.href, `status ${status}${when}`, until);
    }
    if (status >= 500) return new SourceError("source-server-error", url.href, `status ${status}`);
    const fault = status === 404 || status === 410 ? "source-missing" : "source-refused";
    return new SourceError(fault, url.href, `status ${status}`);
  }
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}
