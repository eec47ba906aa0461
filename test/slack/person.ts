import { expect } from "vitest";
import type { Message, SlackStandIn } from "../stand-in/slack.ts";
import type { TestBot } from "./bot.ts";

/** What a person does at the stand-in for Slack, and what the bot answers to it there. */

type Bot = Pick<TestBot, "address">;

/** Types a slash command in a channel. */
export async function typed(
  slack: SlackStandIn,
  bot: Bot,
  command: string,
  text: string,
  channel?: string,
): Promise<Message> {
  const { id, body } = slack.slashCommand(command, text, channel);
  expect((await slack.deliver(bot.address, body)).status).toBe(200);
  return slack.answer(id);
}

/** Presses something under a message. */
export async function pressed(
  slack: SlackStandIn,
  bot: Bot,
  element: object,
  where?: Parameters<SlackStandIn["press"]>[1],
): Promise<Message> {
  const { id, body } = slack.press(element, where);
  expect((await slack.deliver(bot.address, body)).status).toBe(200);
  return slack.answer(id);
}
