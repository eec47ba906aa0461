/**
 * What can go wrong by a person's doing. Everything else is a bug, is thrown as an ordinary Error and is logged whole.
 */

/** A coded error: `message` is English and goes to the log, `forUser` is the Dutch sentence that the person sees. */
export class UserError extends Error {
  readonly code: string;
  readonly forUser: string;
  /** The name of the filter of a query that it is about (`dossier`); null when it is about none. */
  readonly filter: string | null;

  constructor(code: string, message: string, forUser: string, filter: string | null = null) {
    super(message);
    this.name = "UserError";
    this.code = code;
    this.forUser = forUser;
    this.filter = filter;
  }
}
