import { undoDoubleEncoding } from "./mojibake.ts";
import { refusal } from "./refusals.ts";
import { decodeLatin, windows1252Character } from "./windows-1252.ts";

/**
 * Bytes to characters. The encoding is found from the bytes: a byte order mark, else the place of the zero bytes
 * (UTF-16), else UTF-8 where it is valid, else what the document declares, else Windows-1252 for each line that is not.
 */

/** How much of the file is looked at for the place of its zero bytes. */
const sampleBytes = 65_536;
/** A text of which more than this share are control characters is binary. */
const maxControlShare = 0.01;

type Utf16 = "utf-16le" | "utf-16be";

/** UTF-16 without a mark: Western text has a zero in (nearly) every second byte, on one side only. */
function guessUtf16(bytes: Uint8Array): Utf16 | null {
  const sample = bytes.subarray(0, sampleBytes);
  const zeros: [number, number] = [0, 0];
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  }
  const pairs = sample.length / 2;
  if (zeros[1] > pairs * 0.6 && zeros[0] < pairs * 0.05) return "utf-16le";
  if (zeros[0] > pairs * 0.6 && zeros[1] < pairs * 0.05) return "utf-16be";
  return null;
}

function decodeStrict(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The text in the one-byte encoding that XML or HTML says it has; null when it says none, or the usual one. */
function declared(bytes: Uint8Array): string | null {
  const start = decodeLatin(bytes.subarray(0, 1024));
  const label = /(?:encoding|charset)=["']?([\w-]{1,20})/i.exec(start)?.[1];
  if (label === undefined || !/^(?:iso-8859-[2-9]|iso-8859-1\d|windows-125[013-8])/i.test(label)) return null;
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return null;
  }
}

/** Every line that is valid UTF-8 as UTF-8, the others as Windows-1252: files pasted together hold both. */
function decodeLines(bytes: Uint8Array): string {
  const lines: string[] = [];
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    lines.push(decodeStrict(line) ?? decodeLatin(line));
    start = end;
  }
  return lines.join("");
}

function decodeAny(bytes: Uint8Array): string {
  // TextDecoder takes the mark away.
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const utf16 = guessUtf16(bytes);
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  return decodeStrict(bytes) ?? declared(bytes) ?? decodeLines(bytes);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const binaryControl = /[\u0000-\u0008\u000e-\u001f]/gu;
/** Marks without width that steer the order or the breaking of text: invisible, and a quote that holds them is not found. */
const invisible = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const lineEnd = /\r\n?|[\u000b\u0085\u2028\u2029]/gu;

const loneSurrogate = /\p{Surrogate}/gu;

/** C1 control characters are Windows-1252 read as Latin-1 (as the HTML standard has it); the other controls go. */
function withoutControl(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) return "";
  const meant = windows1252Character(code);
  return meant === character ? "" : meant;
}

/**
 * Characters that came out of any container, made fit for reading: NFC, line ends `\n`, no control characters but tab,
 * line end and `\f`, no invisible marks, no lone surrogates, double encoding undone. Never throws; linear.
 */
export function tidyCharacters(text: string): string {
  return undoDoubleEncoding(text)
    .replace(lineEnd, "\n")
    .replace(control, withoutControl)
    .replace(invisible, "")
    .replace(loneSurrogate, "\ufffd")
    .normalize("NFC");
}

/**
 * The characters of a text file, tidied.
 *
 * @throws UserError `binary` when the bytes are no text in any of these encodings
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  const text = decodeAny(bytes);
  if (text.includes("\u0000")) throw refusal("binary", file, "it holds zero bytes");
  const controls = text.match(binaryControl)?.length ?? 0;
  if (controls > 4 && controls > text.length * maxControlShare) {
    throw refusal("binary", file, `${controls} control characters among ${text.length}`);
  }
  return tidyCharacters(text);
}
