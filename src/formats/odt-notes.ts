import { numeral } from "./numerals.ts";
import { child, type Element, findAll, textOf } from "./tree.ts";

/** The marks of the notes of an ODT text. */
export class OdtNotes {
  readonly #settings = new Map<string, { format: string; before: number }>();
  readonly #counts = new Map<string, number>();

  constructor(roots: readonly (Element | null)[]) {
    for (const { attributes } of roots.flatMap((root) => (root === null ? [] : findAll(root, isSettings)))) {
      this.#settings.set(attributes.get("text:note-class") ?? "", {
        format: attributes.get("style:num-format") ?? "1",
        before: Number(attributes.get("text:start-value") ?? 0),
      });
    }
  }

  /** The mark of the next note as printed; where the file leaves it out, it is counted as the file says to. */
  mark(note: Element): string {
    const citation = child(note, "text:note-citation");
    const own = citation?.attributes.get("text:label");
    const kind = note.attributes.get("text:note-class") ?? "footnote";
    if (own === undefined) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
    const { format, before } = this.#settings.get(kind) ?? { format: kind === "endnote" ? "i" : "1", before: 0 };
    return textOf(citation) || own || numeral((this.#counts.get(kind) ?? 0) + before, format);
  }
}

const isSettings = ({ name }: Element): boolean => name === "text:notes-configuration";
