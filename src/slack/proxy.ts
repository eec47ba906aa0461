import { EnvHttpProxyAgent, setGlobalDispatcher } from "undici";
import { noProxy } from "../ingest/http/dispatcher.ts";

/**
 * Leads Slack's traffic, the Web API as well as Socket Mode, through HTTPS_PROXY and HTTP_PROXY where those are set.
 * Node 20's own fetch does not look at them; it shares its dispatcher with undici.
 */
export function followProxyOfEnvironment(): void {
  const names = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];
  if (names.some((name) => (process.env[name] ?? "") !== "")) {
    setGlobalDispatcher(new EnvHttpProxyAgent({ noProxy: noProxy() }));
  }
}
