/** A command line that cannot be carried out as written: exit code 2, with the usage beneath the message. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Reads arguments; what Node says of wrong ones becomes a UsageError. */
export function usageOf<Arguments>(read: () => Arguments): Arguments {
  try {
    return read();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
