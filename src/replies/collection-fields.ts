import type { ModalView } from "@slack/types";
import { debateTexts } from "../texts/debate.ts";
import { viewIds } from "./action-ids.ts";
import { plain } from "./elements.ts";
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
  return {
    type: "modal",
    callback_id: viewIds.collectionName,
    title: plain(words.renameTitle),
    submit: plain(words.save),
    close: plain(words.cancel),
    private_metadata: JSON.stringify(subject),
    blocks: [
      {
        type: "input",
        block_id: textField,
        optional: true,
        label: plain(words.renameLabel),
        element: {
          type: "plain_text_input",
          action_id: textField,
          max_length: 120,
          ...(name === null ? {} : { initial_value: name }),
        },
      },
    ],
  };
}

export function noteView(note: string | null, subject: FieldSubject): ModalView {
  return {
    type: "modal",
    callback_id: viewIds.keptNote,
    title: plain(words.noteTitle),
    submit: plain(words.save),
    close: plain(words.cancel),
    private_metadata: JSON.stringify(subject),
    blocks: [
      {
        type: "input",
        block_id: textField,
        optional: true,
        label: plain(words.noteLabel),
        hint: plain(words.noteHint),
        element: {
          type: "plain_text_input",
          action_id: textField,
          multiline: true,
          max_length: 1_000,
          ...(note === null ? {} : { initial_value: note }),
        },
      },
    ],
  };
}
