import { strToU8, zipSync } from "fflate";
import {
  type Answers,
  answersSubtitle,
  type Block,
  chamber,
  escapeXml,
  inlines,
  type Letter,
  type Publication,
} from "./content.ts";

const namespaces = [
  ["office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"],
  ["text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"],
  ["table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"],
  ["style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"],
  ["fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"],
  ["draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"],
  ["meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"],
  ["dc", "http://purl.org/dc/elements/1.1/"],
  ["xlink", "http://www.w3.org/1999/xlink"],
]
  .map(([prefix, address]) => `xmlns:${prefix}="${address}"`)
  .join(" ");

const mimeType = "application/vnd.oasis.opendocument.text";
const p = (inside: string, style = "Standard"): string => `<text:p text:style-name="${style}">${inside}</text:p>`;

export function letterOdt(letter: Letter): Uint8Array {
  const body = [
    `<text:h text:style-name="Kop" text:outline-level="1">${letter.dossier}<text:tab/>${letter.dossierTitle}</text:h>`,
    `<text:h text:style-name="Kop" text:outline-level="1">Nr. ${letter.number}<text:tab/>${letter.heading}</text:h>`,
    p(letter.addressee),
    p(letter.placeAndDate),
    ...letter.body.map((block) => blockOdt(block, letter)),
    p(letter.signature.office),
    p(letter.signature.name),
  ];
  return pack(
    letter,
    [
      ["OVERHEIDop.dossiernummer", letter.dossier.replace(" ", "")],
      ["OVERHEIDop.ondernummer", letter.number],
      ["DC.type", letter.printedKind],
    ],
    head(letter.year),
    body,
  );
}

export function answersOdt(answers: Answers): Uint8Array {
  const body = [
    p(answers.number, "kamervraagnummer"),
    p(escapeXml(answers.asked)),
    p(escapeXml(answers.answered)),
    ...answers.questions.flatMap(({ numbers, question, answer }) => [
      p(`Vraag ${numbers}`),
      ...question.map((block) => blockOdt(block, answers)),
      p(`Antwoord ${numbers}`),
      ...answer.map((block) => blockOdt(block, answers)),
    ]),
  ];
  const more: [string, string][] = [
    ["OVERHEIDop.aanhangselNummer", answers.number],
    ["DCTERMS.W3CDTF/OVERHEIDop.datumOntvangst", answers.date],
    ["OVERHEIDop.AanhangselTypen/DC.type", answers.printedKind],
  ];
  return pack(answers, more, head(answers.year, "Aanhangsel van de Handelingen", answersSubtitle), body);
}

/** The head of an official paper is a table that only places its lines. */
function head(year: string, ...lines: string[]): string {
  const cell = (inside: string): string => `<table:table-cell office:value-type="string">${inside}</table:table-cell>`;
  const rows = [
    cell(p(chamber)) + cell(p("2", "kamernummer")),
    cell(p(`Vergaderjaar ${year}`)) + cell(lines.map((line) => p(line)).join("")),
  ];
  return `<table:table table:name="parlementair.kop">${rows.map((row) => `<table:table-row>${row}</table:table-row>`).join("")}</table:table>`;
}

function pack(publication: Publication, more: [string, string][], top: string, body: string[]): Uint8Array {
  const frame = `<draw:frame draw:name="frillblok"><draw:text-box>${p(publication.id, "frillblok")}</draw:text-box></draw:frame>`;
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces} office:version="1.2"><office:automatic-styles><style:style style:family="text" style:name="vet"><style:text-properties fo:font-weight="bold"/></style:style><text:list-style style:name="streep"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style><text:list-style style:name="nummer"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style></office:automatic-styles><office:body><office:text>${frame}${top}${body.join("")}</office:text></office:body></office:document-content>`;
  const entries: [string, string][] = [
    ["OVERHEIDop.ParlID/DC.identifier", publication.id],
    ["DC.title", publication.title],
    ["OVERHEID.StatenGeneraal/DC.creator", chamber],
    ["DCTERMS.W3CDTF/DCTERMS.issued", publication.date],
    ["OVERHEIDop.vergaderjaar", publication.year],
    ...more,
  ];
  const meta = `<?xml version="1.0" encoding="UTF-8"?><office:document-meta ${namespaces} office:version="1.2"><office:meta><dc:title>${escapeXml(publication.title)}</dc:title>${entries.map(([name, value]) => `<meta:user-defined meta:name="${name}">${escapeXml(value)}</meta:user-defined>`).join("")}</office:meta></office:document-meta>`;
  const manifest = `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${mimeType}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>`;
  return zipSync(
    {
      mimetype: [strToU8(mimeType), { level: 0 }],
      "content.xml": strToU8(content),
      "meta.xml": strToU8(meta),
      "META-INF/manifest.xml": strToU8(manifest),
    },
    { mtime: "2025-01-01T12:00:00" },
  );
}

function blockOdt(block: Block, publication: Publication): string {
  const text = (words: string): string => inlineOdt(words, publication);
  switch (block.kind) {
    case "paragraph":
      return p(text(block.text));
    case "heading":
      return p(`<text:span text:style-name="vet">${text(block.text)}</text:span>`);
    case "list":
      return `<text:list text:style-name="${block.numbered ? "nummer" : "streep"}">${block.items.map((item) => `<text:list-item>${p(text(item))}</text:list-item>`).join("")}</text:list>`;
    case "table":
      return `<table:table table:name="tabel"><table:table-column table:number-columns-repeated="3"/>${block.rows
        .map(
          (row) =>
            `<table:table-row>${row.map((cell) => `<table:table-cell office:value-type="string">${p(text(cell))}</table:table-cell>`).join("")}</table:table-row>`,
        )
        .join("")}</table:table>`;
  }
}

function inlineOdt(text: string, publication: Publication): string {
  return inlines(text)
    .map((piece) => {
      if ("page" in piece) return " ";
      if ("note" in piece) {
        const note = inlineOdt(publication.notes[piece.note] ?? "", publication);
        return `<text:note text:id="ftn${piece.note}" text:note-class="footnote"><text:note-citation>${piece.note}</text:note-citation><text:note-body>${p(note)}</text:note-body></text:note>`;
      }
      return escapeXml(piece.words);
    })
    .join("");
}
