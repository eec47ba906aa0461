import type { App, webApi } from "@slack/bolt";
import { asksForHelp } from "../../commands/asks-for-help.ts";
import { replyToMessage } from "../answers/reply-to-message.ts";
import { replyToQuery } from "../answers/reply-to-query.ts";
import type { DebatePlace } from "../debate/kept-passage.ts";
import { countriesIn, writeSubject } from "../debate/subject.ts";
import { understand } from "../debate/understand.ts";
import { countryByCode } from "../letters/countries.ts";
import type { Parts } from "../parts.ts";
import { collectionReply, howToAskReply, threadReply } from "../replies/debate-replies.ts";
import type { Reply } from "../replies/reply.ts";
import { spokenWords, wordsToSearch } from "../search/message-text.ts";
import { debateTexts } from "../texts/debate.ts";
import { type Conversation, slackReason } from "./conversation.ts";
import { conversationAt, orTrouble } from "./interactions.ts";
import type { Running } from "./running.ts";
import { happenedOutside } from "./shared-outside.ts";
import { lastMessageBefore } from "./thread-messages.ts";

/** What listening in threads takes. */
export interface ListeningParts
  extends Pick<Parts, "index" | "letters" | "pages" | "subjects" | "collections" | "deliveries" | "now"> {
  timeZone: string;
}

/** A message to the bot, as the events `app_mention` and `message` tell of it. */
interface Heard {
  team: string;
  channel: string;
  user: string;
  text: string;
  ts: string;
  /** The thread that it was written in; null outside threads. */
  thread: string | null;
  isDirect: boolean;
  /** People of another organisation are in the channel too. */
  isOutside: boolean;
}

/** What an event may hold; Bolt's types differ for each sort of message. */
interface MessageLike {
  channel: string;
  ts: string;
  channel_type?: string;
  user?: string;
  text?: string;
  thread_ts?: string;
  bot_id?: string;
  subtype?: string;
}

/** Messages of a person have one of these, or none; the others tell of edits, joins and what bots say. */
const spokenSubtypes = new Set(["thread_broadcast", "file_share"]);

/** Registers the ears: a mention in a thread or channel, and what is said to the bot in a direct message. */
export function registerMentions(app: App, parts: ListeningParts, running: Running): void {
  app.event("app_mention", async ({ event, body, client, context }) => {
    const where = { isDirect: false, isOutside: happenedOutside(body), team: context.teamId ?? "" };
    await hear(event as MessageLike, where, context.botUserId, client);
  });

  app.event("message", async ({ event, body, client, context }) => {
    // In channels the bot is silent unless spoken to, and a mention comes as an event of its own.
    if (event.channel_type !== "im") return;
    const where = { isDirect: true, isOutside: happenedOutside(body), team: context.teamId ?? "" };
    await hear(event as MessageLike, where, context.botUserId, client);
  });

  async function hear(
    event: MessageLike,
    { isDirect, isOutside, team }: Pick<Heard, "isDirect" | "isOutside" | "team">,
    self: string | undefined,
    client: webApi.WebClient,
  ): Promise<void> {
    const { channel, ts, user, bot_id: bot, subtype, text = "" } = event;
    if (bot !== undefined || user === undefined || user === self) return;
    if (subtype !== undefined && !(spokenSubtypes.has(subtype) && text.trim() !== "")) return;
    // A mention in a direct message may arrive as both events.
    if (!parts.deliveries.isFirst(`message ${team} ${channel} ${ts}`, parts.now())) return;
    const heard = { team, channel, user, text, ts, thread: event.thread_ts ?? null, isDirect, isOutside };
    // In a channel the answer starts a thread under the question; a direct message goes on as it is.
    const thread = heard.thread ?? (isDirect ? null : ts);
    await running.track(async () => {
      const conversation = conversationAt({ team, user, channel, thread }, client, null, running.log);
      await orTrouble("mention", conversation, running, () => answer(heard, conversation, parts));
    });
  }
}

