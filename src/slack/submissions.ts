import type { App, ViewStateValue } from "@slack/bolt";
import { openedFrom, readMetadata, type Shape } from "../replies/view-metadata.ts";
import type { Conversation } from "./conversation.ts";
import { conversationAt, orTrouble } from "./interactions.ts";
import { responder } from "./respond.ts";
import type { Running } from "./running.ts";

/** What was filled in, by block_id and action_id. */
export type Filled = Record<string, Record<string, ViewStateValue>>;

/** A modal that was submitted: what was filled in, what the modal carried, and where to answer. */
export interface Submission<Held> {
  values: Filled;
  held: Held;
  conversation: Conversation;
}

/** What is done with a modal that is submitted. */
interface SubmitHandler<Held> {
  /** What the modal carries. */
  shape: Shape<Held>;
  /** What is wrong, by block_id of the field that it stands under; null when nothing is. */
  problemsIn?: (values: Filled) => Record<string, string> | null;
  /** @throws UserError with a sentence for the person who submitted it */
  handle(submission: Submission<Held>): Promise<void>;
}

/**
 * Registers what happens when a modal is submitted: acknowledged at once, with what is wrong under the fields, and
 * otherwise answered where it was opened; whatever goes wrong is told to the person.
 */
export function onSubmit<Held extends object>(
  app: App,
  callbackId: string,
  running: Running,
  { shape, problemsIn = () => null, handle }: SubmitHandler<Held>,
): void {
  app.view(callbackId, async ({ ack, body, view, client }) => {
    const { values } = view.state;
    const errors = problemsIn(values);
    if (errors !== null) {
      await ack({ response_action: "errors", errors });
      return;
    }
    await ack();
    await running.track(async () => {
      const { responseUrl, ...where } = openedFrom(view.private_metadata);
      const place = { team: body.team?.id ?? "", user: body.user.id, ...where };
      const respond = responseUrl === null ? null : responder(responseUrl);
      const conversation = conversationAt(place, client, respond, running.log);
      await orTrouble(callbackId, conversation, running, async () =>
        handle({ values, held: readMetadata(view.private_metadata, shape), conversation }),
      );
    });
  });
}

/** What a field holds whose block_id and action_id are the same, as ours are. */
export function filledIn(values: Filled, field: string): ViewStateValue | undefined {
  return values[field]?.[field];
}
