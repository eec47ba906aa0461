import { child, type Element } from "./tree.ts";

/** What was deleted or moved away, and what only steers Word. */
export const silent: ReadonlySet<string> = new Set([
  "w:del",
  "w:moveFrom",
  "w:instrText",
  "w:delText",
  "w:delInstrText",
  "w:pPr",
  "w:rPr",
  "w:sectPr",
  "w:sdtPr",
  "w:fldData",
]);

/** The same content is given in a newer and an older form; one of them counts. */
export const alternative = (element: Element): Element =>
  child(element, "mc:Choice") ?? child(element, "mc:Fallback") ?? { ...element, children: [] };

/** The `w:val` of a property. */
export const propertyValue = (property: Element | null): string | undefined => property?.attributes.get("w:val");

const off = new Set(["0", "false", "off", "none"]);

/** The value of an on/off property such as `w:b`: on when it stands there without a value that says off. */
export const isOn = (property: Element | null): boolean | null =>
  property === null ? null : !off.has(propertyValue(property) ?? "");

/** Whether an on/off attribute such as `w:customMarkFollows` is on. */
export const isSet = (flag: string | undefined): boolean => flag !== undefined && !off.has(flag);
