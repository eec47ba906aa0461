import { createHash } from "node:crypto";
import type { LetterKey } from "../letters/stored-letter.ts";
import type { LetterCatalogue } from "./passage-index.ts";

/**
 * Which letters of a catalogue make a segment together. A group ends at a letter whose key has a certain hash, so that a
 * letter more or less changes the group that it is in and no other: the other saved segments stay good.
 */

export interface LetterGroup {
  keys: LetterKey[];
  /** Of everything that shapes the segment: the analysis, the letters and their versions. */
  hash: string;
}

/** One letter in so many ends a group. */
const usualSize = 400;
const largestSize = 800;

/** `analysis`: the fingerprint of the analyser. */
export function groupLetters(letters: LetterCatalogue["letters"], analysis: string): LetterGroup[] {
  const sorted = letters.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const groups: LetterGroup[] = [];
  let group: LetterCatalogue["letters"] = [];
  const close = () => {
    if (group.length > 0) groups.push({ keys: group.map(({ key }) => key), hash: hashOf(group, analysis) });
    group = [];
  };
  for (const letter of sorted) {
    group.push(letter);
    if (group.length >= largestSize || numberOf(letter.key) % usualSize === 0) close();
  }
  close();
  return groups;
}

/** To be raised when the form of a segment changes. */
const segmentVersion = 2;

function hashOf(group: LetterCatalogue["letters"], analysis: string): string {
  const shape = JSON.stringify([segmentVersion, analysis, group.map(({ key, version }) => [key, version])]);
  return createHash("sha256").update(shape).digest("hex");
}

function numberOf(key: string): number {
  return createHash("sha256").update(key).digest().readUInt32BE(0);
}
