import { expect, it } from "vitest";
import type { Day } from "../../src/letters/letter.ts";
import type { LetterKey, PassageId } from "../../src/letters/stored-letter.ts";
import { openLocalIndex } from "../../src/search/local-index.ts";
import type { IndexedLetter } from "../../src/search/passage-index.ts";
import { parseQuery } from "../../src/search/query.ts";
import { lexicon } from "./rough-letters.ts";

/** A letter of these passages, `<key>-1` and so on. */
function letter(key: string, ...texts: string[]): IndexedLetter {
  const plain = { headings: [], parties: [], askers: [], pointsTo: [], pointerOnly: false };
  const passages = texts.map((text, at) => ({ ...plain, id: `${key}-${at + 1}` as PassageId, text }));
  const senders = [{ name: "A. Duin", office: null }];
  return {
    key: key as LetterKey,
    title: key,
    date: "2020-01-01" as Day,
    kind: "brief",
    senders,
    dossier: null,
    passages,
  };
}

const other = (at: number) => `De haven van Duindorp krijgt in maand ${at} een nieuwe kade van steen.`;
const liaison = "In drie landen werken liaisons voor ons.";
const embassy = "Zij hebben een kamer in de ambassade.";

async function found(letters: IndexedLetter[], query: string): Promise<string[]> {
  const index = openLocalIndex({ lexicon });
  await index.add(letters);
  const { hits } = await index.search(parseQuery(query), { offset: 0, limit: 5, perLetter: null });
  return hits.map(({ passage }) => passage as string);
}

const many = letter("vulling", ...Array.from({ length: 40 }, (_, at) => other(at)));
/** One of two words that tell as much is not enough for an answer. */
const query = "liaisons ambassade";
const spread = (...texts: string[]) => [letter("a", ...texts), many];

it("an answer may be spread over passages that follow each other", async () => {
  expect(await found(spread(other(50), liaison, embassy), query)).not.toEqual([]);
  expect(await found(spread(liaison, other(50), embassy), query)).not.toEqual([]);
});

it("but not over a whole letter, nor over two", async () => {
  expect(await found(spread(liaison, ...[50, 51, 52].map(other), embassy), query)).toEqual([]);
  expect(await found([letter("c", other(50), liaison), ...spread(embassy)], query)).toEqual([]);
});

it("what a passage holds by itself goes before", async () => {
  const whole = letter("d", "De liaisons hebben een kamer in de ambassade.");
  expect(await found([whole, ...spread(liaison, embassy)], query)).toEqual(["d-1"]);
});

it("a country beside a passage about something else is no answer", async () => {
  expect(await found(spread("Met Marokko is gesproken.", embassy), "Marokko ambassade")).toEqual([]);
});
