import type { App } from "@slack/bolt";
import { debateContents, type Grouping } from "../debate/contents.ts";
import type { StoredCollection } from "../debate/kept-passage.ts";
import { debateMarkdown } from "../debate/markdown.ts";
import { UserError } from "../errors.ts";
import { dayAt } from "../letters/days.ts";
import type { Parts } from "../parts.ts";
import { actionIds } from "../replies/action-ids.ts";
import { collectionView } from "../replies/collection-view.ts";
import { mrkdwn } from "../replies/mrkdwn.ts";
import { troubleReply } from "../replies/trouble-reply.ts";
import { fold } from "../search/fold.ts";
import { debateTexts } from "../texts/debate.ts";
import { orRefused } from "./conversation.ts";
import { collectionById } from "./debate-collection.ts";
import { onPress } from "./interactions.ts";
import type { Running } from "./running.ts";

const words = debateTexts.collection;

interface DocumentForm {
  grouping: Grouping;
  extension: "docx" | "md";
}

const forms: Record<string, DocumentForm> = {
  [actionIds.wordByCountry]: { grouping: "country", extension: "docx" },
  [actionIds.wordByLetter]: { grouping: "letter", extension: "docx" },
  [actionIds.markdown]: { grouping: "country", extension: "md" },
};

/** Registers the documents of a collection: made at a press, and put in the thread or channel of the collection. */
export function registerDocuments(
  app: App,
  parts: Pick<Parts, "collections" | "letters" | "now"> & { timeZone: string },
  running: Running,
): void {
  for (const [id, form] of Object.entries(forms)) {
    onPress(app, id, running, async ({ value, conversation }) => {
      const collection = collectionById(value, conversation, parts);
      const { client } = conversation;
      const { channel, thread } = collection.place;
      const file = await makeDocument(collection, form, parts);
      const where = thread === null ? { channel_id: channel } : { channel_id: channel, thread_ts: thread };
      await orRefused(() => client.files.uploadV2({ ...where, ...file }));
      // Making a document may take longer than a trigger lives; a modal can be drawn anew without one.
      if (conversation.place.view === null) await conversation.tell(troubleReply(words.uploaded));
      else await conversation.open(collectionView(collection, 0, words.uploaded));
    });
  }
}

async function makeDocument(
  collection: StoredCollection,
  { grouping, extension }: DocumentForm,
  { now, timeZone }: { now: () => Date; timeZone: string },
): Promise<{ file: Buffer; filename: string; title: string; initial_comment: string }> {
  const passages = collection.passages.filter(({ isRemoved }) => !isRemoved);
  if (passages.length === 0) throw new UserError("empty", "A document of nothing", words.empty);
  const today = dayAt(now(), timeZone);
  const contents = debateContents({ ...collection, passages }, grouping, today);
  const { title } = contents;
  return {
    file: extension === "docx" ? await wordDocument(contents) : Buffer.from(debateMarkdown(contents)),
    filename: `${fileName(title)}-${today}.${extension}`,
    title,
    initial_comment: mrkdwn(words.uploadComment(title, passages.length)),
  };
}

/** The library takes a while to load and is needed seldom: not at the start of the bot. */
async function wordDocument(contents: Parameters<typeof debateMarkdown>[0]): Promise<Buffer> {
  const { debateDocument } = await import("../debate/document.ts");
  return Buffer.from(await debateDocument(contents));
}

/** A name that every file system takes. */
function fileName(title: string): string {
  return (
    fold(title)
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 60)
      .replace(/^-+|(?<!-)-+$/g, "") || "debat"
  );
}
