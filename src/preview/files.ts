import { randomUUID } from "node:crypto";

/** Files that the bot uploads (a picture, a Word document), kept in memory. */
export interface StoredFile {
  id: string;
  name: string;
  title: string;
  altText: string;
  content: Buffer;
  /** What it is by its first bytes; anything but a picture is offered for download. */
  type: string;
}

/** The preview forgets its oldest file beyond this. */
const maxFiles = 50;
/** Bytes of one file. */
export const maxFileSize = 10_000_000;

export class Files {
  readonly #byId = new Map<string, StoredFile>();
  readonly #expected = new Map<string, StoredFile>();
  #count = 0;

  /** Makes room for a file; `uploadId` is the secret end of the address to which its bytes go. */
  expect(name: string, altText: string): { id: string; uploadId: string } {
    this.#count += 1;
    const id = `F0PREVIEW${this.#count}`;
    const uploadId = randomUUID();
    this.#expected.set(uploadId, { id, name, title: name, altText, content: Buffer.alloc(0), type: "" });
    return { id, uploadId };
  }

  /** Takes in the bytes; false when nothing was expected there. */
  take(uploadId: string, content: Buffer): boolean {
    const file = this.#expected.get(uploadId);
    if (file === undefined) return false;
    this.#expected.delete(uploadId);
    this.#byId.set(file.id, { ...file, content, type: typeOf(content) });
    const [oldest] = this.#byId.size > maxFiles ? this.#byId.keys() : [];
    if (oldest !== undefined) this.#byId.delete(oldest);
    return true;
  }

  find(id: unknown): StoredFile | undefined {
    return typeof id === "string" ? this.#byId.get(id) : undefined;
  }
}

const pictures: [start: string, type: string][] = [
  ["89504e470d0a1a0a", "image/png"],
  ["ffd8ff", "image/jpeg"],
  ["474946383", "image/gif"],
];

function typeOf(content: Buffer): string {
  const start = content.subarray(0, 8).toString("hex");
  return pictures.find(([magic]) => start.startsWith(magic))?.[1] ?? "application/octet-stream";
}

export function isPicture(file: StoredFile): boolean {
  return file.type.startsWith("image/");
}

/** Where the page finds it. */
export function addressOf(file: StoredFile): string {
  return `/files/${file.id}`;
}
