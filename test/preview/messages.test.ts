import { expect, test } from "vitest";
import { type Message, Messages } from "../../src/preview/messages.ts";
import { bot, TimeStamps } from "../../src/preview/workspace.ts";
import { ManualClock } from "./manual-clock.ts";

test("a channel keeps its newest 200 messages, and says which ones went", () => {
  const gone: Message[] = [];
  const messages = new Messages(new TimeStamps(new ManualClock()), (message, isGone) => isGone && gone.push(message));
  const posted = Array.from({ length: 205 }, (_, at) => messages.post({ channel: "C1", author: bot, text: `${at}` }));
  expect(messages.in("C1")).toEqual(posted.slice(5));
  expect(gone).toEqual(posted.slice(0, 5));
});

test("time stamps look like Slack's and rise, also while the clock stands still", () => {
  const stamps = new TimeStamps(new ManualClock());
  const [first, second] = [stamps.next(), stamps.next()];
  expect(first).toBe("1795336200.000000");
  expect(second).toBe("1795336200.000001");
});
