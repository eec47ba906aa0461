import type { IncomingMessage } from "node:http";

/** A request that is not as it should be; the status says how. */
export class BadRequest extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "BadRequest";
    this.status = status;
  }
}

/** Reads a body of at most `max` bytes as UTF-8; throws BadRequest 413 beyond that. */
export async function readBody(request: IncomingMessage, max: number): Promise<string> {
  return (await readBytes(request, max)).toString("utf8");
}

/** Reads a body of at most `max` bytes; throws BadRequest 413 beyond that. */
export async function readBytes(request: IncomingMessage, max: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = part as Buffer;
    size += bytes.length;
    if (size > max) throw new BadRequest(413, `more than ${max} bytes`);
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

/** The media type of a request, without parameters, in lower case. */
export function mediaType(request: IncomingMessage): string {
  return (request.headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

/** The first file in a multipart form; throws BadRequest 400 when there is none. */
export async function fileInForm(request: IncomingMessage, body: Buffer): Promise<Buffer> {
  const headers = { "Content-Type": request.headers["content-type"] ?? "" };
  const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => new FormData());
  for (const value of form.values()) if (typeof value !== "string") return Buffer.from(await value.arrayBuffer());
  throw new BadRequest(400, "no file in the form");
}
