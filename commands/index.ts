import { attendering } from "./attendering.ts";
import { brief } from "./brief.ts";
import type { Command } from "./command.ts";
import { debat } from "./debat.ts";
import { terugkeer } from "./terugkeer.ts";
import { tijdlijn } from "./tijdlijn.ts";

export type { Command, CommandParts } from "./command.ts";

/** Every slash command; a test holds manifest.yml and README to this table. */
export const commands: readonly Command[] = [terugkeer, tijdlijn, brief, attendering, debat];