async function answer(heard: Heard, conversation: Conversation, parts: ListeningParts): Promise<void> {
  const words = spokenWords(heard.text);
  const { team, channel, thread } = conversation.place;
  const place: DebatePlace = { team, channel: channel ?? heard.channel, thread };
  if (words === "") return answerLastMessage(heard, place, conversation, parts);
  if (asksForHelp(words)) return howToAsk(heard, conversation, null);
  if (/^(?:debat)?dossier[.!?]?$/i.test(words)) {
    const kept = parts.collections.ofPlace({ ...place, thread: heard.thread }, parts.now());
    return say(collectionReply(kept), heard, conversation);
  }
  const subject = parts.subjects.of(place, parts.now());
  const { query, understood } = await understand(subject, words, parts);
  const reply = await replyToQuery(query, parts);
  if (understood !== "as-is") parts.subjects.remember(place, query, parts.now());
  await say(threadReply(reply, understoodSentence(query, understood, subject)), heard, conversation);
}

/** For everybody in the conversation; where another organisation is in it, for the eyes of who asked, who can share it. */
async function say(reply: Reply, { isOutside, isDirect }: Heard, conversation: Conversation): Promise<void> {
  await (isOutside && !isDirect ? conversation.tell(reply) : conversation.share(reply));
}

function understoodSentence(query: string, understood: "new" | "change" | "as-is", subject: string | null): string {
  const { changed, searched, asIs } = debateTexts.thread;
  const plain = shown(query);
  if (subject === null || understood === "new") return searched(plain);
  return understood === "change" ? changed(plain, shown(subject)) : asIs(plain, shown(subject));
}

/** Longer queries are known again by their beginning. */
const longestShown = 200;

function shown(query: string): string {
  return query.length <= longestShown ? query : `${query.slice(0, query.lastIndexOf(" ", longestShown))} …`;
}

/**
 * A mention without words: in a thread it means the message above it. Who wrote that did not ask the bot anything, so it
 * is read to answer and no word of it is kept; the thread is then about the countries that it names, under the names of
 * our own table, and about what it was before where it names none.
 */
async function answerLastMessage(
  heard: Heard,
  place: DebatePlace,
  conversation: Conversation,
  parts: ListeningParts,
): Promise<void> {
  if (heard.thread === null) return howToAsk(heard, conversation, null);
  const above = await lastMessageBefore(conversation.client, heard.channel, heard.thread, heard.ts).catch(
    (error: unknown) => {
      const reason = slackReason(error);
      if (!lacks.has(reason)) throw error;
      return { lacking: reason };
    },
  );
  if (above !== null && "lacking" in above) {
    const isFirst = parts.deliveries.isFirst(`lack ${above.lacking} ${place.team} ${place.channel}`, parts.now());
    return howToAsk(heard, conversation, isFirst ? (lacks.get(above.lacking) ?? null) : null);
  }
  const words = above === null ? "" : wordsToSearch(above.text);
  if (words === "") return howToAsk(heard, conversation, null);
  const reply = await replyToMessage(words, parts);
  const countries = countryNames(words);
  if (countries.length > 0) parts.subjects.remember(place, countriesQuery(countries), parts.now());
  await say(threadReply(reply, debateTexts.thread.lastMessage(shown(words), countries)), heard, conversation);
}

/** The countries that a text names, our own apart, each once, as Dutch names them whatever form stands there. */
function countryNames(text: string): string[] {
  const codes = new Set(countriesIn(text.split(" ")).map(({ code }) => code));
  return [...codes].flatMap((code) => {
    const country = countryByCode(code);
    return country === null || country.home ? [] : [country.name];
  });
}

/** A query about a country, or about any of several. */
function countriesQuery(names: readonly string[]): string {
  const [only = ""] = names;
  return names.length === 1 ? only : writeSubject({ words: [], without: [], filters: new Map([["land", [...names]]]) });
}

/** What the bot may lack to read a thread, and what to say of it: once a day in a channel. */
const lacks = new Map<string, string>([
  ["missing_scope", debateTexts.thread.lacksScope],
  ["not_in_channel", debateTexts.thread.lacksInvitation],
  ["channel_not_found", debateTexts.thread.lacksInvitation],
]);

/** For the eyes of who asked; in a direct message there are no others. */
async function howToAsk(heard: Heard, conversation: Conversation, lacking: string | null): Promise<void> {
  const reply = howToAskReply(lacking);
  await (heard.isDirect ? conversation.share(reply) : conversation.tell(reply));
}
