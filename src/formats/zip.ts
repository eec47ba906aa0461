import type { Entry, ZipFile } from "yauzl";
import { maxUnpackedBytes, maxUnpackRatio, maxZipEntries, ratioFreeBytes } from "./limits.ts";
import { isRefusal, refusal } from "./refusals.ts";

/** The parts of a zip file that were asked for, by their path inside it. */
export type ZipParts = ReadonlyMap<string, Uint8Array>;

const encryptedFlag = 1;

/**
 * Unpacks the wanted parts of a zip file in memory. What a part says of its size is not believed: unpacking stops as
 * soon as a bound is reached.
 *
 * @param wanted which paths to unpack
 * @throws UserError `zip-bomb`, `encrypted`, or `truncated` when the container is damaged
 */
export async function unzip(bytes: Uint8Array, file: string, wanted: (path: string) => boolean): Promise<ZipParts> {
  // yauzl: reads the directory, then only the parts asked for, as streams that can be stopped.
  const { fromBuffer } = await import("yauzl");
  const open = new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true }, (error, zip) =>
      error === null ? resolve(zip) : reject(error),
    );
  });
  try {
    return await readEntries(await open, file, wanted);
  } catch (error) {
    if (isRefusal(error)) throw error;
    throw refusal("truncated", file, error instanceof Error ? error.message : "unreadable zip");
  }
}

async function readEntries(zip: ZipFile, file: string, wanted: (path: string) => boolean): Promise<ZipParts> {
  const parts = new Map<string, Uint8Array>();
  let unpacked = 0;
  let entries = 0;
  for await (const entry of entriesOf(zip)) {
    entries += 1;
    if (entries > maxZipEntries) throw refusal("zip-bomb", file, `more than ${maxZipEntries} entries`);
    if (!wanted(entry.fileName) || parts.has(entry.fileName)) continue;
    if ((entry.generalPurposeBitFlag & encryptedFlag) !== 0) throw refusal("encrypted", file, entry.fileName);
    const part = await readEntry(zip, entry, file, maxUnpackedBytes - unpacked);
    unpacked += part.length;
    parts.set(entry.fileName, part);
  }
  return parts;
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (let count = 0; count < zip.entryCount; count += 1) {
    yield await new Promise<Entry>((resolve, reject) => {
      const forget = (): void => {
        zip.off("entry", take);
        zip.off("error", fail);
      };
      const take = (entry: Entry): void => {
        forget();
        resolve(entry);
      };
      const fail = (error: Error): void => {
        forget();
        reject(error);
      };
      zip.on("entry", take);
      zip.on("error", fail);
      zip.readEntry();
    });
  }
}

async function readEntry(zip: ZipFile, entry: Entry, file: string, room: number): Promise<Uint8Array> {
  const limit = Math.min(room, Math.max(ratioFreeBytes, entry.compressedSize * maxUnpackRatio));
  if (entry.uncompressedSize > limit)
    throw refusal("zip-bomb", file, `${entry.fileName}, ${entry.uncompressedSize} bytes`);
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error === null ? resolve(opened) : reject(error)));
  });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const piece = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    size += piece.length;
    if (size > limit) throw refusal("zip-bomb", file, `${entry.fileName}, more than ${limit} bytes`);
    chunks.push(piece);
  }
  return Buffer.concat(chunks, size);
}
