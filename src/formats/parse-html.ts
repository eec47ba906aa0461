import { maxMarkupCharacters } from "./limits.ts";
import { refusal } from "./refusals.ts";
import { type Element, TreeBuilder } from "./tree.ts";

const none: ReadonlyMap<string, string> = new Map();

/** Most elements have no attributes, and a page may have a million elements. */
const attributesOf = (attributes: Record<string, string>): ReadonlyMap<string, string> => {
  const entries = Object.entries(attributes);
  return entries.length === 0 ? none : new Map(entries);
};

/**
 * HTML of any quality to a tree; the root has no name and holds what the page holds. Names are in lower case.
 *
 * @throws UserError `too-large`
 */
export async function parseHtml(text: string, file: string): Promise<Element> {
  if (text.length > maxMarkupCharacters) throw refusal("too-large", file, ["characters", text.length]);
  // htmlparser2: takes any HTML, event by event, fast.
  const { Parser } = await import("htmlparser2");
  const tree = new TreeBuilder(file);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => tree.start(name, attributesOf(attributes)),
      ontext: (piece) => tree.text(piece),
      onclosetag: () => tree.end(),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(text);
  return tree.root;
}
