import type { OdtStyles } from "./odt-styles.ts";
import { childElements, type Element } from "./tree.ts";

/** Elements that hold nothing of the running text. */
const silent = new Set(
  (
    "text:tracked-changes text:sequence-decls office:forms office:annotation office:annotation-end " +
    "text:table-of-content svg:title svg:desc text:variable-decls text:user-field-decls text:ruby-text"
  ).split(" "),
);

const isTrue = (element: Element, attribute: string): boolean => element.attributes.get(attribute) === "true";

/** Whether an element is part of what is read: nothing that only steers, and nothing that is hidden. */
export function isShown(styles: OdtStyles, element: Element): boolean {
  if (silent.has(element.name)) return false;
  switch (element.name) {
    case "text:section": {
      const display = element.attributes.get("text:display");
      return display !== "none" && !(display === "condition" && isTrue(element, "text:is-hidden"));
    }
    case "text:hidden-text":
      return !isTrue(element, "text:is-hidden");
    case "text:p":
    case "text:h":
      // The field that hides a paragraph stands in it.
      return (
        !styles.isHidden(element.attributes.get("text:style-name")) &&
        !childElements(element, "text:hidden-paragraph").some((field) => isTrue(field, "text:is-hidden"))
      );
    case "text:span":
      return !styles.isHidden(element.attributes.get("text:style-name"));
    default:
      return true;
  }
}
