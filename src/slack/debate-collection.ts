import type { App } from "@slack/bolt";
import { development } from "../debate/development.ts";
import type { KeptPassage, StoredCollection } from "../debate/kept-passage.ts";
import { withStanding } from "../debate/with-standing.ts";
import { UserError } from "../errors.ts";
import type { Parts } from "../parts.ts";
import { actionIds, viewIds } from "../replies/action-ids.ts";
import { fieldSubjectShape, nameView, noteView, textField } from "../replies/collection-fields.ts";
import { collectionView, passagesOnPage } from "../replies/collection-view.ts";
import { developmentView } from "../replies/development-view.ts";
import { debateTexts } from "../texts/debate.ts";
import { type Conversation, slackReason } from "./conversation.ts";
import { onPress, type Press } from "./interactions.ts";
import type { Running } from "./running.ts";
import { filledIn, onSubmit } from "./submissions.ts";

type CollectionParts = Pick<Parts, "index" | "letters" | "collections" | "now">;

const words = debateTexts.collection;

/** Registers the modal of a collection: its pages, order, notes, name, removal with undo, and development. */
export function registerCollection(app: App, parts: CollectionParts, running: Running): void {
  const { collections, now } = parts;

  for (const id of [actionIds.collectionOpen, actionIds.collectionPage, actionIds.collectionPageBack]) {
    onPress(app, id, running, async ({ value, conversation }) => {
      const [collection = "", page = "0"] = value.split(".");
      await conversation.open(collectionView(collectionById(collection, conversation, parts), Number(page)));
    });
  }

  /** Changes something of a kept passage, and shows the collection anew at the page where it stands. */
  const onKept = (id: string, change: (kept: number) => void) =>
    onPress(app, id, running, async ({ value, conversation }) => {
      keptById(value, conversation, parts);
      change(Number(value));
      const { collection, place } = keptById(value, conversation, parts);
      await conversation.open(collectionView(collection, Math.floor(place / passagesOnPage)));
    });

  onKept(actionIds.keptEarlier, (kept) => collections.move(kept, "earlier"));
  onKept(actionIds.keptLater, (kept) => collections.move(kept, "later"));
  onKept(actionIds.keptRemove, (kept) => collections.remove(kept, now()));
  onKept(actionIds.keptUndo, (kept) => {
    if (!collections.undo(kept, now())) throw new UserError("too-late", "Undo after too long", words.undoTooLate);
  });

  onPress(app, actionIds.keptNote, running, async ({ value, conversation }) => {
    const { kept } = keptById(value, conversation, parts);
    await conversation.open(noteView(kept.note, { id: kept.id, below: below(conversation) }));
  });

  onPress(app, actionIds.collectionRename, running, async ({ value, conversation }) => {
    const { id, name } = collectionById(value, conversation, parts);
    await conversation.open(nameView(name, { id, below: below(conversation) }));
  });

  onPress(app, actionIds.keptDevelopment, running, async ({ value, conversation }: Press) => {
    const { collection, kept } = keptById(value, conversation, parts);
    const found = await development(kept.copy, parts);
    await conversation.open(developmentView(kept.copy, found, collection.place));
  });

  registerFields(app, parts, running);
}

/**
 * What is typed in the small modals is kept as it is, and the modal below shows it. What cannot be kept is told in the
 * person's own conversation with the bot: the small modal is closed by then.
 */
function registerFields(app: App, { collections, letters, now }: CollectionParts, running: Running): void {
  for (const callbackId of [viewIds.keptNote, viewIds.collectionName]) {
    onSubmit(app, callbackId, running, {
      shape: fieldSubjectShape,
      async handle({ values, held: { id, below }, conversation: { client, place: person } }) {
        const { team } = person;
        const typed = filledIn(values, textField)?.value ?? "";
        const isNote = callbackId === viewIds.keptNote;
        const found = isNote ? collections.collectionOf(id, team, now()) : collections.collection(id, team, now());
        if (found === null) throw new UserError("expired", "A collection that is not there", words.gone);
        if (isNote) collections.annotate(id, typed);
        else collections.rename(id, typed);
        const stored = collections.collection(found.id, team, now());
        if (stored === null || below === null) return;
        const changed = withStanding(stored, letters);
        const place = isNote ? changed.passages.findIndex((kept) => kept.id === id) : 0;
        await client.views
          .update({ view_id: below, view: collectionView(changed, Math.floor(Math.max(0, place) / passagesOnPage)) })
          // It may have been closed meanwhile; what was typed is kept all the same.
          .catch((error: unknown) =>
            running.log.warn({ reason: slackReason(error) }, "a modal could not be drawn anew"),
          );
      },
    });
  }
}

function below({ place }: Conversation): string | null {
  return place.view?.type === "modal" ? place.view.id : null;
}

/** @throws UserError when it is not there, or is another team's, or another channel's than where the button was pressed */
export function collectionById(
  value: string,
  { place }: Conversation,
  { collections, letters, now }: Pick<Parts, "collections" | "letters" | "now">,
): StoredCollection {
  const collection = collections.collection(Number(value), place.team, now());
  const isElsewhere = place.channel !== null && collection?.place.channel !== place.channel;
  if (collection === null || isElsewhere) throw new UserError("expired", "A collection that is not there", words.gone);
  return withStanding(collection, letters);
}

function keptById(
  value: string,
  { place }: Conversation,
  { collections, letters, now }: CollectionParts,
): { collection: StoredCollection; kept: KeptPassage; place: number } {
  const id = Number(value);
  const found = collections.collectionOf(id, place.team, now());
  const collection = found && withStanding(found, letters);
  const at = collection?.passages.findIndex((kept) => kept.id === id) ?? -1;
  const kept = collection?.passages[at];
  if (collection === null || kept === undefined)
    throw new UserError("expired", "A kept passage that is not there", words.goneKept);
  return { collection, kept, place: at };
}
