const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Makes any text safe between tags and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** An address that a link on the page may carry: the web and mail, nothing that runs. Null for everything else. */
export function safeAddress(address: unknown): string | null {
  return typeof address === "string" && /^(?:https?:\/\/|mailto:)/i.test(address) ? address : null;
}
