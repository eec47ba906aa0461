import { BorderStyle, type IStylesOptions } from "docx";

/**
 * The styles of a debate document. Sizes are in half points, distances in twips (a twentieth of a point). Colours have a
 * contrast of at least 7 to 1 on white. The font is one that every Word has; elsewhere one of the same widths stands in.
 */

const blue = "154273";
const grey = "4A4A4A";
const font = "Arial";

/** Left of quotations and notes: they differ by more than their colour, and notes say in words what they are. */
const line = (color: string, style: (typeof BorderStyle)[keyof typeof BorderStyle]) => ({
  left: { style, size: 18, space: 10, color },
});

export const documentStyles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 21, language: { value: "nl-NL", eastAsia: "nl-NL", bidirectional: "ar-SA" } },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    title: { run: { size: 44, bold: true, color: blue }, paragraph: { spacing: { after: 160, line: 264 } } },
    heading1: {
      run: { size: 30, bold: true, color: blue },
      paragraph: { keepNext: true, outlineLevel: 0, spacing: { before: 400, after: 120 } },
    },
    heading2: {
      run: { size: 23, bold: true, color: blue },
      paragraph: { keepNext: true, outlineLevel: 1, spacing: { before: 280, after: 60 } },
    },
    hyperlink: { run: { color: "0B5394", underline: {} } },
  },
  paragraphStyles: [
    { id: "Lead", name: "Inleiding", basedOn: "Normal", run: { color: grey }, paragraph: { spacing: { after: 60 } } },
    {
      id: "ContentsHeading",
      name: "TOC Heading",
      basedOn: "Normal",
      run: { size: 30, bold: true, color: blue },
      paragraph: { keepNext: true, spacing: { before: 360, after: 60 } },
    },
    {
      id: "TOC1",
      name: "toc 1",
      basedOn: "Normal",
      paragraph: { keepNext: true, spacing: { before: 100, after: 20 } },
    },
    {
      id: "TOC2",
      name: "toc 2",
      basedOn: "Normal",
      paragraph: { indent: { left: 284 }, spacing: { after: 20 } },
    },
    { id: "Byline", name: "Herkomst", basedOn: "Normal", run: { size: 19, color: grey } },
    {
      id: "Label",
      name: "Vraag of antwoord",
      basedOn: "Normal",
      run: { bold: true, size: 20 },
      paragraph: { spacing: { before: 100, after: 40 } },
    },
    {
      id: "Quote",
      name: "Quote",
      basedOn: "Normal",
      quickFormat: true,
      paragraph: {
        indent: { left: 340 },
        border: line("8FA3BF", BorderStyle.SINGLE),
      },
    },
    { id: "Also", name: "Noemt ook", basedOn: "Normal", run: { size: 19, color: grey } },
    {
      id: "Note",
      name: "Notitie",
      basedOn: "Normal",
      quickFormat: true,
      run: { italics: true },
      paragraph: {
        indent: { left: 340 },
        border: line("8A5A00", BorderStyle.DASHED),
        spacing: { before: 100, after: 160 },
      },
    },
    {
      id: "Source",
      name: "Bron",
      basedOn: "Normal",
      run: { bold: true },
      paragraph: { keepLines: true, spacing: { before: 200, after: 20 } },
    },
    {
      id: "SourceDetail",
      name: "Bron toelichting",
      basedOn: "Normal",
      run: { size: 19, color: grey },
      paragraph: { keepLines: true, spacing: { after: 20 } },
    },
    { id: "Footer", name: "footer", basedOn: "Normal", run: { size: 18, color: grey } },
  ],
};
