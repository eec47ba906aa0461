import { BlockWriter } from "./block-writer.ts";
import { writeHtmlBlocks } from "./html-blocks.ts";
import { findNotes } from "./html-notes.ts";
import { contentRoot, headerTitle } from "./html-root.ts";
import { shownTest } from "./html-shown.ts";
import { readHtmlStyles } from "./html-styles.ts";
import { hintsFromMetadata, type MetadataEntry } from "./metadata.ts";
import { refusal } from "./refusals.ts";
import type { Hints, SourceText } from "./source-text.ts";
import { type Element, find, findAll, textOf } from "./tree.ts";

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
  const { root, teasers } = contentRoot(page);
  const hints = hintsFromMetadata(headEntries(page));
  if (hints.id === undefined && isErrorPage(page, root)) throw refusal("error-page", file, headline(page));
  const writer = new BlockWriter();
  const styles = readHtmlStyles(page);
  const notes = findNotes(page, styles.isHidden);
  writeHtmlBlocks(writer, root, { styles, notes, isShown: shownTest(root, styles, notes, teasers) });
  const text = writer.finish();
  if (text === "") throw refusal("no-text", file, "a web page");
  return { file, text, hints: { ...hintsFromTitle(page, root), ...hints } };
}

/** Ministries call a letter to parliament a Kamerbrief, and no other paper. */
const letterTitle = /^kamerbrief\b/i;

/** What stands in the `<title>` of a page that was saved from Word without one: its first words, the name of a file. */
const noTitle = /^(?:>|microsoft word\b|(?:brief|document ?\d*|naamloos|untitled(?: document)?|.{1,3})$)/i;

function hintsFromTitle(page: Element, root: Element): Hints {
  // Sites put their name behind: `Kamerbrief over terugkeer | Kamerstuk | Rijksoverheid.nl`.
  const [named = ""] = textOf(find(page, "title")).split(" | ");
  const title = headerTitle(root) || named;
  if (title === "" || noTitle.test(title)) return {};
  return letterTitle.test(title) ? { title, kind: "brief" } : { title };
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
