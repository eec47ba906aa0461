import type { ServerResponse } from "node:http";
import { CqlError, type Fields, parseCql } from "./cql.ts";
import { type MadePaper, paperId, paperMetadata, paperTitle, paperXml } from "./made-papers.ts";
import { type Handler, WebServer } from "./web-server.ts";

/** A publication that the stand-in has: its record and its files. */
export interface KoopPublication {
  id: string;
  /** ISO day. */
  modified: string;
  /** The `originalData` element and `enrichedData` beside it. */
  record: string;
  fields: Fields;
  /** By path below the site: `kst-1-2.xml`, `kst-1-2/metadata.xml`. */
  files: Map<string, { type: string; bytes: Uint8Array | string }>;
}

const namespaces = [
  ["overheidwetgeving", "http://standaarden.overheid.nl/wetgeving/"],
  ["dcterms", "http://purl.org/dc/terms/"],
  ["cd", "http://standaarden.overheid.nl/cup/data"],
  ["sru", "http://docs.oasis-open.org/ns/search-ws/sruResponse"],
  ["gzd", "http://standaarden.overheid.nl/sru"],
  ["c", "http://standaarden.overheid.nl/collectie/"],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(" ");

/** A made paper as KOOP publishes it. */
export function koopPublication(paper: MadePaper, modified: string, change = "09:00:00"): KoopPublication {
  const id = paperId(paper);
  const chamber = /^\d/.test(paper.number) ? "Tweede" : "Eerste";
  const meta = `<overheidwetgeving:meta><overheidwetgeving:owmskern>
    <dcterms:identifier>${id}</dcterms:identifier><dcterms:title>${paperTitle(paper)}</dcterms:title>
    <dcterms:type scheme="OVERHEIDop.Parlementair">Kamerstuk</dcterms:type>
    <dcterms:creator scheme="OVERHEID.StatenGeneraal">${chamber} Kamer der Staten-Generaal</dcterms:creator>
    <dcterms:modified>${modified}</dcterms:modified></overheidwetgeving:owmskern>
    <overheidwetgeving:owmsmantel><dcterms:issued>2025-03-14</dcterms:issued></overheidwetgeving:owmsmantel>
    <overheidwetgeving:tpmeta><c:product-area>officielepublicaties</c:product-area>
    <overheidwetgeving:documentstatus>Opgemaakt na onopgemaakt</overheidwetgeving:documentstatus>
    <overheidwetgeving:ondernummer>${paper.number}</overheidwetgeving:ondernummer>
    <overheidwetgeving:publicatienaam>Kamerstuk</overheidwetgeving:publicatienaam>
    <overheidwetgeving:dossiernummer>${paper.dossier}</overheidwetgeving:dossiernummer>
    <overheidwetgeving:subrubriek scheme="OVERHEIDop.KamerstukTypen">Brief</overheidwetgeving:subrubriek>
    <cd:datumTijdstipWijzigingExpression>${modified}T${change}.1234567+02:00</cd:datumTijdstipWijzigingExpression>
    </overheidwetgeving:tpmeta></overheidwetgeving:meta>`;
  const items = ["html", "metadata", "odt", "pdf", "xml"].map(
    (form) =>
      `<gzd:itemUrl manifestation="${form}">https://repository.overheid.nl/frbr/${id}/1/${form}/${id}.${form}</gzd:itemUrl>`,
  );
  return {
    id,
    modified,
    record: `<gzd:originalData>${meta}</gzd:originalData><gzd:enrichedData>${items.join("")}</gzd:enrichedData>`,
    fields: {
      "dt.identifier": [id],
      "dt.type": ["Kamerstuk"],
      "dt.modified": [modified],
      "c.product-area": ["officielepublicaties"],
      "w.publicatienaam": ["Kamerstuk"],
      "w.dossiernummer": [paper.dossier],
      "cql.textAndIndexes": [paperTitle(paper), paperXml(paper)],
    },
    files: new Map([
      [`${id}.xml`, { type: "application/xml", bytes: paperXml(paper) }],
      [`${id}/metadata.xml`, { type: "text/xml; charset=utf-8", bytes: paperMetadata(paper) }],
    ]),
  };
}

/** The page that the real site shows for an id that it does not have, with status 200. */
export const errorPage =
  "<!DOCTYPE html><html><head><title>Fout</title></head><body><h1>Het document is niet gevonden</h1></body></html>";

/**
 * Stands in for KOOP: the search, and the site where publications are read. It is stricter than the real ones: a query
 * that is not plain CQL, or a parameter that SRU 2.0 does not know, gets a diagnostic.
 */
export class KoopStandIn {
  readonly #publications = new Map<string, KoopPublication>();
  readonly server: WebServer;
  /** Answers instead of the stand-in, for the next request whose path holds the text. */
  readonly #faults: { path: string; times: number; answer: Handler }[] = [];

  private constructor(server: WebServer) {
    this.server = server;
  }

  static async start(): Promise<KoopStandIn> {
    let standIn: KoopStandIn | null = null;
    const server = await WebServer.start((request, response, url) => standIn?.answer(request, response, url));
    standIn = new KoopStandIn(server);
    return standIn;
  }

  get settings(): Record<string, string> {
    return { KOOP_SRU_URL: `${this.server.address}/sru`, KOOP_PUBLICATIONS_URL: `${this.server.address}/` };
  }

  /** Requests for files, without the search. */
  get fetched(): string[] {
    return this.server.asked.map(({ path }) => path).filter((path) => !path.startsWith("/sru"));
  }

  publish(...publications: KoopPublication[]): void {
    for (const publication of publications) this.#publications.set(publication.id, publication);
  }

  remove(id: string): void {
    this.#publications.delete(id);
  }

  /** Lets the next requests whose path holds a text go wrong. */
  fail(path: string, answer: Handler, times = Number.POSITIVE_INFINITY): void {
    this.#faults.push({ path, times, answer });
  }

  heal(): void {
    this.#faults.length = 0;
  }

  answer: Handler = (request, response, url) => {
    const fault = this.#faults.find(({ path, times }) => times > 0 && `${url.pathname}${url.search}`.includes(path));
    if (fault !== undefined) {
      fault.times -= 1;
      fault.answer(request, response, url);
    } else if (url.pathname === "/sru") this.#search(response, url.searchParams);
    else this.#file(request.headers["if-none-match"], response, url.pathname.slice(1));
  };

  #search(response: ServerResponse, given: URLSearchParams): void {
    const refusal = refuse(given);
    if (refusal !== null) {
      diagnostic(response, refusal);
      return;
    }
    try {
      const query = parseCql(given.get("query") ?? "");
      const found = [...this.#publications.values()].filter(({ fields }) => query.matches(fields));
      if (query.sortBy === "dt.modified/sort.ascending") found.sort((a, b) => a.modified.localeCompare(b.modified));
      const start = Number(given.get("startRecord") ?? 1);
      const page = found.slice(start - 1, start - 1 + Number(given.get("maximumRecords")));
      const next = start + page.length;
      xml(
        response,
        sruResponse(
          found.length,
          page.map(({ record }) => record),
          start,
          next <= found.length ? next : null,
        ),
      );
    } catch (error) {
      if (!(error instanceof CqlError)) throw error;
      diagnostic(response, error.message);
    }
  }

  #file(etag: string | undefined, response: ServerResponse, path: string): void {
    const id = path.replace(/\.\w+$|\/metadata\.xml$/, "");
    const file = this.#publications.get(id)?.files.get(path);
    if (file === undefined) {
      response.writeHead(200, { "content-type": "text/html" }).end(errorPage);
      return;
    }
    const tag = `"${id}-${Buffer.from(file.bytes).length}"`;
    if (etag === tag) response.writeHead(304).end();
    else response.writeHead(200, { "content-type": file.type, etag: tag }).end(file.bytes);
  }
}

