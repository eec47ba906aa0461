import { BlockWriter } from "./block-writer.ts";
import { writeHtmlBlocks } from "./html-blocks.ts";
import { findNotes } from "./html-notes.ts";
import { hintsFromMetadata, type MetadataEntry } from "./metadata.ts";
import { refusal } from "./refusals.ts";
import type { SourceText } from "./source-text.ts";
import { type Element, find, findAll, textOf } from "./tree.ts";

/** Where the publication stands in a page, best first: officielebekendmakingen.nl, then what pages in general have. */
const contentRoots: readonly ((element: Element) => boolean)[] = [
  ({ attributes }) => attributes.get("id") === "broodtekst",
  ({ name }) => name === "article",
  ({ name, attributes }) => name === "main" || attributes.get("role") === "main",
  ({ attributes }) => attributes.get("id") === "main-column" || attributes.get("id") === "content",
  ({ name }) => name === "body",
];

/** What the title or first heading of an error page says, in Dutch or English. */
const errorWords =
  /\b(?:niet gevonden|niet beschikbaar|bestaat niet|fout(?:melding|pagina)?|storing|onderhoud|not found|error|unavailable|forbidden|bad gateway|[45]\d\d)\b/i;
/** An error page is short; a letter about errors is not. */
const errorPageCharacters = 3000;

/**
 * A web page: the publication in it, without navigation and furniture.
 *
 * @throws UserError `error-page` when the page says that there is no publication, `no-text`
 */
export function readHtml(page: Element, file: string): SourceText {
  const root = contentRoots.map((wanted) => findAll(page, wanted)[0]).find((found) => found !== undefined) ?? page;
  const hints = hintsFromMetadata(headEntries(page));
  if (hints.id === undefined && isErrorPage(page, root)) throw refusal("error-page", file, headline(page));
  const writer = new BlockWriter();
  writeHtmlBlocks(writer, root, findNotes(page));
  const text = writer.finish();
  if (text === "") throw refusal("no-text", file, "a web page");
  const title = textOf(find(page, "title"));
  return { file, text, hints: hints.title === undefined && title !== "" ? { ...hints, title } : hints };
}

const headEntries = (page: Element): MetadataEntry[] =>
  findAll(page, (element) => element.name === "meta").map(({ attributes }) => ({
    name: attributes.get("name") ?? "",
    content: attributes.get("content") ?? "",
  }));

const headline = (page: Element): string =>
  [find(page, "title"), find(page, "h1")]
    .map(textOf)
    .filter((text) => text !== "")
    .join("; ")
    .slice(0, 100);

function isErrorPage(page: Element, root: Element): boolean {
  if (root.attributes.get("id") === "broodtekst") return false;
  return errorWords.test(headline(page)) && textOf(root).length < errorPageCharacters;
}
