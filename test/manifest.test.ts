import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { commands } from "../commands/index.ts";
import { projectRoot } from "../src/root.ts";
import { unfurlDomains } from "../src/slack/links.ts";

interface Manifest {
  features: {
    slash_commands: { command: string; description: string; usage_hint: string }[];
    unfurl_domains: string[];
  };
  oauth_config: { scopes: { bot: string[] } };
  settings: { event_subscriptions: { bot_events: string[] } };
}

const manifest = parse(readFileSync(join(projectRoot, "manifest.yml"), "utf8")) as Manifest;
const readme = readFileSync(join(projectRoot, "README.md"), "utf8");

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
});
