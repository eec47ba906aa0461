import type { QualifiedTag, Tag } from "sax";
import { maxMarkupCharacters } from "./limits.ts";
import { refusal } from "./refusals.ts";
import { type Element, TreeBuilder } from "./tree.ts";

const none: ReadonlyMap<string, string> = new Map();

/** Most elements have no attributes, and a document may have a million elements. */
const attributesOf = (tag: Tag | QualifiedTag): ReadonlyMap<string, string> => {
  const entries = Object.entries(tag.attributes);
  if (entries.length === 0) return none;
  return new Map(entries.map(([name, value]) => [name, typeof value === "string" ? value : value.value]));
};

/**
 * XML to a tree: the document element. White space is kept as it stands. Entities of its own are not read, so that
 * none can grow: the few that XML itself has are.
 *
 * @throws UserError `broken-xml` when it is not well-formed or defines entities, `too-large`
 */
export async function parseXml(text: string, file: string): Promise<Element> {
  if (text.length > maxMarkupCharacters) throw refusal("too-large", file, ["characters", text.length]);
  // sax: event by event, strict, and never expands entities of the document.
  const { default: sax } = await import("sax");
  const parser = sax.parser(true, { position: true });
  const tree = new TreeBuilder(file);
  parser.onopentag = (tag) => tree.start(tag.name, attributesOf(tag));
  parser.ontext = (piece) => tree.text(piece);
  parser.oncdata = (piece) => tree.text(piece);
  parser.onclosetag = () => tree.end();
  parser.ondoctype = (doctype) => {
    if (/<!ENTITY/i.test(doctype)) throw refusal("broken-xml", file, ["own-entities"]);
  };
  parser.onerror = (error) => {
    const reason = error.message.split("\n", 1)[0] ?? "";
    throw refusal("broken-xml", file, ["syntax", reason, parser.line + 1]);
  };
  parser.write(text).close();
  const [root] = tree.root.children.filter((child) => typeof child !== "string");
  if (root === undefined) throw refusal("broken-xml", file, ["no-element"]);
  return root;
}
