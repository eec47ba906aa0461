import { withIds } from "./block-ids.ts";
import type { Clock } from "./clock.ts";
import { asString, type JsonObject } from "./untyped-json.ts";
import { appId, botId, team } from "./workspace.ts";

/** A modal, or the home of the app. */
export interface View {
  id: string;
  /** As the bot gave it. */
  payload: JsonObject;
  /** Its blocks, with the ids that Slack would fill in. */
  blocks: JsonObject[];
  hash: string;
  rootId: string;
  previousId: string | null;
}

const maxStack = 3;

/** Modals: a stack of at most three, of which the person sees the top. And the home, once the bot has published one. */
export class Views {
  #home: View | null = null;
  #stack: View[] = [];
  #count = 0;
  #names = 0;
  #hashes = 0;
  readonly #clock: Clock;
  readonly #changed: (what: "view" | "home") => void;

  /** `changed` is called when what the person sees may have changed: the modal on top, or the home. */
  constructor(clock: Clock, changed: (what: "view" | "home") => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  get top(): View | null {
    return this.#stack.at(-1) ?? null;
  }

  get home(): View | null {
    return this.#home;
  }

  get isFull(): boolean {
    return this.#stack.length >= maxStack;
  }

  /** Opens a new modal; whatever was open goes. */
  open(payload: JsonObject): View {
    this.#stack = [];
    return this.push(payload);
  }

  /** Puts a view on top. */
  push(payload: JsonObject): View {
    const view = this.#made(payload, this.#stack[0]?.id ?? null, this.top?.id ?? null);
    this.#stack.push(view);
    this.#changed("view");
    return view;
  }

  /** Gives the person a home, or another one in the place of the home that was there. */
  publish(payload: JsonObject): View {
    if (this.#home !== null) {
      this.update(this.#home, payload);
      return this.#home;
    }
    this.#home = this.#made(payload, null, null);
    this.#changed("home");
    return this.#home;
  }

  #made(payload: JsonObject, rootId: string | null, previousId: string | null): View {
    this.#count += 1;
    const id = `V0PREVIEW${this.#count}`;
    return { id, payload, blocks: this.#named(payload), hash: this.#hash(), rootId: rootId ?? id, previousId };
  }

  /** By id or by the bot's own `external_id`; of modals only what is open is found. */
  find(id: unknown, externalId?: unknown): View | undefined {
    const all = this.#home === null ? this.#stack : [...this.#stack, this.#home];
    return all.find(
      (view) => view.id === id || (typeof externalId === "string" && view.payload.external_id === externalId),
    );
  }

  update(view: View, payload: JsonObject): void {
    view.payload = payload;
    view.blocks = this.#named(payload);
    view.hash = this.#hash();
    this.#changed(view === this.#home ? "home" : "view");
  }

  /** Closes that modal and all above it, or everything; returns what was closed, topmost first. */
  close(view: View, all: boolean): View[] {
    const at = all ? 0 : this.#stack.indexOf(view);
    const closed = at < 0 ? [] : this.#stack.splice(at).reverse();
    if (closed.length > 0) this.#changed("view");
    return closed;
  }

  #named(payload: JsonObject): JsonObject[] {
    return withIds(payload.blocks, () => {
      this.#names += 1;
      return `view-${this.#names}`;
    });
  }

  #hash(): string {
    this.#hashes += 1;
    return `${this.#clock.now()}.${this.#hashes}`;
  }
}

/** The view as Slack sends it, with what the person filled in (`state.values`). */
export function viewForSlack(view: View, values: JsonObject = {}): JsonObject {
  const { payload } = view;
  return {
    id: view.id,
    team_id: team.id,
    app_id: appId,
    app_installed_team_id: team.id,
    bot_id: botId,
    type: payload.type,
    title: payload.title ?? null,
    submit: payload.submit ?? null,
    close: payload.close ?? null,
    blocks: view.blocks,
    private_metadata: asString(payload.private_metadata) ?? "",
    callback_id: asString(payload.callback_id) ?? "",
    external_id: asString(payload.external_id) ?? "",
    clear_on_close: payload.clear_on_close === true,
    notify_on_close: payload.notify_on_close === true,
    state: { values },
    hash: view.hash,
    root_view_id: view.rootId,
    previous_view_id: view.previousId,
  };
}
