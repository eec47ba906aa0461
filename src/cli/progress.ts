/** How many characters a bar is long. */
const barLength = 24;

/** Tells a person how far the work is: on a terminal one line that is written anew, elsewhere now and then a line. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  #shown = false;
  #lastPlain = 0;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  /** How far, where it is known how much there is. */
  bar(done: number, of: number): void {
    const filled = of === 0 ? barLength : Math.floor((done / of) * barLength);
    const drawn = `${"#".repeat(filled)}${".".repeat(barLength - filled)}`;
    if (this.#stream.isTTY) this.#write(`[${drawn}] ${done} of ${of}`);
    // A tenth at a time is enough for a log.
    else if (Math.floor((done * 10) / of) > Math.floor((this.#lastPlain * 10) / of) || done === of) {
      this.#lastPlain = done;
      this.line(`${done} of ${of}`);
    }
  }

  /** Where it has got to. */
  note(text: string): void {
    if (this.#stream.isTTY) this.#write(text);
    else this.line(text);
  }

  /** Something that has to stay to be read. */
  line(text: string): void {
    this.end();
    this.#stream.write(`${text}\n`);
  }

  /** Leaves the line. */
  end(): void {
    if (this.#shown) this.#stream.write("\r\u001b[2K");
    this.#shown = false;
  }

  #write(text: string): void {
    const width = (this.#stream.columns || 80) - 1;
    this.#stream.write(`\r\u001b[2K${text.slice(0, width)}`);
    this.#shown = true;
  }
}
