import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig, settings } from "../src/config.ts";
import { UserError } from "../src/errors.ts";
import { projectRoot } from "../src/root.ts";

const slack = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1", SLACK_SIGNING_SECRET: "s3cret" };

function messageFor(env: Record<string, string>): string {
  try {
    readConfig(env, "/work");
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as UserError).message;
  }
  throw new Error("accepted");
}

describe("settings", () => {
  it("has a default for everything but Slack's secrets, and then shows the preview on this machine only", () => {
    expect(readConfig({}, "/elsewhere")).toMatchObject({
      connection: { mode: "preview" },
      slackApiUrl: "https://slack.com/api/",
      host: "127.0.0.1",
      port: 3000,
      database: join(projectRoot, "var/terugkeer.sqlite"),
      letters: join(projectRoot, "data/letters"),
      timeZone: "Europe/Amsterdam",
      liberationDay: "lustrum",
      allowedTeams: [],
      allowedChannels: [],
      subscribers: [],
      maintainersChannel: null,
      uploaders: [],
      monitor: { host: "127.0.0.1", port: 3001 },
      inbox: null,
    });
  });

  it("follows the official sources politely unless told otherwise", () => {
    expect(readConfig({}, "/").sources).toMatchObject({
      koop: { sru: "https://repository.overheid.nl/sru", publications: "https://zoek.officielebekendmakingen.nl/" },
      tweedeKamer: "https://gegevensmagazijn.tweedekamer.nl/SyncFeed/2.0/",
      subjects: { dossiers: ["19637", "29344", "30573", "32317"] },
      allowedHosts: ["repository.overheid.nl", "zoek.officielebekendmakingen.nl", "gegevensmagazijn.tweedekamer.nl"],
      pauseMilliseconds: 500,
    });
    const { sources } = readConfig({ SYNC_SCHEDULE: "off", SOURCE_DOSSIERS: "19 637, 36 600 VI" }, "/");
    expect(sources).toMatchObject({ schedule: null, subjects: { dossiers: ["19637", "36600-VI"] } });
  });

  it("takes Socket Mode when an app token is there, HTTP with a signing secret otherwise", () => {
    expect(readConfig(slack, "/").connection.mode).toBe("socket");
    expect(readConfig({ ...slack, SLACK_APP_TOKEN: "" }, "/").connection.mode).toBe("http");
  });

  it("counts an empty value as absent, so a copied .env.sample starts the preview", () => {
    const empty = Object.fromEntries(settings.map((setting) => [setting.name, ""]));
    expect(readConfig(empty, "/").connection.mode).toBe("preview");
  });

  it("reads relative paths from the folder the bot was started in", () => {
    const config = readConfig({ DATABASE: "db/x.sqlite", LETTERS: "/brieven" }, "/srv");
    expect([config.database, config.letters]).toEqual(["/srv/db/x.sqlite", "/brieven"]);
  });

  it.each([
    ["SLACK_BOT_TOKEN", { SLACK_APP_TOKEN: "xapp-1" }],
    ["SLACK_BOT_TOKEN", { SLACK_SIGNING_SECRET: "s3cret" }],
    ["SLACK_BOT_TOKEN", { ...slack, SLACK_BOT_TOKEN: "xoxp-1" }],
    ["SLACK_APP_TOKEN", { SLACK_BOT_TOKEN: "xoxb-1" }],
    ["SLACK_APP_TOKEN", { ...slack, SLACK_APP_TOKEN: "xoxb-1" }],
    ["SLACK_SIGNING_SECRET", { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "two words" }],
    ["SLACK_BOT_TOKEN", { NODE_ENV: "production" }],
    ["SLACK_API_URL", { SLACK_API_URL: "slack.com/api" }],
    ["SLACK_API_URL", { SLACK_API_URL: "http://slack.com/api/" }],
    ["SLACK_API_URL", { SLACK_API_URL: "https://somebody@slack.com/api/" }],
    ["PORT", { PORT: "65536" }],
    ["PORT", { PORT: "3e3" }],
    ["HOST", { HOST: "http://localhost" }],
    ["TIME_ZONE", { TIME_ZONE: "Europe/Den_Haag" }],
    ["MAINTAINERS_CHANNEL", { MAINTAINERS_CHANNEL: "#beheer" }],
    ["UPLOADERS", { UPLOADERS: "U0123, jan" }],
    ["HEALTH_PORT", { HEALTH_PORT: "uit" }],
    ["ALLOWED_TEAMS", { ALLOWED_TEAMS: "T0123, ministerie" }],
    ["KOOP_SRU_URL", { KOOP_SRU_URL: "http://repository.overheid.nl/sru" }],
    ["TWEEDE_KAMER_FEED_URL", { TWEEDE_KAMER_FEED_URL: "gegevensmagazijn" }],
    ["SOURCE_DOSSIERS", { SOURCE_DOSSIERS: "19637,terugkeer" }],
    ["SOURCE_CONTACT", { SOURCE_CONTACT: "a\r\nb: c" }],
    ["SOURCE_HOSTS", { SOURCE_HOSTS: "https://overheid.nl" }],
    ["SOURCE_PAUSE", { SOURCE_PAUSE: "-1" }],
    ["SYNC_SCHEDULE", { SYNC_SCHEDULE: "every hour" }],
  ])("stops with one sentence that names %s for %j", (name, env) => {
    const message = messageFor(env);
    expect(message.startsWith(`${name} `)).toBe(true);
    expect(message).not.toMatch(/s3cret|two words|\n/);
  });

  it("allows a Web API in the clear on this machine only, for tests and local proxies", () => {
    expect(readConfig({ SLACK_API_URL: "http://127.0.0.1:8080/api" }, "/").slackApiUrl).toBe(
      "http://127.0.0.1:8080/api/",
    );
  });

  it("names every setting in .env.sample, with a line about it, and no other", () => {
    const lines = readFileSync(join(projectRoot, ".env.sample"), "utf8").split("\n");
    const named = lines.filter((line) => /^[A-Z_]+=$/.test(line)).map((line) => line.slice(0, -1));
    expect(named.toSorted()).toEqual(settings.map((setting) => setting.name).toSorted());
    for (const name of named) expect(lines[lines.indexOf(`${name}=`) - 1]).toMatch(/^# \S/);
  });
});
