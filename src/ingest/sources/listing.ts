import { UserError } from "../../errors.ts";
import { decodeText } from "../../formats/decode.ts";
import { parseXml } from "../../formats/parse-xml.ts";
import { childElements, type Element, find, findAll, textOf } from "../../formats/tree.ts";
import type { SourceClient } from "../http/client.ts";
import { SourceError } from "../http/source-error.ts";

/** Reading the XML in which sources list what they have. Prefixes differ, so elements are known by their local name. */

/** Bytes of one page: a thousand records of the size seen in real responses are 5 MB. */
const maxPageBytes = 32 * 1024 * 1024;

const xmlTypes = ["application/xml", "text/xml", "application/atom+xml", "application/sru+xml"];

export const localName = (name: string): string => name.slice(name.lastIndexOf(":") + 1);

/** All elements below of a local name; does not look inside those it found. */
export function allBelow(parent: Element, name: string): Element[] {
  return findAll(parent, (element) => localName(element.name) === name);
}

/** The child elements of a local name. */
export function childrenOf(parent: Element, name: string): Element[] {
  return childElements(parent).filter((element) => localName(element.name) === name);
}

/** The text of the first child of a local name; null when it is absent or empty. */
export function childText(parent: Element, name: string): string | null {
  const [first = null] = childrenOf(parent, name);
  return textOf(first) || null;
}

/** An attribute by its local name. */
export function attributeOf(element: Element, name: string): string | null {
  for (const [full, value] of element.attributes) if (localName(full) === name) return value;
  return null;
}

/**
 * Gets a page of XML.
 *
 * @param wanted local name of the element that it must be
 * @throws SourceError
 */
export async function getXml(
  client: SourceClient,
  url: string,
  wanted: readonly string[],
  signal?: AbortSignal,
): Promise<Element> {
  const reply = await client.get({ url, types: xmlTypes, maxBytes: maxPageBytes, signal });
  if (reply.state === "unchanged") throw new Error(`${url} was asked without conditions`);
  const root = await parsePage(reply.bytes, url);
  if (wanted.includes(localName(root.name))) return root;
  if (/^html$/i.test(root.name) || find(root, "body") !== null) {
    throw new SourceError("source-error-page", url, textOf(root).slice(0, 80));
  }
  throw new SourceError("source-malformed", url, `a ${root.name} instead of ${wanted.join(" or ")}`);
}

async function parsePage(bytes: Uint8Array, url: string): Promise<Element> {
  try {
    const text = decodeText(bytes, url);
    if (/^\s*(?:<!doctype\s+html|<html)/i.test(text)) throw new SourceError("source-error-page", url, "HTML");
    return await parseXml(text, url);
  } catch (error) {
    if (error instanceof SourceError || !(error instanceof UserError)) throw error;
    throw new SourceError("source-malformed", url, error.message.replace(url, "").trim());
  }
}
