import type { Standing } from "./corrections.ts";
import type { PlacedPassage, ReadLetter } from "./letter.ts";

/** A letter as the collection holds it: what was read, with its key and its version. Plain data, as all of this folder. */

/** Identity of a letter in the store; opaque, never shown. */
export type LetterKey = string & { readonly unit: "letter key" };
/** `key.version.ordinal`; opaque, never shown. */
export type PassageId = string & { readonly unit: "passage id" };

/** A passage's id, from the parts that identify it for good. */
export function passageId(key: LetterKey, version: number, ordinal: number): PassageId {
  return `${key}.${version}.${ordinal}` as PassageId;
}

/** A letter as kept: what was read, without its passages, and where it stands in the store. */
export interface StoredLetter extends Omit<ReadLetter, "passages">, Standing {
  key: LetterKey;
  version: number;
  file: string;
}

export interface StoredPassage extends PlacedPassage {
  id: PassageId;
}
