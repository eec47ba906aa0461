import type { Chamber, Day, LetterKind } from "../letters/letter.ts";

/**
 * What a file says besides its running text: from letters.json, from metadata.xml, from the head of an HTML page, from
 * a Word header. All optional. `id`, `title` and `url` win over the text; the rest only fills what the text does not
 * say.
 */
export interface Hints {
  /** The publication id: `kst-19637-2356`, `ah-tk-20202021-3235`. */
  id?: string;
  title?: string;
  /** Where to check it, https. */
  url?: string;
  /** What a person should know about this copy, one sentence. */
  note?: string;
  /** The letter's own date, or for answers the day on which they were received (metadata: issued, datumOntvangst). */
  date?: Day;
  kind?: LetterKind;
  /** For written questions: the day they were submitted (`datum@isodatum` in the description of the questions). */
  submitted?: Day;
  /** For answers: the day they were received, where it is told apart from `date`. */
  received?: Day;
  chamber?: Chamber;
  /** `32545`, `36600-VI`: without spaces. */
  dossier?: string;
  dossierTitle?: string;
  /** Number within the dossier (`143`, `J`) or of the Aanhangsel (`3235`). */
  number?: string;
  /** `2020-2021`. */
  parliamentaryYear?: string;
  /** What the publication calls its kind, in its own words: `Motie`, `Antwoord`, `Brief`. */
  printedKind?: string;
  /** The title of the paper itself without that of its dossier (`OVERHEIDop.documenttitel`). */
  documentTitle?: string;
  /** Who submitted it: `S.P.R.A. van Weyenberg`, as the metadata writes names. */
  creators?: string[];
  /** Who received or answers it (`OVERHEIDop.ontvanger`). */
  receivers?: string[];
  /** The case number of written questions: `2021Z09739`. */
  caseNumber?: string;
  /**
   * What stands in the header and footer parts of a Word or ODT file, and what is written across or along a page of a
   * PDF, one line each; not part of the text.
   */
  furniture?: string[];
}

/**
 * A document after its container has been opened: the one form in which letters are read, whatever form it came in.
 *
 * The text is light Markdown: `# ` to `###### ` headings, `**bold**`, `- ` and `1. ` lists, pipe tables,
 * `[text](url)` links; paragraphs are split by a blank line. A note mark stands where it stood as `<sup>1</sup>`; the
 * notes are paragraphs that start with `<sup>1</sup> `, after a line `---` at the end of the text, or at the foot of
 * the page where the form has pages. From a PDF, every printed line is a line, and the lines at the top and foot of a
 * page are kept.
 */
export interface SourceText {
  /** File name without folder, for messages and for the id of a file that carries none. */
  file: string;
  /** Plain text or Markdown, UTF-16 in memory, NFC, line ends `\n`; a page break is `\f` where it is known. */
  text: string;
  hints: Hints;
}
