import type { KnownBlock, RichTextElement } from "@slack/types";
import type { CollectionLine, StoredCollection } from "../debate/kept-passage.ts";
import { exampleQueries } from "../texts/answer.ts";
import { debateTexts } from "../texts/debate.ts";
import { actionIds } from "./action-ids.ts";
import { collectionName } from "./debate-names.ts";
import { actions, button, smallPrint } from "./elements.ts";
import { escapeText } from "./mrkdwn.ts";
import type { Reply } from "./reply.ts";
import { bullets, paragraph, richText, run } from "./rich-text.ts";

const words = debateTexts.collection;

/** A list of channels' dossiers is short; a longer one would not fit a message. */
const mostLines = 20;

/** An answer in a thread, with what was searched above it. */
export function threadReply(reply: Reply, understood: string): Reply {
  return {
    text: `${escapeText(understood)}\n${reply.text}`,
    blocks: [richText(paragraph(run(understood))), ...reply.blocks],
  };
}

/** How to ask in a thread, a channel or a direct message. */
export function howToAskReply(lacking: string | null): Reply {
  const { howToAsk, howToAskLead } = debateTexts.thread;
  const examples = exampleQueries.map((query) => `@Terugkeer ${query}`);
  return {
    text: escapeText([...(lacking === null ? [] : [lacking]), `${howToAsk}.`, howToAskLead, ...examples].join("\n")),
    blocks: [
      ...(lacking === null ? [] : [richText(paragraph(run(lacking)))]),
      richText(paragraph(run(howToAsk, true))),
      richText(paragraph(run(howToAskLead))),
      richText(bullets(examples.map((example) => [run(example)]))),
    ],
  };
}

/** What was kept where, with the way to it. */
export function keptReply(collection: StoredCollection, isNew: boolean): Reply {
  const count = collection.passages.filter(({ isRemoved }) => !isRemoved).length;
  const name = collectionName(collection);
  const sentence = isNew ? debateTexts.keep.kept(name, count) : debateTexts.keep.already(name);
  return withOpenButton(sentence, collection.id);
}

/** The collection of a thread, to be opened. */
export function collectionReply(collection: StoredCollection | null): Reply {
  const kept = collection?.passages.filter(({ isRemoved }) => !isRemoved) ?? [];
  if (collection === null || kept.length === 0) {
    return { text: escapeText(words.empty), blocks: [richText(paragraph(run(words.empty)))] };
  }
  const name = collectionName(collection);
  const sentence = `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${words.count(kept.length)}.`;
  return withOpenButton(sentence, collection.id);
}

function withOpenButton(sentence: string, id: number): Reply {
  return {
    text: escapeText(sentence),
    blocks: [richText(paragraph(run(sentence))), ...actions(button(words.open, actionIds.collectionOpen, String(id)))],
  };
}

/** The collections of a channel, the one last added to first. */
export function collectionsReply(lines: readonly CollectionLine[]): Reply {
  if (lines.length === 0) {
    const text = `${words.empty} ${words.listNote}`;
    return { text: escapeText(text), blocks: [richText(paragraph(run(text)))] };
  }
  const spoken = lines.slice(0, mostLines).map((line) => `${lineName(line)}: ${words.count(line.passages)}.`);
  return {
    text: escapeText([`${words.list}.`, ...spoken].join("\n")),
    blocks: [
      richText(paragraph(run(words.list, true))),
      ...lines
        .slice(0, mostLines)
        .flatMap((line): KnownBlock[] => [
          richText(
            paragraph(
              run(lineName(line), true),
              run(`: ${words.count(line.passages)}, ${words.lastKept} `),
              moment(line.lastKeptAt),
            ),
          ),
          ...actions(button(words.open, actionIds.collectionOpen, String(line.id))),
        ]),
      ...smallPrint(words.listNote),
    ],
  };
}

function lineName({ name, place }: CollectionLine): string {
  return name ?? (place.thread === null ? words.lineOfChannel : words.lineOfThread);
}

/** A moment on the clock of whoever reads it. */
export function moment(at: Date): RichTextElement {
  const fallback = at.toISOString().slice(0, 10);
  return { type: "date", timestamp: Math.floor(at.getTime() / 1000), format: words.moment, fallback };
}
