import { posix } from "node:path";
import { decodeText } from "./decode.ts";
import { parseXml } from "./parse-xml.ts";
import { childElements, type Element } from "./tree.ts";
import type { ZipParts } from "./zip.ts";

/*
 * What a part of a Word file is called is up to the program that wrote it; what it is, the relations say (ECMA-376
 * part 2, 9.3): those of the file name its main part, those of the main part its notes, styles, headers. Word itself
 * always writes word/document.xml; what comes from the web or from SharePoint is often word/document2.xml.
 */

const fileRelations = "_rels/.rels";
const contentTypes = "[Content_Types].xml";
const usualMain = "word/document.xml";

/** Folders of spreadsheets and the like, which name their main part in the same way. */
const otherOffice = /^(?:xl|ppt|visio)\//;

/** The parts that say which part is the main one. */
export const docxRootParts: ReadonlySet<string> = new Set([fileRelations, contentTypes]);

/** Parts beside the main one that nothing is printed of; remarks of reviewers are among them. */
const unprinted = /^(?:comments\w*|fontTable|webSettings|people|stylesWithEffects)\d*\.xml$/;

interface Relation {
  id: string;
  /** The last word of its type: `footnotes`, `header`; empty where it does not say. */
  type: string;
  target: string;
}

const xml = async (parts: ZipParts, path: string, file: string): Promise<Element | null> => {
  const bytes = parts.get(path);
  return bytes === undefined ? null : parseXml(decodeText(bytes, file), file);
};

function relationsIn(root: Element | null): Relation[] {
  const found = root === null ? [] : childElements(root, "Relationship");
  return found.map(({ attributes }) => ({
    id: attributes.get("Id") ?? "",
    type: attributes.get("Type")?.split("/").at(-1) ?? "",
    target: attributes.get("Target") ?? "",
  }));
}

/** The path in the file that a relation of the part `from` leads to. */
const resolve = (from: string, target: string): string =>
  target.startsWith("/") ? target.slice(1) : posix.join(posix.dirname(from), target);

/**
 * The path of the main part of a Word file; the usual one where the file does not say, or is of another kind.
 *
 * @param parts those of `docxRootParts`
 */
export async function docxMainPart(parts: ZipParts, file: string): Promise<string> {
  const relations = relationsIn(await xml(parts, fileRelations, file));
  const main = relations.find(({ type }) => type === "officeDocument");
  if (main === undefined) return usualMain;
  const path = resolve("", main.target);
  const types = await xml(parts, contentTypes, file);
  const said = childElements(types ?? { name: "", attributes: new Map(), children: [] }, "Override").find(
    ({ attributes }) => attributes.get("PartName") === `/${path}`,
  );
  const type = said?.attributes.get("ContentType");
  return (type === undefined ? !otherOffice.test(path) : /word/i.test(type)) ? path : usualMain;
}

/** Whether a part of a Word file is read, by its path: those beside the main one, and their relations. */
export function isDocxPart(path: string, main: string): boolean {
  const folder = posix.dirname(main);
  const name = posix.basename(path);
  if (path === main) return true;
  if (name.endsWith(".rels")) return posix.dirname(path) === posix.join(folder, "_rels");
  return posix.dirname(path) === folder && name.endsWith(".xml") && path !== contentTypes && !unprinted.test(name);
}

/** The parts of one Word file. */
export class DocxParts {
  readonly #parts: ZipParts;
  readonly #main: string;
  readonly #file: string;
  #relations: readonly Relation[] = [];

  /** @throws UserError `broken-xml` when the relations of the main part are broken */
  static async open(parts: ZipParts, main: string, file: string): Promise<DocxParts> {
    const opened = new DocxParts(parts, main, file);
    opened.#relations = await opened.#relationsOf(main);
    return opened;
  }

  private constructor(parts: ZipParts, main: string, file: string) {
    this.#parts = parts;
    this.#main = main;
    this.#file = file;
  }

  /** The part at a path; null where there is none. */
  async read(path: string): Promise<Element | null> {
    return xml(this.#parts, path, this.#file);
  }

  /** The part of a kind (`styles`, `footnotes`): where the relations lead, else where it usually is. */
  pathOf(type: string): string {
    const relation = this.#relations.find((each) => each.type === type);
    return resolve(this.#main, relation?.target ?? `${type}.xml`);
  }

  /** The part that a relation of the main part leads to; null where there is no such relation. */
  pathOfRelation(id: string): string | null {
    const relation = this.#relations.find((each) => each.id === id);
    return relation === undefined ? null : resolve(this.#main, relation.target);
  }

  /** Where all headers and footers are, sorted by their path. */
  headsAndFeet(): string[] {
    const related = this.#relations.filter(({ type }) => type === "header" || type === "footer");
    const named = [...this.#parts.keys()].filter((path) => /\/(?:header|footer)\d*\.xml$/.test(`/${path}`));
    return [...new Set([...related.map(({ target }) => resolve(this.#main, target)), ...named])].sort();
  }

  /** From relation id to address, as hyperlinks of a part use them. */
  async links(path: string): Promise<Map<string, string>> {
    return new Map((await this.#relationsOf(path)).map(({ id, target }) => [id, target]));
  }

  async #relationsOf(path: string): Promise<Relation[]> {
    return relationsIn(await this.read(posix.join(posix.dirname(path), "_rels", `${posix.basename(path)}.rels`)));
  }
}
