import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maxFileBytes } from "../../src/formats/limits.ts";
import { openDocument } from "../../src/formats/open.ts";
import { isRefusal } from "../../src/formats/refusals.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Windows-1252 bytes of a text of which every character is below U+0100. */
const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

function utf16(text: string, order: "le" | "be", mark: boolean): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < marked.length; at += 1) view.setUint16(at * 2, marked.charCodeAt(at), order === "le");
  return bytes;
}

async function textOf(bytes: Uint8Array, file = "brief.txt"): Promise<string> {
  return (await openDocument(bytes, file)).text;
}

async function codeOf(
  bytes: Uint8Array,
  file = "brief.txt",
): Promise<{ code: string; message: string; forUser: string }> {
  try {
    await openDocument(bytes, file);
  } catch (error) {
    if (isRefusal(error)) return { code: error.code, message: error.message, forUser: error.forUser };
    throw error;
  }
  return { code: "none", message: "", forUser: "" };
}

const letter = "De cliënten van de coördinator, é\nén brief aan € 5.\n";

describe("the encoding of a text is found from its bytes", () => {
  it.each([
    ["UTF-8", utf8(letter)],
    ["UTF-8 with a byte order mark", utf8(`\ufeff${letter}`)],
    ["UTF-16 LE with a mark", utf16(letter, "le", true)],
    ["UTF-16 BE with a mark", utf16(letter, "be", true)],
    ["UTF-16 LE without a mark", utf16(letter, "le", false)],
    ["UTF-16 BE without a mark", utf16(letter, "be", false)],
    ["Windows-1252", latin(letter.replace("€", "\u0080"))],
    ["decomposed UTF-8", utf8(letter.normalize("NFD"))],
    ["line ends of Windows", utf8(letter.replaceAll("\n", "\r\n"))],
    ["line ends of old Macs", utf8(letter.replaceAll("\n", "\r"))],
  ])("%s", async (_name, bytes) => {
    expect(await textOf(bytes)).toBe(letter);
  });

  it("reads a file of which some lines are UTF-8 and some are Windows-1252", async () => {
    const mixed = new Uint8Array([...utf8("cliënten\n"), ...latin("coördinatie\n")]);
    expect(await textOf(mixed)).toBe("cliënten\ncoördinatie\n");
  });

  it("keeps page breaks and tabs and drops other control characters and invisible marks", async () => {
    expect(
      await textOf(utf8("een\ftwee\tdrie\u0002 vier\u200bvijf\u202e zes, en nog meer tekst".padEnd(400, "."))),
    ).toMatch(/^een\ftwee\tdrie viervijf zes,/);
  });
});

describe("double encoding is undone where that is certain", () => {
  it.each([
    ["cliÃ«nten", "cliënten"],
    ["â€œJaâ€\u009d, zei hij â€“ â‚¬ 5", "“Ja”, zei hij – € 5"],
    ["cliÃƒÂ«nten", "cliënten"],
    ["cliÃ«nten van YeÅŸilgÃ¶z en KostiÄ‡", "cliënten van Yeşilgöz en Kostić"],
  ])("%s", async (garbled, meant) => {
    expect(await textOf(utf8(garbled))).toBe(meant);
  });

  it.each(["«CAFÉ»", "São Tomé en Príncipe", "JÄ… dat weet ik niet", "À la carte, Å land", "Ghaligaï §5 «Ü»"])(
    "leaves %s as it is",
    async (right) => {
      expect(await textOf(utf8(right))).toBe(right.normalize("NFC"));
    },
  );

  it("undoes every double-encoded Dutch sentence", async () => {
    const dutch = fc.stringMatching(/^[a-zéëïöüèáóúç “”‘’–€«»]{1,60}$/);
    await fc.assert(
      fc.asyncProperty(dutch, async (sentence) => {
        const once = sentence.trim().normalize("NFC");
        fc.pre(once !== "");
        const twice = new TextDecoder("windows-1252").decode(utf8(once));
        expect(await textOf(utf8(twice))).toBe(once);
      }),
    );
  });
});

describe("what is no text is refused with a code that names the file", () => {
  it.each([
    ["empty", new Uint8Array(0)],
    ["empty", utf8(" \n\t\u00a0\n")],
    ["empty", utf8("\ufeff")],
    ["empty", new Uint8Array(20_000_000).fill(0x20)],
    ["binary", Uint8Array.from({ length: 500 }, (_, at) => (at * 37) % 256)],
    ["binary", utf8(`tekst\u0000tekst`)],
    ["too-large", new Uint8Array(maxFileBytes + 1).fill(0x20)],
    ["too-large", new Uint8Array(100 * 1024 * 1024).fill(0x20)],
  ])("%s", async (code, bytes) => {
    const refused = await codeOf(bytes, "raar.txt");
    expect(refused.code).toBe(code);
    expect(refused.message).toMatch(/^raar\.txt /);
    expect(refused.forUser).toMatch(/^raar\.txt .+\.$/);
  });

  it("says how large a file that is too large is", async () => {
    expect((await codeOf(new Uint8Array(100 * 1024 * 1024), "groot.txt")).forUser).toBe(
      "groot.txt is te groot om te lezen (100 MB; ten hoogste 50 MB).",
    );
  });
});

describe("any bytes", () => {
  it("give a tidy text or a coded refusal", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        try {
          const text = await textOf(bytes);
          expect(text).toBe(text.normalize("NFC"));
          for (const mark of ["\r", "\u0000", "\ufeff"]) expect(text).not.toContain(mark);
          expect(text).not.toMatch(/\p{Surrogate}/u);
        } catch (error) {
          expect(isRefusal(error)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