/** Why a request is refused; null when it is not. */
function refuse(given: URLSearchParams): string | null {
  const known = "operation version query startRecord maximumRecords recordSchema httpAccept".split(" ");
  const strange = [...given.keys()].find((name) => !known.includes(name));
  if (strange !== undefined) return `Unsupported parameter: ${strange}`;
  const count = Number(given.get("maximumRecords"));
  const right = given.get("operation") === "searchRetrieve" && given.get("version") === "2.0";
  return right && count >= 1 && count <= 1000 ? null : "Mandatory parameter not supplied or wrong";
}

/** A response of the search as the real one gives it; the number of records is an estimate there. */
export function sruResponse(total: number, records: string[], start: number, next: number | null): string {
  const each = records.map(
    (record, at) => `<sru:record><sru:recordSchema>http://standaarden.overheid.nl/sru/</sru:recordSchema>
      <sru:recordPacking>xml</sru:recordPacking><sru:recordData><gzd:gzd>${record}</gzd:gzd></sru:recordData>
      <sru:recordPosition>${start + at}</sru:recordPosition></sru:record>`,
  );
  const more = next === null ? "" : `<sru:nextRecordPosition>${next}</sru:nextRecordPosition>`;
  return `<?xml version="1.0" encoding="UTF-8"?><sru:searchRetrieveResponse ${namespaces}><sru:version>2.0</sru:version>
    <sru:numberOfRecords>${total}</sru:numberOfRecords><sru:records>${each.join("")}</sru:records>${more}
    <sru:resultCountPrecision>info:srw/vocabulary/resultCountPrecision/1/estimate</sru:resultCountPrecision>
    </sru:searchRetrieveResponse>`;
}

export function xml(response: ServerResponse, body: string): void {
  response.writeHead(200, { "content-type": "application/xml" }).end(body);
}

/** Errors come with status 200. */
export function diagnostic(response: ServerResponse, message: string): void {
  xml(
    response,
    `<?xml version="1.0"?><diagnostics xmlns="http://docs.oasis-open.org/ns/search-ws/diagnostic"><diagnostic>
      <uri>info:srw/diagnostic/1/10</uri><message>${message}</message></diagnostic></diagnostics>`,
  );
}
