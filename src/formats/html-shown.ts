import type { HtmlNotes } from "./html-notes.ts";
import type { HtmlStyles } from "./html-styles.ts";
import { type Element, findAll, type Node } from "./tree.ts";

/** Elements that hold nothing of the publication. */
const silent = new Set(
  (
    "head script style nav header footer aside button svg noscript template iframe select textarea dialog object " +
    "video audio img rt rp"
  ).split(" "),
);
const silentIds = new Set(["kopregel", "voetregel", "inhoudsopgave"]);
const silentClasses =
  /(?:^|\s)(?:note-close|nav(?:igation|bar)?|menu|breadcrumbs?|kruimelpad|skip-?links?|cookie\S*|sr-only|visually-hidden|hidden|toc|inhoudsopgave)(?:\s|$)/i;

/**
 * Tells which elements below `root` are read.
 *
 * @param left articles of the page that only point to other pages
 */
export function shownTest(
  root: Element,
  styles: HtmlStyles,
  notes: HtmlNotes,
  left: ReadonlySet<Element>,
): (element: Element) => boolean {
  const controls = new Set(findAll(root, ({ name }) => name === "form"));
  // A page of ASP.NET stands as a whole in a form; what is smaller asks the reader something.
  const half = controls.size === 0 ? 0 : lengthOf(root) / 2;
  for (const form of controls) if (lengthOf(form) >= half) controls.delete(form);
  return (element) => {
    const { attributes } = element;
    return !(
      silent.has(element.name) ||
      controls.has(element) ||
      left.has(element) ||
      notes.bodies.has(element) ||
      (element.name === "label" && attributes.get("for") !== undefined) ||
      silentIds.has(attributes.get("id") ?? "") ||
      silentClasses.test(attributes.get("class") ?? "") ||
      attributes.get("aria-hidden") === "true" ||
      styles.isHidden(element)
    );
  };
}

/** Characters in an element, scripts and furniture left out. */
function lengthOf(node: Node): number {
  if (typeof node === "string") return node.trim().length;
  return silent.has(node.name) ? 0 : node.children.reduce((sum, each) => sum + lengthOf(each), 0);
}
