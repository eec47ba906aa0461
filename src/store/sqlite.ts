import Database, { type Statement } from "better-sqlite3";

/** Every database that was ever opened: see `openSqlite`. */
const held: Database.Database[] = [];

/**
 * Opens a SQLite file of which the garbage collector frees nothing until the process ends: the database is held, and
 * every statement is prepared once and held with it, which is faster too. The statements of this program are a fixed set
 * of texts.
 *
 * Since Node 24.19 `node::ObjectWrap`, from which better-sqlite3 12 derives, asks for the current context when it is
 * freed; there is none when the collector runs between two tasks, and then Node aborts the process. That happens where
 * the module was compiled against those headers; version 13 is free of it, and does not run on Node 20. `pragma`,
 * `iterate` and `backup` make an object at every call, so they are not to be used on it: a test holds the store to that.
 *
 * @param options and what is thrown: as of better-sqlite3
 */
export function openSqlite(file: string, options: Database.Options = {}): Database.Database {
  const database = new Database(file, options);
  held.push(database);
  const prepare = database.prepare.bind(database);
  const statements = new Map<string, Statement>();
  database.prepare = ((sql: string) => {
    const known = statements.get(sql) ?? withPluckApart(prepare(sql), () => prepare(sql));
    statements.set(sql, known);
    return known;
  }) as typeof database.prepare;
  return database;
}

/** Whoever plucks gets a statement apart, also made once: plucking changes a statement for everybody who holds it. */
function withPluckApart(statement: Statement, another: () => Statement): Statement {
  let plucked: Statement | null = null;
  statement.pluck = () => {
    plucked ??= another().pluck();
    return plucked;
  };
  return statement;
}

/** Reads a pragma, or sets one (`user_version = 3`); its first value. */
export function pragma(database: Database.Database, source: string): unknown {
  return database.prepare(`PRAGMA ${source}`).pluck().get();
}
