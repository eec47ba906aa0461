import type { Block } from "slack-blocks-to-jsx";
import { protectMrkdwn, protectPlain, unprotect } from "./protect-text.ts";
import { formatSlackDate } from "./slack-date.ts";
import { isObject, type JsonObject } from "./untyped-json.ts";
import { channels, users } from "./workspace.ts";

/** Turns blocks that hold only text into HTML, with slack-blocks-to-jsx. */
export interface TextRenderer {
  /** Of whoever reads, an IANA name. */
  timeZone: string;
  /** HTML of one block without anything to operate in it; empty when the library does not know the type. */
  block(block: JsonObject): string;
  /** A plain text with its `:emoji:` drawn, as HTML without tags. */
  plain(text: string): string;
}

/** Loads React and the library at first use (about half a second): the bot inside Slack never pays for them. */
export async function loadTextRenderer(timeZone: string): Promise<TextRenderer> {
  const [{ createElement }, { renderToStaticMarkup }, { Message }] = await importLibraries();
  const data = { users: users.map(({ id, name }) => ({ id, name })), channels };
  const hooks = { date: (data: Parameters<typeof formatSlackDate>[0]) => formatSlackDate(data, timeZone) };

  function draw(block: JsonObject): string {
    // The payload passed slack-limits.ts, or is shown as far as the library can.
    const blocks = [protectTexts(block)] as unknown as Block[];
    const props = { blocks, data, hooks, theme: "light" as const, withoutWrapper: true, logo: "", name: "" };
    return unprotect(tidy(renderToStaticMarkup(createElement(Message, props))));
  }

  const plainTexts = new Map<string, string>();
  function plain(text: string): string {
    let known = plainTexts.get(text);
    if (known === undefined) {
      known = draw({ type: "section", text: { type: "plain_text", text } }).replace(/<[^<>]*>/g, "");
      if (plainTexts.size > 1000) plainTexts.clear();
      plainTexts.set(text, known);
    }
    return known;
  }

  return { timeZone, block: draw, plain };
}

/** React decides as it is loaded whether to be quick or to help its developers, who are not here: twice as slow. */
async function importLibraries() {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  try {
    return await Promise.all([import("react"), import("react-dom/server"), import("slack-blocks-to-jsx")]);
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** The same block with every text object made safe for the library, and without the names it would turn into `id`s. */
function protectTexts(value: JsonObject): JsonObject {
  const copy: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    if (key === "block_id" || key === "action_id") continue;
    copy[key] = protectItem(item);
  }
  const text = value.text;
  if (typeof text === "string") {
    if (copy.type === "mrkdwn") copy.text = protectMrkdwn(text);
    if (copy.type === "plain_text" || copy.type === "raw_text") copy.text = protectPlain(text);
  }
  return copy;
}

function protectItem(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(protectItem);
  return isObject(value) ? protectTexts(value) : value;
}

/**
 * Takes out what the page may not have: ids (the library repeats them), inline styles (the page's policy refuses them)
 * and fetching ahead. Links open beside the page. React escapes quotes in text and in attributes, so these patterns
 * can only match tags.
 */
function tidy(markup: string): string {
  return markup
    .replace(/<link [^<>]*>/g, "")
    .replace(
      / style="margin-left:(\d+)px"/g,
      (_, pixels: string) => ` data-indent="${Math.round(Number(pixels) / 28)}"`,
    )
    .replace(/ (?:id|style|target|rel)="[^"]*"/g, "")
    .replace(/<a /g, '<a target="_blank" rel="noreferrer noopener" ');
}
