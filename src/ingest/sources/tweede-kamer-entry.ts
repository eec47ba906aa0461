import { createHash } from "node:crypto";
import type { Hints } from "../../formats/source-text.ts";
import type { Element } from "../../formats/tree.ts";
import { textOf } from "../../formats/tree.ts";
import { dayAt } from "../../letters/days.ts";
import type { Day, LetterKind, PublicationId } from "../../letters/letter.ts";
import { publicationParts, publicationUrl } from "../../letters/publication-ids.ts";
import { allBelow, attributeOf, childrenOf, childText } from "./listing.ts";

/** A document of the Tweede Kamer, as an entry of the feed describes it (tkData v1-0, document). */
export interface TweedeKamerDocument {
  id: string;
  deleted: boolean;
  /** Instant of the last change, of whatever sort: mass updates change it in 25,000 old documents at once. */
  changedAt: string | null;
  kind: string | null;
  title: string | null;
  subject: string | null;
  documentNumber: string | null;
  /** Place in its dossier; null when it has none. */
  number: number | null;
  dossierId: string | null;
  aanhangselNumber: string | null;
  date: Day | null;
  received: Day | null;
  parliamentaryYear: string | null;
  /** null for a placeholder: nothing was put in yet. */
  contentType: string | null;
  /** Which version of its content it holds. */
  contentVersion: string | null;
  resourceId: string;
  /** What it says, apart from when it last changed. */
  digest: string;
}

const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** Reads an entry of the feed; null when it holds no document. */
export function readEntry(entry: Element): TweedeKamerDocument | null {
  const [document] = allBelow(entry, "document");
  const id = document === undefined ? null : guid.exec(attributeOf(document, "id") ?? "")?.[0];
  if (document === undefined || id === null || id === undefined) return null;
  const enclosure = childrenOf(entry, "link").find((link) => attributeOf(link, "rel") === "enclosure");
  const length = Number(attributeOf(document, "contentLength") ?? attributeOf(enclosure ?? entry, "length") ?? 1);
  const contentType = attributeOf(document, "contentType") ?? attributeOf(enclosure ?? entry, "type");
  const volgnummer = Number(childText(document, "volgnummer") ?? 0);
  return {
    id,
    deleted: attributeOf(document, "verwijderd") === "true",
    changedAt: attributeOf(document, "bijgewerkt"),
    kind: childText(document, "soort"),
    title: childText(document, "titel"),
    subject: childText(document, "onderwerp"),
    documentNumber: childText(document, "documentNummer"),
    number: Number.isSafeInteger(volgnummer) && volgnummer > 0 ? volgnummer : null,
    dossierId: reference(document, "kamerstukdossier"),
    aanhangselNumber: childText(document, "aanhangselnummer"),
    date: dutchDay(childText(document, "datum")),
    received: dutchDay(childText(document, "datumOntvangst")),
    parliamentaryYear: childText(document, "vergaderjaar"),
    contentType: length > 0 ? (contentType ?? (enclosure === undefined ? null : "")) : null,
    contentVersion: reference(document, "huidigeDocumentVersie"),
    resourceId: guid.exec(attributeOf(enclosure ?? entry, "href") ?? "")?.[0] ?? id,
    digest: digestOf(document),
  };
}

function reference(document: Element, name: string): string | null {
  const [found] = childrenOf(document, name);
  return found === undefined ? null : (guid.exec(attributeOf(found, "ref") ?? "")?.[0] ?? null);
}

function digestOf(document: Element): string {
  const said = document.children.flatMap((node) =>
    typeof node === "string" ? [] : [[node.name, [...node.attributes.values()], textOf(node)]],
  );
  const content = [attributeOf(document, "contentType"), attributeOf(document, "contentLength")];
  return createHash("sha256")
    .update(JSON.stringify([content, said]))
    .digest("hex");
}

/** The day of an xs:dateTime, in the Netherlands; without a zone it is Dutch time already. */
function dutchDay(text: string | null): Day | null {
  const found = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+)?(Z|[+-]\d{2}:\d{2})?$/.exec(text?.trim() ?? "");
  if (text === null || found === null) return null;
  const time = Date.parse(found[2] === undefined ? `${found[1]}T12:00:00Z` : text);
  return Number.isNaN(time) ? null : dayAt(new Date(time), "Europe/Amsterdam");
}

/** Kinds of letters, by how the Tweede Kamer's `soort` starts. */
const kinds: readonly (readonly [string, LetterKind])[] = [
  ["brief regering", "brief"],
  ["antwoord schriftelijke vragen", "antwoord"],
  ["verslag van een schriftelijk overleg", "schriftelijk-overleg"],
  ["mededeling", "mededeling"],
];

/** Whether a `soort` is one of the chosen kinds; the kind as we call it, null when it is not. */
export function letterKindOf(soort: string | null): LetterKind | null {
  const small = soort?.toLowerCase() ?? "";
  return kinds.find(([start]) => small.startsWith(start))?.[1] ?? null;
}

/**
 * The official id: `kst-{dossier}-{number}` for a paper with a number in a dossier, `ah-tk-20242025-1244` for the
 * Aanhangsel number `242501244`; null when it has none yet.
 */
export function officialId({ number, aanhangselNumber }: TweedeKamerDocument, dossier: string | null) {
  const [, from, until, rest] = /^(\d{2})(\d{2})(\d{5})$/.exec(aanhangselNumber ?? "") ?? [];
  const id =
    rest !== undefined
      ? `ah-tk-20${from}20${until}-${Number(rest)}`
      : dossier !== null && number !== null
        ? `kst-${dossier}-${number}`
        : null;
  return id !== null && publicationParts(id) !== null ? (id as PublicationId) : null;
}

/** What the feed says of a document, for its reader. */
export function entryHints(document: TweedeKamerDocument, id: PublicationId | null, dossier: string | null): Hints {
  const { documentNumber, subject, title, date, received, parliamentaryYear, kind } = document;
  // The document rather than the publication, which may be days away.
  const named = documentNumber ?? id;
  const known = {
    id: id ?? documentNumber,
    title: subject ?? title,
    url: named === null ? null : publicationUrl(named),
    date: received ?? date,
    kind: letterKindOf(kind),
    printedKind: kind,
    chamber: "Tweede Kamer",
    dossier,
    number: dossier === null || document.number === null ? null : String(document.number),
    parliamentaryYear,
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null));
}
