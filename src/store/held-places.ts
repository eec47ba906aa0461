import type { Database } from "better-sqlite3";
import type { Place } from "../digest/place.ts";
import type { Pause } from "../digest/subscription.ts";
import { MessageWriter, type Parcel } from "./message-writer.ts";

/** Places for which digests are held back, as what is followed there is paused for what Slack said; and until when. */
export class HeldPlaces {
  readonly #database: Database;
  readonly #messages: MessageWriter;

  constructor(database: Database) {
    this.#database = database;
    this.#messages = new MessageWriter(database);
  }

  /**
   * Pauses subscriptions for what Slack said, holds back the digests for their places, and writes the notices that tell
   * of it: all together, so that everybody is told once.
   *
   * @param place null for every place of the team
   */
  pause(
    { team, place, reason }: { team: string; place: Place | null; reason: Pause["reason"] },
    notices: readonly Parcel[],
    now: Date,
  ): void {
    const pause = this.#database.transaction(() => {
      this.#database
        .prepare(
          `UPDATE subscriptions SET paused = ?, paused_since = ?
           WHERE team = ? AND place = coalesce(?, place) AND paused IS NULL`,
        )
        .run(reason, now.toISOString(), team, place);
      this.#database
        .prepare(
          `UPDATE outbox SET state = 'held'
           WHERE team = ? AND place = coalesce(?, place) AND purpose = 'digest' AND state = 'waiting'`,
        )
        .run(team, place);
      for (const notice of notices) this.#messages.write(notice, now);
    });
    pause.immediate();
  }

  /** Lets all of a team go on that was paused for one of these reasons, with the digests that were held back for it. */
  resumeAfter(team: string, reasons: readonly Pause["reason"][]): void {
    const resume = this.#database.transaction(() => {
      const { changes } = this.#database
        .prepare(
          `UPDATE subscriptions SET paused = NULL, paused_since = NULL
           WHERE team = ? AND paused IN (SELECT value FROM json_each(?))`,
        )
        .run(team, JSON.stringify(reasons));
      if (changes === 0) return;
      this.#database
        .prepare(
          `UPDATE outbox SET state = 'waiting' WHERE team = ? AND state = 'held'
           AND EXISTS (SELECT 1 FROM subscriptions WHERE subscriptions.team = outbox.team
             AND subscriptions.place = outbox.place AND paused IS NULL)`,
        )
        .run(team);
    });
    resume.immediate();
  }

  /** Pauses one subscription and writes the notice that tells of it, where there is somebody to be told. */
  pauseOne(subscription: number, reason: Pause["reason"], notice: Parcel | null, now: Date): void {
    const pause = this.#database.transaction(() => {
      const { changes } = this.#database
        .prepare("UPDATE subscriptions SET paused = ?, paused_since = ? WHERE id = ? AND paused IS NULL")
        .run(reason, now.toISOString(), subscription);
      if (changes > 0 && notice !== null) this.#messages.write(notice, now);
    });
    pause.immediate();
  }

  /** Lets go out what was held back for a place. */
  release(team: string, place: Place): void {
    this.#database
      .prepare("UPDATE outbox SET state = 'waiting' WHERE team = ? AND place = ? AND state = 'held'")
      .run(team, place);
  }

  /** Forgets what was held back for a place where nobody follows anything any more. */
  drop(team: string, place: Place): void {
    this.#database
      .prepare(
        `UPDATE outbox SET state = 'failed', message = NULL WHERE team = ? AND place = ? AND state = 'held'
         AND NOT EXISTS (SELECT 1 FROM subscriptions WHERE subscriptions.team = outbox.team
           AND subscriptions.place = outbox.place)`,
      )
      .run(team, place);
  }
}
