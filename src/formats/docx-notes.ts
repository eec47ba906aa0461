import { numeral } from "./numerals.ts";
import { childElements, type Element } from "./tree.ts";

const byId = (root: Element | null, name: string): Map<string, Element> =>
  new Map((root === null ? [] : childElements(root, name)).map((note) => [note.attributes.get("w:id") ?? "", note]));

/** The notes of a Word file. Word prints no numbers in the file: they follow from the order of the marks. */
export class DocxNotes {
  readonly #footnotes: ReadonlyMap<string, Element>;
  readonly #endnotes: ReadonlyMap<string, Element>;
  #footnoteCount = 0;
  #endnoteCount = 0;

  constructor(footnotes: Element | null, endnotes: Element | null) {
    this.#footnotes = byId(footnotes, "w:footnote");
    this.#endnotes = byId(endnotes, "w:endnote");
  }

  /**
   * The note that a mark stands for.
   *
   * @param reference `w:footnoteReference` or `w:endnoteReference`
   * @param printed a mark of the author's own choice, which takes no number; empty for the usual ones
   */
  take(reference: Element, printed: string): { mark: string; body: Element | null } {
    const id = reference.attributes.get("w:id") ?? "";
    const isEndnote = reference.name === "w:endnoteReference";
    const body = (isEndnote ? this.#endnotes : this.#footnotes).get(id) ?? null;
    if (printed !== "") return { mark: printed, body };
    if (isEndnote) {
      this.#endnoteCount += 1;
      // Word numbers endnotes i, ii, iii unless told otherwise.
      return { mark: numeral(this.#endnoteCount, "lowerRoman"), body };
    }
    this.#footnoteCount += 1;
    return { mark: String(this.#footnoteCount), body };
  }
}
