/**
 * The best of many: keeps the `room` candidates with the highest key and forgets the rest, so that a query that matches
 * everything need not sort everything.
 */

export interface Candidate {
  segment: number;
  /** Row of the passage in its segment. */
  passage: number;
  score: number;
  /** What is compared: the score, or the day as a number for the newest first. */
  key: number;
}

export class TopHits {
  readonly #room: number;
  #kept: Candidate[] = [];
  #least = Number.NEGATIVE_INFINITY;

  constructor(room: number) {
    this.#room = room;
  }

  add(segment: number, passage: number, score: number, key: number): void {
    // Equal to the least is kept: what breaks the tie is not known here.
    if (key < this.#least) return;
    this.#kept.push({ segment, passage, score, key });
    if (this.#kept.length >= this.#room * 4) this.#trim();
  }

  /** Best first by key, then by score. */
  list(): Candidate[] {
    this.#trim();
    return this.#kept;
  }

  #trim(): void {
    this.#kept.sort((a, b) => b.key - a.key || b.score - a.score);
    if (this.#kept.length <= this.#room) return;
    this.#kept.length = this.#room;
    this.#least = this.#kept[this.#room - 1]?.key ?? this.#least;
  }
}
