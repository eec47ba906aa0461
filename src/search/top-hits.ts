/**
 * The best of many: keeps the `room` best candidates, and at most `ofLetter` of one letter, and forgets the rest, so
 * that a query that matches everything need not sort everything. A heap with the least of the kept on top.
 */

export interface Candidate {
  segment: number;
  /** Row of the passage in its segment. */
  passage: number;
  score: number;
}

interface Kept extends Candidate {
  /** What is compared first, and what decides between equals: higher is better. */
  key: number;
  tie: number;
}

export class TopHits {
  readonly #room: number;
  readonly #ofLetter: number;
  readonly #heap: Kept[] = [];
  /** The best of the letter whose passages now come in, best first. */
  #waiting: Kept[] = [];
  #letter = "";

  constructor(room: number, ofLetter = Number.POSITIVE_INFINITY) {
    this.#room = room;
    this.#ofLetter = ofLetter;
  }

  /** The passages of a letter must come one after the other. */
  add(segment: number, letter: number, passage: number, score: number, key: number, tie: number): void {
    if (this.#isFull() && !isAbove(key, tie, this.#heap[0])) return;
    if (this.#ofLetter === Number.POSITIVE_INFINITY) {
      this.#keep({ segment, passage, score, key, tie });
      return;
    }
    const from = `${segment}.${letter}`;
    if (from !== this.#letter) this.#release();
    this.#letter = from;
    const waiting = this.#waiting;
    const place = waiting.findIndex((other) => isAbove(key, tie, other));
    waiting.splice(place < 0 ? waiting.length : place, 0, { segment, passage, score, key, tie });
    if (waiting.length > this.#ofLetter) waiting.pop();
  }

  /** Best first; the same for every room that is large enough. */
  list(): Candidate[] {
    this.#release();
    const best = [...this.#heap].sort((a, b) => (isLess(a, b) ? 1 : -1));
    return best.map(({ segment, passage, score }) => ({ segment, passage, score }));
  }

  #isFull(): boolean {
    return this.#heap.length >= this.#room;
  }

  #release(): void {
    for (const candidate of this.#waiting) this.#keep(candidate);
    this.#waiting = [];
  }

  #keep(candidate: Kept): void {
    if (!this.#isFull()) {
      this.#heap.push(candidate);
      this.#rise(this.#heap.length - 1);
    } else if (isAbove(candidate.key, candidate.tie, this.#heap[0])) {
      this.#heap[0] = candidate;
      this.#sink(0);
    }
  }

  #rise(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isLess(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(from: number): void {
    let at = from;
    for (;;) {
      const left = at * 2 + 1;
      let least = at;
      if (left < this.#heap.length && this.#isLess(left, least)) least = left;
      if (left + 1 < this.#heap.length && this.#isLess(left + 1, least)) least = left + 1;
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }

  #isLess(a: number, b: number): boolean {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (first === undefined || second === undefined) return false;
    return isLess(first, second);
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (first === undefined || second === undefined) return;
    this.#heap[a] = second;
    this.#heap[b] = first;
  }
}

/** Of equals the one that came later is less. */
function isLess(first: Kept, second: Kept): boolean {
  if (first.key !== second.key) return first.key < second.key;
  if (first.tie !== second.tie) return first.tie < second.tie;
  return first.segment > second.segment || (first.segment === second.segment && first.passage > second.passage);
}

function isAbove(key: number, tie: number, other: Kept | undefined): boolean {
  return other === undefined || key > other.key || (key === other.key && tie > other.tie);
}
