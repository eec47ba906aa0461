import type { KnownBlock } from "@slack/types";
import { type Place, placeOf } from "../src/digest/place.ts";
import type { Previews } from "../src/digest/previews.ts";
import type { Subscription } from "../src/digest/subscription.ts";
import { defaultFrequency, defaultWeek, frequencyWith, readWish } from "../src/digest/wish.ts";
import { UserError } from "../src/errors.ts";
import {
  changedReply,
  deskHelpReply,
  followedReply,
  listReply,
  pausedReply,
  previewed,
  resumedReply,
  stoppedReply,
} from "../src/replies/digest-desk.ts";
import { openNowBlocks, overdueNowBlocks } from "../src/replies/questions-now.ts";
import type { Reply } from "../src/replies/reply.ts";
import { isOneSlip } from "../src/search/one-slip.ts";
import { parseQuery } from "../src/search/query.ts";
import { digestTexts } from "../src/texts/digest.ts";
import { questionTexts } from "../src/texts/questions.ts";
import { asksForHelp } from "./asks-for-help.ts";
import type { Command, CommandParts, Invocation } from "./command.ts";

/** `/attendering …`: digests of new letters, for this channel or for oneself. */
export const attendering: Command = {
  name: "/attendering",
  usageHint: "land, onderwerp, of: alles, antwoord, termijn, lijst, wijzig, pauzeer, hervat, stop, help",
  description: "Volg nieuwe brieven: elke werkdag één bericht, in dit kanaal of voor uzelf",
  async answer(typed, parts, invocation) {
    const text = typed.replace(/\s+/gu, " ").trim();
    const [first = "", ...more] = text.split(" ");
    const verb = verbs[first.toLowerCase()];
    const rest = more.join(" ");
    const desk = { parts, invocation, place: placeOf(invocation) };
    if (asksForHelp(text)) return deskHelpReply();
    if (verb === "list" && rest === "") return list(desk);
    if (verb === "change") return change(rest, desk);
    if (verb === "pause" || verb === "resume" || verb === "stop") return act(verb, first, rest, desk);
    if (verb === "follow") return follow(rest, desk);
    refuseSlipOfThePen(first, rest);
    return follow(text, desk);
  },
};

/** Who is at the desk, and for which place. */
interface Desk {
  parts: CommandParts;
  invocation: Invocation;
  place: Place;
}

type Verb = "list" | "follow" | "change" | "pause" | "resume" | "stop";

/** The words that steer, in the forms that people use. */
const verbs: Readonly<Record<string, Verb | undefined>> = {
  ...{ lijst: "list", overzicht: "list", toon: "list" },
  ...{ volg: "follow", volgen: "follow" },
  ...{ wijzig: "change", wijzigen: "change", verander: "change" },
  ...{ pauzeer: "pause", pauze: "pause", pauzeren: "pause" },
  ...{ hervat: "resume", hervatten: "resume" },
  ...{ stop: "stop", stoppen: "stop", verwijder: "stop" },
};

/** What else may stand in front, as far as a slip of the pen in it is seen. */
const otherWords = ["help", "hulp", "antwoord", "antwoorden", "termijn"];

function list({ parts: { subscriptions }, invocation: { team }, place }: Desk): Reply {
  return listReply(subscriptions.described(subscriptions.list(team, place)), subscriptions.timeZone);
}

async function follow(typed: string, { parts, invocation, place }: Desk): Promise<Reply> {
  const { subscriptions, previews } = parts;
  const { subject, subjectWord, query, when } = readWish(typed);
  if (subject === "letters" && query === "" && when === null) {
    throw wrong("attendering-what", digestTexts.wrong.nothingToFollow);
  }
  const wish = {
    team: invocation.team,
    place,
    maker: invocation.user,
    subject,
    query: followedQuery(query),
    frequency: frequencyWith(subject === "overdue" ? defaultWeek : defaultFrequency, when ?? {}),
  };
  const { subscription, isNew } = await subscriptions.follow(wish, () => invocation.isSharedOutside());
  const below = await whatThereIs(subscription, previews);
  const hint = subjectWord === null ? "" : questionTexts.quotes(subjectWord);
  const one = { subscription, next: subscriptions.next(subscription) };
  return followedReply(one, { isNew, below, hint, timeZone: subscriptions.timeZone });
}

