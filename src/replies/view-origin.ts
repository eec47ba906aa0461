/** The conversation that a modal was opened from, in its `private_metadata`: a press in a modal tells of none. */
export interface ViewOrigin {
  channel: string;
  thread: string | null;
}

export function writeOrigin({ channel, thread }: ViewOrigin): string {
  return JSON.stringify({ channel, thread });
}

/** Undoes {@link writeOrigin}; null for what it never made. */
export function readOrigin(metadata: string): ViewOrigin | null {
  try {
    const { channel, thread } = JSON.parse(metadata) as Partial<ViewOrigin>;
    if (typeof channel !== "string") return null;
    return { channel, thread: typeof thread === "string" ? thread : null };
  } catch {
    return null;
  }
}
