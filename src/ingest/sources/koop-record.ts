import { createHash } from "node:crypto";
import { entriesOf, hintsFromMetadata } from "../../formats/metadata.ts";
import type { Element } from "../../formats/tree.ts";
import { textOf } from "../../formats/tree.ts";
import { parseDay } from "../../letters/days.ts";
import type { Day, PublicationId } from "../../letters/letter.ts";
import { publicationParts, publicationUrl } from "../../letters/publication-ids.ts";
import { allBelow, attributeOf } from "./listing.ts";
import type { DocumentForm, SourceDocument } from "./source.ts";

/** A record of the search at KOOP: the publication, and the day on which it last changed. */
export interface KoopRecord {
  document: SourceDocument;
  modified: Day | null;
}

/** Best first. ODT is left out: the same text stands in the HTML, and the site has no short address for it. */
const forms = [
  ["xml", ["application/xml", "text/xml"]],
  ["html", ["text/html", "application/xhtml+xml"]],
  ["pdf", ["application/pdf"]],
] as const;

/** Papers that are no letters, whatever the query let through. */
const unwanted = new Set(["bijlage", "handelingen", "stb", "stcrt", "trb"]);

/** What an id may look like before it becomes part of an address. */
const safeId = /^[A-Za-z0-9][A-Za-z0-9._-]{0,80}$/;

/**
 * Reads a record.
 *
 * @param publications address of the site that publishes, ends with a slash
 * @returns null for a record that holds no publication of ours
 */
export function readKoopRecord(record: Element, publications: string): KoopRecord | null {
  const [meta] = allBelow(record, "originalData");
  if (meta === undefined) return null;
  const text = (name: string): string | null => textOf(allBelow(meta, name)[0] ?? null) || null;
  const id = text("identifier");
  if (id === null || !safeId.test(id)) return null;
  const parts = publicationParts(id);
  if (parts !== null && unwanted.has(parts.kind)) return null;
  if (allBelow(meta, "type").some((type) => /^bijlage$/i.test(textOf(type)))) return null;
  const url = publicationUrl(id);
  const hints = { ...hintsFromMetadata(entriesOf(meta)), id, ...(url === null ? {} : { url }) };
  const modified = parseDay(text("modified") ?? "");
  const document: SourceDocument = {
    externalId: id,
    ids: [id as PublicationId],
    hints,
    // "Onopgemaakt" is what came in, as PDF; "Opgemaakt na onopgemaakt" is the official publication that follows.
    provisional: /^onopgemaakt$/i.test(text("documentstatus") ?? ""),
    stamp: stampOf(record, meta),
    forms: readForms(record, id, publications),
    metadata: `${publications}${id}/metadata.xml`,
  };
  return { document, modified };
}

/** The forms that the record says there are; where it says nothing, whatever the site may have. */
function readForms(record: Element, id: string, publications: string): DocumentForm[] {
  const listed = new Set(allBelow(record, "itemUrl").map((item) => attributeOf(item, "manifestation") ?? ""));
  return forms
    .filter(([form]) => listed.size === 0 || listed.has(form))
    .map(([form, types]) => ({ name: `${id}.${form}`, url: `${publications}${id}.${form}`, types: [...types] }));
}

/** The moment of the last change, to a fraction of a second, and everything else that the record says. */
function stampOf(record: Element, meta: Element): string | null {
  const [changed] = allBelow(meta, "datumTijdstipWijzigingExpression");
  if (changed === undefined) return null;
  const urls = allBelow(record, "itemUrl").map(textOf);
  return createHash("sha256")
    .update(JSON.stringify([textOf(meta), urls]))
    .digest("hex");
}
