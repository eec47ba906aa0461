import type { App, webApi } from "@slack/bolt";
import type { KnownBlock } from "@slack/types";
import { homeView } from "../replies/home-view.ts";
import type { PassageIndex } from "../search/passage-index.ts";
import type { LetterReader } from "../store/letter-reader.ts";
import type { Store } from "../store/store.ts";
import type { Running } from "./running.ts";

const latestShown = 5;

export interface HomeParts {
  letters: LetterReader;
  store: Pick<Store, "status">;
  index: PassageIndex;
  timeZone: string;
  /** What concerns one person. */
  own: (person: { team: string; user: string }) => KnownBlock[];
}

/** Registers the home of the app: made anew each time that somebody opens it. */
export function registerHome(app: App, parts: HomeParts, running: Running): void {
  app.event("app_home_opened", async ({ event, client, context }) => {
    // The same event tells that somebody opened the conversation with the bot.
    if (event.tab !== "home") return;
    await running.track(() => publishHome(client, { team: context.teamId ?? "", user: event.user }, parts));
  });
}

/** Shows a person the home as things stand now. */
export async function publishHome(
  client: webApi.WebClient,
  person: { team: string; user: string },
  { letters, store, index, timeZone, own }: HomeParts,
): Promise<void> {
  const collection = letters.collection();
  const status = store.status.read();
  const view = homeView({
    collection,
    quarantined: status.quarantined,
    sources: status.sources.flatMap(({ source, syncedAt, lastBatch }) => {
      const at = syncedAt ?? lastBatch?.at;
      return at === undefined ? [] : [{ source, at: new Date(at) }];
    }),
    latest: letters.latest(latestShown),
    isLoading: (await index.count()).letters < collection.letters,
    timeZone,
    own: own(person),
  });
  await client.views.publish({ user_id: person.user, view });
}
