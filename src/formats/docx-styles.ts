import { isOn, propertyValue } from "./docx-content.ts";
import { child, childElements, type Element } from "./tree.ts";

/** What the styles of a Word file say that matters for a letter; a style has what the style it is based on has. */
export interface DocxStyles {
  /** 1 to 6 for a heading, else null. */
  headingLevel: (style: string | undefined) => number | null;
  /** Whether a paragraph is one of the table of contents, which repeats the titles of the text. */
  isContents: (style: string | undefined) => boolean;
  isBold: (style: string | undefined) => boolean;
  isSuperscript: (style: string | undefined) => boolean;
  /** Whether text is hidden by the style of its paragraph, by its own, or in the whole file where neither says so. */
  isHidden: (paragraphStyle: string | undefined, runStyle: string | undefined) => boolean;
  /** The `w:numPr` of a paragraph style. */
  numbering: (style: string | undefined) => Element | null;
  /** The `w:tblPr` of a table style. */
  hasBorders: (style: string | undefined) => boolean;
}

const nowhere: Element = { name: "", attributes: new Map(), children: [] };

/** What Word calls the styles of a table of contents, in every language. */
const contents = /^(?:toc (?:heading|\d)|contents (?:heading|\d))$/i;

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
  /** Asks a style, then those it is based on, until one answers; every answer is kept. */
  const inherited = <Value>(ask: (element: Element) => Value | null): ((style: string | undefined) => Value | null) => {
    const answers = new Map<string, Value | null>();
    return (style) => {
      const asked: string[] = [];
      let answer: Value | null = null;
      for (let at = style; at !== undefined; ) {
        const known = answers.get(at);
        if (known !== undefined) {
          answer = known;
          break;
        }
        // A style that is based on itself finds this the second time.
        answers.set(at, null);
        asked.push(at);
        const element = styles.get(at) ?? nowhere;
        answer = ask(element);
        if (answer !== null) break;
        at = propertyValue(child(element, "w:basedOn"));
      }
      for (const each of asked) answers.set(each, answer);
      return answer;
    };
  };
  const runProperty = (element: Element, name: string): Element | null => child(child(element, "w:rPr"), name);
  const hides = inherited((element) => isOn(runProperty(element, "w:vanish")));
  const link = inherited((element) => propertyValue(child(element, "w:link")) ?? null);
  /** A style for runs that says nothing itself looks like the style for paragraphs that Word tied to it. */
  const hidesRuns = (style: string | undefined): boolean | null => hides(style) ?? hides(link(style) ?? undefined);
  const defaults = child(child(child(root, "w:docDefaults"), "w:rPrDefault"), "w:rPr");
  const isBold = inherited((element) => isOn(runProperty(element, "w:b")));
  const position = inherited((element) => propertyValue(runProperty(element, "w:vertAlign")) ?? null);
  const hasBorders = inherited((element) => {
    const borders = child(child(element, "w:tblPr"), "w:tblBorders");
    return borders === null ? null : drawsBorders(borders);
  });
  return {
    isHidden: (paragraphStyle, runStyle) => {
      const [paragraph, run] = [hides(paragraphStyle), hidesRuns(runStyle)];
      if (paragraph === null && run === null) return isOn(child(defaults, "w:vanish")) === true;
      // Hidden in hidden is seen: this property toggles (ECMA-376 part 1, 17.7.3).
      return (paragraph === true) !== (run === true);
    },
    headingLevel: inherited(headingLevelOf),
    isContents: (style) => contents.test(nameOf(styles.get(style ?? "") ?? nowhere)),
    isBold: (style) => isBold(style) ?? false,
    isSuperscript: (style) => position(style) === "superscript",
    numbering: inherited((element) => child(child(element, "w:pPr"), "w:numPr")),
    hasBorders: (style) => hasBorders(style) ?? false,
  };
}

const nameOf = (style: Element): string => propertyValue(child(style, "w:name")) ?? "";

function headingLevelOf(style: Element): number | null {
  const name = nameOf(style);
  const level = /^(?:heading|kop) ([1-6])$/i.exec(name)?.[1] ?? (/^(?:title|titel)$/i.test(name) ? "1" : undefined);
  if (level !== undefined) return Number(level);
  const outline = Number(propertyValue(child(child(style, "w:pPr"), "w:outlineLvl")) ?? Number.NaN);
  return outline < 6 ? outline + 1 : null;
}
