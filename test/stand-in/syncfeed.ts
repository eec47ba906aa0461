import type { ServerResponse } from "node:http";
import { type Handler, WebServer } from "./web-server.ts";

const namespace = "http://www.tweedekamer.nl/xsd/tkData/v1-0";

/** An id as the Tweede Kamer has them, from a number. */
export const guid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** A document as the feed describes it. Only given elements are written, in the order of the schema. */
export interface FeedDocument {
  id: string;
  deleted?: boolean;
  contentType?: string;
  bytes?: Uint8Array;
  version?: string;
  dossier?: string;
  soort?: string;
  documentNummer?: string;
  titel?: string;
  onderwerp?: string;
  datum?: string;
  volgnummer?: number;
  aanhangselnummer?: string;
}

/** The entity of a document; valid against the real schema, which a test sees to. */
export function documentXml(document: FeedDocument, changedAt: string): string {
  const { id, deleted = false, contentType, bytes, version, dossier } = document;
  const attributes = [
    `id="${id}"`,
    `tk:verwijderd="${deleted}"`,
    `tk:bijgewerkt="${changedAt}"`,
    ...(contentType === undefined ? [] : [`tk:contentType="${contentType}" tk:contentLength="${bytes?.length ?? 0}"`]),
  ];
  const reference = (name: string, ref?: string): string => (ref === undefined ? "" : `<tk:${name} ref="${ref}"/>`);
  const value = (name: keyof FeedDocument): string =>
    document[name] === undefined ? "" : `<tk:${name}>${document[name]}</tk:${name}>`;
  return `<tk:document xmlns:tk="${namespace}" ${attributes.join(" ")}>${[
    reference("huidigeDocumentVersie", version),
    reference("kamerstukdossier", dossier),
    ...(["soort", "documentNummer", "titel", "onderwerp", "datum", "volgnummer", "aanhangselnummer"] as const).map(
      value,
    ),
  ].join("")}</tk:document>`;
}

export function dossierXml(id: string, number: number, addition: string | null): string {
  const added = addition === null ? "" : `<tk:toevoeging>${addition}</tk:toevoeging>`;
  return `<tk:kamerstukdossier xmlns:tk="${namespace}" id="${id}" tk:verwijderd="false"
    tk:bijgewerkt="2020-01-01T00:00:00Z"><tk:titel>Dossier</tk:titel><tk:nummer>${number}</tk:nummer>${added}</tk:kamerstukdossier>`;
}

interface Entry {
  token: number;
  changedAt: string;
  document: FeedDocument;
}

/**
 * Stands in for the SyncFeed of the Tweede Kamer. As there, a document stands in the feed once, at the place of its
 * last change. Stricter than the real one: it only knows the parameters that it should be asked with.
 */
export class SyncFeedStandIn {
  readonly server: WebServer;
  readonly #dossiers = new Map<string, { number: number; addition: string | null }>();
  /** In the order of their last change. */
  readonly #entries = new Map<string, Entry>();
  #token = 0;
  readonly #faults: { path: string; times: number; answer: Handler }[] = [];
  /** Whether the last page names itself as the next one; otherwise it names none. */
  endsWithItself = false;
  pageSize = 3;

  private constructor(server: WebServer) {
    this.server = server;
  }

  static async start(): Promise<SyncFeedStandIn> {
    let standIn: SyncFeedStandIn | null = null;
    const server = await WebServer.start((request, response, url) => standIn?.answer(request, response, url));
    standIn = new SyncFeedStandIn(server);
    return standIn;
  }

  get settings(): Record<string, string> {
    return { TWEEDE_KAMER_FEED_URL: `${this.server.address}/SyncFeed/2.0/` };
  }

  get fetched(): string[] {
    return this.server.asked.map(({ path }) => path).filter((path) => path.includes("/Resources/"));
  }

  dossier(id: string, number: number, addition: string | null = null): void {
    this.#dossiers.set(id, { number, addition });
  }

