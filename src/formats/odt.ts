import { BlockWriter } from "./block-writer.ts";
import { decodeText } from "./decode.ts";
import { hintsFromMetadata, type MetadataEntry } from "./metadata.ts";
import { writeOdtBlocks } from "./odt-blocks.ts";
import { readOdtStyles } from "./odt-styles.ts";
import { parseXml } from "./parse-xml.ts";
import { refusal } from "./refusals.ts";
import type { Hints, SourceText } from "./source-text.ts";
import { child, type Element, find, findAll, textOf } from "./tree.ts";
import type { ZipParts } from "./zip.ts";

/** The parts of an ODT file that are read. */
export const odtParts: ReadonlySet<string> = new Set([
  "content.xml",
  "styles.xml",
  "meta.xml",
  "META-INF/manifest.xml",
]);

/**
 * An OpenDocument text: its body, its notes, what stands in its page headers (as `hints.furniture`) and its metadata.
 *
 * @throws UserError `encrypted`, `truncated` without a body, `broken-xml`, `no-text`
 */
export async function readOdt(parts: ZipParts, file: string): Promise<SourceText> {
  const part = async (name: string): Promise<Element | null> => {
    const bytes = parts.get(name);
    return bytes === undefined ? null : parseXml(decodeText(bytes, file), file);
  };
  const manifest = await part("META-INF/manifest.xml");
  if (manifest !== null && find(manifest, "manifest:encryption-data") !== null) throw refusal("encrypted", file, "ODT");
  const content = await part("content.xml");
  const body = content === null ? null : find(content, "office:text");
  if (content === null || body === null) throw refusal("truncated", file, "no text in it");
  const styles = await part("styles.xml");
  const meta = await part("meta.xml");
  const writer = new BlockWriter();
  const frames = writeOdtBlocks(writer, body, readOdtStyles([styles, content]));
  const text = writer.finish();
  if (text === "") throw refusal("no-text", file, "an ODT body");
  const furniture = [...frames, ...(styles === null ? [] : pageLines(styles))];
  const hints: Hints = meta === null ? {} : hintsFromMetadata(entriesOfMeta(meta));
  return { file, text, hints: furniture.length > 0 ? { ...hints, furniture } : hints };
}

const pageLines = (styles: Element): string[] =>
  findAll(styles, ({ name }) => /^style:(?:header|footer)(?:-first|-left)?$/.test(name))
    .flatMap((each) => findAll(each, ({ name }) => name === "text:p").map(textOf))
    .filter((line, at, lines) => line !== "" && lines.indexOf(line) === at);

/** `meta:user-defined` entries are those of the official metadata; `dc:title` is the title of any ODT. */
function entriesOfMeta(meta: Element): MetadataEntry[] {
  const own = findAll(meta, ({ name }) => name === "meta:user-defined").map((element) => ({
    name: element.attributes.get("meta:name") ?? "",
    content: textOf(element),
  }));
  return [...own, { name: "title", content: textOf(child(find(meta, "office:meta"), "dc:title")) }];
}
