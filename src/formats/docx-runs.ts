import { alternative, isOn, isSet, propertyValue, silent } from "./docx-content.ts";
import type { DocxContext } from "./docx-context.ts";
import { equationText, isEquation } from "./docx-equations.ts";
import { formValue } from "./docx-fields.ts";
import { seenInFont, symbolCharacter } from "./docx-symbols.ts";
import { endsInUnit, superscript } from "./superscript.ts";
import { child, childElements, type Element } from "./tree.ts";

/** A raised run with nothing but this is the mark of a note. */
const raisedMark = /^(?:\d{1,3}|\*{1,3}|[†‡§]{1,3})$/u;

/** The mark that an author chose, at the start of what follows its reference. */
const ownMark = /^\s*([*†‡§#]{1,5}|\S{1,3}(?=\s|$))/u;

/** Where a mark calls for a note; `printed` is the author's own mark, empty for one that Word counts. */
type WriteNote = (reference: Element, printed: string) => void;

/** Writes the printed text of paragraphs: their runs, symbols, equations and marks of notes. */
export class DocxRuns {
  readonly #context: DocxContext;
  readonly #writeNote: WriteNote;
  /** The style of the paragraph. */
  #style: string | undefined;
  /** The text right before the run. */
  #before = "";
  /** A reference whose mark is in the text that follows it. */
  #awaiting: Element | null = null;

  constructor(context: DocxContext, writeNote: WriteNote) {
    this.#context = context;
    this.#writeNote = writeNote;
  }

  paragraph(paragraph: Element): void {
    this.#style = propertyValue(child(child(paragraph, "w:pPr"), "w:pStyle"));
    this.#before = "";
    this.#runs(paragraph);
    // A note without any mark is still a note.
    if (this.#awaiting !== null) this.#ownNote(this.#awaiting, "*");
  }

  #runs(parent: Element): void {
    const { writer, links } = this.#context;
    for (const element of childElements(parent)) {
      if (silent.has(element.name) || element.name === "w:drawing" || element.name === "w:pict") continue;
      if (element.name === "w:r") this.#run(element);
      else if (isEquation(element)) writer.text(equationText(element));
      else if (element.name === "w:hyperlink") {
        const address = links.get(element.attributes.get("r:id") ?? "") ?? "";
        writer.link(address, () => this.#runs(element));
      } else this.#runs(element.name === "mc:AlternateContent" ? alternative(element) : element);
    }
  }

  #run(run: Element): void {
    const { writer, styles, instructions } = this.#context;
    if (isHiddenRun(this.#context, run, this.#style)) return;
    const pieces = childElements(run).filter((piece) => !instructions.has(piece));
    const properties = child(run, "w:rPr");
    const style = propertyValue(child(properties, "w:rStyle"));
    const font = fontOf(properties);
    const reference = pieces.findIndex(({ attributes }) => isSet(attributes.get("w:customMarkFollows")));
    const text = pieces.slice(reference + 1).map((piece) => textOfPiece(piece, font));
    if (reference >= 0) {
      this.#pieces(pieces.slice(0, reference), font);
      this.#awaiting = pieces[reference] ?? null;
    }
    if (this.#awaiting !== null) {
      if (text.join("").trim() !== "") this.#markInText(this.#awaiting, text.join(""));
      return;
    }
    const raised = propertyValue(child(properties, "w:vertAlign")) === "superscript" || styles.isSuperscript(style);
    if (raised && raisedMark.test(text.join(""))) {
      if (endsInUnit(this.#before)) writer.text(superscript(text.join("")));
      else writer.mark(text.join(""));
      return;
    }
    this.#before = text.join("") || this.#before;
    const write = (): void => this.#pieces(pieces, font);
    if (isOn(child(properties, "w:b")) ?? (styles.isBold(style) || styles.isBold(this.#style))) writer.bold(write);
    else write();
  }

  #markInText(reference: Element, text: string): void {
    const mark = ownMark.exec(text);
    this.#ownNote(reference, mark?.[1] ?? "*");
    this.#context.writer.text(text.slice(mark?.[0].length ?? 0));
  }

  #ownNote(reference: Element, mark: string): void {
    this.#awaiting = null;
    this.#writeNote(reference, mark);
  }

  #pieces(pieces: readonly Element[], font: string | undefined): void {
    for (const piece of pieces) this.#piece(piece, font);
  }

  #piece(piece: Element, font: string | undefined): void {
    const { writer } = this.#context;
    switch (piece.name) {
      case "w:br":
      case "w:cr":
        if (["textWrapping", undefined].includes(piece.attributes.get("w:type"))) writer.lineBreak();
        else writer.text(" ");
        return;
      case "w:footnoteReference":
      case "w:endnoteReference":
        this.#writeNote(piece, "");
        return;
      case "mc:AlternateContent":
        this.#pieces(childElements(alternative(piece)), font);
        return;
      default: {
        const text = textOfPiece(piece, font);
        if (text !== "") writer.text(text);
      }
    }
  }
}

/** Whether nothing of a run is printed: hidden by itself, by its style or that of its paragraph. */
export function isHiddenRun({ styles }: DocxContext, run: Element, paragraphStyle: string | undefined): boolean {
  const properties = child(run, "w:rPr");
  return (
    isOn(child(properties, "w:vanish")) ?? styles.isHidden(paragraphStyle, propertyValue(child(properties, "w:rStyle")))
  );
}

/** The font that a run names itself; the fonts of styles are never those of symbols. */
function fontOf(properties: Element | null): string | undefined {
  const fonts = child(properties, "w:rFonts");
  return fonts?.attributes.get("w:ascii") ?? fonts?.attributes.get("w:hAnsi");
}

function textOfPiece(piece: Element, font: string | undefined): string {
  switch (piece.name) {
    case "w:t":
      return seenInFont(font, piece.children.join(""));
    case "w:sym":
      return symbolCharacter(piece.attributes.get("w:font"), piece.attributes.get("w:char"));
    case "w:tab":
    case "w:ptab":
      return " ";
    case "w:noBreakHyphen":
      return "-";
    case "w:fldChar":
      return formValue(piece);
    default:
      return "";
  }
}