  /** A document comes in or changes: it moves to the end of the feed. */
  change(document: FeedDocument, changedAt = "2025-03-14T12:00:00Z"): void {
    this.#entries.delete(document.id);
    this.#token += 10;
    this.#entries.set(document.id, { token: this.#token, changedAt, document });
  }

  /** Every document is fed again, with nothing new but the moment. */
  changeAll(changedAt: string): void {
    for (const { document } of [...this.#entries.values()]) this.change(document, changedAt);
  }

  fail(path: string, answer: Handler, times = Number.POSITIVE_INFINITY): void {
    this.#faults.push({ path, times, answer });
  }

  heal(): void {
    this.#faults.length = 0;
  }

  answer: Handler = (request, response, url) => {
    const fault = this.#faults.find(({ path, times }) => times > 0 && `${url.pathname}${url.search}`.includes(path));
    const [kind = "", id = ""] = url.pathname.replace("/SyncFeed/2.0/", "").split("/");
    if (fault !== undefined) {
      fault.times -= 1;
      fault.answer(request, response, url);
    } else if (kind === "Feed") this.#feed(response, url.searchParams);
    else if (kind === "Entiteiten") this.#entity(response, id);
    else if (kind === "Resources") this.#resource(response, id);
    else response.writeHead(404).end();
  };

  #feed(response: ServerResponse, given: URLSearchParams): void {
    const strange = [...given.keys()].some((name) => name !== "category" && name !== "skiptoken");
    const token = given.get("skiptoken") ?? "0";
    if (strange || given.get("category") !== "Document" || !/^\d+$/.test(token)) {
      response.writeHead(400, { "content-type": "text/plain" }).end("bad request");
      return;
    }
    const after = [...this.#entries.values()].filter((entry) => entry.token > Number(token));
    const page = after.slice(0, this.pageSize);
    const last = page.at(-1)?.token ?? Number(token);
    const atEnd = after.length === page.length;
    const next = atEnd ? (this.endsWithItself ? token : null) : String(last);
    atom(
      response,
      feedXml(
        page.map((entry) => this.#entry(entry)),
        next === null ? null : this.#page(next),
      ),
    );
  }

  #page(token: string): string {
    return `${this.server.address}/SyncFeed/2.0/Feed?category=Document&amp;skiptoken=${token}`;
  }

  #entry({ document, changedAt }: Entry): string {
    const { id, contentType, bytes } = document;
    const enclosure =
      contentType === undefined
        ? ""
        : `<link rel="enclosure" href="${this.server.address}/SyncFeed/2.0/Resources/${id}" type="${contentType}" length="${bytes?.length ?? 0}"/>`;
    return `<entry><title>${id}</title><id>${this.server.address}/SyncFeed/2.0/Entiteiten/${id}</id>
      <author><name>Tweede Kamer der Staten-Generaal</name></author><updated>${changedAt}</updated>
      <category term="document"/>${enclosure}<content type="application/xml">${documentXml(document, changedAt)}</content></entry>`;
  }

  #entity(response: ServerResponse, id: string): void {
    const dossier = this.#dossiers.get(id);
    if (dossier === undefined) response.writeHead(404).end();
    else {
      response.writeHead(200, { "content-type": "application/xml" });
      response.end(dossierXml(id, dossier.number, dossier.addition));
    }
  }

  #resource(response: ServerResponse, id: string): void {
    const document = this.#entries.get(id)?.document;
    if (document?.bytes === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": document.contentType ?? "text/plain" }).end(document.bytes);
  }
}

export function feedXml(entries: string[], next: string | null): string {
  const link = next === null ? "" : `<link rel="next" href="${next}"/>`;
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>SyncFeed</title>
    <id>urn:uuid:${guid(1)}</id><updated>2025-03-14T12:00:00Z</updated>${link}${entries.join("")}</feed>`;
}

export function atom(response: ServerResponse, body: string): void {
  response.writeHead(200, { "content-type": "application/atom+xml; charset=utf-8" }).end(body);
}
