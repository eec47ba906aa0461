import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { giveAnswer } from "./answer.ts";
import { isPicture, maxFileSize } from "./files.ts";
import { allowedHosts, type Caller, refusedWith } from "./guard.ts";
import { BadRequest, fileInForm, mediaType, readBody, readBytes } from "./http-body.ts";
import type { PageFile } from "./page-files.ts";
import { pageRequests } from "./page-requests.ts";
import type { Person } from "./person.ts";
import type { PreviewLog } from "./preview-log.ts";
import type { PreviewState } from "./state.ts";
import { isObject, type JsonObject, parseJson } from "./untyped-json.ts";
import { argumentsOf, callMethod } from "./web-api.ts";

/** The HTTP side: the page, what it sends, its stream, and Slack's own addresses (`/api/`, `/respond/`) for the bot. */

const maxFromPage = 100_000;
/** Fifty full sections, percent-encoded. */
const maxFromBot = 1_000_000;

/** A file with the form around it. */
const maxUpload = maxFileSize + 10_000;
/** These addresses are Slack's own: the bot calls them, no page does. */
const forBot = ["/api/", "/respond/", "/upload/"];

const headersForAll = {
  "Cache-Control": "no-store",
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    "form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
} as const;

export interface ServerParts {
  /** Known once the server listens. */
  state: PreviewState;
  person: Person;
  files: Map<string, PageFile>;
  token: string;
  isReady: () => boolean;
  join: (page: ServerResponse) => void;
  log: PreviewLog | undefined;
}

/** Starts listening; `parts` is called once, when the address is known. */
export async function listen(
  host: string,
  port: number,
  parts: (port: number) => ServerParts,
): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actual = typeof address === "object" && address !== null ? address.port : port;
  const given = parts(actual);
  const hosts = allowedHosts(host, actual);
  server.on("request", (request, response) => {
    handle(request, response, hosts, given).catch((error: unknown) => fail(error, response, given.log));
  });
  return { server, port: actual };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  hosts: ReadonlySet<string>,
  parts: ServerParts,
): Promise<void> {
  const method = request.method ?? "GET";
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  const caller: Caller = forBot.some((start) => path.startsWith(start)) ? "bot" : "page";
  const refused = refusedWith(method, request.headers, hosts, caller);
  if (refused !== null) throw new BadRequest(refused, "not from here");
  if (method === "GET" && path === "/stream") return openStream(response, parts);
  const file = method === "GET" ? parts.files.get(path) : undefined;
  if (file !== undefined) return send(response, 200, file.type, file.content);
  if (method === "GET" && path.startsWith("/files/")) return sendFile(path.slice("/files/".length), response, parts);
  if (method !== "POST") throw new BadRequest(404, "not found");
  if (path.startsWith("/api/")) return answerApi(path.slice("/api/".length), request, response, parts);
  if (path.startsWith("/respond/")) return answerResponseUrl(path.slice("/respond/".length), request, response, parts);
  if (path.startsWith("/upload/")) return takeFile(path.slice("/upload/".length), request, response, parts);
  if (path.startsWith("/do/")) return answerPage(path.slice("/do/".length), request, response, parts);
  throw new BadRequest(404, "not found");
}

function openStream(response: ServerResponse, parts: ServerParts): void {
  response.writeHead(200, { ...headersForAll, "Content-Type": "text/event-stream; charset=utf-8" });
  response.flushHeaders();
  parts.join(response);
}

async function answerPage(
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  parts: ServerParts,
): Promise<void> {
  const take = Object.hasOwn(pageRequests, name) ? pageRequests[name] : undefined;
  if (take === undefined) throw new BadRequest(404, "not found");
  const body = await readJson(request, maxFromPage);
  if (!parts.isReady()) throw new BadRequest(503, "the bot is not ready yet");
  sendJson(response, 200, { ...(await take(body, parts.person, parts.state)) });
}

async function answerApi(
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  parts: ServerParts,
): Promise<void> {
  const body = await readBody(request, maxFromBot);
  if (request.headers.authorization !== `Bearer ${parts.token}`) {
    return sendJson(response, 200, { ok: false, error: "invalid_auth" });
  }
  sendJson(response, 200, callMethod(name, argumentsOf(mediaType(request), body), parts.state, parts.log));
}

async function answerResponseUrl(
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
  parts: ServerParts,
): Promise<void> {
  const body = await readJson(request, maxFromBot);
  const target = parts.state.responseUrls.use(id);
  if (target === null) return send(response, 404, "text/plain", "used_url");
  const error = giveAnswer(parts.state, target, body, parts.log);
  send(response, error === null ? 200 : 400, "text/plain", error ?? "ok");
}

/** The bytes of a file, in the form that Slack's client makes or as they are. */
async function takeFile(
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
  parts: ServerParts,
): Promise<void> {
  const bytes = await readBytes(request, maxUpload);
  const content = mediaType(request) === "multipart/form-data" ? await fileInForm(request, bytes) : bytes;
  if (!parts.state.files.take(id, content)) throw new BadRequest(404, "no such upload");
  send(response, 200, "text/plain", `OK - ${content.length}`);
}

/** A picture is shown; whatever else it may be is only handed over for saving. */
function sendFile(id: string, response: ServerResponse, parts: ServerParts): void {
  const file = parts.state.files.find(id);
  if (file === undefined) throw new BadRequest(404, "no such file");
  const disposition = `${isPicture(file) ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(file.name)}`;
  response.writeHead(200, { ...headersForAll, "Content-Type": file.type, "Content-Disposition": disposition });
  response.end(file.content);
}

async function readJson(request: IncomingMessage, max: number): Promise<JsonObject> {
  if (mediaType(request) !== "application/json") throw new BadRequest(415, "send application/json");
  const body = parseJson(await readBody(request, max));
  if (!isObject(body)) throw new BadRequest(400, "send a JSON object");
  return body;
}

function sendJson(response: ServerResponse, status: number, value: JsonObject): void {
  send(response, status, "application/json; charset=utf-8", JSON.stringify(value));
}

function send(response: ServerResponse, status: number, type: string, content: string): void {
  response.writeHead(status, { ...headersForAll, "Content-Type": type });
  response.end(content);
}

function fail(error: unknown, response: ServerResponse, log: PreviewLog | undefined): void {
  const status = error instanceof BadRequest ? error.status : 500;
  if (status === 500) log?.error({ err: error }, "the preview failed on a request");
  if (response.headersSent) return void response.destroy();
  // A body that was too large is not read to its end.
  if (status === 413) response.setHeader("Connection", "close");
  send(response, status, "text/plain; charset=utf-8", error instanceof BadRequest ? error.message : "internal error");
}
