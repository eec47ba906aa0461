import type { Day, LetterKind } from "../letters/letter.ts";

/**
 * What a file says besides its running text: from letters.json, from metadata.xml, from a Word header. All
 * optional. `id`, `title` and `url` win over the text; the rest only fills what the text does not say.
 */
export interface Hints {
  id?: string;
  title?: string;
  url?: string;
  note?: string;
  date?: Day;
  kind?: LetterKind;
}

/** A document after its container has been opened: the one form in which letters are read. */
export interface SourceText {
  /** File name without folder, for messages and for the id of a file that carries none. */
  file: string;
  /** Plain text or Markdown, UTF-16 in memory, NFC, line ends `\n`; a page break is `\f` where it is known. */
  text: string;
  hints: Hints;
}
