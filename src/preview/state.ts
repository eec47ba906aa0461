import { withIds } from "./block-ids.ts";
import type { Clock } from "./clock.ts";
import { Files } from "./files.ts";
import { type Message, Messages } from "./messages.ts";
import { ResponseUrls } from "./response-urls.ts";
import { Triggers } from "./triggers.ts";
import type { JsonObject } from "./untyped-json.ts";
import { Views } from "./views.ts";
import { TimeStamps } from "./workspace.ts";

/** A change that the page must show. */
export type Change = { what: "message"; message: Message; gone: boolean } | { what: "view" } | { what: "home" };

/** Everything that Slack would remember. Lives as long as the process. */
export class PreviewState {
  readonly clock: Clock;
  readonly stamps: TimeStamps;
  readonly messages: Messages;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly files = new Files();
  readonly base: string;
  /** Of whoever reads the page, an IANA name. */
  readonly timeZone: string;
  #names = 0;

  /** `base` is the address of the preview, without a closing slash. */
  constructor(clock: Clock, base: string, timeZone: string, changed: (change: Change) => void) {
    this.clock = clock;
    this.base = base;
    this.timeZone = timeZone;
    this.stamps = new TimeStamps(clock);
    this.messages = new Messages(this.stamps, (message, gone) => changed({ what: "message", message, gone }));
    this.views = new Views(clock, (what) => changed({ what }));
    this.triggers = new Triggers(clock);
    this.responseUrls = new ResponseUrls(clock, `${base}/respond/`);
  }

  /** The blocks of a message, with the ids that Slack would fill in. */
  named(blocks: unknown): JsonObject[] {
    return withIds(blocks, () => {
      this.#names += 1;
      return `b${this.#names}`;
    });
  }
}
