import { parseDay } from "../letters/days.ts";
import { parseDossier } from "../letters/dossier-number.ts";
import type { Chamber, LetterKind } from "../letters/letter.ts";
import { publicationUrl } from "../letters/publication-ids.ts";
import type { Hints } from "./source-text.ts";
import { childElements, type Element, findAll, textOf } from "./tree.ts";

/**
 * What the metadata of an official publication says. The same facts come as `metadata.xml`, as `metadata_owms.xml`, in
 * the head of an HTML page, in the `meta.xml` of an ODT file and in an SRU record; the names differ in prefix and case
 * only, so they are read by their last part: `OVERHEIDop.dossiernummer`, `overheidop:dossiernummer`.
 */
export interface MetadataEntry {
  /** As it stands: `DC.type`, `OVERHEIDop.AanhangselTypen/DC.type`. */
  name: string;
  content: string;
}

/** Kinds in the words of `OVERHEIDop.KamerstukTypen`, `OVERHEIDop.AanhangselTypen` and `OVERHEIDop.Parlementair`. */
const kinds: Readonly<Record<string, LetterKind>> = {
  brief: "brief",
  "brief regering": "brief",
  antwoord: "antwoord",
  mededeling: "mededeling",
  "schriftelijke vragen": "vragen",
  "kamervragen zonder antwoord": "vragen",
  motie: "motie",
  "gewijzigde motie": "motie",
  "verslag van een schriftelijk overleg": "schriftelijk-overleg",
  "verslag schriftelijk overleg": "schriftelijk-overleg",
  "lijst van vragen en antwoorden": "schriftelijk-overleg",
  verslag: "verslag",
};

const chambers: readonly Chamber[] = ["Tweede Kamer", "Eerste Kamer"];

/** Whether a text is an id in the form that official publications of parliament have: `kst-32545-143`. */
export function isOfficialId(text: string): boolean {
  return /^(?:kst|ah|kv|h|blg|nds)-[A-Za-z0-9-]{1,60}$/.test(text);
}

/** Drops the fields that are empty, so that hints can be laid over each other. */
function filled(hints: { [Field in keyof Hints]: Hints[Field] | null | undefined }): Hints {
  return Object.fromEntries(
    Object.entries(hints).filter(
      ([, value]) => value !== undefined && value !== null && value !== "" && value.length > 0,
    ),
  );
}

/** Hints from the entries of any of these forms; entries that say nothing for a letter are passed over. */
export function hintsFromMetadata(entries: readonly MetadataEntry[]): Hints {
  const values = new Map<string, string[]>();
  for (const { name, content } of entries) {
    const last = name.split(/[.:/]/).at(-1)?.toLowerCase() ?? "";
    const text = content.replace(/\s+/gu, " ").trim();
    if (text === "") continue;
    const known = values.get(last);
    if (known === undefined) values.set(last, [text]);
    else known.push(text);
  }
  const first = (...names: string[]): string | undefined => names.flatMap((name) => values.get(name) ?? [])[0];
  const id = values.get("identifier")?.find(isOfficialId);
  const types = [
    ...(values.get("type") ?? []),
    ...(values.get("subrubriek") ?? []),
    first("publicationname", "publicatienaam") ?? "",
  ];
  const printedKind = types.find((type) => kinds[type.toLowerCase()] !== undefined);
  const creator = values.get("creator")?.join(" ") ?? "";
  const documentTitle = first("documenttitel");
  const received = parseDay(first("datumontvangst") ?? "");
  return filled({
    id,
    title: documentTitle ?? first("title"),
    documentTitle,
    url: id === undefined ? undefined : publicationUrl(id),
    date: received ?? parseDay(first("issued", "date") ?? ""),
    received,
    submitted: parseDay(first("datumindiening") ?? ""),
    kind: printedKind === undefined ? undefined : kinds[printedKind.toLowerCase()],
    printedKind,
    chamber: chambers.find((chamber) => creator.startsWith(chamber)),
    dossier: parseDossier(first("dossiernummer") ?? ""),
    dossierTitle: first("dossiertitel"),
    number: first("ondernummer", "aanhangselnummer"),
    parliamentaryYear: first("vergaderjaar"),
    creators: values.get("indiener"),
    receivers: values.get("ontvanger"),
    caseNumber: first("vraagnummer"),
  });
}

/** The entries of `metadata.xml` or `metadata_owms.xml`. */
export function entriesOf(root: Element): MetadataEntry[] {
  if (root.name === "metadata_gegevens") {
    return childElements(root, "metadata").map(({ attributes }) => ({
      name: attributes.get("name") ?? "",
      content: attributes.get("content") ?? "",
    }));
  }
  return findAll(root, (element) => childElements(element).length === 0).map((element) => ({
    name: element.name,
    content: textOf(element),
  }));
}
