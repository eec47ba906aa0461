import type { IncomingHttpHeaders } from "node:http";

/**
 * Who may talk to the preview: a browser page that the preview served itself, and the bot. A page of another site may
 * not, whether it posts across sites or lets its own name point to this machine (DNS rebinding).
 */

const loopback = ["127.0.0.1", "localhost", "[::1]"];

/** The Host headers that are ours: loopback names for a loopback or wildcard address, else exactly the host set. */
export function allowedHosts(host: string, port: number): ReadonlySet<string> {
  const local = ["127.0.0.1", "::1", "localhost", "0.0.0.0", "::"].includes(host);
  const names = local ? loopback : [bracketed(host)];
  return new Set(names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])));
}

/** An IPv6 address as it stands in a URL. */
export function bracketed(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

export type Caller = "page" | "bot";

/** Null when the request may pass, else the status to refuse it with. */
export function refusedWith(
  method: string,
  headers: IncomingHttpHeaders,
  hosts: ReadonlySet<string>,
  caller: Caller,
): 403 | 421 | null {
  const host = headers.host?.toLowerCase();
  if (host === undefined || !hosts.has(host)) return 421;
  const { origin } = headers;
  const site = headers["sec-fetch-site"];
  if (origin !== undefined && origin !== `http://${host}`) return 403;
  // The bot is no browser: Node's fetch sends neither header.
  if (caller === "bot") return origin === undefined && site === undefined ? null : 403;
  if (site !== undefined && site !== "same-origin" && site !== "none" && !isNavigation(method, headers)) return 403;
  const isRead = method === "GET" || method === "HEAD";
  return isRead || origin !== undefined || site === "same-origin" ? null : 403;
}

/** A link elsewhere may lead to the page itself. */
function isNavigation(method: string, headers: IncomingHttpHeaders): boolean {
  return method === "GET" && headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document";
}
