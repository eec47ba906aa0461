import { pipeTable } from "./pipe-table.ts";

/**
 * Writes light Markdown, the one form of SourceText: what readers of XML, HTML, ODT and Word hand it, block by block and
 * piece by piece. White space inside a block is collapsed, bold is joined where it was split without need, and notes
 * are gathered for the end.
 */

export type BlockKind =
  | { kind: "paragraph" }
  /** 1 to 6. */
  | { kind: "heading"; level: number }
  /** `marker` is `-` or what is printed: `1.`, `a.`; depth counts from 0. */
  | { kind: "item"; marker: string; depth: number };

interface Piece {
  text: string;
  bold: boolean;
}

const paragraph: BlockKind = { kind: "paragraph" };

export class BlockWriter {
  readonly #blocks: { text: string; item: boolean }[] = [];
  readonly #notes: { mark: string; text: string }[] = [];
  #pieces: Piece[] = [];
  #kind: BlockKind = paragraph;
  #boldDepth = 0;

  /** Ends the block that is being written, if any, and says what the next one is. */
  start(kind: BlockKind = paragraph): void {
    this.end();
    this.#kind = kind;
  }

  /** Ends the block that is being written; an empty one leaves no trace. Returns whether there was any text in it. */
  end(): boolean {
    const text = this.#blockText();
    this.#pieces = [];
    if (text !== "") this.#blocks.push({ text, item: this.#kind.kind === "item" });
    this.#kind = paragraph;
    return text !== "";
  }

  /** Running text; line ends count as spaces. */
  text(text: string): void {
    this.#pieces.push({ text: text.replace(/[ \t\n\r\f]+/g, " "), bold: this.#boldDepth > 0 });
  }

  /** Text as it stands, with its line ends. */
  verbatim(text: string): void {
    this.#pieces.push({ text, bold: false });
  }

  lineBreak(): void {
    this.verbatim("\n");
  }

  /** A note mark in the text. */
  mark(mark: string): void {
    this.verbatim(`<sup>${mark}</sup>`);
  }

  bold(write: () => void): void {
    this.#boldDepth += 1;
    write();
    this.#boldDepth -= 1;
  }

  /** A link; an address that says nothing beyond the words, or leads nowhere outside, leaves the words alone. */
  link(address: string, write: () => void): void {
    const before = this.#pieces.length;
    write();
    const words = this.#pieces.slice(before);
    const text = words.map((piece) => piece.text).join("");
    const shown = text.trim();
    if (
      !/^https?:\/\/[^\s()]+$/.test(address) ||
      shown === "" ||
      sameAddress(shown, address) ||
      shown.includes("<sup>")
    )
      return;
    const bold = words.every((piece) => piece.bold || piece.text.trim() === "");
    const lead = text.slice(0, text.length - text.trimStart().length);
    const trail = text.slice(text.trimEnd().length);
    this.#pieces.length = before;
    this.#pieces.push({ text: `${lead}[${shown}](${address})${trail}`, bold });
  }

  /** A note, for the end of the text; `text` is light Markdown of its own. */
  note(mark: string, text: string): void {
    this.#notes.push({
      mark,
      text: text
        .split("\n")
        .map((line) => line.trim())
        .join(" "),
    });
  }

  /** What `write` writes, as one line of text for a table cell or a note; its notes are kept here. */
  inline(write: (inner: BlockWriter) => void): string {
    const inner = new BlockWriter();
    write(inner);
    inner.end();
    this.#notes.push(...inner.#notes);
    return inner.#blocks.map((block) => block.text.replaceAll("\n", " ")).join(" ");
  }

  /** A table of cells; the first row is its head. Rows may differ in length. */
  table(rows: readonly (readonly string[])[]): void {
    this.end();
    const text = pipeTable(rows);
    if (text !== "") this.#blocks.push({ text, item: false });
  }

  /** Everything written so far as one text: blocks split by a blank line (items of a list by a line end), then the notes. */
  finish(): string {
    this.end();
    const parts: string[] = [];
    this.#blocks.forEach((block, at) => {
      if (at > 0) parts.push(block.item && this.#blocks[at - 1]?.item === true ? "\n" : "\n\n");
      parts.push(block.text);
    });
    if (this.#notes.length > 0) {
      parts.push("\n\n---");
      for (const note of this.#notes) parts.push(`\n\n<sup>${note.mark}</sup> ${note.text}`);
    }
    return parts.length === 0 ? "" : `${parts.join("").trimStart()}\n`;
  }

  #blockText(): string {
    const heading = this.#kind.kind === "heading";
    const text = joinPieces(heading ? this.#pieces.map(({ text }) => ({ text, bold: false })) : this.#pieces)
      .replace(/ {2,}/g, " ")
      .split("\n")
      .map((line) => line.trim())
      .join("\n")
      .trim();
    if (text === "") return "";
    switch (this.#kind.kind) {
      case "paragraph":
        return text;
      case "heading":
        return `${"#".repeat(Math.min(6, Math.max(1, this.#kind.level)))} ${text.replaceAll("\n", " ")}`;
      case "item":
        return `${"  ".repeat(this.#kind.depth)}${this.#kind.marker} ${text.replaceAll("\n", " ")}`;
    }
  }
}

const sameAddress = (shown: string, address: string): boolean => {
  const bare = (text: string): string => text.replace(/^https?:\/\//, "").replace(/\/$/, "");
  return bare(shown) === bare(address);
};

/**
 * Pieces to text: neighbouring bold pieces become one `**…**` without white space at its edges. Bold is kept where a line
 * begins with it, for there it says what the line is (`**Vraag 1**`); inside a sentence it says nothing for a letter, and
 * a PDF does not tell it.
 */
function joinPieces(pieces: readonly Piece[]): string {
  let text = "";
  let run = "";
  /** Whether the line so far holds nothing but white space. */
  let atStart = true;
  const add = (more: string): void => {
    const last = more.slice(more.lastIndexOf("\n") + 1);
    atStart = (atStart || more.includes("\n")) && last.trim() === "";
    text += more;
  };
  const flush = (): void => {
    const words = run.trim();
    if (words === "" || !atStart) add(run);
    else {
      const start = run.indexOf(words);
      // A bold run may not reach over a line end.
      const marked = words.split("\n").map((line) => (line.trim() === "" ? line : `**${line.trim()}**`));
      add(run.slice(0, start) + marked.join("\n") + run.slice(start + words.length));
    }
    run = "";
  };
  for (const piece of pieces) {
    if (piece.bold || (run !== "" && piece.text.trim() === "")) run += piece.text;
    else {
      flush();
      add(piece.text);
    }
  }
  flush();
  return text;
}
