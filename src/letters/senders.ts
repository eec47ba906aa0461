import type { Person } from "./letter.ts";
import { anyParticle } from "./name-particles.ts";

const title = "((?:vice)?minister-president|ministers?|staatssecretaris(?:sen)?)";
/** `Hoekstra (Buitenlandse Zaken)`, and the next of a list: `, Ollongren (Defensie)`. */
const named = /,? (?:en (?:van )?)?([^();\s][^();]{0,79}?) ?\(((?:[^()]|\([^()]{0,80}\)){1,160})\)/uy;
const titled = new RegExp(`^${title}(?=\\s)`, "iu");
const unnamed = new RegExp(`^${title}\\s+([^(),.;]{1,80})`, "iu");
/** Where the next of several who answered begins. */
const next = new RegExp(`(?=(?<!\\p{L})${title.replace("(", "(?:")}\\s)`, "iu");
const degree = "(?:[Mm]r|[Dd]rs|[Dd]r|[Ii]r|[Ii]ng|[Pp]rof)\\.?";
const namePart = "[’'‘]?\\p{Lu}[\\p{L}’'‘-]*";
/** `Van der Burg`, `’s-Gravezande`, `Dr. De Jonge`, `K.H. de Vries-van Dijk`. */
const personName = new RegExp(
  `^(?:${degree}\\s){0,3}(?:(?:\\p{Lu}\\p{Ll}?\\.\\s?){1,6})?(?:(?:${anyParticle}\\s){0,3}(?:[’'‘]s-)?${namePart}\\s?){1,5}$`,
  "u",
);
/** `de Minister van Financiën`: what follows an article is the office. */
const article = /(?<!\p{L})(?:de|het|een|der)\s+$/iu;

/**
 * Who answered, from a head such as "Antwoord van Staatssecretaris Broekers-Knol (Justitie en Veiligheid), mede namens
 * … (ontvangen …)". The office is as printed, with the name left out: `Staatssecretaris (Justitie en Veiligheid)`; of
 * "Ministers A (…) en B (…)" each is a Minister. Those on whose behalf is answered ("mede namens") are not named and do
 * not count; nor does who is named by office only.
 */
export function readAnswerers(head: string): Person[] {
  const own = head.split(/(?<!\s)(?:\s*,)?\s+(?:mede\s+)?namens\s/i, 1)[0] ?? "";
  const [opening = "", ...parts] = own.split(next);
  let before = opening;
  return parts.flatMap((part) => {
    const afterArticle = article.test(before);
    before = part;
    return readAnswerer(part, afterArticle);
  });
}

/** Those who answered with one title, from that title on. */
function readAnswerer(text: string, afterArticle: boolean): Person[] {
  const printed = titled.exec(text)?.[0] ?? "";
  const role = printed.replace(/(?<=minister)s$|(?<=staatssecretaris)sen$/i, "");
  const isPlural = role !== printed;
  const persons: Person[] = [];
  named.lastIndex = printed.length;
  for (let found = named.exec(text); found; found = isPlural ? named.exec(text) : null) {
    const [, called = "", office = ""] = found;
    const name = called.trim();
    // "de Minister van Financiën (…)": what is small after an article is the office.
    if (!personName.test(name) || (afterArticle && !/^[\p{Lu}’'‘]/u.test(name))) break;
    if (/^(?:ontvangen|ingezonden)/i.test(office)) break;
    persons.push({ name, office: `${role} (${office.trim()})` });
  }
  if (persons.length > 0 || isPlural || afterArticle) return persons;
  const [, only = "", rest = ""] = unnamed.exec(text) ?? [];
  const words = rest.replace(/(?<!\s)\s+en(?:\s+van)?\s*$/, "").trim();
  return personName.test(words) && !/^van\s/.test(words) ? [{ name: words, office: only }] : [];
}

/** The same person signs once, however often the paper prints the signature. */
export function uniquePersons(persons: Person[]): Person[] {
  return persons.filter((one, at) => persons.findIndex((other) => other.name === one.name) === at);
}
