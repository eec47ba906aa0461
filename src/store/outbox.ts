import type { Database, Statement } from "better-sqlite3";
import type { Place } from "../digest/place.ts";
import type { Day } from "../letters/letter.ts";
import { type Followed, FollowedQuestions, type Told } from "./followed-questions.ts";
import { MessageWriter, type Parcel } from "./message-writer.ts";
import { OpenEntries, type PostedAt } from "./open-entries.ts";
import type { Delivery } from "./subscriptions.ts";

/** A digest to be written: what goes out, and what the subscriptions have had with it. */
export interface DigestParcel {
  /** null when the subscriptions had their turn and there is nothing to send. */
  parcel: Parcel | null;
  deliveries: Delivery[];
  turns: Turn[];
  /** Questions whose answer is awaited from now on. */
  followed?: Followed[];
  /** Of which followed questions the parcel tells that they were answered, or that their answer is delayed. */
  told?: Told[];
  /** Subscriptions that the parcel is for besides. */
  listed?: number[];
}

/** A subscription has had its turn. */
export interface Turn {
  subscription: number;
  /** As it was when the digest was decided; when it is something else by now, the digest is not written. */
  seenBefore: number;
  seenBatch: number;
  /** null when it has no slots. */
  slot: Day | null;
}

/** Messages that go out once: written before they are posted, in one transaction with what they mean for the ledger. */
export class Outbox {
  /** What is to go out still. */
  readonly open: OpenEntries;
  readonly #database: Database;
  readonly #questions: FollowedQuestions;
  readonly #messages: MessageWriter;
  // Used for every turn and letter.
  readonly #insertDelivery: Statement;
  readonly #updateTurn: Statement;
  /** Statements that note what became of a message, by what they set. */
  readonly #sets = new Map<string, Statement>();

  constructor(database: Database) {
    this.open = new OpenEntries(database);
    this.#database = database;
    this.#questions = new FollowedQuestions(database);
    this.#messages = new MessageWriter(database);
    this.#insertDelivery = database.prepare(
      "INSERT INTO digest_letters (subscription, letter_key, version, message) VALUES (?, ?, ?, ?)",
    );
    this.#updateTurn = database.prepare(
      `UPDATE subscriptions SET seen_batch = ?, last_turn = coalesce(?, last_turn)
       WHERE id = ? AND seen_batch = ? AND paused IS NULL AND (last_turn IS NOT ? OR ? IS NULL)`,
    );
  }

  /** Writes a digest whole or not at all; false when a subscription of it has had its turn meanwhile, or is gone. */
  writeDigest({ parcel, deliveries, turns, followed = [], told = [], listed = [] }: DigestParcel, now: Date): boolean {
    const write = this.#database.transaction(() => {
      for (const turn of turns) this.#take(turn);
      for (const { subscription, question } of followed)
        this.#questions.follow(subscription, [{ question, delayTold: false }]);
      if (parcel === null) return true;
      const message = this.#messages.write(parcel, now);
      const recipients = [...deliveries, ...told].map(({ subscription }) => subscription);
      this.#address(message, [...recipients, ...listed]);
      for (const one of told) if (!this.#questions.tell(one, message)) throw new TurnTaken();
      for (const { subscription, letter, version } of deliveries) {
        this.#insertDelivery.run(subscription, Number(letter), version, message);
      }
      return true;
    });
    try {
      return write.immediate();
    } catch (error) {
      if (error instanceof TurnTaken) return false;
      throw error;
    }
  }

  /** To be called before the message is sent: from here on it may be in Slack. */
  begin(id: number, now: Date): void {
    this.#set(
      `state = 'sending', attempted_at = ?, not_before = NULL, slack_time =
         (SELECT CAST(ts AS REAL) FROM outbox AS sent WHERE sent.team = outbox.team AND sent.state = 'sent'
          ORDER BY CAST(ts AS REAL) DESC LIMIT 1)`,
      id,
      now.toISOString(),
    );
  }

  sent(id: number, { conversation, ts }: PostedAt): void {
    this.#set("state = 'sent', conversation = ?, ts = ?, message = NULL, trouble = NULL", id, conversation, ts);
  }

  /** It is certain that it is not in Slack. */
  putBack(id: number, trouble: string | null, notBefore: Date | null): void {
    this.#set("state = 'waiting', trouble = ?, not_before = ?", id, trouble, notBefore?.toISOString() ?? null);
  }

  /** It is certain that it is not in Slack, and that its place is closed: it goes to the next that it has. */
  sendElsewhere(id: number, [next, ...rest]: readonly Place[], trouble: string): void {
    if (next === undefined) throw new Error(`message ${id} has nowhere else to go`);
    const otherwise = JSON.stringify(rest);
    this.#set(
      "state = 'waiting', place = ?, otherwise = ?, trouble = ?, not_before = NULL",
      id,
      next,
      otherwise,
      trouble,
    );
  }

  /** Its fate is not known yet; ask again later. */
  askLater(id: number, trouble: string, notBefore: Date): void {
    this.#set("trouble = ?, not_before = ?", id, trouble, notBefore.toISOString());
  }

  /**
   * Gives a message up with those in its thread, and writes the notices that tell of it: `unsure` when it may be in
   * Slack all the same.
   */
  giveUp(id: number, state: "unsure" | "failed", trouble: string, notices: readonly Parcel[], now: Date): void {
    const give = this.#database.transaction(() => {
      this.#set("state = ?, trouble = ?, message = NULL", id, state, trouble);
      this.#database
        .prepare(
          `UPDATE outbox SET state = 'failed', trouble = ?, message = NULL
           WHERE parent = ? AND state IN ('waiting', 'sending', 'held')`,
        )
        .run(trouble, id);
      for (const notice of notices) this.#messages.write(notice, now);
    });
    give.immediate();
  }

  /** Who made the subscriptions that a message, or the message above it in its thread, is for. */
  makersOf(id: number): string[] {
    return this.#database
      .prepare<[number, number], string>(
        `SELECT DISTINCT maker FROM message_for JOIN subscriptions ON subscriptions.id = subscription
         WHERE message IN (?, (SELECT parent FROM outbox WHERE id = ?)) ORDER BY maker`,
      )
      .pluck()
      .all(id, id);
  }

  /** @throws TurnTaken */
  #take({ subscription, seenBefore, seenBatch, slot }: Turn): void {
    const { changes } = this.#updateTurn.run(seenBatch, slot, subscription, seenBefore, slot, slot);
    if (changes === 0) throw new TurnTaken();
  }

  #address(message: number, subscriptions: readonly number[]): void {
    const insert = this.#database.prepare("INSERT INTO message_for (message, subscription) VALUES (?, ?)");
    for (const subscription of new Set(subscriptions)) insert.run(message, subscription);
  }

  #set(what: string, id: number, ...values: (string | null)[]): void {
    const set = this.#sets.get(what) ?? this.#database.prepare(`UPDATE outbox SET ${what} WHERE id = ?`);
    this.#sets.set(what, set);
    set.run(...values, id);
  }
}

/** Ends the transaction of a digest that another has overtaken. */
class TurnTaken extends Error {}
