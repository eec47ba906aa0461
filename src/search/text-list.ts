/**
 * Many short texts in two typed arrays, so that they are saved and loaded as they lie in memory: a hundred thousand
 * strings would be made anew at every start, and take ten times the room.
 */
export class TextList {
  /** UTF-8, without anything between the texts. */
  readonly bytes: Uint8Array;
  /** Where each text starts in `bytes`; one more entry than there are texts. */
  readonly starts: Uint32Array;

  constructor(bytes: Uint8Array, starts: Uint32Array) {
    this.bytes = bytes;
    this.starts = starts;
  }

  static of(texts: readonly string[]): TextList {
    const whole = new TextEncoder().encode(texts.join(""));
    const starts = new Uint32Array(texts.length + 1);
    for (const [row, text] of texts.entries()) starts[row + 1] = (starts[row] ?? 0) + Buffer.byteLength(text);
    return new TextList(whole, starts);
  }

  get length(): number {
    return this.starts.length - 1;
  }

  /** Empty when there is no such row. */
  at(row: number): string {
    const { buffer, byteOffset } = this.bytes;
    const start = this.starts[row] ?? 0;
    return Buffer.from(buffer, byteOffset + start, (this.starts[row + 1] ?? start) - start).toString();
  }
}

/** A list of different texts in which a text can be looked up: open addressing over the rows. */
export class TextTable extends TextList {
  /** Rows counted from 1, 0 for a free place; a power of two long. */
  readonly slots: Uint32Array;

  constructor(bytes: Uint8Array, starts: Uint32Array, slots: Uint32Array) {
    super(bytes, starts);
    this.slots = slots;
  }

  /** `texts` must all be different. */
  static override of(texts: readonly string[]): TextTable {
    const { bytes, starts } = TextList.of(texts);
    const slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(1, texts.length) * roomPerText)));
    const mask = slots.length - 1;
    for (let row = 0; row < texts.length; row++) {
      let slot = hashOf(bytes, starts[row] ?? 0, starts[row + 1] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = row + 1;
    }
    return new TextTable(bytes, starts, slots);
  }

  /** The row of a text, -1 when it is not in the list. */
  rowOf(text: string): number {
    const length = encode(text);
    const mask = this.slots.length - 1;
    let slot = hashOf(encoded, 0, length) & mask;
    for (let row = this.slots[slot] ?? 0; row !== 0; row = this.slots[slot] ?? 0) {
      if (this.#holds(row - 1, length)) return row - 1;
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  /** Whether the text of a row is the one that was encoded last. */
  #holds(row: number, length: number): boolean {
    const start = this.starts[row] ?? 0;
    if ((this.starts[row + 1] ?? 0) - start !== length) return false;
    for (let at = 0; at < length; at++) if (this.bytes[start + at] !== encoded[at]) return false;
    return true;
  }
}

/** So that at most half of the places are taken. */
const roomPerText = 2;

/** The text now looked up, as UTF-8; kept, because a query looks up thousands. */
let encoded = new Uint8Array(256);
const encoder = new TextEncoder();

/** Returns the number of bytes. */
function encode(text: string): number {
  if (text.length * 3 > encoded.length) encoded = new Uint8Array(text.length * 3);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) return encoder.encodeInto(text, encoded).written;
    encoded[at] = code;
  }
  return text.length;
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
