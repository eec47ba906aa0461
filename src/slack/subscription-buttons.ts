import type { App } from "@slack/bolt";
import type { Following } from "../digest/following.ts";
import { ownPlace, placeOf } from "../digest/place.ts";
import type { Subscription } from "../digest/subscription.ts";
import { UserError } from "../errors.ts";
import type { LetterKey } from "../letters/stored-letter.ts";
import { actionIds, viewIds } from "../replies/action-ids.ts";
import { listReply } from "../replies/digest-desk.ts";
import { followedOneReply } from "../replies/followed-question.ts";
import {
  chosenFrequency,
  subscriptionFields,
  subscriptionSubjectShape,
  subscriptionView,
} from "../replies/subscription-view.ts";
import { parseQuery } from "../search/query.ts";
import { digestTexts } from "../texts/digest.ts";
import type { Conversation } from "./conversation.ts";
import { type HomeParts, publishHome } from "./home.ts";
import { onPress } from "./interactions.ts";
import type { Running } from "./running.ts";
import { isSharedOutside } from "./shared-outside.ts";
import { type Filled, filledIn, onSubmit } from "./submissions.ts";

interface ButtonParts extends HomeParts {
  subscriptions: Following;
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
    const { channel, thread, isPrivate, view } = conversation.place;
    const one = reached(Number(value), conversation, subscriptions);
    const isHome = view?.type === "home";
    await conversation.open(subscriptionView(one, { channel, thread, isPrivate, isHome, responseUrl }));
  });

  onSubmit(app, viewIds.subscription, running, {
    shape: subscriptionSubjectShape,
    problemsIn(values) {
      const problem = problemWith(queryIn(values));
      return problem === null ? null : { [subscriptionFields.query]: problem };
    },
    async handle({ values, held: { id, isHome }, conversation }) {
      const one = reached(id, conversation, subscriptions);
      const query = queryIn(values);
      const when = filledIn(values, subscriptionFields.when)?.selected_option?.value ?? "";
      const time = filledIn(values, subscriptionFields.time)?.selected_time ?? null;
      const wish = {
        query: query === "" ? "" : parseQuery(query).typed,
        frequency: chosenFrequency(when, time) ?? one.frequency,
      };
      await subscriptions.change(one, wish, conversation.place.user);
      await showAgain(conversation, isHome, parts);
    },
  });
}

function queryIn(values: Filled): string {
  return (filledIn(values, subscriptionFields.query)?.value ?? "").trim();
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
