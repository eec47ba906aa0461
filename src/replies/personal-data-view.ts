import type { KnownBlock, ModalView } from "@slack/types";
import { buttons } from "../texts/buttons.ts";
import { personalTexts as texts } from "../texts/personal-data.ts";
import { actionIds, viewIds } from "./action-ids.ts";
import { clip } from "./clip.ts";
import { actions, button, confirmation, plain } from "./elements.ts";
import { bullets, paragraph, richText, run } from "./rich-text.ts";

/** The rows of a table that are about a person. */
interface Kept {
  table: string;
  rows: readonly Record<string, unknown>[];
}

/** So many rows of a table are named. */
const mostNamed = 20;
/** Longer names are known by their beginning. */
const longestName = 200;

/** What is kept about the person who looks, with the button that deletes it. */
export function personalDataView(kept: readonly Kept[], isForgotten = false): ModalView {
  return {
    type: "modal",
    callback_id: viewIds.personalData,
    title: plain(texts.title),
    close: plain(buttons.close),
    blocks: kept.length === 0 ? said(isForgotten ? texts.forgotten : texts.nothing) : [...kept.map(table), ...forget()],
  };
}

/** The button of the home that opens it. */
export function personalDataButton(): KnownBlock[] {
  return actions(button(texts.button, actionIds.personalData, "own"));
}

function said(sentence: string): KnownBlock[] {
  return [richText(paragraph(run(sentence)))];
}

function table({ table: name, rows }: Kept): KnownBlock {
  const names = rows.flatMap((row) => nameOf(row) ?? []);
  const more = names.length > mostNamed ? [texts.more(names.length - mostNamed)] : [];
  const listed = [...names.slice(0, mostNamed), ...more];
  return richText(
    paragraph(run(texts.tables[name]?.(rows.length) ?? `${name}: ${rows.length}`, true)),
    ...(listed.length === 0 ? [] : [bullets(listed.map((item) => [run(item)]))]),
  );
}

/** What a person knows a row by: a query, a note or a passage; nothing for a mark of ours. */
function nameOf(row: Record<string, unknown>): string | null {
  if (row.query === "") return texts.everything;
  const name = [row.query, row.note, row.passage, row.name].find((value) => typeof value === "string" && value !== "");
  if (typeof name !== "string") return null;
  return clip(name, longestName);
}

function forget(): KnownBlock[] {
  const { confirmTitle: title, confirm: ask, forget: yes, deny } = texts;
  const confirm = confirmation({ title, ask, confirm: yes, deny });
  return actions(button(texts.forget, actionIds.personalDataForget, "own", { style: "danger", confirm }));
}
