import { child, childElements, type Element, findAll } from "./tree.ts";

/** What the styles of an ODT file say that matters for a letter. */
export interface OdtStyles {
  isBold: (style: string | undefined) => boolean;
  isSuperscript: (style: string | undefined) => boolean;
  /** Whether a level (from 1) of a list style is numbered, with what stands around the number; null for bullets. */
  numbering: (style: string | undefined, level: number) => { format: string; suffix: string; start: number } | null;
}

/** Reads the styles of styles.xml and of the head of content.xml; a style has what its parent has. */
export function readOdtStyles(roots: readonly (Element | null)[]): OdtStyles {
  const styles = new Map<string, Element>();
  const lists = new Map<string, Element>();
  for (const root of roots) {
    if (root === null) continue;
    for (const style of findAll(root, ({ name }) => name === "style:style"))
      styles.set(style.attributes.get("style:name") ?? "", style);
    for (const list of findAll(root, ({ name }) => name === "text:list-style"))
      lists.set(list.attributes.get("style:name") ?? "", list);
  }
  const property = (style: string | undefined, name: string): string => {
    const seen = new Set<string>();
    for (let at = style; at !== undefined && !seen.has(at); ) {
      seen.add(at);
      const element: Element | undefined = styles.get(at);
      const value = child(element ?? null, "style:text-properties")?.attributes.get(name);
      if (value !== undefined) return value;
      at = element?.attributes.get("style:parent-style-name");
    }
    return "";
  };
  return {
    isBold: (style) => /^(?:bold|[6-9]00)$/.test(property(style, "fo:font-weight")),
    isSuperscript: (style) => /^super/.test(property(style, "style:text-position")),
    numbering: (style, level) => {
      const found = childElements(lists.get(style ?? "") ?? { name: "", attributes: new Map(), children: [] }).find(
        ({ attributes }) => attributes.get("text:level") === String(level),
      );
      if (found?.name !== "text:list-level-style-number") return null;
      return {
        format: found.attributes.get("style:num-format") ?? "1",
        suffix: found.attributes.get("style:num-suffix") ?? ".",
        start: Number(found.attributes.get("text:start-value") ?? 1),
      };
    },
  };
}
