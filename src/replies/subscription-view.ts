import type { ModalView, PlainTextOption } from "@slack/types";
import type { Frequency, Subject, Subscription, TimeOfDay, Weekday } from "../digest/subscription.ts";
import { defaultTime } from "../digest/wish.ts";
import { buttons } from "../texts/buttons.ts";
import { daysText, digestTexts } from "../texts/digest.ts";
import { weekdays } from "../texts/dutch.ts";
import { viewIds } from "./action-ids.ts";
import { plain } from "./elements.ts";
import { field, textElement } from "./modal-fields.ts";
import { isNumber, isTruth, type OpenedFrom, openedFromShape, type Shape } from "./view-metadata.ts";

const texts = digestTexts.modal;

/** The block_id and action_id of each field. */
export const subscriptionFields = { query: "query", when: "when", time: "time" } as const;

/** Every choice of days, by the value of its option; the time is asked for apart. */
const choices: Record<string, (at: TimeOfDay) => Frequency> = {
  working: (at) => ({ every: "day", at, days: "working", onHolidays: false }),
  "working-holidays": (at) => ({ every: "day", at, days: "working", onHolidays: true }),
  all: (at) => ({ every: "day", at, days: "all", onHolidays: true }),
  "all-but-holidays": (at) => ({ every: "day", at, days: "all", onHolidays: false }),
  ...Object.fromEntries(
    weekdays.map((name, day) => [
      name,
      (at: TimeOfDay): Frequency => ({ every: "week", at, on: (day + 1) as Weekday }),
    ]),
  ),
  arrival: () => ({ every: "arrival" }),
};

/** What the modal carries: which subscription, and where what is submitted is answered. */
export interface SubscriptionSubject extends OpenedFrom {
  id: number;
  isHome: boolean;
}

export const subscriptionSubjectShape: Shape<SubscriptionSubject> = {
  ...openedFromShape,
  id: isNumber,
  isHome: isTruth,
};

/** A modal to change a subscription. */
export function subscriptionView(
  { id, subject, query, frequency }: Subscription,
  from: Omit<SubscriptionSubject, "id">,
): ModalView {
  const options = optionsFor(subject);
  const chosen = options.find(({ text }) => text.text === optionText(frequency, subject));
  return {
    type: "modal",
    callback_id: viewIds.subscription,
    private_metadata: JSON.stringify({ ...from, id } satisfies SubscriptionSubject),
    title: plain(texts.title(id)),
    submit: plain(texts.save),
    close: plain(buttons.close),
    blocks: [
      field(
        { id: subscriptionFields.query, label: texts.query, hint: texts.queryHint, optional: true },
        textElement(query, { max_length: 2_000 }),
      ),
      field(
        { id: subscriptionFields.when, label: texts.when, optional: true },
        { type: "static_select", options, ...(chosen !== undefined && { initial_option: chosen }) },
      ),
      field(
        {
          id: subscriptionFields.time,
          label: texts.time,
          hint: subject === "overdue" ? undefined : texts.timeHint,
          optional: true,
        },
        { type: "timepicker", initial_time: frequency.every === "arrival" ? defaultTime : frequency.at },
      ),
    ],
  };
}

/** The frequency that was chosen; null for a choice that does not exist. */
export function chosenFrequency(when: string, time: string | null): Frequency | null {
  const make = Object.hasOwn(choices, when) ? choices[when] : undefined;
  return make?.((time ?? defaultTime) as TimeOfDay) ?? null;
}

function optionText(frequency: Frequency, subject: Subject): string {
  const text = daysText(frequency, subject);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The list of questions past their term comes once a week. */
function optionsFor(subject: Subject): PlainTextOption[] {
  return Object.entries(choices).flatMap(([value, make]) => {
    const frequency = make(defaultTime);
    if (subject === "overdue" && frequency.every !== "week") return [];
    return { text: plain(optionText(frequency, subject)), value };
  });
}
