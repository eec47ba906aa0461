import { formOfName } from "./form.ts";
import { readHtml } from "./html.ts";
import { entriesOf, hintsFromMetadata } from "./metadata.ts";
import { readOfficialXml } from "./official-xml.ts";
import { isOfficial } from "./official-xml-blocks.ts";
import { parseHtml } from "./parse-html.ts";
import { parseXml } from "./parse-xml.ts";
import { refusal } from "./refusals.ts";
import type { Hints, SourceText } from "./source-text.ts";

const metadataRoots = new Set(["metadata_gegevens", "owms-metadata"]);

/**
 * Opens XML or HTML. A page of HTML where XML or another form was promised is an error page: the site answers a missing
 * id with status 200 and a page that says so.
 *
 * @throws UserError `error-page`, `broken-xml`, `metadata-only`, `unknown-form`, `no-text`
 */
export async function openMarkup(text: string, content: "xml" | "html", file: string): Promise<SourceText> {
  const promised = formOfName(file);
  if (content === "html") {
    if (promised !== null && promised !== "html" && promised !== "text") {
      throw refusal("error-page", file, `a web page instead of ${promised}`);
    }
    return readHtml(await parseHtml(text, file), file);
  }
  const root = await parseXml(text, file);
  if (isOfficial(root)) {
    const opened = readOfficialXml(root, file);
    if (opened.text === "") throw refusal("no-text", file, "a publication element");
    return opened;
  }
  if (metadataRoots.has(root.name)) throw refusal("metadata-only", file);
  throw refusal("unknown-form", file, ["other-xml", root.name.slice(0, 60)]);
}

/**
 * Hints from the text of `metadata.xml` or `metadata_owms.xml`.
 *
 * @throws UserError `broken-xml`, `unknown-form`
 */
export async function readMetadata(text: string, file: string): Promise<Hints> {
  const root = await parseXml(text, file);
  if (!metadataRoots.has(root.name)) throw refusal("unknown-form", file, ["other-xml", root.name.slice(0, 60)]);
  return hintsFromMetadata(entriesOf(root));
}
