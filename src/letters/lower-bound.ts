/**
 * The index of the first item that does not lie before what is sought; the number of items when all do. For items in
 * order, so that `liesBefore` holds for the first ones and no further.
 */
export function lowerBound<Item>(items: ArrayLike<Item>, liesBefore: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && liesBefore(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
