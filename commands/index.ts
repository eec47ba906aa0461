import { attendering } from "./attendering.ts";
import type { Command } from "./command.ts";
import { terugkeer } from "./terugkeer.ts";

export type { Command, CommandParts, Invocation } from "./command.ts";

/** Every slash command; a test holds manifest.yml and README to this table. */
export const commands: readonly Command[] = [terugkeer, attendering];
