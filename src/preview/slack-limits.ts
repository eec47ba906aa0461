import { checkElement, type elementsAllowedIn } from "./slack-limits-elements.ts";
import { checkLength, checkList, checkText, checkUnique, type Report, type Violation } from "./slack-limits-report.ts";
import { asObjects, asString, isObject, type JsonObject } from "./untyped-json.ts";

/**
 * What Slack refuses in a message or a view, as far as its documentation says (docs.slack.dev, Block Kit reference).
 * Pure: a payload goes in, a list of violations comes out, empty when all is well. Tests of replies use it too.
 *
 * `rule` is the error code that Slack gives (`invalid_blocks`, `msg_blocks_too_long`, `invalid_arguments`, `no_text`), or
 * `advice` for what Slack lets pass and we do not want: a message without `text` for notifications, a `text` over
 * 4,000 characters, blocks over 12,000 characters together.
 */

export type { Violation } from "./slack-limits-report.ts";

/** Slack counts characters: a code point each. */
const limits = {
  messageBlocks: 50,
  viewBlocks: 100,
  sectionText: 3000,
  header: 150,
  fields: 10,
  fieldText: 2000,
  contextElements: 10,
  actionElements: 25,
  contextActionElements: 5,
  id: 255,
  altText: 2000,
  url: 3000,
  label: 2000,
  viewTitle: 24,
  privateMetadata: 3000,
  markdown: 12_000,
  /** Bytes. */
  view: 250_000,
  tableRows: 100,
  tableColumns: 20,
  messageText: 4000,
  /** Undocumented; refusals were reported near 13,200 characters. */
  allBlocks: 13_200,
  allBlocksAdvised: 12_000,
} as const;

type Surface = "message" | ViewType;
type ViewType = "modal" | "home";

/** Checks what goes to chat.postMessage, chat.postEphemeral, chat.update, `respond()` or `ack()`. */
export function checkMessage(message: JsonObject): Violation[] {
  const found: Violation[] = [];
  const report: Report = (path, text, rule = "invalid_blocks") => found.push({ path, message: text, rule });
  const text = asString(message.text) ?? "";
  const blocks = message.blocks;
  if (blocks !== undefined) checkBlocks(blocks, "message", report);
  const hasBlocks = [blocks, message.attachments].some((list) => Array.isArray(list) && list.length > 0);
  if (text.trim() === "" && !hasBlocks) report("text", "a message needs text or blocks", "no_text");
  else if (text.trim() === "") report("text", "notifications and screen readers get no text", "advice");
  if ([...text].length > limits.messageText) checkLength(text, limits.messageText, "text", report, "advice");
  checkTotal(blocks, report);
  return found;
}

/**
 * Checks a view: a modal, for views.open, views.push, views.update and `ack({view})`, or a home, for views.publish and
 * views.update.
 */
export function checkView(view: JsonObject, type: ViewType = "modal"): Violation[] {
  const found: Violation[] = [];
  const report: Report = (path, text, rule = "invalid_arguments") => found.push({ path, message: text, rule });
  if (view.type !== type) report("type", `must be ${type}, not ${String(view.type)}`);
  if (type === "modal") checkFrame(view, report);
  else for (const key of onlyInModals) if (view[key] !== undefined) report(key, `${key} may not stand in a home`);
  const bytes = Buffer.byteLength(JSON.stringify(view));
  if (bytes > limits.view) report("", `${bytes} bytes, at most ${limits.view}`, "view_too_large");
  checkLength(view.private_metadata, limits.privateMetadata, "private_metadata", report);
  checkLength(view.callback_id, limits.id, "callback_id", report);
  checkLength(view.external_id, limits.id, "external_id", report);
  checkBlocks(view.blocks, type, report);
  return found;
}

/** Slack's documentation gives a home none of these; what it does with them is not written anywhere. */
const onlyInModals = ["title", "submit", "close", "clear_on_close", "notify_on_close"];

function checkFrame(view: JsonObject, report: Report): void {
  checkText(view.title, { max: limits.viewTitle, plain: true }, "title", report);
  for (const key of ["submit", "close"]) {
    if (view[key] !== undefined) checkText(view[key], { max: limits.viewTitle, plain: true }, key, report);
  }
  const hasInput = asObjects(view.blocks).some((block) => block.type === "input");
  if (hasInput && view.submit === undefined) report("submit", "a view with input blocks needs submit");
}

function checkBlocks(blocks: unknown, surface: Surface, report: Report): void {
  const max = surface === "message" ? limits.messageBlocks : limits.viewBlocks;
  const list = checkList(blocks, { min: surface === "message" ? 0 : 1, max }, "blocks", report);
  checkUnique(list, "block_id", "blocks", report);
  for (const [at, block] of list.entries()) checkBlock(block, surface, `blocks[${at}]`, report);
  if (list.filter((block) => block.type === "table").length > 1) report("blocks", "one table a message at most");
  const markdown = list.filter((block) => block.type === "markdown").map((block) => asString(block.text) ?? "");
  checkLength(markdown.join(""), limits.markdown, "blocks", report);
}

