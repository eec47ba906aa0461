import { alternative, isOn, propertyValue, silent } from "./docx-content.ts";
import { child, childElements, type Element } from "./tree.ts";

/*
 * A field is written as a row of signs between pieces of text: begin, its instruction, separate, its result, end. Only
 * results are printed, and a result that stands in the instruction of another field (`IF { DOCPROPERTY aan } = "1"`)
 * is not.
 */

type Role = "begin" | "separate" | "end" | "piece" | "paragraph";

interface Step {
  element: Element;
  role: Role;
}

/** What of a body, a header or a note stands in an instruction: pieces of runs, and paragraphs that end in one. */
export function fieldInstructions(story: Element): ReadonlySet<Element> {
  const steps: Step[] = [];
  gather(story, steps);
  const whole = wholeFields(steps);
  const unprinted = new Set<Element>();
  /** Of every open field, whether its instruction is still going on. */
  const open: boolean[] = [];
  let instructions = 0;
  for (const { element, role } of steps) {
    if (instructions > 0 && role !== "separate" && role !== "end") unprinted.add(element);
    if (!whole.has(element)) continue;
    if (role === "begin") {
      open.push(true);
      instructions += 1;
    } else if (role === "separate" || role === "end") {
      if (open.pop() === true) instructions -= 1;
      if (role === "separate") open.push(false);
    }
  }
  return unprinted;
}

/** The signs of fields that have an end: one without would swallow the rest of the letter. */
function wholeFields(steps: readonly Step[]): ReadonlySet<Element> {
  const whole = new Set<Element>();
  const open: Element[][] = [];
  for (const { element, role } of steps) {
    if (role === "begin") open.push([element]);
    else if (role === "separate") open.at(-1)?.push(element);
    else if (role === "end") for (const sign of [...(open.pop() ?? []), element]) whole.add(sign);
  }
  return whole;
}

function gather(parent: Element, steps: Step[]): void {
  for (const element of childElements(parent)) {
    if (silent.has(element.name)) continue;
    const inside = element.name === "mc:AlternateContent" ? alternative(element) : element;
    if (parent.name === "w:r") steps.push({ element, role: roleOf(element) });
    gather(inside, steps);
    if (element.name === "w:p") steps.push({ element, role: "paragraph" });
  }
}

function roleOf(piece: Element): Role {
  const type = piece.name === "w:fldChar" ? piece.attributes.get("w:fldCharType") : undefined;
  return type === "begin" || type === "separate" || type === "end" ? type : "piece";
}

/** What a field of a form shows by itself: the chosen entry of a list, or a box with or without a cross; else empty. */
export function formValue(fieldBegin: Element): string {
  const form = child(fieldBegin, "w:ffData");
  const list = child(form, "w:ddList");
  if (list !== null) {
    const chosen = Number(propertyValue(child(list, "w:result")) ?? propertyValue(child(list, "w:default")) ?? 0);
    return propertyValue(childElements(list, "w:listEntry")[chosen] ?? null) ?? "";
  }
  const box = child(form, "w:checkBox");
  if (box === null) return "";
  return (isOn(child(box, "w:checked")) ?? isOn(child(box, "w:default"))) === true ? "☒" : "☐";
}
