import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { commands } from "../commands/index.ts";
import { projectRoot } from "../src/root.ts";
import { unfurlDomains } from "../src/slack/links.ts";

interface Manifest {
  features: {
    slash_commands: { command: string; description: string; usage_hint: string }[];
    shortcuts?: { callback_id: string }[];
    unfurl_domains?: string[];
  };
  oauth_config: { scopes: { bot: string[] } };
  settings: { event_subscriptions: { bot_events: string[] } };
}

const manifest = parse(readFileSync(join(projectRoot, "manifest.yml"), "utf8")) as Manifest;
const readme = readFileSync(join(projectRoot, "README.md"), "utf8");
const code = sourcesIn("src/slack");
const tests = sourcesIn("test");
const { scopes } = manifest.oauth_config;
const { bot_events: events } = manifest.settings.event_subscriptions;
const shortcuts = (manifest.features.shortcuts ?? []).map(({ callback_id }) => callback_id);

/** The scopes that a Web API method or an event needs, any one of a row (docs.slack.dev, the page of each). */
const neededScopes: Record<string, string[]> = {
  "chat.postMessage": ["chat:write"],
  "chat.postEphemeral": ["chat:write"],
  "chat.update": ["chat:write"],
  "chat.getPermalink": [],
  "chat.unfurl": ["links:write"],
  "conversations.open": ["im:write"],
  "conversations.history": ["channels:history", "groups:history", "im:history", "mpim:history"],
  "conversations.replies": ["channels:history", "groups:history", "im:history", "mpim:history"],
  "conversations.info": ["channels:read", "groups:read", "im:read"],
  "users.info": ["users:read"],
  "files.info": ["files:read"],
  filesUploadV2: ["files:write"],
  "views.open": [],
  "views.push": [],
  "views.update": [],
  "views.publish": [],
  "auth.test": [],
};
const eventScopes: Record<string, string[]> = {
  app_home_opened: [],
  app_mention: ["app_mentions:read"],
  "message.im": ["im:history"],
  link_shared: ["links:read"],
  file_shared: ["files:read"],
  app_uninstalled: [],
  tokens_revoked: [],
};

function sourcesIn(folder: string): string {
  return readdirSync(join(projectRoot, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && name !== "manifest.test.ts")
    .map((name) => readFileSync(join(projectRoot, folder, name), "utf8"))
    .join("\n");
}

/** Methods called as `client.chat.postMessage(`, or as `client.filesUploadV2(`. */
function methodsCalled(): string[] {
  const called = [
    ...code.matchAll(/\b(?:client|web)\s*\.(?:files\.uploadV2|(filesUploadV2|[a-z]+)(?:\.([a-zA-Z]+))?)\(/g),
  ];
  return [
    ...new Set(called.map(([, area = "filesUploadV2", method]) => (method === undefined ? area : `${area}.${method}`))),
  ];
}

describe("manifest.yml", () => {
  it("registers exactly the commands that the code has, with the same words", () => {
    const registered = manifest.features.slash_commands.map(({ command, description, usage_hint }) => ({
      name: command,
      description,
      usageHint: usage_hint,
    }));
    expect(registered).toEqual(commands.map(({ name, description, usageHint }) => ({ name, description, usageHint })));
  });

  it("asks to hear of links to exactly the domains that the code knows", () => {
    expect(manifest.features.unfurl_domains).toEqual(unfurlDomains);
    expect(manifest.settings.event_subscriptions.bot_events).toContain("link_shared");
  });

  it("asks for exactly the scopes that README gives a reason for", () => {
    const reasons = readme.split("| scope | why |")[1]?.split("\n\n")[0] ?? "";
    const explained = [...reasons.matchAll(/^\| `([\w:.]+)` \| \S/gm)].map(([, scope]) => scope);
    expect(explained.toSorted()).toEqual(manifest.oauth_config.scopes.bot.toSorted());
  });

  it.each(commands.map(({ name }) => name))("has a file, a test and a README row for %s", (name) => {
    expect(existsSync(join(projectRoot, "commands", `${name.slice(1)}.ts`))).toBe(true);
    expect(existsSync(join(projectRoot, "test", "commands", `${name.slice(1)}.test.ts`))).toBe(true);
    expect(readme).toContain(`| \`${name}`);
  });

  it.each(events)("has code, a test and a README row for the event %s", (event) => {
    const [name] = event.split(".");
    expect(code).toMatch(new RegExp(`app\\.(?:event\\("${name}"|message\\()`));
    expect(tests.includes(String(name))).toBe(true);
    expect(readme).toContain(`| \`${event}\` |`);
  });

  it("subscribes to every event that the code handles", () => {
    const handled = [...code.matchAll(/app\.event\("([a-z_]+)"/g)].map(([, name]) => name);
    expect(events.map((event) => event.split(".")[0])).toEqual(expect.arrayContaining(handled));
  });

  it("has code, a test and a README row for every shortcut, and the reverse", () => {
    const handled = [...code.matchAll(/app\.shortcut(?:<[^>]*>)?\(\s*\{[^}]*callback_id: "([a-z_]+)"/g)].map(
      ([, id]) => id,
    );
    expect(shortcuts).toEqual(handled);
    for (const shortcut of shortcuts) {
      expect(tests.includes(shortcut)).toBe(true);
      expect(readme).toContain(`\`${shortcut}\``);
    }
  });

  it("asks for exactly the scopes that its commands, events and Web API calls need", () => {
    const needs = [
      ["commands"],
      ...methodsCalled().map((method) => neededScopes[method] ?? [`unknown scope of ${method}`]),
      // What comes with a message is fetched with the token.
      ...(code.includes("url_private_download") ? [["files:read"]] : []),
      ...events.map((event) => eventScopes[event] ?? [`unknown scope of ${event}`]),
    ];
    const enough = needs.filter((row) => row.length > 0 && !row.some((scope) => scopes.bot.includes(scope)));
    expect(enough).toEqual([]);
    const superfluous = scopes.bot.filter((scope) => !needs.flat().includes(scope));
    expect(superfluous).toEqual([]);
  });

  it.each(scopes.bot)("says in README why it needs %s", (scope) => {
    expect(readme).toContain(`| \`${scope}\` | `);
  });
});
