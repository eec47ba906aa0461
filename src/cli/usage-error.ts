/** A command line that cannot be carried out as written: exit code 2, with the usage beneath the message. */
export class UsageError extends Error {
  override name = "UsageError";
}
