import { childElements, type Element, find, findAll, textOf } from "./tree.ts";

/** The part of a page that is read. */
export interface ContentRoot {
  root: Element;
  /** Articles inside it that only announce other pages. */
  teasers: ReadonlySet<Element>;
}

type Wanted = (element: Element) => boolean;

/** Where the publication stands in a page, best first, when no article holds it: then what pages in general have. */
const places: readonly Wanted[] = [
  ({ name, attributes }) => name === "main" || attributes.get("role") === "main",
  ({ attributes }) => attributes.get("id") === "main-column" || attributes.get("id") === "content",
  ({ name }) => name === "body",
];

/** What announces another page is shorter. */
const teaserCharacters = 400;

/**
 * Finds the publication: the body text of officielebekendmakingen.nl, else the article. A letter may be cut into several
 * articles, with its head above the first and its signature below the last: then it is what holds them all.
 */
export function contentRoot(page: Element): ContentRoot {
  const none = new Set<Element>();
  const official = findAll(page, ({ attributes }) => attributes.get("id") === "broodtekst")[0];
  if (official !== undefined) return { root: official, teasers: none };
  const articles = findAll(page, ({ name }) => name === "article");
  const teasers = new Set(articles.length > 1 ? articles.filter(isTeaser) : []);
  const whole = articles.filter((article) => !teasers.has(article));
  const [first] = whole;
  const last = whole.at(-1);
  if (first !== undefined && last !== undefined) {
    return first === last ? { root: first, teasers: none } : { root: holderOf(page, first, last), teasers };
  }
  const root = places.map((wanted) => findAll(page, wanted)[0]).find((found) => found !== undefined) ?? page;
  return { root, teasers: none };
}

/** Short, with a heading that leads to another page, or as a whole a link. */
function isTeaser(article: Element): boolean {
  if (textOf(article).length > teaserCharacters) return false;
  const leadsAway = ({ name, attributes }: Element): boolean =>
    name === "a" && !(attributes.get("href") ?? "#").startsWith("#");
  return (
    findAll(article, ({ name }) => /^h[1-6]$/.test(name)).some((heading) => findAll(heading, leadsAway).length > 0) ||
    findAll(article, leadsAway).some((link) => textOf(link) === textOf(article))
  );
}

/** The smallest element that holds both. */
function holderOf(page: Element, first: Element, last: Element): Element {
  const [one, other] = [pathTo(page, first), pathTo(page, last)];
  let holder = page;
  for (let at = 0; at < one.length && one[at] === other[at]; at += 1) holder = one[at] ?? holder;
  return holder;
}

/** From below `above` down to what holds `wanted`. */
function pathTo(above: Element, wanted: Element): Element[] {
  const path: Element[] = [];
  const visit = (element: Element): boolean => {
    for (const each of childElements(element)) {
      if (each === wanted) return true;
      path.push(each);
      if (visit(each)) return true;
      path.pop();
    }
    return false;
  };
  visit(above);
  return path;
}

/** The heading that an article or the main part of a page has in a `<header>` of its own; empty when it has none. */
export function headerTitle(root: Element): string {
  const holder = root.name === "article" || root.name === "main" ? root : find(root, "article");
  const header = holder === null ? null : find(holder, "header");
  return header === null ? "" : textOf(find(header, "h1"));
}
