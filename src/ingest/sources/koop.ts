import { createHash } from "node:crypto";
import { type Element, textOf } from "../../formats/tree.ts";
import type { Day } from "../../letters/letter.ts";
import type { SourceClient } from "../http/client.ts";
import { SourceError } from "../http/source-error.ts";
import { koopPageUrl, koopQuery, type Subjects } from "./koop-query.ts";
import { type KoopRecord, readKoopRecord } from "./koop-record.ts";
import { allBelow, childrenOf, childText, getXml, localName } from "./listing.ts";
import type { ListedPage, Source, Start } from "./source.ts";

export interface KoopOptions {
  client: SourceClient;
  /** Address of the search (SRU 2.0). */
  sru: string;
  /** Address of the site that publishes, ends with a slash. */
  publications: string;
  subjects: Subjects;
}

/** The search may know of a change a little late, so every run looks so many days back; what it met before costs nothing. */
const daysBack = 2;

/** Every page starts with the last fifth of the one before. */
const overlap = 5;

/**
 * The official publications of KOOP (repository.overheid.nl), found by SRU. The cursor is a day: everything that
 * changed before it is in.
 */
export function koopSource({ client, sru, publications, subjects }: KoopOptions): Source {
  return {
    name: "koop",
    async *pages({ cursor, since, signal }: Start) {
      const query = koopQuery(subjects, since ?? daysBefore(cursor, daysBack));
      const progress = new Progress();
      for (let start: number | null = 1; start !== null; ) {
        const url = koopPageUrl(sru, query, start);
        const answer = await getXml(client, url, ["searchRetrieveResponse", "diagnostics"], signal);
        refuseDiagnostics(answer, url);
        const records = allBelow(answer, "record");
        const next = nextPosition(answer, start, records.length, url);
        const unmet = progress.take(records, next === null, url);
        const read = unmet.map((record) => readKoopRecord(record, publications)).filter((record) => record !== null);
        yield page(read, progress.cursor(read, next === null));
        // A record that changes meanwhile moves to the end, and the rest moves up: pages overlap, so that none is missed.
        start = next === null ? null : Math.max(start + 1, next - Math.floor(records.length / overlap));
      }
    },
  };
}

function page(records: KoopRecord[], cursor: Day | null): ListedPage {
  return { listed: records.map(({ document }) => ({ state: "present", document })), cursor };
}

/** How far a listing has got, and whether it gets anywhere. */
class Progress {
  readonly #met = new Set<string>();
  #last: Day | null = null;
  #inOrder = true;

  /** Those of the records that were not met before. */
  take(records: Element[], atEnd: boolean, url: string): Element[] {
    const unmet = records.filter((record) => {
      const before = this.#met.size;
      return this.#met.add(essence(record)).size > before;
    });
    if (unmet.length === 0 && !atEnd) {
      throw new SourceError("source-endless", url, `${records.length} records that were all there before`);
    }
    return unmet;
  }

  /** The day that the listing has got to; out of order, only its end tells. */
  cursor(read: readonly KoopRecord[], atEnd: boolean): Day | null {
    for (const { modified } of read) {
      if (modified === null || (this.#last !== null && modified < this.#last)) this.#inOrder = false;
      if (modified !== null && (this.#last === null || modified > this.#last)) this.#last = modified;
    }
    return this.#inOrder || atEnd ? this.#last : null;
  }
}

/** A record without its place in the results. */
function essence(record: Element): string {
  const [data = record] = allBelow(record, "originalData");
  return createHash("sha256").update(textOf(data)).digest("base64");
}

/** Errors come with status 200, as a diagnostics element of its own or within the response. */
function refuseDiagnostics(answer: Element, url: string): void {
  const all = localName(answer.name) === "diagnostics" ? [answer] : childrenOf(answer, "diagnostics");
  const [first] = all;
  if (first === undefined) return;
  const [one = first] = allBelow(first, "diagnostic");
  const said = ["message", "details", "uri"].map((name) => childText(one, name)).filter((text) => text !== null);
  throw new SourceError("source-diagnostic", url, said.join(": ") || textOf(first) || "without a word");
}

/** Where the next page starts; null at the end. The number of records may be an estimate and is not relied on. */
function nextPosition(answer: Element, start: number, records: number, url: string): number | null {
  const total = Number(childText(answer, "numberOfRecords") ?? 0);
  if (records === 0) {
    if (start === 1 && total > 0) throw new SourceError("source-malformed", url, `${total} records, none of them sent`);
    return null;
  }
  const printed = childText(answer, "nextRecordPosition");
  if (printed === null) return null;
  const next = Number(printed);
  if (!Number.isSafeInteger(next)) throw new SourceError("source-malformed", url, `nextRecordPosition ${printed}`);
  if (next <= start) throw new SourceError("source-endless", url, `after record ${start} comes record ${next}`);
  return next;
}

function daysBefore(cursor: string | null, days: number): Day | null {
  const time = Date.parse(cursor ?? "");
  return Number.isNaN(time) ? null : (new Date(time - days * 86_400_000).toISOString().slice(0, 10) as Day);
}
