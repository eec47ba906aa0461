import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Refusal, type StandInWebApi } from "./web-api.ts";

/** A file as Slack keeps it. */
export interface KeptFile {
  id: string;
  name: string;
  title: string;
  altText: string;
  bytes: Buffer;
  /** The conversation that it was put in, with what was said beside it. */
  channel: string;
  comment: string;
  threadTs: string | null;
}

/** Longest description of a file that Slack takes, in characters. */
const longestAlt = 1_000;

/**
 * Uploading files in Slack's three steps (docs.slack.dev, files.getUploadURLExternal). Stricter than Slack: a file needs
 * a description, bytes must be as many as was said, and a conversation is named by its own id, never by a person's.
 */
export class FilesStandIn {
  /** What was put in conversations, in order. */
  readonly shared: KeptFile[] = [];
  readonly #expected = new Map<string, { name: string; length: number; altText: string; bytes: Buffer | null }>();
  readonly #server = createServer((request, response) => void this.#take(request, response));
  #count = 0;

  static async start(web: StandInWebApi): Promise<FilesStandIn> {
    const standIn = new FilesStandIn();
    await new Promise<void>((resolve) => standIn.#server.listen(0, "127.0.0.1", resolve));
    web.methods["files.getUploadURLExternal"] = (args) => standIn.#expect(args);
    web.methods["files.completeUploadExternal"] = (args) => standIn.#complete(args, web);
    return standIn;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #expect(args: Record<string, unknown>): object {
    const [name, length, altText] = [String(args.filename ?? ""), Number(args.length), String(args.alt_text ?? "")];
    if (name === "" || !(length > 0)) throw new Refusal("invalid_arguments");
    if (altText === "" || [...altText].length > longestAlt) throw new Refusal(`alt_text of ${altText.length}`);
    this.#count += 1;
    const id = `F000${this.#count}`;
    this.#expected.set(id, { name, length, altText, bytes: null });
    const { port } = this.#server.address() as AddressInfo;
    return { file_id: id, upload_url: `http://127.0.0.1:${port}/upload/${id}` };
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const file = this.#expected.get(String(request.url).replace("/upload/", ""));
    const bytes = await contentOf(Buffer.concat(parts), String(request.headers["content-type"] ?? ""));
    if (file === undefined || bytes.length !== file.length) {
      response.writeHead(400).end("bad upload");
      return;
    }
    file.bytes = bytes;
    response.writeHead(200).end(`OK - ${file.length}`);
  }

  #complete(args: Record<string, unknown>, web: StandInWebApi): object {
    const channel = String(args.channel_id);
    const messages = web.channels.get(channel);
    if (messages === undefined) throw new Refusal(web.elsewhere.has(channel) ? "not_in_channel" : "channel_not_found");
    const threadTs = args.thread_ts === undefined ? null : String(args.thread_ts);
    for (const { id, title } of args.files as { id: string; title: string }[]) {
      const file = this.#expected.get(id);
      if (file?.bytes == null) throw new Refusal("file_not_found");
      const { name, altText, bytes } = file;
      const comment = String(args.initial_comment ?? "");
      this.shared.push({ id, name, title, altText, bytes, channel, comment, threadTs });
    }
    return { files: args.files as object[] };
  }
}

/** The file in a form, or the body itself. */
async function contentOf(body: Buffer, type: string): Promise<Buffer> {
  if (!type.startsWith("multipart/form-data")) return body;
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  const [file] = [...form.values()];
  return file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.from(String(file ?? ""));
}
