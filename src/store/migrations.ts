import { checksums } from "./migrations/checksums.ts";
import { conversationTables } from "./migrations/conversation.ts";
import { debateTables } from "./migrations/debates.ts";
import { letterTables } from "./migrations/letters.ts";
import { lettersFound } from "./migrations/letters-found.ts";
import { noticesElsewhere } from "./migrations/notices.ts";
import { passageCounts } from "./migrations/passage-counts.ts";
import { readings } from "./migrations/readings.ts";
import { noSearchableBatches } from "./migrations/searchable-batches.ts";
import { slackTime } from "./migrations/slack-time.ts";
import { sourceTables } from "./migrations/sources.ts";
import { subscriptionTables } from "./migrations/subscriptions.ts";
import { writtenQuestions } from "./migrations/written-questions.ts";

/**
 * The shape of the database, as numbered steps: step n brings `user_version` from n to n + 1. A step that was
 * released never changes; a change of shape is a new step at the end.
 *
 * - A letter has a key of its own; its publication ids are aliases of that key.
 * - A version of a letter never changes; a better reading is a new version, and `letters.version` says which holds.
 * - A batch is one arrival of letters: "new" is told by batch, never by the date on a letter.
 */
export const migrations: readonly string[] = [
  letterTables,
  conversationTables,
  sourceTables,
  lettersFound,
  debateTables,
  subscriptionTables,
  noticesElsewhere,
  writtenQuestions,
  passageCounts,
  checksums,
  slackTime,
  noSearchableBatches,
  readings,
];
