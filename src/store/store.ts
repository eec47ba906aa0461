import { openDatabase } from "./database.ts";
import { Deliveries } from "./deliveries.ts";
import { Feedback } from "./feedback.ts";
import { LetterReader } from "./letter-reader.ts";
import { LetterWriter } from "./letter-writer.ts";
import { Outbox } from "./outbox.ts";
import { ResultPages } from "./result-pages.ts";
import { Arrivals } from "./subscription-arrivals.ts";
import { Subscriptions } from "./subscriptions.ts";

/** The truth: everything the bot keeps, in one SQLite file; readers and writers apart. */
export interface Store {
  letters: LetterReader;
  intake: LetterWriter;
  deliveries: Deliveries;
  pages: ResultPages;
  feedback: Feedback;
  arrivals: Arrivals;
  subscriptions: Subscriptions;
  outbox: Outbox;
  /** Writes what is pending into the file and lets it go. */
  close(): void;
}

/**
 * Opens the store.
 *
 * @param file absolute path, or `:memory:`
 * @throws UserError as `openDatabase`
 */
export function openStore(file: string): Store {
  const database = openDatabase(file);
  return {
    letters: new LetterReader(database),
    intake: new LetterWriter(database),
    deliveries: new Deliveries(database),
    pages: new ResultPages(database),
    feedback: new Feedback(database),
    arrivals: new Arrivals(database),
    subscriptions: new Subscriptions(database),
    outbox: new Outbox(database),
    close: () => database.close(),
  };
}
