import type { UserError } from "../errors.ts";
import type { Form } from "../formats/form.ts";
import type { PublicationId, ReadLetter } from "../letters/letter.ts";

/** A document of a source, as the source knows it, and as it was when it was read. */
export interface Origin {
  /** What the source calls it. */
  externalId: string;
  /** Stays the same as long as the document does; null where the source gives nothing to tell by. */
  stamp: string | null;
  /** What was read, and what its server said of it, to ask for changes only. */
  url: string | null;
  etag: string | null;
  lastModified: string | null;
}

/** By which code something was read: two fingerprints that change with it. */
export interface ReadBy {
  /** Of the code that makes a text of a file. */
  opener: string;
  /** Of the code that makes a letter of a text. */
  reader: string;
}

/** What a letter was read from, to read it again, and by which code. */
export interface Reading extends ReadBy {
  /** The SourceText, as JSON, deflated. */
  text: Uint8Array;
}

/** A letter that comes in. */
export interface Arrival {
  letter: ReadLetter;
  /** The name of the file it was read from, and its form. */
  file: string;
  form: Form;
  /** SHA-256 in hex of what was read; the same hash is the same letter, unchanged. */
  contentHash: string;
  /** SHA-256 in hex of the file alone; the same file is the same letter, under whatever provisional id. */
  fileHash?: string;
  /** Without it the letter is never read again by itself. */
  reading?: Reading;
  /** Other ids of the same publication. */
  aliases?: readonly PublicationId[];
  /** Read before the official publication is there, which replaces it whatever its form. */
  provisional?: boolean;
  /** null for what no source sent. */
  origin?: Origin | null;
}

/** A file that cannot be read: kept with the reason, so that nothing is lost. */
export interface Refusal {
  file: string;
  /** null when it was too large to take in, or could not be read from disk at all. */
  bytes: Uint8Array | null;
  reason: UserError;
  /** The document of a source that it was, and when to try it again. */
  retry?: Retry | null;
}

/** A document to be tried again. */
export interface Retry {
  externalId: string;
  /** As the source listed it: JSON. */
  document: string;
  /** Attempts that failed, the last one included. */
  attempts: number;
  /** null: not again until the source lists it anew. */
  dueAt: Date | null;
}

/** What a source says besides letters; all of it goes into the transaction of the batch. */
export interface Delivery {
  /** Where the source has got to with this batch. */
  cursor?: string;
  /** What the source calls the documents that it no longer has. */
  withdrawn?: readonly string[];
  /** Documents that were found to be as they were. */
  unchanged?: readonly Origin[];
}
