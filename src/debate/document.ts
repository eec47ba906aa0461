import {
  AlignmentType,
  Bookmark,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { debateTexts } from "../texts/debate.ts";
import type { Citation, ContentsGroup, ContentsQuote, DebateContents, PassageEntry, SourceEntry } from "./contents.ts";
import { documentStyles } from "./document-styles.ts";

/**
 * A debate document in Word. Headings, contents, quotations and notes have styles of their own, so that a screen reader
 * finds its way and a ministry can put its house style on them.
 */

/** @returns the bytes of a .docx */
export async function debateDocument(contents: DebateContents): Promise<Uint8Array> {
  const { title, lead, groups, sources } = contents;
  const words = debateTexts.document;
  const document = new Document({
    title: printable(title),
    description: printable(lead.join(" ")),
    creator: "Terugkeer",
    styles: documentStyles,
    sections: [
      {
        properties: { page: { size: { width: "210mm", height: "297mm" } } },
        footers: { default: footer() },
        children: [
          new Paragraph({ style: "Title", children: [text(title)] }),
          ...lead.map((sentence) => new Paragraph({ style: "Lead", children: [text(sentence)] })),
          new Paragraph({ style: "ContentsHeading", children: [text(words.contents)] }),
          ...tableOfContents(groups),
          ...groups.flatMap(({ heading: name, entries }, place) => [
            heading(HeadingLevel.HEADING_1, name, groupAnchor(place)),
            ...entries.flatMap(passage),
          ]),
          heading(HeadingLevel.HEADING_1, words.sources, sourcesAnchor),
          ...sources.flatMap(source),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const sourcesAnchor = "bronnen";
const groupAnchor = (place: number): string => `groep-${place + 1}`;
const passageAnchor = (number: number): string => `citaat-${number}`;

/**
 * The contents are written out, with links to their headings, and not left to a field of Word: that would be empty until
 * Word had asked the reader for leave to fill it, and LibreOffice prints its instruction. They name no pages, which only
 * Word could tell; the passages have numbers instead.
 */
function tableOfContents(groups: readonly ContentsGroup[]): Paragraph[] {
  return [
    ...groups.flatMap(({ heading: name, entries }, place) => [
      contentsLine(1, name, groupAnchor(place)),
      ...entries.map((entry) => contentsLine(2, entry.heading, passageAnchor(entry.number))),
    ]),
    contentsLine(1, debateTexts.document.sources, sourcesAnchor),
  ];
}

function contentsLine(level: 1 | 2, name: string, anchor: string): Paragraph {
  return new Paragraph({
    style: `TOC${level}`,
    // A group stands on one page with its first passage; what ends the contents does not go along to the next page.
    keepNext: level === 1 && anchor !== sourcesAnchor,
    children: [new InternalHyperlink({ anchor, children: [text(name)] })],
  });
}

function heading(level: (typeof HeadingLevel)[keyof typeof HeadingLevel], name: string, anchor: string): Paragraph {
  return new Paragraph({ heading: level, children: [new Bookmark({ id: anchor, children: [text(name)] })] });
}

function passage({ number, heading: name, byline, citation, quotes, also, note }: PassageEntry): Paragraph[] {
  return [
    heading(HeadingLevel.HEADING_2, name, passageAnchor(number)),
    new Paragraph({ style: "Byline", keepNext: true, children: cited(byline, citation) }),
    ...quotes.flatMap(quotation),
    ...(also === null ? [] : [new Paragraph({ style: "Also", children: [text(also)] })]),
    ...(note === null ? [] : noted(note)),
  ];
}

function quotation({ label, paragraphs }: ContentsQuote): Paragraph[] {
  return [
    ...(label === null
      ? []
      : [new Paragraph({ style: "Label", keepNext: paragraphs.length > 0, children: [text(label)] })]),
    ...paragraphs.map((paragraph) => new Paragraph({ style: "Quote", children: lines(paragraph) })),
  ];
}

function noted(note: string): Paragraph[] {
  const label = new TextRun({ text: `${debateTexts.document.note}: `, bold: true });
  return [new Paragraph({ style: "Note", children: [label, ...lines(note)] })];
}

function source({ title, byline, citation, repairs }: SourceEntry): Paragraph[] {
  return [
    new Paragraph({ style: "Source", keepNext: true, children: [text(title)] }),
    new Paragraph({ style: "SourceDetail", keepNext: true, children: cited(byline, citation) }),
    new Paragraph({ style: "SourceDetail", children: [text(repairs)] }),
  ];
}

function cited(byline: readonly string[], { text: citation, url }: Citation): (TextRun | ExternalHyperlink)[] {
  const before = byline.length === 0 ? [] : [text(`${byline.join(" · ")} · `)];
  if (url === null) return [...before, text(citation)];
  const link = new TextRun({ text: printable(citation), style: "Hyperlink" });
  return [...before, new ExternalHyperlink({ link: url, children: [link] })];
}

function footer(): Footer {
  const { page, pageOf } = debateTexts.document;
  const children = [new TextRun({ children: [page, PageNumber.CURRENT, pageOf, PageNumber.TOTAL_PAGES] })];
  return new Footer({ children: [new Paragraph({ style: "Footer", alignment: AlignmentType.RIGHT, children })] });
}

function text(content: string): TextRun {
  return new TextRun(printable(content));
}

/** Line ends within a paragraph (a list, an address) stay line ends. */
function lines(paragraph: string): TextRun[] {
  return paragraph.split("\n").map((line, place) => new TextRun({ text: printable(line), break: place === 0 ? 0 : 1 }));
}

/** XML 1.0 has no place for most control characters and for half a character; Word would refuse the whole file. */
function printable(content: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML forbids
  return content.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu, "");
}
