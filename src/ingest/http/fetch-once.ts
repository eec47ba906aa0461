import { type Dispatcher, errors, request } from "undici";
import { PrivateAddressError } from "./dispatcher.ts";
import { SourceError } from "./source-error.ts";

/** What one request may take. */
export interface Limits {
  /** Milliseconds without a single byte after which a connection counts as stalled. */
  stallMilliseconds: number;
  /** Milliseconds that a request may take altogether, however steadily it drips. */
  totalMilliseconds: number;
}

export interface Response {
  status: number;
  headers: Record<string, string>;
  /** Only read where the status is 200; empty otherwise. */
  bytes: Uint8Array;
}

interface Request {
  url: URL;
  headers: Record<string, string>;
  maxBytes: number;
  limits: Limits;
  dispatcher: Dispatcher;
  signal: AbortSignal | undefined;
}

/**
 * One GET, without redirects and without second attempts.
 *
 * @throws SourceError for all that can go wrong on the way; the signal's reason when it was aborted from outside
 */
export async function fetchOnce({ url, headers, maxBytes, limits, dispatcher, signal }: Request): Promise<Response> {
  const watch = new Watch(url, limits);
  const either = signal === undefined ? watch.signal : AbortSignal.any([watch.signal, signal]);
  try {
    const reply = await request(url, { dispatcher, headers, signal: either, headersTimeout: 0, bodyTimeout: 0 });
    const given = flat(reply.headers);
    // Errors of a body that nobody reads any more are nobody's concern.
    reply.body.on("error", () => undefined);
    try {
      const bytes =
        reply.statusCode === 200 ? await readBody(url, reply.body, given, maxBytes, watch) : new Uint8Array();
      return { status: reply.statusCode, headers: given, bytes };
    } finally {
      reply.body.destroy();
    }
  } catch (error) {
    if (signal?.aborted === true) throw signal.reason;
    if (watch.signal.aborted) throw watch.signal.reason;
    throw error instanceof SourceError ? error : asSourceError(url, error);
  } finally {
    watch.stop();
  }
}

async function readBody(
  url: URL,
  body: AsyncIterable<Uint8Array>,
  headers: Record<string, string>,
  maxBytes: number,
  watch: Watch,
): Promise<Uint8Array> {
  const announced = Number(headers["content-length"] ?? 0);
  if (announced > maxBytes) throw tooLarge(url, announced, maxBytes);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    watch.alive();
    size += piece.length;
    if (size > maxBytes) throw tooLarge(url, size, maxBytes);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Ends a request that stands still, or that never ends. */
class Watch {
  readonly #controller = new AbortController();
  readonly #stall: NodeJS.Timeout;
  readonly #total: NodeJS.Timeout;

  constructor(url: URL, { stallMilliseconds, totalMilliseconds }: Limits) {
    const end = (why: string) => this.#controller.abort(new SourceError("source-stalled", url.href, why));
    this.#stall = setTimeout(() => end(`nothing for ${stallMilliseconds} ms`), stallMilliseconds);
    this.#total = setTimeout(() => end(`not done after ${totalMilliseconds} ms`), totalMilliseconds);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  alive(): void {
    this.#stall.refresh();
  }

  stop(): void {
    clearTimeout(this.#stall);
    clearTimeout(this.#total);
  }
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      String(Array.isArray(value) ? value[0] : value),
    ]),
  );
}

function tooLarge(url: URL, bytes: number, maxBytes: number): SourceError {
  const megabytes = (count: number): string => `${Math.ceil(count / 1024 ** 2)} MB`;
  return new SourceError("source-too-large", url.href, `${megabytes(bytes)}, at most ${megabytes(maxBytes)}`);
}

/** What undici and Node say of a connection that failed, in our words. */
function asSourceError(url: URL, error: unknown): unknown {
  if (error instanceof PrivateAddressError) {
    return new SourceError("source-private-address", url.href, error.message);
  }
  if (!(error instanceof Error)) return error;
  const why = error.message === "" ? error.name : error.message;
  if (error instanceof errors.ResponseContentLengthMismatchError) {
    return new SourceError("source-interrupted", url.href, why);
  }
  if (error instanceof errors.HTTPParserError) return new SourceError("source-malformed", url.href, why);
  const code = "code" in error ? String(error.code) : "";
  if (/^(?:UND_ERR_SOCKET|ECONNRESET|EPIPE)$/.test(code)) {
    return new SourceError("source-interrupted", url.href, why);
  }
  // Names that do not resolve, refused connections, certificates, and a proxy that will not.
  return code === "" && !(error instanceof AggregateError) && !(error instanceof errors.UndiciError)
    ? error
    : new SourceError("source-unreachable", url.href, `${why} ${code}`);
}
