import { elementsOf } from "./block-ids.ts";
import { escapeHtml } from "./escape-html.ts";
import { renderElement } from "./render-elements.ts";
import type { TextRenderer } from "./render-text.ts";
import { fill, texts } from "./texts.ts";
import { asObject, asObjects, asString, isObject, type JsonObject, textOf } from "./untyped-json.ts";

/** Draws the blocks of a message or a view as HTML; `owner` is unique on the page (`<channel>-<ts>`, a view's id). */
export function renderBlocks(blocks: JsonObject[], owner: string, text: TextRenderer): string {
  return blocks.map((block, at) => `<div class="block">${renderBlock(block, at, owner, text)}</div>`).join("");
}

function renderBlock(block: JsonObject, at: number, owner: string, text: TextRenderer): string {
  switch (block.type) {
    case "section":
      return `<div class="section"><div class="section-text">${draw(withoutAccessory(block), text)}</div>${accessory(block, at, owner, text)}</div>`;
    case "actions":
    case "context_actions":
      return `<div class="actions">${operated(block, at, owner, text)}</div>`;
    case "input":
      return input(block, at, owner, text);
    case "header":
      return `<h3 class="header">${text.plain(textOf(block.text))}</h3>`;
    case "divider":
      return "<hr>";
    case "image":
      return image(block, text);
    case "context":
      return draw({ ...block, elements: asObjects(block.elements).map(imageAsText) }, text);
    default:
      return draw(block, text);
  }
}

/** Through the library; a type that it does not know, or a payload that it trips over, is named instead. */
function draw(block: JsonObject, text: TextRenderer): string {
  try {
    const html = text.block(block);
    if (html.includes("slack_blocks_to_jsx--block_wrapper")) return html;
  } catch {
    // Drawn as unknown below: the preview goes on, and the bot's own checks look at the payload.
  }
  const type = asString(block.type) ?? "?";
  return `<p class="not-shown">${escapeHtml(fill(texts.notShown, { type }))}</p>`;
}

function withoutAccessory(block: JsonObject): JsonObject {
  const { accessory: _, ...rest } = block;
  return rest;
}

function accessory(block: JsonObject, at: number, owner: string, text: TextRenderer): string {
  const own = block.accessory;
  if (!isObject(own)) return "";
  const html = own.type === "image" ? image(own, text) : operated(block, at, owner, text);
  return `<div class="accessory">${html}</div>`;
}

function operated(block: JsonObject, at: number, owner: string, text: TextRenderer): string {
  return elementsOf(block)
    .map((element, place) =>
      renderElement(element, { owner, block: at, element: place, dispatch: true }, (plain) => text.plain(plain)),
    )
    .join("");
}

function input(block: JsonObject, at: number, owner: string, text: TextRenderer): string {
  const label = `${owner}-${at}-label`;
  const optional = block.optional === true;
  const hint = textOf(block.hint);
  const element = renderElement(
    asObject(block.element),
    { owner, block: at, element: 0, label, required: !optional, dispatch: block.dispatch_action === true },
    (plain) => text.plain(plain),
  );
  return (
    `<div class="input"><div class="label" id="${escapeHtml(label)}">${text.plain(textOf(block.label))}` +
    `${optional ? ` <span class="optional">${texts.optional}</span>` : ""}</div>${element}` +
    `${hint === "" ? "" : `<p class="hint">${text.plain(hint)}</p>`}<p class="error" data-error="${at}" role="alert"></p></div>`
  );
}

/** Pictures elsewhere are not fetched (nothing leaves this machine); those that we serve are. */
function image(element: JsonObject, text: TextRenderer): string {
  const alt = asString(element.alt_text) ?? "";
  const title = textOf(element.title);
  const file = asString(asObject(element.slack_file).id) ?? "";
  const address = `/files/${file}`;
  const picture = /^F0PREVIEW\d+$/.test(file)
    ? `<img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}">`
    : `<p class="not-shown">${escapeHtml(fill(texts.imageElsewhere, { alt }))}</p>`;
  return `<figure>${title === "" ? "" : `<figcaption>${text.plain(title)}</figcaption>`}${picture}</figure>`;
}

function imageAsText(element: JsonObject): JsonObject {
  if (element.type !== "image") return element;
  return { type: "plain_text", text: asString(element.alt_text) ?? "" };
}
