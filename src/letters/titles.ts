import type { LetterKind } from "./letter.ts";
import type { Reading } from "./text.ts";

/**
 * What a paper is about, in its own words: its subject line; for questions what they are about ("de artikelen «…»",
 * without "Vragen van … aan … over" and without the day); for a motion its title line; then the title of its dossier,
 * its first heading, its first words. Verbatim, so that it may start with a small letter; null when it has no words.
 */
export function readTitle(reading: Reading, kind: LetterKind): string | null {
  const of = (name: string) => reading.header.find((item) => item.name === name)?.text ?? "";
  const subject = of("subject").replace(/^(?:onderwerp|betreft|inzake)\s*:?\s*/i, "");
  if (subject !== "") return subject;
  if (kind === "motie" && of("kind") !== "") return of("kind");
  const asked = of("asked");
  if (asked !== "") return aboutOf(asked);
  if (of("title") !== "") return of("title");
  if (kind !== "brief" && of("kind") !== "") return of("kind");
  const heading = reading.blocks.find((block) => block.role === "heading");
  if (heading) return heading.text;
  if (of("kind") !== "") return of("kind");
  const first = reading.body.slice(0, 120).split("\n", 1)[0] ?? "";
  if (first.length < 100) return first === "" ? null : first;
  return /^[\s\S]{40,100}(?=\s)/.exec(first)?.[0] ?? null;
}

/** What questions are about: the words after the addressee, or all of the head where there are none. */
function aboutOf(asked: string): string {
  const whole = asked.replace(/\s*\((?:ingezonden|ontvangen)[^()]*\)?\s*\.?\s*$/i, "").trim();
  const about = /\s(?:over|inzake|betreffende|naar aanleiding van)\s+(.+)$/iu.exec(whole)?.[1];
  return (about ?? whole).replace(/(?<!\b[A-Za-z])\.$/, "");
}
