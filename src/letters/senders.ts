import type { Person } from "./letter.ts";

const title = "((?:vice)?minister-president|minister|staatssecretaris)";
const named = new RegExp(`^${title}\\s+([^();]{1,80}?)\\s*\\(((?:[^()]|\\([^()]{0,80}\\)){1,160})\\)`, "iu");
const unnamed = new RegExp(`^${title}\\s+([^(),.;]{1,80})`, "iu");
/** Where the next of several who answered begins. */
const next = new RegExp(`(?=(?<!\\p{L})${title.replace("(", "(?:")}\\s)`, "iu");
const particle = "(?:[Vv]an|[Dd]er|[Dd]e|[Dd]en|[Tt]en|[Tt]er|[Tt]e|[’'‘][Tt]|[Ee]l|[Aa]l)";
const degree = "(?:[Mm]r|[Dd]rs|[Dd]r|[Ii]r|[Ii]ng|[Pp]rof)\\.?";
const namePart = "[’'‘]?\\p{Lu}[\\p{L}’'‘-]*";
/** `Van der Burg`, `’s-Gravezande`, `Dr. De Jonge`, `K.H. de Vries-van Dijk`. */
const personName = new RegExp(
  `^(?:${degree}\\s){0,3}(?:(?:\\p{Lu}\\p{Ll}?\\.\\s?){1,6})?(?:(?:${particle}\\s){0,3}(?:[’'‘]s-)?${namePart}\\s?){1,5}$`,
  "u",
);
/** `de Minister van Financiën`: what follows an article is the office. */
const article = /(?<!\p{L})(?:de|het|een|der)\s+$/iu;

/**
 * Who answered, from a head such as "Antwoord van Staatssecretaris Broekers-Knol (Justitie en Veiligheid), mede namens
 * … (ontvangen …)". The office is as printed, with the name left out: `Staatssecretaris (Justitie en Veiligheid)`.
 * Those on whose behalf is answered ("mede namens") are not named and do not count; nor does who is named by office only.
 */
export function readAnswerers(head: string): Person[] {
  const own = head.split(/(?<!\s)(?:\s*,)?\s+(?:mede\s+)?namens\s/i, 1)[0] ?? "";
  const [opening = "", ...parts] = own.split(next);
  let before = opening;
  return parts.flatMap((part) => {
    const isOffice = article.test(before);
    before = part;
    return isOffice ? [] : readAnswerer(part);
  });
}

/** One who answered, from their title on. */
function readAnswerer(text: string): Person[] {
  const [, role = "", called = "", office = ""] = named.exec(text) ?? [];
  const name = called.trim();
  if (personName.test(name) && !/^(?:ontvangen|ingezonden)/i.test(office))
    return [{ name, office: `${role} (${office.trim()})` }];
  const [, only = "", rest = ""] = unnamed.exec(text) ?? [];
  const words = rest.replace(/(?<!\s)\s+en(?:\s+van)?\s*$/, "").trim();
  return personName.test(words) && !/^van\s/.test(words) ? [{ name: words, office: only }] : [];
}

/** The same person signs once, however often the paper prints the signature. */
export function uniquePersons(persons: Person[]): Person[] {
  return persons.filter((one, at) => persons.findIndex((other) => other.name === one.name) === at);
}
