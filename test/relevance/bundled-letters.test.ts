import { beforeAll, describe, expect, it } from "vitest";
import type { PassageIndex } from "../../src/search/passage-index.ts";
import { parseQuery } from "../../src/search/query.ts";
import { openBundledIndex } from "../search/bundled-index.ts";
import somethingElse from "./about-something-else.json" with { type: "json" };
import answerable from "./answerable.json" with { type: "json" };
import manyWays from "./asked-in-many-ways.json" with { type: "json" };
import offTopic from "./off-topic.json" with { type: "json" };

describe("over the bundled letters", () => {
  let index: PassageIndex;
  let texts: Map<string, string>;

  beforeAll(async () => {
    ({ index, texts } = await openBundledIndex());
  });

  /** The questions of which none of the first five passages holds the word beside it. */
  async function missed(questions: string[][]): Promise<string[]> {
    const found: string[] = [];
    for (const [query = "", word = ""] of questions) {
      const { hits } = await index.search(parseQuery(query), { offset: 0, limit: 5, perLetter: null });
      if (!hits.some(({ passage }) => texts.get(passage)?.includes(word))) found.push(query);
    }
    return found;
  }

  async function answered(queries: string[]): Promise<string[]> {
    const found: string[] = [];
    for (const query of queries) {
      const { total } = await index.search(parseQuery(query), { offset: 0, limit: 5, perLetter: null });
      if (total > 0) found.push(query);
    }
    return found;
  }

  it("every question that they answer gets its answer among the first five", async () => {
    expect(await missed(answerable.queries)).toEqual([]);
  });

  it.each(Object.entries(manyWays.queries))("so does every question asked in other ways: %s", async (_, questions) => {
    expect(await missed(questions)).toEqual([]);
  });

  it("no question about something else, and no nonsense, gets an answer", async () => {
    expect(await answered(offTopic.queries)).toEqual([]);
  });

  it.each(Object.entries(somethingElse.queries))("nor does any that is hard to tell: %s", async (_, queries) => {
    expect(await answered(queries)).toEqual([]);
  });
});
