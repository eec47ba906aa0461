import type { DebatePlace } from "../debate/kept-passage.ts";
import { debateTexts } from "../texts/debate.ts";

/** How a collection is called in a sentence. */
export function collectionName({ name, place }: { name: string | null; place: DebatePlace }): string {
  const { ofThread, ofChannel, named } = debateTexts.collection;
  if (name !== null) return named(name);
  return place.thread === null ? ofChannel : ofThread;
}
