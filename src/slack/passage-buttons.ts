import type { App } from "@slack/bolt";
import { type CitedPassage, citedOrExpired, citedPassage } from "../answers/cited-passage.ts";
import { actionIds, viewIds } from "../replies/action-ids.ts";
import { contextView, type PassageInContext } from "../replies/context-view.ts";
import { sharedPassage } from "../replies/passage-reply.ts";
import { quoteView } from "../replies/quote-view.ts";
import { troubleReply } from "../replies/trouble-reply.ts";
import type { LetterReader } from "../store/letter-reader.ts";
import { share } from "../texts/buttons.ts";
import { onPress } from "./interactions.ts";
import type { Running } from "./running.ts";

/** Registers the buttons under a passage: in context, as a quotation, shared with everybody, at its source. */
export function registerPassageButtons(app: App, { letters }: { letters: LetterReader }, running: Running): void {
  for (const id of [actionIds.context, actionIds.target]) {
    onPress(app, id, running, ({ value, conversation }) =>
      conversation.open(contextView(inContext(citedOrExpired(value, letters), letters))),
    );
  }

  onPress(app, actionIds.quote, running, ({ value, conversation }) =>
    conversation.open(quoteView(citedOrExpired(value, letters))),
  );

  // Nothing is filled in there; without an acknowledgement the modal would stay and complain.
  app.view(viewIds.quote, ({ ack }) => ack());

  onPress(app, actionIds.share, running, async ({ value, conversation }) => {
    await conversation.share(sharedPassage(citedOrExpired(value, letters), conversation.place.user));
    await conversation.tell(troubleReply(share.done));
  });

  // The link opens by itself; Slack tells of it and wants an acknowledgement, which once.ts gives.
  onPress(app, actionIds.source, running, async () => {});
}

function inContext(cited: CitedPassage, letters: LetterReader): PassageInContext {
  const { letter, passage } = cited;
  const all = letters.passagesOf(letter.key, letter.version);
  const at = all.findIndex(({ id }) => id === passage.id);
  const neighbour = (place: number): CitedPassage | null => {
    const next = all[place];
    return next === undefined ? null : citedPassage(next.id, letters);
  };
  const isSuperseded = letters.letter(letter.key)?.version !== letter.version;
  return { ...cited, before: neighbour(at - 1), after: neighbour(at + 1), isSuperseded };
}
