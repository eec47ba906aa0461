import {
  type Answers,
  answersSubtitle,
  type Block,
  chamber,
  escapeXml,
  inDutch,
  inlines,
  type Letter,
  type Publication,
} from "./content.ts";

/** The official XML, after the structure of the real papers (schema op-xsd-2014-05-15). */
export function letterXml(letter: Letter): string {
  return wrap(
    letter.id,
    `<kamerstuk>
    <kamerstukkop>
      <tekstregel inhoud="vergaderjaar">Vergaderjaar ${letter.year}</tekstregel>
      <tekstregel inhoud="kameraanduiding">${chamber}</tekstregel>
      <tekstregel inhoud="kamernummer">2</tekstregel>
      <tekstregel inhoud="documenttype">Kamerstukken</tekstregel>
    </kamerstukkop>
    <dossier>
      <dossiernummer>
        <dossiernr>${letter.dossier}</dossiernr>
      </dossiernummer>
      <titel>${letter.dossierTitle}</titel>
    </dossier>
    <stuk>
      <stuknr>Nr. <ondernummer kamer="2">${letter.number}</ondernummer></stuknr>
      <titel>${letter.heading}</titel>
      <algemeen>
        <vrije-tekst>
          <tekst status="goed">
            <al>${letter.addressee}</al>
            <al>${letter.placeAndDate}</al>
            ${letter.body.map((block) => blockXml(block, letter)).join("\n            ")}
            <ondertekening>
              <functie>${letter.signature.office}</functie>
              <naam>${letter.signature.name}</naam>
            </ondertekening>
          </tekst>
        </vrije-tekst>
      </algemeen>
    </stuk>
  </kamerstuk>`,
  );
}

export function answersXml(answers: Answers): string {
  const dated = (text: string, day: string): string =>
    escapeXml(text).replace(inDutch(day), `<datum isodatum="${day}">${inDutch(day)}</datum>`);
  return wrap(
    answers.id,
    `<kamervragen>
    <kamervraagkop>
      <tekstregel inhoud="vergaderjaar">Vergaderjaar ${answers.year}</tekstregel>
      <tekstregel inhoud="kameraanduiding">${chamber}</tekstregel>
      <tekstregel inhoud="kamernummer">2</tekstregel>
      <tekstregel inhoud="documenttype">Aanhangsel van de Handelingen</tekstregel>
      <tekstregel inhoud="overig">${answersSubtitle}</tekstregel>
    </kamervraagkop>
    <kamervraagnummer>${answers.number}</kamervraagnummer>
    <kamervraagomschrijving type="vraag">${dated(answers.asked, answers.submitted)}</kamervraagomschrijving>
    <kamervraagomschrijving type="antwoord">${dated(answers.answered, answers.date)}</kamervraagomschrijving>
    ${answers.questions
      .map(
        ({ numbers, question, answer }) => `<vraag>
      <nr status="officieel">Vraag ${numbers}</nr>
      ${question.map((block) => blockXml(block, answers)).join("\n      ")}
    </vraag>
    <antwoord>
      <nr status="officieel">Antwoord ${numbers}</nr>
      ${answer.map((block) => blockXml(block, answers)).join("\n      ")}
    </antwoord>`,
      )
      .join("\n    ")}
  </kamervragen>`,
  );
}

export function metadataXml(publication: Publication, more: [string, string, string][]): string {
  const entries: [string, string, string][] = [
    ["DC.title", "", publication.title],
    ["OVERHEIDop.vergaderjaar", "", publication.year],
    ["DCTERMS.issued", "DCTERMS.W3CDTF", publication.date],
    ["DC.creator", "OVERHEID.StatenGeneraal", chamber],
    ["DC.identifier", "OVERHEIDop.ParlID", publication.id],
    ...more,
  ];
  const lines = entries.map(
    ([name, scheme, content]) => `<metadata name="${name}" scheme="${scheme}" content="${escapeXml(content)}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<metadata_gegevens>\n${lines.join("\n")}\n</metadata_gegevens>\n`;
}

const wrap = (id: string, inside: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie>
  <metadata>
    <meta name="OVERHEIDop.externMetadataRecord" scheme="" content="https://zoek.officielebekendmakingen.nl/${id}/metadata.xml"/>
  </metadata>
  ${inside}
</officiele-publicatie>
`;

function blockXml(block: Block, publication: Publication): string {
  const text = (words: string): string => inlineXml(words, publication);
  switch (block.kind) {
    case "paragraph":
      return `<al>${text(block.text)}</al>`;
    case "heading":
      return `<tussenkop kopopmaak="vet">${text(block.text)}</tussenkop>`;
    case "list":
      return `<lijst type="expliciet">${block.items
        .map((item, at) => `<li><li.nr>${block.numbered ? `${at + 1}.` : "–"}</li.nr><al>${text(item)}</al></li>`)
        .join("")}</lijst>`;
    case "table": {
      const [head = [], ...rows] = block.rows;
      const row = (cells: string[]): string =>
        `<row>${cells.map((cell) => `<entry><al>${text(cell)}</al></entry>`).join("")}</row>`;
      return `<table><tgroup cols="${head.length}">${head.map((_, at) => `<colspec colname="col${at + 1}"/>`).join("")}<thead>${row(head)}</thead><tbody>${rows.map(row).join("")}</tbody></tgroup></table>`;
    }
  }
}

function inlineXml(text: string, publication: Publication): string {
  return inlines(text)
    .map((piece) => {
      if ("page" in piece) return " ";
      if ("note" in piece) {
        const note = inlineXml(publication.notes[piece.note] ?? "", publication);
        return `<noot id="n${piece.note}" type="voet"><noot.nr>${piece.note}</noot.nr><noot.al>${note}</noot.al></noot>`;
      }
      const words = escapeXml(piece.words);
      return "id" in piece ? `<extref doc="${piece.id}" soort="document" status="actief">${words}</extref>` : words;
    })
    .join("");
}
