import type { InputBlock, ModalView } from "@slack/types";
import { debateTexts } from "../texts/debate.ts";
import { viewIds } from "./action-ids.ts";
import { plain } from "./elements.ts";
import { field, textElement } from "./modal-fields.ts";
import { isNumber, isTextOrNull, type Shape } from "./view-metadata.ts";

/** The small modals in which a collection gets its name and a passage its note. */

const words = debateTexts.collection;

/** The one field of these modals: its block_id and its action_id. */
export const textField = "text";

/** What such a modal is about. */
export interface FieldSubject {
  /** Id of the collection or the kept passage. */
  id: number;
  /** The modal below, to be drawn anew. */
  below: string | null;
}

export const fieldSubjectShape: Shape<FieldSubject> = { id: isNumber, below: isTextOrNull };

export function nameView(name: string | null, subject: FieldSubject): ModalView {
  const { renameTitle: title, renameLabel: label } = words;
  const element = textElement(name, { max_length: 120 });
  return smallModal(viewIds.collectionName, title, field({ id: textField, label, optional: true }, element), subject);
}

export function noteView(note: string | null, subject: FieldSubject): ModalView {
  const { noteTitle: title, noteLabel: label, noteHint: hint } = words;
  const element = textElement(note, { multiline: true, max_length: 1_000 });
  return smallModal(viewIds.keptNote, title, field({ id: textField, label, hint, optional: true }, element), subject);
}

function smallModal(callbackId: string, title: string, block: InputBlock, subject: FieldSubject): ModalView {
  return {
    type: "modal",
    callback_id: callbackId,
    title: plain(title),
    submit: plain(words.save),
    close: plain(words.cancel),
    private_metadata: JSON.stringify(subject),
    blocks: [block],
  };
}
