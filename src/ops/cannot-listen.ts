import { UserError } from "../errors.ts";
import { faultTexts } from "../texts/faults.ts";

/** By Node's code of the error: why the bot cannot listen, and the setting to change. */
const causes: Readonly<
  Record<string, { setting: "HOST" | "PORT"; why: string; told: keyof typeof faultTexts.listen }>
> = {
  EADDRINUSE: { setting: "PORT", why: "the port is taken", told: "taken" },
  EACCES: { setting: "PORT", why: "this user may not use the port (below 1024 it takes rights)", told: "forbidden" },
  EADDRNOTAVAIL: { setting: "HOST", why: "the address is none of this machine's", told: "elsewhere" },
  ENOTFOUND: { setting: "HOST", why: "there is no such host", told: "elsewhere" },
};

/**
 * What a person must change when an address cannot be listened to.
 *
 * @param cause as Node's server gave it
 * @param prefix of the settings that hold the address: `HEALTH_` for HEALTH_HOST and HEALTH_PORT
 */
export function cannotListen(host: string, port: number, cause: unknown, prefix: "" | "HEALTH_" = ""): UserError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
  const known = causes[code];
  const why =
    known === undefined
      ? `${code}; see ${prefix}HOST and ${prefix}PORT`
      : `${known.why}; choose another ${prefix}${known.setting} (${code})`;
  const told = faultTexts.listen[known?.told ?? "other"](`${host}:${port}`);
  return new UserError("listen", `cannot listen on ${host}:${port}: ${why}`, told);
}
