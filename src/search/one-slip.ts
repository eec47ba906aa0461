/**
 * Slips of the pen: a letter left out, put in or taken for another, or two neighbours in the other order. What counts as
 * one is the same wherever something typed is nearly right.
 */

/** Whether one is the other but for a single slip; what is the same is no slip. */
export function isOneSlip(one: string, other: string): boolean {
  return slips(one, other, 1) === 1;
}

/**
 * How many slips make one into the other, no letter being touched twice (optimal string alignment). Characters are
 * UTF-16 code units.
 *
 * @param most more are not counted: then it is `most + 1`
 */
export function slips(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  // What both begin and end with takes no slip, and is mostly all but a few letters.
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let [end, otherEnd] = [one.length, other.length];
  while (end > start && otherEnd > start && one[end - 1] === other[otherEnd - 1]) {
    end--;
    otherEnd--;
  }
  return slipsInWhole(one.slice(start, end), other.slice(start, otherEnd), most);
}

function slipsInWhole(one: string, other: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column++) {
      const changed = one[row - 1] === other[column - 1] ? 0 : 1;
      let cost = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + changed);
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[other.length] ?? 0, most + 1);
}
