import { isOn, propertyValue } from "./docx-content.ts";
import type { DocxContext } from "./docx-context.ts";
import { isHiddenRun } from "./docx-runs.ts";
import { child, type Element, findAll, textOf } from "./tree.ts";

const styleOf = (paragraph: Element): string | undefined => propertyValue(child(child(paragraph, "w:pPr"), "w:pStyle"));

/** The properties of the mark at the end of a paragraph. */
const markOf = (paragraph: Element): Element | null => child(child(paragraph, "w:pPr"), "w:rPr");

const isHiddenMark = ({ styles }: DocxContext, paragraph: Element): boolean => {
  const mark = markOf(paragraph);
  return (
    isOn(child(mark, "w:specVanish")) === true ||
    (isOn(child(mark, "w:vanish")) ?? styles.isHidden(styleOf(paragraph), propertyValue(child(mark, "w:rStyle"))))
  );
};

/**
 * Whether the next paragraph is printed behind this one, on the same line: the mark between them was deleted, moved
 * away or hidden, stands in the instruction of a field, or this one is the large first letter of the next.
 */
export function goesOnInNext(context: DocxContext, paragraph: Element): boolean {
  const mark = markOf(paragraph);
  const dropCap = child(child(paragraph, "w:pPr"), "w:framePr")?.attributes.get("w:dropCap");
  return (
    child(mark, "w:del") !== null ||
    child(mark, "w:moveFrom") !== null ||
    isHiddenMark(context, paragraph) ||
    context.instructions.has(paragraph) ||
    (dropCap !== undefined && dropCap !== "none")
  );
}

/** Whether a paragraph is a title whose hidden mark lets the text run on behind it: then it keeps its own number. */
export function isRunIn(context: DocxContext, paragraph: Element): boolean {
  if (!isHiddenMark(context, paragraph)) return false;
  const runs = findAll(paragraph, ({ name }) => name === "w:r" || name === "w:del");
  return runs.some((run) => textOf(run) !== "" && run.name === "w:r" && !isHiddenRun(context, run, styleOf(paragraph)));
}
