import { childElements, type Element } from "./tree.ts";

/** What may hold text beside the running text: text boxes, and shapes in which something is written. */
const boxes = new Set(["draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:caption"]);

export const isFrame = ({ name }: Element): boolean => name === "draw:frame" || name === "draw:g" || boxes.has(name);

/** The text boxes that are tied to a paragraph, each once, not those inside another or in a note. */
export function boxesOf(element: Element): Element[] {
  return childElements(element).flatMap((each) => {
    if (each.name === "text:note") return [];
    return boxes.has(each.name) ? [each] : boxesOf(each);
  });
}

const millimetres: Readonly<Record<string, number>> = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72, pc: 25.4 / 6 };

/** The upper half of a sheet of A4. */
const upperHalf = 148;

/** Whether a frame stands where a letterhead is: in the upper half of the first page. */
export function isLetterhead({ attributes }: Element): boolean {
  const [, number, unit] = /^(-?\d{1,6}(?:\.\d{1,9})?)(mm|cm|in|pt|pc)$/.exec(attributes.get("svg:y") ?? "") ?? [];
  if (number === undefined || unit === undefined || attributes.get("text:anchor-page-number") !== "1") return false;
  return Number(number) * (millimetres[unit] ?? 1) < upperHalf;
}
