import { type Element, findAll, type Node } from "./tree.ts";

/** What the styles of a page say of its elements, as far as it decides whether and how a text is shown. */
export interface HtmlStyles {
  /** Whether the page does not show an element: deleted in Word, or hidden by an attribute, a style or a class. */
  isHidden: (element: Element) => boolean;
  /** `list-style-type` of a list or an item, in lower case; empty where the page says nothing of it. */
  listStyle: (element: Element) => string;
  /** What `li:before` prints for the items of a list (pages of Google Docs number so); empty for nothing. */
  itemContent: (list: Element) => string;
  /** Whether an element itself is drawn with a line around or along it. */
  hasBorder: (element: Element) => boolean;
}

type Declarations = Map<string, string>;

/** What Word and browsers show struck out: it is no longer part of the text. */
const deletions = new Set(["del", "s", "strike"]);
const hiding = /(?:^|[\s;])(?:display\s?:\s?none|visibility\s?:\s?hidden|mso-hide\s?:\s?all)/i;
const kept = /^(?:display|visibility|mso-hide|content|list-style(?:-type)?|border(?:-.{1,20})?)$/;
/** `.x`, `td.x`, `#x`, and `.x > li:before`: more would ask for a whole browser. */
const simpleSelector = /^(?:[a-z][a-z0-9]{0,10})?[.#][\w-]{1,100}(?:>li::?before)?$/i;

/** Reads the `<style>` elements of a page; rules inside `@media` and the like do not hold for everyone and are left out. */
export function readHtmlStyles(page: Element): HtmlStyles {
  const rules = new Map<string, Declarations>();
  for (const style of findAll(page, ({ name }) => name === "style"))
    readSheet(style.children.map(text).join(""), rules);

  /** The rules for elements of a kind, those that say most of it first; `suffix` is what follows their selectors. */
  const known = new Map<string, Declarations[]>();
  const rulesOf = ({ name, attributes }: Element, suffix = ""): Declarations[] => {
    const id = attributes.get("id");
    const classes = attributes.get("class");
    if (rules.size === 0 || (id === undefined && classes === undefined)) return [];
    const key = `${name} ${id ?? ""} ${classes ?? ""}${suffix}`;
    const found =
      known.get(key) ??
      [`#${id ?? ""}`, ...(classes ?? "").split(/\s+/).map((each) => `.${each}`)].flatMap((each) =>
        [`${name}${each}${suffix}`, `${each}${suffix}`].flatMap((selector) => rules.get(selector) ?? []),
      );
    known.set(key, found);
    return found;
  };
  const fromRules = (element: Element, property: string, suffix = ""): string =>
    rulesOf(element, suffix)
      .find((rule) => rule.has(property))
      ?.get(property) ?? "";
  /** A page has few styles on many elements. */
  const inline = new Map<string, Declarations>();
  const own = (element: Element): Declarations | undefined => {
    const style = element.attributes.get("style");
    if (style === undefined) return undefined;
    const known = inline.get(style) ?? declarations(style);
    inline.set(style, known);
    return known;
  };
  const value = (element: Element, property: string): string =>
    own(element)?.get(property) ?? fromRules(element, property);
  const hides = (element: Element): boolean =>
    fromRules(element, "display") === "none" ||
    fromRules(element, "visibility") === "hidden" ||
    fromRules(element, "mso-hide") === "all";
  return {
    isHidden: (element) =>
      deletions.has(element.name) ||
      element.attributes.get("hidden") !== undefined ||
      hiding.test(element.attributes.get("style") ?? "") ||
      (rules.size > 0 && hides(element)),
    listStyle: (element) => value(element, "list-style-type") || value(element, "list-style"),
    itemContent: (list) => fromRules(list, "content", ">li:before"),
    hasBorder: (element) => {
      const inlined = own(element);
      // What an element says of its borders itself goes before its classes.
      const said = inlined !== undefined && saysBorder(inlined) ? [inlined] : rulesOf(element);
      return said.some(drawsBorder);
    },
  };
}

const text = (node: Node): string => (typeof node === "string" ? node : "");

const borderProperty = /^border(?:-(?:top|right|bottom|left))?(?:-style)?$/;
const line = /\b(?:solid|double|dashed|dotted|ridge|groove|inset|outset)\b/;

const saysBorder = (rule: Declarations): boolean => [...rule.keys()].some((property) => borderProperty.test(property));
const drawsBorder = (rule: Declarations): boolean =>
  [...rule].some(([property, value]) => borderProperty.test(property) && line.test(value));

function readSheet(sheet: string, rules: Map<string, Declarations>): void {
  const css = withoutComments(sheet);
  for (let at = 0; at < css.length; ) {
    const open = css.indexOf("{", at);
    if (open === -1) return;
    const before = css.slice(at, open);
    const selector = before.slice(before.lastIndexOf(";") + 1).trim();
    const isAtRule = selector.startsWith("@");
    const close = isAtRule ? endOfBlock(css, open) : css.indexOf("}", open);
    if (close === -1) return;
    if (!isAtRule) addRule(selector, css.slice(open + 1, close), rules);
    at = close + 1;
  }
}

/** Word wraps its sheets in `<!-- … -->`. */
function withoutComments(sheet: string): string {
  const [first = "", ...rest] = sheet.split("/*");
  const css = [first, ...rest.map((piece) => piece.split("*/").slice(1).join("*/"))].join("");
  return css.replaceAll("<!--", "").replaceAll("-->", "");
}

function endOfBlock(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at += 1) {
    if (css[at] === "{") depth += 1;
    else if (css[at] === "}") depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

function addRule(selectors: string, body: string, rules: Map<string, Declarations>): void {
  const own = declarations(body);
  if (own.size === 0) return;
  for (const each of selectors.split(",")) {
    const selector = each.replace(/\s/g, "").replace("::before", ":before");
    // `.a .b` and `.a.b` hold only for some.
    if (/\S\s[^\s>]/.test(each.trim().replace(/\s?>\s?/g, ">")) || !simpleSelector.test(selector)) continue;
    rules.set(selector, new Map([...(rules.get(selector) ?? []), ...own]));
  }
}

function declarations(body: string): Declarations {
  const found: Declarations = new Map();
  for (const each of body.split(";")) {
    const colon = each.indexOf(":");
    const property = each.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (!kept.test(property)) continue;
    const written = each
      .slice(colon + 1)
      .replace("!important", "")
      .trim();
    found.set(property, property === "content" ? written : written.toLowerCase());
  }
  return found;
}
