import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkMessage, checkView } from "../../src/preview/slack-limits.ts";
import type { JsonObject } from "../../src/preview/untyped-json.ts";
import { answerBlocks, filterView } from "./sample-app.ts";

const plain = (text: string) => ({ type: "plain_text", text });
const mrkdwn = (text: string) => ({ type: "mrkdwn", text });
const button = (id: string) => ({ type: "button", action_id: id, text: plain("x") });
const actions = (...elements: JsonObject[]) => ({ type: "actions", elements });
const select = (count: number, more: JsonObject = {}) => ({
  type: "static_select",
  options: Array.from({ length: count }, (_, at) => ({ text: plain(`${at}`), value: `${at}` })),
  ...more,
});
const view = (more: JsonObject) => ({ type: "modal", title: plain("T"), blocks: [{ type: "divider" }], ...more });

/** Where something is wrong in a message with these blocks. */
const pathsOf = (...blocks: JsonObject[]) => checkMessage({ text: "t", blocks }).map(({ path }) => path);

test("an answer as in the design and a modal with fields are fine", () => {
  expect(checkMessage({ text: "t", blocks: answerBlocks("Algerije") })).toEqual([]);
  expect(checkView({ ...filterView })).toEqual([]);
});

describe("one more than Slack allows is refused, the limit itself is not", () => {
  const cases: [string, (count: number) => JsonObject[], number, string][] = [
    ["blocks of a message", (n) => Array.from({ length: n }, () => ({ type: "divider" })), 50, "blocks"],
    ["section text", (n) => [{ type: "section", text: mrkdwn("a".repeat(n)) }], 3000, "blocks[0].text"],
    ["fields", (n) => [{ type: "section", fields: Array(n).fill(mrkdwn("a")) }], 10, "blocks[0].fields"],
    ["field text", (n) => [{ type: "section", fields: [mrkdwn("a".repeat(n))] }], 2000, "blocks[0].fields[0]"],
    ["header", (n) => [{ type: "header", text: plain("a".repeat(n)) }], 150, "blocks[0].text"],
    ["context elements", (n) => [{ type: "context", elements: Array(n).fill(mrkdwn("a")) }], 10, "blocks[0].elements"],
    ["buttons", (n) => [actions(...Array.from({ length: n }, (_, at) => button(`${at}`)))], 25, "blocks[0].elements"],
    ["button text", (n) => [actions({ ...button("a"), text: plain("a".repeat(n)) })], 75, "blocks[0].elements[0].text"],
    ["button value", (n) => [actions({ ...button("a"), value: "a".repeat(n) })], 2000, "blocks[0].elements[0].value"],
    ["button url", (n) => [actions({ ...button("a"), url: "a".repeat(n) })], 3000, "blocks[0].elements[0].url"],
    ["action_id", (n) => [actions(button("a".repeat(n)))], 255, "blocks[0].elements[0].action_id"],
    ["block_id", (n) => [{ type: "divider", block_id: "a".repeat(n) }], 255, "blocks[0].block_id"],
    ["select options", (n) => [actions(select(n))], 100, "blocks[0].elements[0].options"],
    ["overflow options", (n) => [actions({ ...select(n), type: "overflow" })], 5, "blocks[0].elements[0].options"],
    ["alt text", (n) => [{ type: "image", image_url: "u", alt_text: "a".repeat(n) }], 2000, "blocks[0].alt_text"],
    ["markdown together", (n) => [1, 2].map(() => ({ type: "markdown", text: "a".repeat(n / 2) })), 12_000, "blocks"],
    ["table rows", (n) => [{ type: "table", rows: Array(n).fill([]) }], 100, "blocks[0].rows"],
    ["table columns", (n) => [{ type: "table", rows: [Array(n).fill({})] }], 20, "blocks[0].rows[0]"],
  ];
  test.each(cases)("%s", (_, blocks, max, path) => {
    expect(pathsOf(...blocks(max))).toEqual([]);
    expect(pathsOf(...blocks(max % 2 === 0 && path === "blocks" ? max + 2 : max + 1))).toContain(path);
  });
});

test("option texts and values have limits of their own", () => {
  const option = (text: number, value: number) => ({ text: plain("a".repeat(text)), value: "a".repeat(value) });
  const paths = (one: JsonObject) => pathsOf(actions({ type: "static_select", options: [one] }));
  expect(paths(option(75, 150))).toEqual([]);
  expect(paths(option(76, 151))).toEqual([
    "blocks[0].elements[0].options[0].text",
    "blocks[0].elements[0].options[0].value",
  ]);
});

