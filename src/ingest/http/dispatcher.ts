import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { type Dispatcher, EnvHttpProxyAgent } from "undici";
import { isLoopback, isPrivateAddress } from "./addresses.ts";

/** Thrown while connecting, where a name turns out to lead into a private network. */
export class PrivateAddressError extends Error {
  readonly address: string;

  constructor(host: string, address: string) {
    super(`${host} is ${address}`);
    this.name = "PrivateAddressError";
    this.address = address;
  }
}

/** Finds the addresses of a name, as `dns.lookup` with `all` does. */
type Resolve = (
  host: string,
  options: LookupOptions & { all: true },
  found: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Names as usual, but a name other than this machine's own may not lead into a private network. */
function publicOnly(resolve: Resolve): LookupFunction {
  return (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, []);
      const hidden = isLoopback(host) ? undefined : addresses.find(({ address }) => isPrivateAddress(address));
      if (hidden !== undefined) return callback(new PrivateAddressError(host, hidden.address), []);
      const [first] = addresses;
      return options.all ? callback(null, addresses) : callback(null, first?.address ?? "", first?.family);
    });
  };
}

/** A proxy's 127.0.0.1 is another one. */
const thisMachine = ["localhost", "127.0.0.1", "[::1]"];

/** What NO_PROXY excepts, and this machine itself. */
export function noProxy(): string {
  return [process.env.no_proxy ?? process.env.NO_PROXY ?? "", ...thisMachine].join(",");
}

/**
 * Connections to sources: one for every host, through HTTPS_PROXY and HTTP_PROXY where those are set (NO_PROXY
 * excepts hosts). A proxy resolves names itself, and may well stand in a private network. Certificates are checked
 * with Node's own list and with NODE_EXTRA_CA_CERTS.
 *
 * @param resolve DNS
 *
 * undici: HTTP client of the Node project, no dependencies; MIT, 7.30.2 runs on Node 20.18.1 and newer.
 */
export function openDispatcher(resolve: Resolve = lookup): Dispatcher {
  return new EnvHttpProxyAgent({
    connections: 1,
    pipelining: 1,
    noProxy: noProxy(),
    connect: { lookup: publicOnly(resolve) },
  });
}
