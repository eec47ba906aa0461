import { resolve } from "node:path";
import { type LiberationDay, liberationDays } from "./digest/holidays.ts";
import type { UserError } from "./errors.ts";
import { readSourcesConfig, type SourcesConfig, sourceSettings } from "./ingest/source-settings.ts";
import { projectRoot } from "./root.ts";
import { folderOf, readAddress, type Setting, wrongSetting } from "./settings.ts";

/** How the bot talks with Slack, with the secrets that this needs; `preview` is the bot in a browser, without Slack. */
export type Connection =
  | { mode: "preview" }
  | { mode: "socket"; botToken: string; appToken: string }
  | { mode: "http"; botToken: string; signingSecret: string };

export interface Config {
  connection: Connection;
  /** Base address of Slack's Web API, ends with a slash. */
  slackApiUrl: string;
  /** Where HTTP is listened to; port 0 takes any free one. */
  host: string;
  port: number;
  /** Absolute path of the SQLite file. */
  database: string;
  /** Absolute path of the folder that fills an empty database. */
  letters: string;
  /** IANA name. */
  timeZone: string;
  /** In which years 5 May is a public holiday. */
  liberationDay: LiberationDay;
  /** Ids of the workspaces whose people may use the bot; empty: only the one that it is installed in. */
  allowedTeams: readonly string[];
  /** Ids of the channels where the bot works, besides direct messages; empty: everywhere. */
  allowedChannels: readonly string[];
  /** Ids of the people who may change what a channel follows; empty: everybody in it. */
  subscribers: readonly string[];
  /** Where `/health` and `/metrics` are; null for nowhere. */
  monitor: { host: string; port: number } | null;
  /** Where letters come from by themselves. */
  sources: SourcesConfig;
  /** Ids of the people whose files, shared with the bot, are taken in. */
  uploaders: readonly string[];
  /** Id of the channel that hears of sources that fail; null: the log only. */
  maintainersChannel: string | null;
  /** Absolute path of the folder that the running bot watches for letters; null for none. */
  inbox: string | null;
}

/** Every setting there is; a test holds .env.sample to this table. */
export const settings = [
  { name: "SLACK_BOT_TOKEN", meaning: "bot token of the Slack app, starts with xoxb-", default: null },
  { name: "SLACK_APP_TOKEN", meaning: "app-level token for Socket Mode, starts with xapp-", default: null },
  { name: "SLACK_SIGNING_SECRET", meaning: "signing secret, for HTTP instead of Socket Mode", default: null },
  { name: "SLACK_API_URL", meaning: "base address of Slack's Web API", default: "https://slack.com/api/" },
  { name: "HOST", meaning: "address to listen on; only this machine unless told otherwise", default: "127.0.0.1" },
  { name: "PORT", meaning: "port to listen on, 0 to 65535; 0 takes any free one", default: "3000" },
  { name: "DATABASE", meaning: "the SQLite file", default: "var/terugkeer.sqlite" },
  { name: "LETTERS", meaning: "folder with the letters that fill an empty database", default: "data/letters" },
  { name: "TIME_ZONE", meaning: "time zone of the readers, an IANA name", default: "Europe/Amsterdam" },
  {
    name: "LIBERATION_DAY",
    meaning: "when 5 May is a holiday: yearly, lustrum (every fifth year) or never",
    default: "lustrum",
  },
  {
    name: "ALLOWED_TEAMS",
    meaning:
      "ids of the workspaces whose people may use the bot, with commas between them; only its own unless told otherwise",
    default: null,
  },
  {
    name: "ALLOWED_CHANNELS",
    meaning:
      "ids of the channels where the bot works, with commas between them; everywhere by default, and always in direct messages",
    default: null,
  },
  {
    name: "SUBSCRIBERS",
    meaning: "ids of the people who may change what a channel follows, with commas between them; everybody by default",
    default: null,
  },
  {
    name: "HEALTH_HOST",
    meaning: "address of /health and /metrics; only this machine unless told otherwise",
    default: "127.0.0.1",
  },
  { name: "HEALTH_PORT", meaning: "port of /health and /metrics, or off; the preview has neither", default: "3001" },
  {
    name: "UPLOADERS",
    meaning: "ids of the people whose files, shared with the bot in a direct message, are taken in; nobody by default",
    default: null,
  },
  {
    name: "MAINTAINERS_CHANNEL",
    meaning: "id of the channel that hears of sources that fail for a day",
    default: null,
  },
  { name: "INBOX", meaning: "folder that the running bot watches for letters", default: null },
  ...sourceSettings,
] as const satisfies readonly Setting[];

type SettingName = (typeof settings)[number]["name"];

