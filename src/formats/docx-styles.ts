import { isOn, propertyValue } from "./docx-content.ts";
import { child, childElements, type Element } from "./tree.ts";

/** What the styles of a Word file say that matters for a letter; a style has what the style it is based on has. */
export interface DocxStyles {
  /** 1 to 6 for a heading, else null. */
  headingLevel: (style: string | undefined) => number | null;
  isBold: (style: string | undefined) => boolean;
  isSuperscript: (style: string | undefined) => boolean;
  /** Whether text is hidden by the style of its paragraph, by its own, or in the whole file where neither says so. */
  isHidden: (paragraphStyle: string | undefined, runStyle: string | undefined) => boolean;
  /** The `w:numPr` of a paragraph style. */
  numbering: (style: string | undefined) => Element | null;
  /** The `w:tblPr` of a table style. */
  hasBorders: (style: string | undefined) => boolean;
}

/** Whether any border of a `w:tblBorders` or `w:tcBorders` is drawn. */
export function drawsBorders(borders: Element | null): boolean {
  if (borders === null) return false;
  return childElements(borders).some(({ attributes }) => !["nil", "none", undefined].includes(attributes.get("w:val")));
}

export function readDocxStyles(root: Element | null): DocxStyles {
  const styles = new Map<string, Element>();
  if (root !== null) {
    for (const style of childElements(root, "w:style")) styles.set(style.attributes.get("w:styleId") ?? "", style);
  }
  /** The first answer of a style or of those it is based on. */
  const inherited = <Value>(style: string | undefined, ask: (element: Element) => Value | null): Value | null => {
    const seen = new Set<string>();
    for (let at = style; at !== undefined && !seen.has(at); ) {
      seen.add(at);
      const element = styles.get(at);
      if (element === undefined) return null;
      const answer = ask(element);
      if (answer !== null) return answer;
      at = child(element, "w:basedOn")?.attributes.get("w:val");
    }
    return null;
  };
  const runProperty = (element: Element, name: string): Element | null => child(child(element, "w:rPr"), name);
  const hides = (style: string | undefined): boolean | null =>
    inherited(style, (element) => isOn(runProperty(element, "w:vanish")));
  /** A style for runs that says nothing itself looks like the style for paragraphs that Word tied to it. */
  const hidesRuns = (style: string | undefined): boolean | null =>
    hides(style) ?? hides(inherited(style, (element) => propertyValue(child(element, "w:link")) ?? null) ?? undefined);
  const defaults = child(child(child(root, "w:docDefaults"), "w:rPrDefault"), "w:rPr");
  return {
    isHidden: (paragraphStyle, runStyle) => {
      const [paragraph, run] = [hides(paragraphStyle), hidesRuns(runStyle)];
      if (paragraph === null && run === null) return isOn(child(defaults, "w:vanish")) === true;
      // Hidden in hidden is seen: this property toggles (ECMA-376 part 1, 17.7.3).
      return (paragraph === true) !== (run === true);
    },
    headingLevel: (style) =>
      inherited(style, (element) => {
        const name = child(element, "w:name")?.attributes.get("w:val") ?? "";
        const level =
          /^(?:heading|kop) ([1-6])$/i.exec(name)?.[1] ?? (/^(?:title|titel)$/i.test(name) ? "1" : undefined);
        if (level !== undefined) return Number(level);
        const outline = Number(child(child(element, "w:pPr"), "w:outlineLvl")?.attributes.get("w:val") ?? Number.NaN);
        return outline < 6 ? outline + 1 : null;
      }),
    isBold: (style) => inherited(style, (element) => isOn(runProperty(element, "w:b"))) ?? false,
    isSuperscript: (style) =>
      inherited(style, (element) => runProperty(element, "w:vertAlign")?.attributes.get("w:val") ?? null) ===
      "superscript",
    numbering: (style) => inherited(style, (element) => child(child(element, "w:pPr"), "w:numPr")),
    hasBorders: (style) =>
      inherited(style, (element) => {
        const borders = child(child(element, "w:tblPr"), "w:tblBorders");
        return borders === null ? null : drawsBorders(borders);
      }) ?? false,
  };
}
