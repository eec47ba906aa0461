import type { Person } from "./letter.ts";

const named =
  /(viceminister-president|minister-president|minister|staatssecretaris)\s+((?:(?:van|der|de|den|ten|ter|te|’t|'t)\s+){0,3}[\p{Lu}’'][^(),.;]{0,60}?)\s*\(([^()]{1,160})\)/giu;
const unnamed =
  /(viceminister-president|minister-president|minister|staatssecretaris)\s+((?:(?:van|der|de|den)\s+){0,3}[\p{Lu}][\p{L}’'-]+(?:[ -](?:van|der|de|den|[\p{Lu}][\p{L}’'-]+)){0,5})/iu;

/**
 * Who answered, from a head such as "Antwoord van Staatssecretaris Broekers-Knol (Justitie en Veiligheid), mede namens
 * … (ontvangen …)". The office is as printed, with the name left out: `Staatssecretaris (Justitie en Veiligheid)`.
 * Those on whose behalf is answered ("mede namens") are not named and do not count.
 */
export function readAnswerers(head: string): Person[] {
  const own = head.split(/\s*,?\s+(?:mede\s+)?namens\s/i, 1)[0] ?? "";
  const persons = [...own.matchAll(named)]
    .filter(([, , , office]) => !/^(?:ontvangen|ingezonden)/i.test(office ?? ""))
    .map(([, title = "", name = "", office = ""]) => ({ name: name.trim(), office: `${title} (${office.trim()})` }));
  if (persons.length > 0) return persons;
  const only = unnamed.exec(own);
  return only?.[1] && only[2] ? [{ name: only[2].trim(), office: only[1] }] : [];
}

/** The same person signs once, however often the paper prints the signature. */
export function uniquePersons(persons: Person[]): Person[] {
  return persons.filter((one, at) => persons.findIndex((other) => other.name === one.name) === at);
}
