import { lowerBound } from "./lower-bound.ts";
import { lonelyScore, type MarkCandidate } from "./mark-candidate.ts";
import { holdsInRow } from "./mark-rows.ts";

/** A note that looks for its mark: it stands before `limit`, on the page that begins at `page` if all is well. */
export interface MarkWanted {
  mark: string;
  limit: number;
  page: number;
}

/** The best way to place the notes up to `note` so that the last of their marks ends at `end`. */
interface Step {
  end: number;
  score: number;
  previous: Step | null;
  note: number;
  candidate: MarkCandidate | null;
}

/**
 * Chooses a mark for every note so that the marks stand in the order of the notes and the whole is as sure as can be.
 * Returns the chosen place for each note, null where none is sure: two equally good places inside numbers or short
 * names are as bad as none.
 *
 * @param candidates in order
 */
export function placeMarks(notes: MarkWanted[], candidates: MarkCandidate[]): (MarkCandidate | null)[] {
  const byNumber = new Map<string, MarkCandidate[]>();
  for (const candidate of candidates) {
    const list = byNumber.get(candidate.number);
    if (list) list.push(candidate);
    else byNumber.set(candidate.number, [candidate]);
  }
  const front = new Front();
  for (const [note, wanted] of notes.entries()) {
    for (const candidate of worthTrying(byNumber.get(wanted.mark) ?? [], wanted.limit, front.best.end)) {
      const previous = front.before(candidate.start);
      const near = candidate.start >= wanted.page ? 0.5 : 0;
      const score = previous.score + candidate.score + near;
      front.add({ end: candidate.end, score, previous, note, candidate });
    }
  }
  const chosen: (MarkCandidate | null)[] = notes.map(() => null);
  for (let step: Step | null = front.best; step; step = step.previous)
    if (step.candidate) chosen[step.note] = step.candidate;
  const kept = chosen.map((candidate, at) =>
    candidate && isSure(candidate, at, chosen) && !hasRival(candidate, at, chosen, notes, byNumber) ? candidate : null,
  );
  const all = new Set(kept);
  return kept.map((candidate) => (candidate && holdsInRow(candidate, (one) => all.has(one)) ? candidate : null));
}

/** A mark that only the sequence tells stands between those of the notes before and after. */
function isSure({ score }: MarkCandidate, at: number, chosen: (MarkCandidate | null)[]): boolean {
  return score > lonelyScore || (chosen[at - 1] !== null && chosen[at + 1] !== null);
}

/**
 * Of so many places of one number the nearest before the note are tried (its mark is on its page) and the first after
 * the mark of the note before it (the notes stand at the end of the paper). Else a paper of which each page has a note
 * 1 would take a time that goes by squares.
 */
const mostTried = 32;

/** The candidates worth trying, the last first. */
function* worthTrying(list: MarkCandidate[], limit: number, placedUpTo: number): Generator<MarkCandidate> {
  const end = lowerBound(list, ({ start }) => start < limit);
  const nearest = Math.max(0, end - mostTried);
  yield* list.slice(nearest, end).reverse();
  const next = lowerBound(list, ({ start }) => start < placedUpTo);
  yield* list.slice(next, Math.min(nearest, next + mostTried)).reverse();
}

const nothingPlaced: Step = { end: -1, score: 0, previous: null, note: -1, candidate: null };

/** For every end the best step that ends there or before it: the further the end, the higher the score. */
class Front {
  readonly #steps: Step[] = [nothingPlaced];

  get best(): Step {
    return this.#at(this.#steps.length - 1);
  }

  /** The best step that ends at `start` or before it. */
  before(start: number): Step {
    return this.#at(this.#after(start) - 1);
  }

  /** Puts a step in the place of those that it beats; those of one note have to come with the last end first. */
  add(step: Step): void {
    const after = this.#after(step.end);
    if (this.#at(after - 1).score >= step.score) return;
    const from = this.#at(after - 1).end === step.end ? after - 1 : after;
    let to = after;
    while (to < this.#steps.length && this.#at(to).score <= step.score) to++;
    this.#steps.splice(from, to - from, step);
  }

  /** The place of the first step that ends after `offset`. */
  #after(offset: number): number {
    return lowerBound(this.#steps, ({ end }) => end <= offset);
  }

  #at(place: number): Step {
    return this.#steps[place] ?? nothingPlaced;
  }
}

/** Whether another place of the same sort lies between the marks of the notes before and after. */
function hasRival(
  own: MarkCandidate,
  at: number,
  chosen: (MarkCandidate | null)[],
  notes: MarkWanted[],
  byNumber: Map<string, MarkCandidate[]>,
): boolean {
  const note = notes[at];
  if (!note || own.score > 2) return false;
  const from = Math.max(chosen[at - 1]?.end ?? 0, own.start >= note.page ? note.page : 0);
  const to = Math.min(chosen[at + 1]?.start ?? note.limit, note.limit);
  const rivals = byNumber.get(note.mark) ?? [];
  for (let next = lowerBound(rivals, ({ start }) => start < from); next < rivals.length; next++) {
    const one = rivals[next];
    if (!one || one.start >= to) return false;
    if (one !== own && one.score >= own.score) return true;
  }
  return false;
}