test("characters are counted, not bytes or UTF-16 units", () => {
  expect(pathsOf({ type: "header", text: plain("😀".repeat(150)) })).toEqual([]);
  expect(pathsOf({ type: "header", text: plain("😀".repeat(151)) })).toEqual(["blocks[0].text"]);
});

test("what is empty, missing, doubled or out of place is refused", () => {
  expect(pathsOf({ type: "section", text: mrkdwn("") })).toEqual(["blocks[0].text"]);
  expect(pathsOf({ type: "section" })).toEqual(["blocks[0]"]);
  expect(pathsOf({ type: "header", text: mrkdwn("a") })).toEqual(["blocks[0].text.type"]);
  expect(pathsOf({ type: "bestaat-niet" })).toEqual(["blocks[0]"]);
  expect(pathsOf({ type: "toString" })).toEqual(["blocks[0]"]);
  expect(pathsOf({ type: "alert" })).toEqual(["blocks[0]"]);
  expect(pathsOf(actions(button("a"), button("a")))).toEqual(["blocks[0].elements"]);
  expect(pathsOf({ type: "divider", block_id: "a" }, { type: "divider", block_id: "a" })).toEqual(["blocks"]);
  expect(pathsOf(actions({ type: "plain_text_input" }))).toEqual(["blocks[0].elements[0]"]);
  expect(pathsOf(actions({ ...button("a"), style: "default" }))).toEqual(["blocks[0].elements[0].style"]);
  expect(pathsOf({ type: "table", rows: [[]] }, { type: "table", rows: [[]] })).toEqual(["blocks"]);
  expect(pathsOf(actions(select(2, { initial_option: { text: plain("9"), value: "9" } })))).toEqual([
    "blocks[0].elements[0]",
  ]);
});

test("a message without anything is no_text; blocks without text are only advised against", () => {
  expect(checkMessage({}).map(({ rule }) => rule)).toEqual(["no_text"]);
  expect(checkMessage({ blocks: [{ type: "divider" }] }).map(({ rule }) => rule)).toEqual(["advice"]);
  expect(checkMessage({ text: "a".repeat(4001) }).map(({ rule }) => rule)).toEqual(["advice"]);
});

test("all blocks together: advised against over 12,000 characters, refused near 13,200", () => {
  const rules = (size: number) =>
    checkMessage({ text: "t", blocks: Array(5).fill({ type: "section", text: mrkdwn("a".repeat(size)) }) }).map(
      ({ rule }) => rule,
    );
  expect(rules(2400)).toEqual([]);
  expect(rules(2500)).toEqual(["advice"]);
  expect(rules(2700)).toEqual(["msg_blocks_too_long"]);
});

test("a modal: title, submit and close of 24, private_metadata of 3,000, submit where there are inputs, no markdown", () => {
  const paths = (more: JsonObject) => checkView(view(more)).map(({ path }) => path);
  expect(paths({ title: plain("a".repeat(24)), private_metadata: "a".repeat(3000) })).toEqual([]);
  expect(paths({ title: plain("a".repeat(25)), submit: plain("a".repeat(25)), close: plain("a".repeat(25)) })).toEqual([
    "title",
    "submit",
    "close",
  ]);
  expect(paths({ private_metadata: "a".repeat(3001) })).toEqual(["private_metadata"]);
  const input = { type: "input", label: plain("L"), element: { type: "plain_text_input" } };
  expect(paths({ blocks: [input] })).toEqual(["submit"]);
  expect(paths({ blocks: [{ type: "markdown", text: "a" }] })).toEqual(["blocks[0]"]);
  expect(paths({ blocks: Array(101).fill({ type: "divider" }) })).toEqual(["blocks"]);
  expect(paths({ type: "home" })).toEqual(["type"]);
});

test("no payload, whatever it is, makes the check throw", () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.constantFrom("section", "actions", "input", "context", "table", "image"),
      (value, type) => {
        const given = value as unknown;
        const block =
          typeof given === "object" && given !== null ? { ...given, type } : { type, elements: given, text: given };
        expect(checkMessage({ text: given, blocks: [block] })).toBeInstanceOf(Array);
        expect(checkView({ type: "modal", title: given, blocks: [block] })).toBeInstanceOf(Array);
      },
    ),
  );
});
