import type { ServerResponse } from "node:http";

/** The open pages, and what they are told (Server-Sent Events). Order is kept, also where drawing takes time. */
export class Stream {
  readonly #pages = new Set<ServerResponse>();
  #last: Promise<void> = Promise.resolve();
  readonly #failed: (error: unknown) => void;

  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  /** Takes in a page; it first hears `first`, then everything that comes. */
  join(page: ServerResponse, first: () => Promise<unknown>): void {
    page.on("close", () => this.#pages.delete(page));
    this.#inOrder(async () => {
      const text = `data: ${JSON.stringify(await first())}\n\n`;
      if (page.destroyed) return;
      page.write(text);
      this.#pages.add(page);
    });
  }

  /** Tells all pages; `draw` runs when everything before it was told. */
  tell(draw: () => Promise<unknown>): void {
    this.#inOrder(async () => {
      if (this.#pages.size === 0) return;
      const text = `data: ${JSON.stringify(await draw())}\n\n`;
      for (const page of this.#pages) page.write(text);
    });
  }

  /** Ends all connections. */
  close(): void {
    for (const page of this.#pages) page.end();
    this.#pages.clear();
  }

  #inOrder(step: () => Promise<void>): void {
    this.#last = this.#last.then(step).catch(this.#failed);
  }
}
