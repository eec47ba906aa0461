import { child, childElements, type Element, findAll } from "./tree.ts";

/** How a level of a list or of the headings is numbered. */
export interface OdtLevel {
  /** `1`, `a`, `I`; empty for no number. */
  format: string;
  prefix: string;
  suffix: string;
  start: number;
  /** How many levels are shown, this one included: 2 for `1.3`. */
  displayed: number;
  /** `Vraag %1%`: how newer files (ODF 1.4, LibreOffice 7) say all of this; empty in others. */
  template: string;
}

/** What the styles of an ODT file say that matters for a letter. */
export interface OdtStyles {
  isBold: (style: string | undefined) => boolean;
  isSuperscript: (style: string | undefined) => boolean;
  isHidden: (style: string | undefined) => boolean;
  /** The list style of a paragraph style: empty where it says that there is none, null where it says nothing. */
  listStyle: (style: string | undefined) => string | null;
  /** The kind of page that begins at a paragraph of a style; null where it says nothing. */
  masterPage: (style: string | undefined) => string | null;
  /** How a level (from 1) of a list style is numbered; null for bullets. */
  listLevel: (style: string | undefined, level: number) => OdtLevel | null;
  /** How a level (from 1) of the headings is numbered. */
  outlineLevel: (level: number) => OdtLevel | null;
  /** Whether lines are drawn around cells of a style. */
  hasBorder: (style: string | undefined) => boolean;
}

/** Reads the styles of styles.xml and of the head of content.xml; a style has what its parent has. */
export function readOdtStyles(roots: readonly (Element | null)[]): OdtStyles {
  const styles = new Map<string, Element>();
  const lists = new Map<string, Element>();
  let outline: Element | null = null;
  for (const root of roots) {
    if (root === null) continue;
    for (const style of findAll(root, ({ name }) => name === "style:style"))
      styles.set(style.attributes.get("style:name") ?? "", style);
    for (const list of findAll(root, ({ name }) => name === "text:list-style"))
      lists.set(list.attributes.get("style:name") ?? "", list);
    outline ??= findAll(root, ({ name }) => name === "text:outline-style")[0] ?? null;
  }
  /** The first answer of a style or of those it is based on. */
  const inherited = (style: string | undefined, ask: (element: Element) => string | undefined): string | null => {
    const seen = new Set<string>();
    for (let at = style; at !== undefined && !seen.has(at); ) {
      seen.add(at);
      const element: Element | undefined = styles.get(at);
      const value = element === undefined ? undefined : ask(element);
      if (value !== undefined) return value;
      at = element?.attributes.get("style:parent-style-name");
    }
    return null;
  };
  const property = (style: string | undefined, name: string): string =>
    inherited(style, (element) => child(element, "style:text-properties")?.attributes.get(name)) ?? "";
  return {
    isBold: (style) => /^(?:bold|[6-9]00)$/.test(property(style, "fo:font-weight")),
    isSuperscript: (style) => /^super/.test(property(style, "style:text-position")),
    isHidden: (style) => property(style, "text:display") === "none",
    listStyle: (style) => inherited(style, ({ attributes }) => attributes.get("style:list-style-name")),
    masterPage: (style) => inherited(style, ({ attributes }) => attributes.get("style:master-page-name")),
    listLevel: (style, level) => levelOf(lists.get(style ?? "") ?? null, level),
    outlineLevel: (level) => levelOf(outline, level),
    hasBorder: (style) => {
      const own = child(styles.get(style ?? "") ?? null, "style:table-cell-properties");
      return [...(own?.attributes ?? [])].some(([name, value]) => /^fo:border(?:-\w+)?$/.test(name) && isDrawn(value));
    },
  };
}

const isDrawn = (border: string): boolean => border !== "" && !/\bnone\b|\bhidden\b/.test(border);

function levelOf(list: Element | null, level: number): OdtLevel | null {
  const found = (list === null ? [] : childElements(list)).find(
    ({ attributes }) => attributes.get("text:level") === String(level),
  );
  if (found === undefined || found.name === "text:list-level-style-bullet") return null;
  if (found.name === "text:list-level-style-image") return null;
  const said = (name: string): string | undefined => found.attributes.get(name);
  const isList = found.name === "text:list-level-style-number";
  return {
    format: said("style:num-format") ?? (isList ? "1" : ""),
    prefix: said("style:num-prefix") ?? "",
    suffix: said("style:num-suffix") ?? "",
    start: Number(said("text:start-value") ?? 1),
    displayed: Number(said("text:display-levels") ?? 1),
    template: said("style:num-list-format") ?? said("loext:num-list-format") ?? "",
  };
}
