import type { Hints } from "../../formats/source-text.ts";
import type { Day, PublicationId } from "../../letters/letter.ts";

/** A publication as a source lists it; plain data, so that it can be kept until a second attempt. */
export interface SourceDocument {
  /** What the source calls it. */
  externalId: string;
  /** Everything it is known by; the first is what it is cited by. */
  ids: PublicationId[];
  /** What the listing says of it. */
  hints: Hints;
  /** Published before the official publication is; null where its id tells. */
  provisional: boolean | null;
  /** Stays the same as long as the document does; null where the listing does not tell. */
  stamp: string | null;
  /** Where its forms are, best first. */
  forms: DocumentForm[];
  /** Address of its metadata.xml; null when there is none. */
  metadata: string | null;
}

export interface DocumentForm {
  /** File name without folder. */
  name: string;
  url: string;
  /** Media types that will do; null where the header is known to lie and the content must tell. */
  types: string[] | null;
}

/** What a source says of one of its documents. `placeholder`: announced, with nothing in it yet. */
export type Listed =
  | { state: "present"; document: SourceDocument }
  | { state: "withdrawn"; externalId: string }
  | { state: "placeholder"; externalId: string };

/** A page of a listing. */
export interface ListedPage {
  listed: Listed[];
  /** Where to go on once this page is in; null when an interrupted run must start where this one did. */
  cursor: string | null;
}

/** Where a run starts. */
export interface Start {
  /** null at the very first run. */
  cursor: string | null;
  /** Asked for by a person: everything that was modified since that day, whatever the cursor. */
  since: Day | null;
  signal?: AbortSignal | undefined;
}

/** A source of letters: what is new since a cursor, and where each document is to be had. */
export interface Source {
  name: string;
  /**
   * Everything that came in or changed, oldest change first.
   *
   * @throws SourceError when the listing cannot be had or read
   */
  pages(start: Start): AsyncGenerator<ListedPage>;
}
