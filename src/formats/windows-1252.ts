/**
 * Windows-1252, by a table of our own: `TextDecoder("windows-1252")` of Node 20 decodes Latin-1 instead, which makes
 * control characters of the curly quotes, the dashes and the euro.
 */

/** What bytes 0x80 to 0x9f mean; a space where Windows-1252 has a hole. */
const upper = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** The character that a byte means; for a hole the C1 control character of that number. */
export function windows1252Character(byte: number): string {
  const character = byte >= 0x80 && byte <= 0x9f ? (upper[byte - 0x80] ?? " ") : String.fromCharCode(byte);
  return character === " " ? String.fromCharCode(byte) : character;
}

/** Bytes in Windows-1252 to text, with the C1 control characters (0x80 to 0x9f) left for `tidyCharacters` to translate. */
export function decodeLatin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
