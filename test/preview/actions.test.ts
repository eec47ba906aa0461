import { afterEach, beforeEach, expect, test } from "vitest";
import { ManualClock } from "./manual-clock.ts";
import { PageClient } from "./page-client.ts";
import { type Sample, startSample } from "./sample-app.ts";

let clock: ManualClock;
let sample: Sample;
let page: PageClient;

beforeEach(async () => {
  clock = new ManualClock();
  sample = await startSample({ clock });
  page = await PageClient.open(sample.preview.url);
});

afterEach(async () => {
  page.close();
  await sample.app.stop();
});

/** Asks, and gives the answer with its buttons: actions are block 4, the overflow menu is in block 2. */
async function ask() {
  await page.say("/terugkeer Algerije");
  const { channel, ts } = await page.message("9 passages in 4 brieven");
  return { channel, ts };
}

test("a button sends the value that the bot gave it, although the page never saw it", async () => {
  const answer = await ask();
  expect(await page.send("act", { ...answer, at: { block: 4, element: 0 }, entered: [] })).toEqual({});
  expect(sample.seen.at(-1)).toMatchObject({
    type: "block_actions",
    container: { type: "message", message_ts: answer.ts, channel_id: "C0PREVIEW1", is_ephemeral: true },
    actions: [{ type: "button", action_id: "context", block_id: "bij-passage", value: "p1" }],
  });
  expect(sample.seen.at(-1)).not.toHaveProperty("message");
});

test("a choice in a select and in an overflow menu is sent as the option itself", async () => {
  const answer = await ask();
  await page.send("act", { ...answer, at: { block: 4, element: 4, value: 1 }, entered: [] });
  expect(sample.seen.at(-1)).toMatchObject({ actions: [{ action_id: "volgorde", selected_option: { value: "new" } }] });
  await page.send("act", { ...answer, at: { block: 2, element: 0, value: 0 }, entered: [] });
  expect(sample.seen.at(-1)).toMatchObject({
    actions: [{ action_id: "meer", selected_option: { value: "nieuwste" } }],
  });
});

test("what stands in the other fields of a message goes along as state", async () => {
  const answer = await ask();
  const entered = [{ block: 4, element: 4, value: 0 }];
  await page.send("act", { ...answer, at: { block: 4, element: 3 }, entered });
  expect(sample.seen.at(-1)).toMatchObject({
    state: { values: { "bij-passage": { volgorde: { type: "static_select", selected_option: { value: "best" } } } } },
  });
});

test("sharing posts to the channel and replaces the private answer", async () => {
  const answer = await ask();
  await page.send("act", { ...answer, at: { block: 4, element: 1 }, entered: [] });
  expect((await page.message("Gedeeld met het kanaal")).html).not.toContain("Alleen zichtbaar");
  const replaced = await page.message("Dit antwoord is gedeeld.");
  expect(replaced.ts).toBe(answer.ts);
  expect(replaced.html).toContain("Alleen zichtbaar voor u");
});

test("delete_original takes the answer away", async () => {
  const answer = await ask();
  await page.send("act", { ...answer, at: { block: 4, element: 2 }, entered: [] });
  const gone = await page.next((change) => change.ts === answer.ts && change.html === null);
  expect(gone.what).toBe("message");
});

test("an action on something that is not there is refused", async () => {
  const answer = await ask();
  expect(await page.send("act", { ...answer, at: { block: 9, element: 0 }, entered: [] })).toEqual({
    failed: "not_found",
  });
  expect(await page.send("act", { ...answer, ts: "1.0", at: { block: 4, element: 0 } })).toEqual({ status: 404 });
  expect(await page.send("act", { ...answer, at: "4" })).toEqual({ status: 400 });
});

test("a shortcut on a message carries that message", async () => {
  await page.say("/tijdlijn Marokko");
  const { channel, ts } = await page.message("Tijdlijn van Marokko");
  expect(await page.send("shortcut", { channel, ts, callbackId: "bewaar" })).toEqual({});
  await page.message("Bewaard.");
  expect(sample.seen.at(-1)).toMatchObject({
    type: "message_action",
    callback_id: "bewaar",
    message: { ts, text: "Tijdlijn van Marokko", user: "U0TERUGKR1" },
  });
});

test("a modal opens from a button and its values come back by block_id and action_id", async () => {
  const answer = await ask();
  await page.send("act", { ...answer, at: { block: 4, element: 0 }, entered: [] });
  const view = await page.view();
  expect(view?.html).toContain("Filters</h2>");
  const entered = [
    { block: 1, element: 0, value: "2019-11-21" },
    { block: 2, element: 0, value: "VVD" },
    { block: 3, element: 0, value: [1] },
  ];
  expect(await page.send("submit", { view: view?.id ?? "", entered })).toEqual({});
  await page.message("Gefilterd op VVD");
  expect(await page.view()).toBeNull();
  expect(sample.seen.at(-1)).toMatchObject({
    type: "view_submission",
    view: {
      callback_id: "filters",
      private_metadata: "onderwerp-1",
      state: {
        values: {
          vanaf: { dag: { type: "datepicker", selected_date: "2019-11-21" } },
          partij: { naam: { type: "plain_text_input", value: "VVD" } },
          soort: { soorten: { type: "checkboxes", selected_options: [{ value: "brief" }] } },
        },
      },
    },
  });
});

test("errors of a submission are told by the place of the block, and the modal stays", async () => {
  const answer = await ask();
  await page.send("act", { ...answer, at: { block: 4, element: 0 }, entered: [] });
  const view = await page.view();
  const entered = [{ block: 2, element: 0, value: "XYZ" }];
  const told = await page.send("submit", { view: view?.id ?? "", entered });
  expect(told).toEqual({ errors: { "2": "Deze fractie staat in geen enkele brief." } });
});

test("a button in a modal can update it; closing it tells the bot that asked for that", async () => {
  const answer = await ask();
  await page.send("act", { ...answer, at: { block: 4, element: 0 }, entered: [] });
  const view = await page.view();
  await page.send("act", { view: view?.id ?? "", at: { block: 4, element: 0 }, entered: [] });
  const updated = await page.view();
  expect(updated?.id).toBe(view?.id);
  expect(updated?.html).toContain("Gewist</h2>");
  await page.send("close", { view: view?.id ?? "", all: false });
  expect(await page.view()).toBeNull();
  expect(sample.seen.at(-1)).toMatchObject({
    type: "view_closed",
    is_cleared: false,
    view: { callback_id: "filters" },
  });
});
