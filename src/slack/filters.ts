import type { App, RespondFn, ViewStateValue } from "@slack/bolt";
import { type AnsweringParts, replyToQuery, typedAt } from "../answers/reply-to-query.ts";
import { UserError } from "../errors.ts";
import type { CountryCode, Day, LetterKind } from "../letters/letter.ts";
import { actionIds, viewIds } from "../replies/action-ids.ts";
import { filterFields, filtersView } from "../replies/filters-view.ts";
import { readPlace } from "../replies/page-place.ts";
import { composeQuery } from "../search/compose-query.ts";
import { noFilters, parseQuery } from "../search/query.ts";
import { expired, filterTexts } from "../texts/buttons.ts";
import { onPress, orTrouble, placeIn } from "./interactions.ts";
import { responder } from "./respond.ts";
import type { Running } from "./running.ts";

/** What the modal keeps of the message that it was opened from. */
interface Origin {
  channel: string | null;
  thread: string | null;
  /** The message is private and may be replaced. */
  isPrivate: boolean;
  /** Works for half an hour, five times (docs.slack.dev, "Handling user interaction"). */
  responseUrl: string | null;
}

/** Registers the modal with filters: filled with what was typed, and answered where it was opened. */
export function registerFilters(app: App, parts: AnsweringParts, running: Running): void {
  onPress(app, actionIds.filters, running, async ({ value, conversation, responseUrl }) => {
    const place = readPlace(value);
    if (place === null) throw new UserError("forgotten", "A button with an unknown value", expired.page);
    const query = parseQuery(rememberedOr("", () => typedAt(place.page, parts)));
    const words = composeQuery({ ...query, filters: noFilters });
    const { channel, thread, isPrivate } = conversation.place;
    const origin: Origin = { channel, thread, isPrivate, responseUrl };
    await conversation.open(filtersView(query, words, JSON.stringify(origin)));
  });

  app.view(viewIds.filters, async ({ ack, body, view, client }) => {
    const typed = readFields(view.state.values);
    const problem = problemWith(typed);
    if (problem !== null) {
      await ack({ response_action: "errors", errors: problem });
      return;
    }
    await ack();
    await running.track(async () => {
      const origin = JSON.parse(view.private_metadata) as Origin;
      const respond: RespondFn | null = origin.responseUrl === null ? null : responder(origin.responseUrl);
      const { channel, thread, isPrivate } = origin;
      const place = { team: body.team?.id ?? "", user: body.user.id, channel, thread, isPrivate };
      const conversation = placeIn(place, client, respond, running.log);
      await orTrouble(viewIds.filters, conversation, running, async () =>
        conversation.replace(await replyToQuery(typed, parts)),
      );
    });
  });
}

/** An answer that has been forgotten opens an empty modal: that is how to search again. */
function rememberedOr(otherwise: string, remember: () => string): string {
  try {
    return remember();
  } catch (error) {
    if (error instanceof UserError) return otherwise;
    throw error;
  }
}

type Values = Record<string, Record<string, ViewStateValue>>;

/** The fields as a query that could have been typed. */
function readFields(values: Values): string {
  const field = (name: keyof typeof filterFields) => values[filterFields[name]]?.[filterFields[name]];
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
function problemWith(typed: string): Record<string, string> | null {
  if (typed.trim() === "") return { [filterFields.words]: filterTexts.nothing };
  try {
    parseQuery(typed);
    return null;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const about = error.code === "query-period" ? filterFields.until : fieldNamedIn(error.forUser);
    return { [about]: error.forUser };
  }
}

function fieldNamedIn(sentence: string): string {
  return sentence.includes("dossier") ? filterFields.dossier : filterFields.words;
}
