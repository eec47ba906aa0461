import type { Day } from "../../letters/letter.ts";

/** The names under which KOOP publishes what ministers and parliament send each other. */
const publicationNames = ["Kamerstuk", "Kamervragen (Aanhangsel)", "Kamervragen zonder antwoord"];

/** Records a page. The server allows a thousand; a tenth keeps answers short. */
const recordsAPage = 100;

/** What is chosen of all there is. */
export interface Subjects {
  /** As in a Letter: `19637`, `36600-VI`. */
  dossiers: readonly string[];
  /** Words and word groups to be found anywhere in a publication. */
  words: readonly string[];
}

/**
 * The query, in CQL: papers of the chosen dossiers, and papers with one of the words, of both chambers, changed since a
 * day, oldest change first. Annexes are left out: they exist as PDF only and are no letters.
 */
export function koopQuery({ dossiers, words }: Subjects, since: Day | null): string {
  const names = publicationNames.map((name) => `w.publicatienaam==${quoted(name)}`);
  const subjects = [
    ...dossiers.map((dossier) => `w.dossiernummer==${quoted(dossier)}`),
    ...words.map((word) => `cql.textAndIndexes=${quoted(word)}`),
  ];
  const clauses = [
    "c.product-area==officielepublicaties",
    `(${names.join(" or ")})`,
    `(${subjects.join(" or ")})`,
    ...(since === null ? [] : [`dt.modified>=${quoted(since)}`]),
  ];
  return `((${clauses.join(" and ")}) NOT dt.type==Bijlage) sortBy dt.modified/sort.ascending`;
}

function quoted(value: string): string {
  return `"${value.replaceAll(/["\\]/g, " ")}"`;
}

/** The address of a page of results. */
export function koopPageUrl(sru: string, query: string, startRecord: number): string {
  const url = new URL(sru);
  const parameters = {
    operation: "searchRetrieve",
    version: "2.0",
    query,
    startRecord: String(startRecord),
    maximumRecords: String(recordsAPage),
    recordSchema: "gzd",
    httpAccept: "application/xml",
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}
