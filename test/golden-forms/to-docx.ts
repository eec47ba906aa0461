import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import {
  type Answers,
  answersSubtitle,
  type Block,
  chamber,
  inlines,
  type Letter,
  type Publication,
} from "./content.ts";

/** A Word file with real notes, lists that Word numbers, and the name of the chamber in the header of its first page. */
export function letterDocx(letter: Letter): Promise<Uint8Array> {
  return pack(letter, [
    plain(`${letter.dossier}\t${letter.dossierTitle}`),
    plain(`Nr. ${letter.number}\t${letter.heading}`),
    plain(letter.addressee),
    plain(letter.placeAndDate),
    ...letter.body.flatMap(blockDocx),
    plain(letter.signature.office),
    plain(letter.signature.name),
  ]);
}

export function answersDocx(answers: Answers): Promise<Uint8Array> {
  return pack(answers, [
    plain("Aanhangsel van de Handelingen"),
    plain(answersSubtitle),
    plain(answers.number),
    plain(answers.asked),
    plain(answers.answered),
    ...answers.questions.flatMap(({ numbers, question, answer }) => [
      bold(`Vraag ${numbers}`),
      ...question.flatMap(blockDocx),
      bold(`Antwoord ${numbers}`),
      ...answer.flatMap(blockDocx),
    ]),
  ]);
}

const plain = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] });
const bold = (text: string): Paragraph => new Paragraph({ children: [new TextRun({ text, bold: true })] });

async function pack(publication: Publication, children: (Paragraph | Table)[]): Promise<Uint8Array> {
  const footnotes = Object.fromEntries(
    Object.entries(publication.notes).map(([mark, text]) => [
      mark,
      { children: [new Paragraph({ children: inlineDocx(text) })] },
    ]),
  );
  const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => [
    { level: 0, format, text, alignment: AlignmentType.START },
  ];
  const document = new Document({
    footnotes,
    numbering: {
      config: [
        { reference: "streep", levels: level(LevelFormat.BULLET, "–") },
        { reference: "nummer", levels: level(LevelFormat.DECIMAL, "%1.") },
      ],
    },
    sections: [
      {
        properties: { titlePage: true },
        headers: {
          first: new Header({
            children: [plain(publication.id), plain(chamber), plain(`Vergaderjaar ${publication.year}`)],
          }),
          default: new Header({ children: [plain(publication.id)] }),
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function blockDocx(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case "paragraph":
      return [new Paragraph({ children: inlineDocx(block.text) })];
    case "heading":
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: inlineDocx(block.text) })];
    case "list":
      return block.items.map(
        (item) =>
          new Paragraph({
            numbering: { reference: block.numbered ? "nummer" : "streep", level: 0 },
            children: inlineDocx(item),
          }),
      );
    case "table":
      return [
        new Table({
          rows: block.rows.map(
            (row) => new TableRow({ children: row.map((cell) => new TableCell({ children: [plain(cell)] })) }),
          ),
        }),
      ];
  }
}

function inlineDocx(text: string): ParagraphChild[] {
  return inlines(text).map((piece) => {
    if ("page" in piece) return new TextRun(" ");
    if ("note" in piece) return new FootnoteReferenceRun(Number(piece.note));
    return new TextRun(piece.words);
  });
}
