import { contentOf, formOfName } from "../formats/form.ts";
import { maxFileBytes } from "../formats/limits.ts";
import { type InputFile, metadataHints, openDocument } from "../formats/open.ts";
import { isRefusal } from "../formats/refusals.ts";
import type { Hints } from "../formats/source-text.ts";
import type { Arrival, Origin } from "../store/arrival.ts";
import type { LetterReader } from "../store/letter-reader.ts";
import type { KnownOrigin } from "../store/source-book.ts";
import type { Reply, SourceClient } from "./http/client.ts";
import { SourceError } from "./http/source-error.ts";
import { currentReadBy } from "./read-by.ts";
import { identityOf, readSource } from "./read-publication.ts";
import type { DocumentForm, SourceDocument } from "./sources/source.ts";

/** What came of a document: a letter, or the news that it is as it was. */
export type FetchedDocument = { state: "read"; arrival: Arrival } | { state: "unchanged"; origin: Origin };

/**
 * Fetches and reads the best form of a document that can be had.
 *
 * @param known the document as it was last read; null when it is new, or to be read whatever became of it
 * @throws SourceError or a refusal of formats/, of the best form, when none can be had and read
 */
export async function fetchDocument(
  document: SourceDocument,
  known: KnownOrigin | null,
  { client, letters, signal }: { client: SourceClient; letters: LetterReader; signal?: AbortSignal | undefined },
): Promise<FetchedDocument> {
  let failure: Error | null = null;
  for (const form of document.forms) {
    try {
      const same = known?.url === form.url && !known.withdrawn ? known : null;
      const reply = await client.get({ ...form, maxBytes: maxFileBytes, known: same, signal });
      // Where a better form is missing today, the document is looked at again when it is listed again.
      const stamp = failure === null ? document.stamp : null;
      const origin = { externalId: document.externalId, stamp, url: form.url };
      if (reply.state === "unchanged") {
        const { etag = null, lastModified = null } = same ?? {};
        return { state: "unchanged", origin: { ...origin, etag, lastModified } };
      }
      const hints = { ...document.hints, ...(await readMetadata(document, client, signal)), ...idOf(document) };
      if (
        known !== null &&
        !known.withdrawn &&
        letters.isHeld({ ...identityOf(reply.bytes, hints), readBy: currentReadBy() })
      ) {
        return { state: "unchanged", origin: { ...origin, ...reply.validators } };
      }
      return { state: "read", arrival: await readForm(document, form, reply, hints, origin) };
    } catch (error) {
      if (!isOfThisForm(error)) throw error;
      failure ??= error;
    }
  }
  throw failure ?? new SourceError("source-missing", document.externalId, "it comes in no form that is read");
}

/** Whether another form of the same document may do better. */
function isOfThisForm(error: unknown): error is Error {
  if (error instanceof SourceError) return !error.passes;
  return isRefusal(error);
}

/** The id by which the source cites it wins over whatever its file says. */
function idOf({ ids: [id] }: SourceDocument): Hints {
  return id === undefined ? {} : { id };
}

async function readForm(
  document: SourceDocument,
  form: DocumentForm,
  { bytes, validators }: Extract<Reply, { state: "fetched" }>,
  hints: Hints,
  origin: Pick<Origin, "externalId" | "stamp" | "url">,
): Promise<Arrival> {
  const file = trueName(form.name, bytes);
  const source = await openDocument(bytes, file, hints);
  return {
    ...readSource(source),
    file,
    form: formOfName(file) ?? "text",
    ...identityOf(bytes, hints),
    aliases: document.ids,
    ...(document.provisional !== null && { provisional: document.provisional }),
    origin: { ...origin, ...validators },
  };
}

/** Word and PDF are known to be announced as each other; the content tells. */
function trueName(name: string, bytes: Uint8Array): string {
  if (!/\.(?:pdf|docx)$/.test(name)) return name;
  const content = bytes.length === 0 ? null : contentOf(bytes, name);
  const stem = name.replace(/\.[a-z]+$/, "");
  return content === "zip" ? `${stem}.docx` : content === "pdf" ? `${stem}.pdf` : name;
}

/** What metadata.xml says; nothing when it is not there or not to be read, as the listing says nearly the same. */
async function readMetadata(document: SourceDocument, client: SourceClient, signal?: AbortSignal): Promise<Hints> {
  if (document.metadata === null) return {};
  try {
    const types = ["application/xml", "text/xml"];
    const reply = await client.get({ url: document.metadata, types, maxBytes: maxFileBytes, signal });
    if (reply.state === "unchanged") return {};
    const file: InputFile = { name: "metadata.xml", bytes: reply.bytes };
    const hints = await metadataHints(file);
    return hints.id === document.externalId ? hints : {};
  } catch (error) {
    if (!isOfThisForm(error)) throw error;
    return {};
  }
}