function checkBlock(block: JsonObject, surface: Surface, path: string, report: Report): void {
  const type = asString(block.type) ?? "";
  const rule = Object.hasOwn(blockRules, type) ? blockRules[type] : undefined;
  if (rule === undefined) {
    report(path, `unsupported type: ${type}`);
    return;
  }
  if (rule.only !== undefined && rule.only !== surface) report(path, `${type} may not stand in a ${surface}`);
  checkLength(block.block_id, limits.id, `${path}.block_id`, report);
  rule.check?.(block, path, report);
}

type BlockCheck = (block: JsonObject, path: string, report: Report) => void;

const checkSection: BlockCheck = (block, path, report) => {
  if (block.text === undefined && block.fields === undefined) report(path, "needs text or fields");
  if (block.text !== undefined) checkText(block.text, { max: limits.sectionText }, `${path}.text`, report);
  if (block.fields !== undefined) {
    const fields = checkList(block.fields, { min: 1, max: limits.fields }, `${path}.fields`, report);
    for (const [at, field] of fields.entries())
      checkText(field, { max: limits.fieldText }, `${path}.fields[${at}]`, report);
  }
  if (block.accessory !== undefined) checkElement(block.accessory, "section", `${path}.accessory`, report);
};

const checkContext: BlockCheck = (block, path, report) => {
  const elements = checkList(block.elements, { min: 1, max: limits.contextElements }, `${path}.elements`, report);
  for (const [at, element] of elements.entries()) {
    const here = `${path}.elements[${at}]`;
    if (element.type === "image") checkElement(element, "context", here, report);
    else checkText(element, { max: limits.sectionText }, here, report);
  }
};

function checkElements(max: number, parent: keyof typeof elementsAllowedIn): BlockCheck {
  return (block, path, report) => {
    const elements = checkList(block.elements, { min: 1, max }, `${path}.elements`, report);
    checkUnique(elements, "action_id", `${path}.elements`, report);
    for (const [at, element] of elements.entries()) checkElement(element, parent, `${path}.elements[${at}]`, report);
  };
}

const checkInput: BlockCheck = (block, path, report) => {
  checkText(block.label, { max: limits.label, plain: true }, `${path}.label`, report);
  if (block.hint !== undefined) checkText(block.hint, { max: limits.label, plain: true }, `${path}.hint`, report);
  checkElement(block.element, "input", `${path}.element`, report);
};

const checkImage: BlockCheck = (block, path, report) => {
  if (block.title !== undefined) checkText(block.title, { max: limits.altText, plain: true }, `${path}.title`, report);
  checkElement(block, "context", path, report);
};

const checkTable: BlockCheck = (block, path, report) => {
  const rows = block.rows;
  if (!Array.isArray(rows) || rows.length === 0) report(`${path}.rows`, "needs rows");
  else if (rows.length > limits.tableRows) report(`${path}.rows`, `${rows.length} rows, at most ${limits.tableRows}`);
  for (const [at, row] of (Array.isArray(rows) ? rows : []).entries()) {
    if (!Array.isArray(row)) report(`${path}.rows[${at}]`, "must be a list of cells");
    else if (row.length > limits.tableColumns)
      report(`${path}.rows[${at}]`, `${row.length} columns, at most ${limits.tableColumns}`);
  }
};

/** Every type of block that Slack knows; those without a check are let through as they are. */
const blockRules: Record<string, { only?: Surface; check?: BlockCheck }> = {
  section: { check: checkSection },
  header: {
    check: (block, path, report) => checkText(block.text, { max: limits.header, plain: true }, `${path}.text`, report),
  },
  context: { check: checkContext },
  actions: { check: checkElements(limits.actionElements, "actions") },
  context_actions: {
    only: "message",
    check: checkElements(limits.contextActionElements, "context_actions"),
  },
  input: { check: checkInput },
  image: { check: checkImage },
  markdown: {
    only: "message",
    check: (block, path, report) => {
      if ((asString(block.text) ?? "") === "") report(`${path}.text`, "must not be empty");
    },
  },
  table: { only: "message", check: checkTable },
  alert: { only: "modal" },
  divider: {},
  rich_text: {},
  video: {},
  card: {},
  carousel: {},
  container: {},
  plan: { only: "message" },
  task_card: { only: "message" },
  data_table: { only: "message" },
  data_visualization: { only: "message" },
};

function checkTotal(blocks: unknown, report: Report): void {
  const total = asObjects(blocks).reduce((sum, block) => sum + lengthOfTexts(block), 0);
  if (total > limits.allBlocks) {
    report("blocks", `${total} characters together, refused near ${limits.allBlocks}`, "msg_blocks_too_long");
  } else if (total > limits.allBlocksAdvised) {
    report("blocks", `${total} characters together, stay under ${limits.allBlocksAdvised}`, "advice");
  }
}

/** Characters in all text objects within, at any depth. */
function lengthOfTexts(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + lengthOfTexts(item), 0);
  if (!isObject(value)) return 0;
  const own = [...(asString(value.text) ?? "")].length;
  return Object.values(value).reduce<number>((sum, item) => sum + lengthOfTexts(item), own);
}
