/** The part of CQL that KOOP's search knows, strictly: what is written otherwise is a diagnostic. */

/** A record as the search sees it: its values by index. */
export type Fields = Readonly<Record<string, readonly string[]>>;

export class CqlError extends Error {}

export interface CqlQuery {
  matches(fields: Fields): boolean;
  /** `dt.modified/sort.ascending`; null when the query does not sort. */
  sortBy: string | null;
}

const indexes = new Set([
  ...["dt.identifier", "dt.title", "dt.type", "dt.creator", "dt.date", "dt.available", "dt.modified"],
  ...["w.publicatienaam", "w.dossiernummer", "w.ondernummer", "w.vergaderjaar", "w.organisatietype"],
  ...["w.documentstatus", "w.subrubriek", "c.product-area", "cql.textAndIndexes"],
]);

type Test = (fields: Fields) => boolean;

/** Reads a query. Booleans bind to the left, as the standard has it. */
export function parseCql(query: string): CqlQuery {
  const [, body = "", sortBy = null] = /^(.*?)(?:\s+sortBy\s+(\S+))?$/s.exec(query.trim()) ?? [];
  if (sortBy !== null && !/^dt\.\w+\/sort\.(?:ascending|descending)$/.test(sortBy))
    throw new CqlError(`sort ${sortBy}`);
  const tokens = body.match(/"[^"]*"|[()]|==|>=|<=|=|[^\s()=<>"]+/g) ?? [];
  let at = 0;
  const take = (): string => {
    const token = tokens[at++];
    if (token === undefined) throw new CqlError("query ends too early");
    return token;
  };
  const term = (): Test => {
    const token = take();
    if (token === "(") {
      const inner = expression();
      if (take() !== ")") throw new CqlError("unbalanced parenthesis");
      return inner;
    }
    if (!indexes.has(token)) throw new CqlError(`Unsupported index: ${token}`);
    return comparison(token, take(), take().replace(/^"|"$/g, ""));
  };
  const expression = (): Test => {
    let left = term();
    while (at < tokens.length && tokens[at] !== ")") {
      const operator = take().toLowerCase();
      const [one, other] = [left, term()];
      if (operator === "and") left = (fields) => one(fields) && other(fields);
      else if (operator === "or") left = (fields) => one(fields) || other(fields);
      else if (operator === "not") left = (fields) => one(fields) && !other(fields);
      else throw new CqlError(`Unsupported boolean: ${operator}`);
    }
    return left;
  };
  const matches = expression();
  if (at !== tokens.length) throw new CqlError(`unexpected ${tokens[at]}`);
  return { matches, sortBy };
}

function comparison(index: string, relation: string, value: string): Test {
  const small = value.toLowerCase();
  const test = (given: string): boolean => {
    if (relation === "==") return given.toLowerCase() === small;
    if (relation === ">=") return given >= value;
    if (relation === "=") return given.toLowerCase().includes(small);
    throw new CqlError(`Unsupported relation: ${relation}`);
  };
  test("");
  return (fields) => (fields[index] ?? []).some(test);
}
