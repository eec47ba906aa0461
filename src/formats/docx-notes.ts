import { propertyValue } from "./docx-content.ts";
import { numeral } from "./numerals.ts";
import { child, childElements, type Element } from "./tree.ts";

/** Where the notes of one kind are, and what says how they are numbered. */
export interface NoteSource {
  /** `w:footnotes` or `w:endnotes`; null in a letter without. */
  root: Element | null;
  /** From relation id to address, of that part. */
  links: ReadonlyMap<string, string>;
}

/** A note as its mark calls for it. */
export interface DocxNote {
  /** As printed: `1`, `i`, `*`. */
  mark: string;
  /** Null when the file does not have it. */
  body: Element | null;
  links: ReadonlyMap<string, string>;
}

const empty: Element = { name: "", attributes: new Map(), children: [] };

/** The notes of one kind, and the number that comes next. */
class Count {
  readonly links: ReadonlyMap<string, string>;
  readonly #bodies: ReadonlyMap<string, Element>;
  /** `w:footnotePr` of every section and, last, of the whole file: the first that says something is believed. */
  readonly #properties: (section: number) => readonly (Element | null)[];
  readonly #usual: string;
  #section = 0;
  #next: number;

  constructor(
    kind: "footnote" | "endnote",
    source: NoteSource,
    settings: Element | null,
    sections: readonly Element[],
  ) {
    this.links = source.links;
    const notes = childElements(source.root ?? empty, `w:${kind}`);
    this.#bodies = new Map(notes.map((note) => [note.attributes.get("w:id") ?? "", note]));
    const whole = child(settings, `w:${kind}Pr`);
    this.#properties = (section) => [child(sections[section] ?? null, `w:${kind}Pr`), whole];
    // Word numbers endnotes i, ii, iii unless told otherwise.
    this.#usual = kind === "endnote" ? "lowerRoman" : "decimal";
    this.#next = this.#start();
  }

  body(id: string): Element | null {
    return this.#bodies.get(id) ?? null;
  }

  take(): string {
    const number = this.#next;
    this.#next += 1;
    return numeral(number, this.#said("w:numFmt") ?? this.#usual);
  }

  endSection(): void {
    this.#section += 1;
    // Where pages end is not in the file: numbers that begin anew on every page are counted on.
    if (this.#said("w:numRestart") === "eachSect") this.#next = this.#start();
  }

  #start(): number {
    const start = Number(this.#said("w:numStart") ?? 1);
    return Number.isInteger(start) && start > 0 ? start : 1;
  }

  #said(name: string): string | undefined {
    return this.#properties(this.#section)
      .map((properties) => propertyValue(child(properties, name)))
      .find((value) => value !== undefined);
  }
}

/** The notes of a Word file. Word prints no numbers in the file: they follow from the order of the marks. */
export class DocxNotes {
  readonly #footnotes: Count;
  readonly #endnotes: Count;

  /**
   * @param settings `w:settings`, which says how notes are numbered where their section does not
   * @param sections the `w:sectPr` of the document, in its order
   */
  constructor(footnotes: NoteSource, endnotes: NoteSource, settings: Element | null, sections: readonly Element[]) {
    this.#footnotes = new Count("footnote", footnotes, settings, sections);
    this.#endnotes = new Count("endnote", endnotes, settings, sections);
  }

  /**
   * The note that a mark stands for.
   *
   * @param reference `w:footnoteReference` or `w:endnoteReference`
   * @param printed a mark of the author's own choice, which takes no number; empty for the usual ones
   */
  take(reference: Element, printed: string): DocxNote {
    const count = reference.name === "w:endnoteReference" ? this.#endnotes : this.#footnotes;
    const body = count.body(reference.attributes.get("w:id") ?? "");
    return { mark: printed === "" ? count.take() : printed, body, links: count.links };
  }

  /** Says that the marks from here on stand in the next section. */
  endSection(): void {
    this.#footnotes.endSection();
    this.#endnotes.endSection();
  }
}

/**
 * The text of a note without the mark that its author typed before it: `* Afgerond op tientallen.` below the mark `*`.
 *
 * @param text light Markdown, one line
 */
export function withoutMark(mark: string, text: string): string {
  for (const typed of [`<sup>${mark}</sup>`, mark]) {
    const rest = text.slice(typed.length);
    // `a` is a mark before ` Noot`, and a letter of `aantal`.
    const isWhole = typed !== mark || !/[\p{L}\p{N}]$/u.test(mark) || /^[\s.):]|^$/.test(rest);
    if (text.startsWith(typed) && isWhole) return rest.replace(/^[.):]?\s+/, "");
  }
  return text;
}