/**
 * Reads and checks the settings.
 *
 * @param env the environment, `.env` included; an empty value counts as absent
 * @param folder the folder that relative paths given in a setting start from
 * @throws UserError `setting` with one sentence that names the setting that is missing or malformed
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, folder: string): Config {
  const given = (name: SettingName): string | null => env[name]?.trim() || null;
  const value = (name: SettingName): string => given(name) ?? settings.find((s) => s.name === name)?.default ?? "";
  const path = (name: SettingName): string => resolve(given(name) === null ? projectRoot : folder, value(name));
  const inbox = given("INBOX");
  return {
    connection: readConnection(given, env.NODE_ENV === "production"),
    slackApiUrl: folderOf(readAddress("SLACK_API_URL", value("SLACK_API_URL"))).href,
    host: readHost(value("HOST")),
    port: readPort(value("PORT")),
    database: path("DATABASE"),
    letters: path("LETTERS"),
    timeZone: readTimeZone(value("TIME_ZONE")),
    liberationDay: readLiberationDay(value("LIBERATION_DAY")),
    allowedTeams: readIds(value("ALLOWED_TEAMS"), "ALLOWED_TEAMS", /^[TE][A-Z0-9]{2,20}$/, "T0123ABCD"),
    allowedChannels: readIds(value("ALLOWED_CHANNELS"), "ALLOWED_CHANNELS", /^[CG][A-Z0-9]{2,20}$/, "C0123ABCD"),
    subscribers: readIds(value("SUBSCRIBERS"), "SUBSCRIBERS", /^[UW][A-Z0-9]{2,20}$/, "U0123ABCD"),
    monitor:
      value("HEALTH_PORT") === "off"
        ? null
        : { host: readHost(value("HEALTH_HOST"), "HEALTH_HOST"), port: readPort(value("HEALTH_PORT"), "HEALTH_PORT") },
    uploaders: readIds(value("UPLOADERS"), "UPLOADERS", /^[UW][A-Z0-9]{2,20}$/, "U0123ABCD"),
    maintainersChannel: readChannel(given("MAINTAINERS_CHANNEL")),
    sources: readSourcesConfig(value),
    inbox: inbox === null ? null : resolve(folder, inbox),
  };
}

function readConnection(given: (name: SettingName) => string | null, production: boolean): Connection {
  const botToken = given("SLACK_BOT_TOKEN");
  const appToken = given("SLACK_APP_TOKEN");
  const signingSecret = given("SLACK_SIGNING_SECRET");
  if (botToken === null && appToken === null && signingSecret === null) {
    if (production) throw wrong("SLACK_BOT_TOKEN", "is missing: with NODE_ENV=production there is no preview");
    return { mode: "preview" };
  }
  if (botToken === null) throw wrong("SLACK_BOT_TOKEN", "is missing, while another Slack setting is there");
  if (!/^xoxb-\S+$/.test(botToken)) throw wrong("SLACK_BOT_TOKEN", "must start with xoxb-");
  if (appToken !== null) {
    if (!/^xapp-\S+$/.test(appToken)) throw wrong("SLACK_APP_TOKEN", "must start with xapp-");
    return { mode: "socket", botToken, appToken };
  }
  if (signingSecret === null) {
    throw wrong("SLACK_APP_TOKEN", "is missing (for Socket Mode), and so is SLACK_SIGNING_SECRET (for HTTP): set one");
  }
  if (/\s/.test(signingSecret)) throw wrong("SLACK_SIGNING_SECRET", "must not contain white space");
  return { mode: "http", botToken, signingSecret };
}

function readHost(text: string, name: SettingName = "HOST"): string {
  if (!/^[\w.:-]+$/.test(text)) throw wrong(name, `must be a host name or an IP address, not "${text}"`);
  return text;
}

function readPort(text: string, name: SettingName = "PORT"): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw wrong(name, `must be a whole number from 0 to 65535, not "${text}"`);
  }
  return port;
}

function readTimeZone(text: string): string {
  try {
    return new Intl.DateTimeFormat("nl-NL", { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    throw wrong("TIME_ZONE", `must be an IANA time zone such as Europe/Amsterdam, not "${text}"`);
  }
}

function readLiberationDay(text: string): LiberationDay {
  const known = liberationDays.find((name) => name === text);
  if (known === undefined) throw wrong("LIBERATION_DAY", `must be ${liberationDays.join(", ")}, not "${text}"`);
  return known;
}

function readChannel(text: string | null): string | null {
  if (text !== null && !/^[CG][A-Z0-9]{2,20}$/.test(text)) {
    throw wrong("MAINTAINERS_CHANNEL", `must be the id of a channel such as C0123ABCD, not "${text}"`);
  }
  return text;
}

function readIds(text: string, name: SettingName, form: RegExp, example: string): string[] {
  const ids = text.split(",").map((id) => id.trim());
  const named = ids.filter((id) => id !== "");
  const wrongOne = named.find((id) => !form.test(id));
  if (wrongOne !== undefined) throw wrong(name, `must hold ids such as ${example}, not "${wrongOne}"`);
  return named;
}

function wrong(name: SettingName, what: string): UserError {
  return wrongSetting(name, what);
}

/** What holds where nothing is set. */
export const defaults: Config = readConfig({}, projectRoot);
