import type { App, ViewStateValue } from "@slack/bolt";
import { type AnsweringParts, replyToQuery } from "../answers/reply-to-query.ts";
import { UserError } from "../errors.ts";
import type { CountryCode, Day, LetterKind } from "../letters/letter.ts";
import { actionIds, viewIds } from "../replies/action-ids.ts";
import { filterFields, filtersView } from "../replies/filters-view.ts";
import { openedFromShape } from "../replies/view-metadata.ts";
import { composeQuery } from "../search/compose-query.ts";
import { noFilters, parseQuery } from "../search/query.ts";
import { filterTexts } from "../texts/buttons.ts";
import { onPress } from "./interactions.ts";
import { pressedPage } from "./pressed-page.ts";
import type { Running } from "./running.ts";
import { type Filled, filledIn, onSubmit } from "./submissions.ts";

/** Registers the modal with filters: filled with what was typed, and answered where it was opened. */
export function registerFilters(app: App, parts: AnsweringParts, running: Running): void {
  onPress(app, actionIds.filters, running, async ({ value, conversation, responseUrl }) => {
    // An answer that has been forgotten opens an empty modal: that is how to search again.
    const query = parseQuery(parts.pages.typed(pressedPage(value).page, parts.now()) ?? "");
    const words = composeQuery({ ...query, filters: noFilters });
    const { channel, thread, isPrivate } = conversation.place;
    await conversation.open(filtersView(query, words, { channel, thread, isPrivate, responseUrl }));
  });

  onSubmit(app, viewIds.filters, running, {
    shape: openedFromShape,
    problemsIn,
    async handle({ values, conversation }) {
      await conversation.replace(await replyToQuery(readFields(values), parts));
    },
  });
}

/** The fields as a query that could have been typed. */
function readFields(values: Filled): string {
  const field = (name: keyof typeof filterFields) => filledIn(values, filterFields[name]);
  const chosen = (name: keyof typeof filterFields) => (field(name)?.selected_options ?? []).map(({ value }) => value);
  const listed = (name: keyof typeof filterFields) =>
    (field(name)?.value ?? "")
      .replaceAll('"', "")
      .split(/[,;]/)
      .map((part) => part.trim())
      .filter((part) => part !== "");
  const filters = composeQuery({
    words: "",
    phrases: [],
    without: [],
    filters: {
      countries: chosen("countries") as CountryCode[],
      since: (field("since")?.selected_date ?? null) as Day | null,
      until: (field("until")?.selected_date ?? null) as Day | null,
      from: listed("from"),
      parties: listed("party"),
      kinds: chosen("kinds") as LetterKind[],
      dossiers: listed("dossier"),
    },
    order: "best",
    literal: false,
  });
  return [field("words")?.value ?? "", filters].filter((part) => part !== "").join(" ");
}

/** What is wrong, under the field that it is about. */
function problemsIn(values: Filled): Record<string, string> | null {
  const typed = readFields(values);
  if (typed.trim() === "") return { [filterFields.words]: filterTexts.nothing };
  try {
    parseQuery(typed);
    return null;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const about = fieldsOfFilters[error.filter ?? ""];
    // A filter may also have been typed among the words.
    return { [about !== undefined && isFilled(filledIn(values, about)) ? about : filterFields.words]: error.forUser };
  }
}

/** The field for a filter, by its name in the query language. */
const fieldsOfFilters: Record<string, string | undefined> = {
  land: filterFields.countries,
  sinds: filterFields.since,
  tot: filterFields.until,
  van: filterFields.from,
  fractie: filterFields.party,
  soort: filterFields.kinds,
  dossier: filterFields.dossier,
};

function isFilled(field: ViewStateValue | undefined): boolean {
  return Boolean(field?.value || field?.selected_date || field?.selected_options?.length);
}
