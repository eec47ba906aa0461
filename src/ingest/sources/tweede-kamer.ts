import { createHash } from "node:crypto";
import { type Element, textOf } from "../../formats/tree.ts";
import { parseDossier } from "../../letters/dossier-number.ts";
import type { PublicationId } from "../../letters/letter.ts";
import { fold } from "../../search/fold.ts";
import type { SourceClient } from "../http/client.ts";
import { SourceError } from "../http/source-error.ts";
import type { Subjects } from "./koop-query.ts";
import { allBelow, attributeOf, childrenOf, childText, getXml } from "./listing.ts";
import type { Listed, ListedPage, Source, SourceDocument, Start } from "./source.ts";
import { entryHints, letterKindOf, officialId, readEntry, type TweedeKamerDocument } from "./tweede-kamer-entry.ts";

export interface TweedeKamerOptions {
  client: SourceClient;
  /** Address of SyncFeed 2.0, ends with a slash. */
  feed: string;
  subjects: Subjects;
}

/**
 * The SyncFeed of the Tweede Kamer: every change of every document, oldest first. The cursor is a skiptoken. The feed
 * names a dossier by an id of its own, so each dossier is looked up once.
 */
export function tweedeKamerSource(options: TweedeKamerOptions): Source {
  const reader = new EntryReader(options);
  return {
    name: "tweede-kamer",
    async *pages({ cursor, since, signal }: Start): AsyncGenerator<ListedPage> {
      const met = new Set<string>();
      let token = since === null ? cursor : null;
      for (;;) {
        const url = pageUrl(options.feed, token);
        const feed = await getXml(options.client, url, ["feed"], signal);
        const entries = childrenOf(feed, "entry");
        const before = met.size;
        for (const entry of entries) met.add(createHash("sha256").update(textOf(entry)).digest("base64"));
        const next = tokenOf(feed, "next", url);
        // The feed ends without a next page, or with itself as the next.
        const atEnd = next === null || next === token;
        if (!atEnd && met.size === before) {
          throw new SourceError("source-endless", url, `${entries.length} entries that were all there before`);
        }
        const changes = entries.map(readEntry).filter((entry) => entry !== null);
        const wanted = since === null ? changes : changes.filter(({ changedAt }) => (changedAt ?? "9") >= since);
        const listed: Listed[] = [];
        for (const document of wanted) listed.push(...(await reader.read(document, signal)));
        const reached = atEnd ? (tokenOf(feed, "resume", url) ?? lastToken(entries, url) ?? token) : next;
        yield { listed, cursor: reached };
        if (atEnd) return;
        token = next;
      }
    },
  };
}

function pageUrl(feed: string, token: string | null): string {
  const url = new URL("Feed", feed);
  url.searchParams.set("category", "Document");
  if (token !== null) url.searchParams.set("skiptoken", token);
  return url.href;
}

/** The skiptoken of a link; only the token is taken from it, so that no page can lead elsewhere. */
function tokenOf(parent: Element, rel: string, url: string): string | null {
  const link = childrenOf(parent, "link").find((each) => attributeOf(each, "rel") === rel);
  const href = link === undefined ? null : attributeOf(link, "href");
  if (href === null || href === "") return null;
  const token = URL.canParse(href, url) ? new URL(href, url).searchParams.get("skiptoken") : null;
  if (token === null) throw new SourceError("source-malformed", url, `a ${rel} without skiptoken: ${href}`);
  return token;
}

/** Entries may each say where to go on after them. */
function lastToken(entries: readonly Element[], url: string): string | null {
  const last = entries.at(-1);
  return last === undefined ? null : tokenOf(last, "next", url);
}

/** Chooses from the feed, and puts together what is known of a document. */
class EntryReader {
  readonly #options: TweedeKamerOptions;
  readonly #words: string[];
  /** Dossiers by the id that the feed has for them; null for one that cannot be found. */
  readonly #dossiers = new Map<string, string | null>();

  constructor(options: TweedeKamerOptions) {
    this.#options = options;
    this.#words = options.subjects.words.map(fold);
  }

  /** Empty for a document that was not chosen. */
  async read(document: TweedeKamerDocument, signal?: AbortSignal): Promise<Listed[]> {
    // What is deleted says nothing of itself any more.
    if (document.deleted) return [{ state: "withdrawn", externalId: document.id }];
    if (letterKindOf(document.kind) === null) {
      return document.kind === null ? [{ state: "placeholder", externalId: document.id }] : [];
    }
    const named = this.#isNamed(document);
    const dossier = !named || document.number !== null ? await this.#dossier(document.dossierId, signal) : null;
    if (!named && (dossier === null || !this.#options.subjects.dossiers.includes(dossier))) return [];
    if (document.contentType === null) return [{ state: "placeholder", externalId: document.id }];
    return [{ state: "present", document: this.#document(document, document.contentType, dossier) }];
  }

  #isNamed({ title, subject }: TweedeKamerDocument): boolean {
    const text = fold(`${title ?? ""} ${subject ?? ""}`);
    return this.#words.some((word) => text.includes(word));
  }

  #document(document: TweedeKamerDocument, contentType: string, dossier: string | null): SourceDocument {
    const official = officialId(document, dossier);
    const name = document.documentNumber ?? document.id;
    const isWord = /word|officedocument/i.test(contentType);
    return {
      externalId: document.id,
      ids: [official, document.documentNumber as PublicationId | null].filter((id) => id !== null),
      hints: entryHints(document, official, dossier),
      // The ministry's own file, in Word or not yet numbered, is there days before the official publication.
      provisional: isWord || official === null,
      stamp: document.contentVersion === null ? null : `${document.digest} ${dossier ?? ""}`,
      forms: [
        {
          name: `${name}.${isWord ? "docx" : "pdf"}`,
          url: new URL(`Resources/${document.resourceId}`, this.#options.feed).href,
          types: null,
        },
      ],
      metadata: null,
    };
  }

  async #dossier(id: string | null, signal?: AbortSignal): Promise<string | null> {
    if (id === null) return null;
    const known = this.#dossiers.get(id);
    if (known !== undefined) return known;
    const dossier = await this.#lookUp(id, signal);
    this.#dossiers.set(id, dossier);
    return dossier;
  }

  async #lookUp(id: string, signal?: AbortSignal): Promise<string | null> {
    const url = new URL(`Entiteiten/${id}`, this.#options.feed).href;
    try {
      const root = await getXml(this.#options.client, url, ["kamerstukdossier", "entry", "feed"], signal);
      const dossier = allBelow({ name: "", attributes: new Map(), children: [root] }, "kamerstukdossier")[0];
      const number = dossier === undefined ? null : childText(dossier, "nummer");
      const addition = dossier === undefined ? null : childText(dossier, "toevoeging");
      return parseDossier([number, addition].filter((part) => part !== null).join(" "));
    } catch (error) {
      if (error instanceof SourceError && error.fault === "source-missing") return null;
      throw error;
    }
  }
}
