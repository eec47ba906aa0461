import { isPartyHeading } from "./headings.ts";
import type { LetterKind } from "./letter.ts";
import type { Reading } from "./text.ts";

/**
 * What a paper is about, in its own words: its subject line; for questions and their answers the paper's opening
 * ("Vragen van het lid … aan … over …", without the day); for a motion its title line; then the title of its dossier,
 * its first heading, its first words. Verbatim, but for the pages' breaks; null when it has no words.
 */
export function readTitle(reading: Reading, kind: LetterKind): string | null {
  const of = (name: string) => reading.header.find((item) => item.name === name)?.text ?? "";
  const subject = of("subject").replace(/^(?:onderwerp|betreft|inzake)\s*:?\s*/i, "");
  if (subject !== "") return subject;
  if (kind === "motie" && of("kind") !== "") return of("kind");
  const asked = of("asked");
  if (asked !== "") return openingOf(asked);
  if (of("title") !== "") return of("title");
  if (kind !== "brief" && of("kind") !== "") return of("kind");
  const at = reading.blocks.findIndex((block) => block.role === "heading" && !isPartyHeading(block.text));
  const heading = reading.blocks[at];
  // The first section of a paper is not what it is about; what stands above that is.
  const isSection = heading !== undefined && at > 0 && /^\d/.test(heading.text);
  if (heading && !isSection) return heading.text;
  if (of("kind") !== "") return of("kind");
  const opening = reading.blocks.find((block) => block.role !== "label")?.text ?? reading.body;
  const first = opening.slice(0, 120).split("\n", 1)[0] ?? "";
  if (first.length < 100) return first === "" ? null : first;
  return /^[\s\S]{40,100}(?=\s)/.exec(first)?.[0] ?? null;
}

const submitted = /(?:(?<!\s)\s+)?\((?:ingezonden|ontvangen)\s[^()]*\)?/gi;

/** The opening of questions without the days in brackets and without the full stop; `a.i.` and `c.s.` keep theirs. */
function openingOf(asked: string): string {
  return asked
    .replace(submitted, "")
    .trim()
    .replace(/(?<!(?<!\p{L})\p{L})\.$/u, "");
}
