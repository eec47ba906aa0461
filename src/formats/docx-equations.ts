import { silent } from "./docx-content.ts";
import { superscript } from "./superscript.ts";
import { childElements, type Element, textOf } from "./tree.ts";

/** The words of an equation in one line: `4,5%`, `(a + b)/2`, `x²`. */
export function equationText(equation: Element): string {
  if (silent.has(equation.name)) return "";
  if (equation.name === "m:t") return equation.children.filter((each) => typeof each === "string").join("");
  const part = (name: string): string => childElements(equation, name).map(equationText).join(", ");
  switch (equation.name) {
    case "m:f":
      return `${grouped(part("m:num"))}/${grouped(part("m:den"))}`;
    case "m:sSup":
      return part("m:e") + raised(part("m:sup"));
    case "m:rad":
      return `${raised(part("m:deg"))}√${grouped(part("m:e"))}`;
    case "m:d":
      return `(${part("m:e")})`;
    default:
      return childElements(equation).map(equationText).join("");
  }
}

const raised = (text: string): string => (/^\d*$/.test(text) ? superscript(text) : `^${grouped(text)}`);

/** What is more than one number or name gets brackets. */
const grouped = (text: string): string => (/^[\p{L}\p{N}.,%]*$/u.test(text) ? text : `(${text.trim()})`);

/** Whether an equation stands here. */
export const isEquation = (element: Element): boolean =>
  (element.name === "m:oMath" || element.name === "m:oMathPara") && textOf(element) !== "";
