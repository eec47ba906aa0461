/** Which page of which answer; what a button of an answer carries. */
export interface PagePlace {
  /** Of store/result-pages.ts: what was asked. */
  page: string;
  order: "best" | "newest";
  /** How many hits stand before each page on the way here, and before this one: `[0, 6]` on the second page. */
  path: number[];
}

/** As the value of a button: `<id>.best.0-6`. */
export function placeValue({ page, order, path }: PagePlace): string {
  return `${page}.${order}.${path.join("-")}`;
}

/** Undoes {@link placeValue}; null for what it never made. */
export function readPlace(value: string): PagePlace | null {
  const [, page, order, path] = /^([\w-]{1,64})\.(best|newest)\.(\d{1,6}(?:-\d{1,6}){0,200})$/.exec(value) ?? [];
  if (page === undefined || path === undefined) return null;
  return { page, order: order as PagePlace["order"], path: path.split("-").map(Number) };
}
