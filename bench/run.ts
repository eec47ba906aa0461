/**
 * Runs a command of this folder as shared/CLI.md wants it: a failure is one sentence on standard error and exit code 1,
 * wrong usage exit code 2.
 */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const { message, code }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error));
    process.stderr.write(`${message}\n`);
    process.exitCode = error instanceof WrongUsage || code?.startsWith("ERR_PARSE_ARGS") ? 2 : 1;
  }
}

export class WrongUsage extends Error {}
