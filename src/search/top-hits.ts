/**
 * The best of many: keeps the `room` best candidates and forgets the rest, so that a query that matches everything need
 * not sort everything. A heap with the least of the kept on top.
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
  readonly #heap: Kept[] = [];

  constructor(room: number) {
    this.#room = room;
  }

  add(segment: number, passage: number, score: number, key: number, tie: number): void {
    const heap = this.#heap;
    if (heap.length < this.#room) {
      heap.push({ segment, passage, score, key, tie });
      this.#rise(heap.length - 1);
      return;
    }
    const least = heap[0];
    if (least === undefined || key < least.key || (key === least.key && tie <= least.tie)) return;
    heap[0] = { segment, passage, score, key, tie };
    this.#sink(0);
  }

  /** In no particular order. */
  list(): Candidate[] {
    return this.#heap.map(({ segment, passage, score }) => ({ segment, passage, score }));
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
    return first.key < second.key || (first.key === second.key && first.tie < second.tie);
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (first === undefined || second === undefined) return;
    this.#heap[a] = second;
    this.#heap[b] = first;
  }
}
