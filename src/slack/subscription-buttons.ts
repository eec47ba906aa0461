import type { App, RespondFn } from "@slack/bolt";
import type { Following } from "../digest/following.ts";
import { ownPlace, placeOf } from "../digest/place.ts";
import type { Subscription } from "../digest/subscription.ts";
import { UserError } from "../errors.ts";
import type { LetterKey } from "../letters/stored-letter.ts";
import { actionIds, viewIds } from "../replies/action-ids.ts";
import { listReply } from "../replies/digest-desk.ts";
import { followedOneReply } from "../replies/followed-question.ts";
import { chosenFrequency, subscriptionFields, subscriptionView } from "../replies/subscription-view.ts";
import { parseQuery } from "../search/query.ts";
import { digestTexts } from "../texts/digest.ts";
import type { Conversation } from "./conversation.ts";
import { type HomeParts, publishHome } from "./home.ts";
import { onPress, orTrouble, placeIn } from "./interactions.ts";
import { responder } from "./respond.ts";
import type { Running } from "./running.ts";
import { isSharedOutside } from "./shared-outside.ts";

interface ButtonParts extends HomeParts {
  subscriptions: Following;
}

/** What the modal keeps of where it was opened. */
interface Origin {
  id: number;
  channel: string | null;
  isPrivate: boolean;
  isHome: boolean;
  /** Works for half an hour, five times (docs.slack.dev, "Handling user interaction"). */
  responseUrl: string | null;
}

/** Registers the buttons of subscriptions, in a list and in the home, and the modal that changes one. */
export function registerSubscriptionButtons(app: App, parts: ButtonParts, running: Running): void {
  const { subscriptions } = parts;
  const acts = [
    [actionIds.subscriptionPause, (one: Subscription, by: string) => subscriptions.pause(one, by)],
    [actionIds.subscriptionResume, (one: Subscription, by: string) => subscriptions.resume(one, by)],
    [actionIds.subscriptionStop, (one: Subscription, by: string) => subscriptions.stop(one, by)],
  ] as const;
  for (const [id, act] of acts) {
    onPress(app, id, running, async ({ value, conversation }) => {
      act(reached(Number(value), conversation, subscriptions), conversation.place.user);
      await showAgain(conversation, conversation.place.view?.type === "home", parts);
    });
  }

  onPress(app, actionIds.followAnswer, running, async ({ value, conversation }) => {
    const { team, user, channel, isPrivate } = conversation.place;
    // What only this person sees is told to this person; what stands in a channel, there.
    const place = isPrivate ? ownPlace(user) : placeOf({ user, channel });
    const isShared = () => isSharedOutside(conversation.client, place);
    const followed = await subscriptions.followOne(value as LetterKey, { team, place, maker: user }, isShared);
    await conversation.tell(followedOneReply(followed));
  });

  onPress(app, actionIds.subscriptionChange, running, async ({ value, conversation, responseUrl }) => {
    const { channel, isPrivate, view } = conversation.place;
    const one = reached(Number(value), conversation, subscriptions);
    const origin: Origin = { id: one.id, channel, isPrivate, isHome: view?.type === "home", responseUrl };
    await conversation.open(subscriptionView(one, JSON.stringify(origin)));
  });

  app.view(viewIds.subscription, async ({ ack, body, view, client }) => {
    const { values } = view.state;
    const query = (values[subscriptionFields.query]?.[subscriptionFields.query]?.value ?? "").trim();
    const problem = problemWith(query);
    if (problem !== null) {
      await ack({ response_action: "errors", errors: { [subscriptionFields.query]: problem } });
      return;
    }
    await ack();
    await running.track(async () => {
      const { id, channel, isPrivate, isHome, responseUrl } = JSON.parse(view.private_metadata) as Origin;
      const respond: RespondFn | null = responseUrl === null ? null : responder(responseUrl);
      const place = { team: body.team?.id ?? "", user: body.user.id, channel, isPrivate };
      const conversation = placeIn(place, client, respond, running.log);
      await orTrouble(viewIds.subscription, conversation, running, async () => {
        const one = reached(id, conversation, subscriptions);
        const when = values[subscriptionFields.when]?.[subscriptionFields.when]?.selected_option?.value ?? "";
        const time = values[subscriptionFields.time]?.[subscriptionFields.time]?.selected_time ?? null;
        const frequency = chosenFrequency(when, time) ?? one.frequency;
        await subscriptions.change(one, { query: query === "" ? "" : parseQuery(query).typed, frequency }, place.user);
        await showAgain(conversation, isHome, parts);
      });
    });
  });
}

/** @throws UserError when it is gone, or is not this person's to change */
function reached(id: number, { place }: Conversation, subscriptions: Following): Subscription {
  const { team, user } = place;
  const one = subscriptions.reachable(id, { team, user, place: placeOf({ user, channel: place.channel }) });
  if (one === null) throw new UserError("attendering-gone", "No such subscription in reach", digestTexts.gone);
  return one;
}

/** Shows how things stand now, where the button was. */
async function showAgain(conversation: Conversation, isHome: boolean, parts: ButtonParts): Promise<void> {
  const { team, user, channel } = conversation.place;
  if (isHome) return publishHome(conversation.client, { team, user }, parts);
  const { subscriptions } = parts;
  const all = subscriptions.list(team, placeOf({ user, channel }));
  await conversation.replace(listReply(subscriptions.described(all), subscriptions.timeZone));
}

function problemWith(query: string): string | null {
  try {
    if (query !== "") parseQuery(query);
    return null;
  } catch (error) {
    if (error instanceof UserError) return error.forUser;
    throw error;
  }
}
