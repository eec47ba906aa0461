import { type Letter, letter } from "../golden-forms/content.ts";
import { letterXml } from "../golden-forms/to-xml.ts";

/** A paper of our own making in a dossier that may well exist; its content is invented. */
export interface MadePaper {
  dossier: string;
  number: string;
  /** Words that only this paper has. */
  about: string;
}

export const paperId = ({ dossier, number }: MadePaper): string => `kst-${dossier}-${number}`;
export const paperTitle = ({ about }: MadePaper): string => `Brief over ${about}`;

/** The paper as the forms of test/golden-forms are made from it. */
export function madeContent(paper: MadePaper): Letter {
  const { dossier, number, about } = paper;
  const text = `De samenwerking met Mongolië over ${about} is dit jaar begonnen. In het overleg is een vaste contactpersoon benoemd.`;
  return {
    ...letter,
    id: paperId(paper),
    dossier,
    number,
    dossierTitle: "Voorbeelden",
    title: paperTitle(paper),
    notes: {},
    body: [{ kind: "paragraph", text }],
  };
}

export const paperXml = (paper: MadePaper): string => letterXml(madeContent(paper));

export function paperMetadata(paper: MadePaper): string {
  const rows = [
    ["DC.title", paperTitle(paper)],
    ["OVERHEIDop.vergaderjaar", "2024-2025"],
    ["DCTERMS.issued", "2025-03-14"],
    ["DC.creator", "Tweede Kamer der Staten-Generaal"],
    ["DC.identifier", paperId(paper)],
    ["OVERHEIDop.dossiernummer", paper.dossier],
    ["OVERHEIDop.ondernummer", paper.number],
    ["DC.type", "Brief"],
  ];
  const lines = rows.map(([name, content]) => `<metadata name="${name}" scheme="" content="${content}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<metadata_gegevens>\n${lines.join("\n")}\n</metadata_gegevens>\n`;
}
