// @ts-check
/** Talking with the server: what the person does goes out by fetch, what changed comes in by Server-Sent Events. */

/** @typedef {{ failed?: string, errors?: Record<string, string> }} Told */

/**
 * Sends one action; gives what went wrong, if anything.
 * @param {string} name
 * @param {object} body
 * @returns {Promise<Told>}
 */
export async function send(name, body) {
  try {
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(`/do/${name}`, { method: "POST", headers, body: JSON.stringify(body) });
    if (response.status === 503) return { failed: "not_ready" };
    return response.ok ? await response.json() : { failed: String(response.status) };
  } catch {
    return { failed: "network" };
  }
}

/**
 * Hears of every change; the browser itself connects again, and then everything is told anew.
 * @param {(change: any) => void} changed
 * @param {(isConnected: boolean) => void} connected
 */
export function follow(changed, connected) {
  const stream = new EventSource("/stream");
  stream.onopen = () => connected(true);
  stream.onerror = () => connected(false);
  stream.onmessage = (event) => changed(JSON.parse(event.data));
}
