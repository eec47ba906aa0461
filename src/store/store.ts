import type { Database } from "better-sqlite3";
import { BatchLedger } from "./batch-ledger.ts";
import { Collections } from "./collections.ts";
import { openDatabase } from "./database.ts";
import { Deliveries } from "./deliveries.ts";
import { Feedback } from "./feedback.ts";
import { FollowedQuestions } from "./followed-questions.ts";
import { HeldPlaces } from "./held-places.ts";
import { LetterFinder } from "./letter-finder.ts";
import { LetterReader } from "./letter-reader.ts";
import { LetterWriter } from "./letter-writer.ts";
import { Outbox } from "./outbox.ts";
import { PersonalData } from "./personal-data.ts";
import { QuestionPapers } from "./question-papers.ts";
import { Readings } from "./readings.ts";
import { ResultPages } from "./result-pages.ts";
import { SourceBook } from "./source-book.ts";
import { StatusReader } from "./status-reader.ts";
import { Arrivals } from "./subscription-arrivals.ts";
import { Subscriptions } from "./subscriptions.ts";
import { ThreadSubjects } from "./thread-subjects.ts";
import { Unfurls } from "./unfurls.ts";

/** The truth: everything the bot keeps, in one SQLite file; readers and writers apart. */
export interface Store {
  letters: LetterReader;
  finder: LetterFinder;
  intake: LetterWriter;
  /** What letters were read from, and by which code. */
  readings: Readings;
  deliveries: Deliveries;
  pages: ResultPages;
  feedback: Feedback;
  /** Which batches came in, and which are not in the index yet. */
  ledger: BatchLedger;
  sources: SourceBook;
  status: StatusReader;
  unfurls: Unfurls;
  collections: Collections;
  subjects: ThreadSubjects;
  arrivals: Arrivals;
  subscriptions: Subscriptions;
  questionPapers: QuestionPapers;
  followedQuestions: FollowedQuestions;
  outbox: Outbox;
  heldPlaces: HeldPlaces;
  /** What is kept about a person. */
  personalData: PersonalData;
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
  return storeOn(openDatabase(file));
}

/** The store on a database that was opened by `openDatabase`. */
export function storeOn(database: Database): Store {
  return {
    letters: new LetterReader(database),
    finder: new LetterFinder(database),
    intake: new LetterWriter(database),
    readings: new Readings(database),
    deliveries: new Deliveries(database),
    pages: new ResultPages(database),
    feedback: new Feedback(database),
    ledger: new BatchLedger(database),
    sources: new SourceBook(database),
    status: new StatusReader(database),
    unfurls: new Unfurls(database),
    collections: new Collections(database),
    subjects: new ThreadSubjects(database),
    arrivals: new Arrivals(database),
    subscriptions: new Subscriptions(database),
    questionPapers: new QuestionPapers(database),
    followedQuestions: new FollowedQuestions(database),
    outbox: new Outbox(database),
    heldPlaces: new HeldPlaces(database),
    personalData: new PersonalData(database),
    close: () => database.close(),
  };
}
