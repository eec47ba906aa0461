import type { UserError } from "../errors.ts";
import type { Form } from "../formats/form.ts";
import type { ReadLetter } from "../letters/letter.ts";

/** A letter that comes in. */
export interface Arrival {
  letter: ReadLetter;
  /** The name of the file it was read from, and its form. */
  file: string;
  form: Form;
  /** SHA-256 in hex of what was read; the same hash is the same letter, unchanged. */
  contentHash: string;
}

/** A file that cannot be read: kept with the reason, so that nothing is lost. */
export interface Refusal {
  file: string;
  /** null when it was too large to take in, or could not be read from disk at all. */
  bytes: Uint8Array | null;
  reason: UserError;
}
