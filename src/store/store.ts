import { openDatabase } from "./database.ts";
import { LetterReader } from "./letter-reader.ts";
import { LetterWriter } from "./letter-writer.ts";

/** The truth: everything the bot keeps, in one SQLite file; readers and writers apart. */
export interface Store {
  letters: LetterReader;
  intake: LetterWriter;
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
    close: () => database.close(),
  };
}