/** What new letters it would have brought, or what there is of its questions now. */
async function whatThereIs(subscription: Subscription, previews: Previews): Promise<KnownBlock[]> {
  const { subject, query } = subscription;
  if (subject === "answers") return openNowBlocks(await previews.openQuestions(query));
  if (subject === "overdue") return overdueNowBlocks(await previews.overdueQuestions(query));
  return previewed(await previews.newLetters(query), subscription);
}

async function change(rest: string, desk: Desk): Promise<Reply> {
  const { subscriptions, previews } = desk.parts;
  const [first = "", ...more] = rest.split(" ");
  const numbered = /^(?:nr\.? ?)?#?(\d{1,9})$/iu.exec(first)?.[1];
  const [subscription] = chosen("wijzig", numbered ?? "", desk);
  if (subscription === undefined) throw new Error("chosen gives at least one");
  const { subject, query, when } = readWish(numbered === undefined ? rest : more.join(" "));
  if (subject !== "letters" && subject !== subscription.subject) {
    throw wrong("attendering-what", questionTexts.wrong.otherSubject(subscription.id));
  }
  if (query === "" && when === null)
    throw wrong("attendering-what", digestTexts.wrong.nothingToChange(subscription.id));
  const changed = await subscriptions.change(
    subscription,
    {
      query: query === "" ? subscription.query : followedQuery(query),
      frequency: frequencyWith(subscription.frequency, when ?? {}),
    },
    desk.invocation.user,
  );
  const below = query === "" ? [] : await whatThereIs(changed, previews);
  const one = { subscription: changed, next: subscriptions.next(changed) };
  return changedReply(one, { below, timeZone: subscriptions.timeZone });
}

function act(verb: "pause" | "resume" | "stop", typed: string, rest: string, desk: Desk): Reply {
  const { subscriptions } = desk.parts;
  const which = /^(?:(?:nr\.? ?)?#?(\d{1,9})|(alles|alle|allemaal)|)$/iu.exec(rest);
  if (which === null) throw wrong("attendering-number", digestTexts.wrong.notANumber(typed, rest));
  const struck = chosen(typed, which[2] === undefined ? (which[1] ?? "") : "alles", desk);
  for (const one of struck) subscriptions[verb](one, desk.invocation.user);
  return { pause: pausedReply, resume: resumedReply, stop: stoppedReply }[verb](struck);
}

/**
 * The subscriptions of this place that a number means, or all of them.
 *
 * @param which a number, `alles`, or nothing when there is only one
 */
function chosen(
  verb: string,
  which: string,
  { parts: { subscriptions }, invocation: { team }, place }: Desk,
): Subscription[] {
  const all = subscriptions.list(team, place);
  const known = all.map(({ id }) => String(id));
  if (all.length > 0 && (which === "alles" || (which === "" && all.length === 1))) return all;
  if (which === "" || which === "alles") throw wrong("attendering-number", digestTexts.wrong.which(verb, known));
  const one = subscriptions.one(team, place, Number(which));
  if (one === null) throw wrong("attendering-number", digestTexts.wrong.noNumber(which, known));
  return [one];
}

/** `alles` is no query; a query is kept without what Slack and phones make of it. */
function followedQuery(typed: string): string {
  return /^(?:alles|alle +(?:nieuwe +)?brieven)$/iu.test(typed) ? "" : parseQuery(typed).typed;
}

/** One letter wrong in a command word that stands alone or before a number: nobody wants to follow `lijsd`. */
function refuseSlipOfThePen(first: string, rest: string): void {
  if (!/^(?:\d{0,9}|alles)$/u.test(rest) || readWish(first).subjectWord !== null) return;
  const meant = [...Object.keys(verbs), ...otherWords].find(
    (verb) => verb.length > 3 && isOneSlip(first.toLowerCase(), verb),
  );
  if (meant !== undefined) throw wrong("attendering-verb", digestTexts.wrong.meant(first, meant));
}

function wrong(code: string, sentence: string): UserError {
  return new UserError(code, "The command cannot be carried out as typed", sentence);
}
