import fc from "fast-check";
import type { PublicationId } from "../../src/letters/letter.ts";

/** Ids of every kind that a citation can be composed for and read back from. */

const roman = fc.constantFrom("I", "VI", "VIII", "XII", "XVI", "IIA", "IXB", "A");
const dossier = fc.oneof(
  fc.integer({ min: 22000, max: 39999 }).map(String),
  fc.tuple(fc.integer({ min: 30000, max: 39999 }), roman).map(([number, chapter]) => `${number}-${chapter}`),
  fc.integer({ min: 1, max: 34 }).map((council) => `21501-${String(council).padStart(2, "0")}`),
);
const ofTweedeKamer = fc.integer({ min: 1, max: 9999 }).map(String);
const ofEersteKamer = fc.constantFrom("A", "J", "I", "V", "HB", "AZ", "VI", "42e");
const suffix = fc.constantFrom("", "", "-b1", "-n1", "-h2");
const kamerstuk = fc
  .tuple(dossier, fc.oneof(ofTweedeKamer, ofEersteKamer), suffix)
  .map(([folder, number, last]) => `kst-${folder}-${number}${last}`);
const romanKamerstuk = fc
  .tuple(fc.constantFrom("CXLVI", "CLXVII", "XXX"), fc.constantFrom("A", "BC"))
  .map(([folder, number]) => `kst-${folder}-${number}`);
const house = fc.constantFrom("tk", "ek");
const years = fc.integer({ min: 1995, max: 2060 }).map((year) => `${year}${year + 1}`);
const yearly = fc
  .tuple(house, years, fc.integer({ min: 1, max: 5000 }), fc.constantFrom("", "", "-n1"))
  .map(([chamber, year, number, last]) => `ah-${chamber}-${year}-${number}${last}`);
const meeting = fc
  .tuple(house, years, fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 60 }))
  .map(([chamber, year, number, item]) => `h-${chamber}-${year}-${number}-${item}`);
const journal = fc
  .tuple(
    fc.constantFrom("stb", "stcrt", "trb"),
    fc.integer({ min: 2010, max: 2060 }),
    fc.integer({ min: 1, max: 99999 }),
  )
  .map(([kind, year, number]) => `${kind}-${year}-${number}`);
const document = fc
  .tuple(fc.integer({ min: 2008, max: 2060 }), fc.integer({ min: 0, max: 99999 }))
  .map(([year, number]) => `${year}D${String(number).padStart(5, "0")}`);

export const anyId = fc
  .oneof(kamerstuk, romanKamerstuk, yearly, meeting, journal, document)
  .map((id) => id as PublicationId);
