import type { InputBlock, ModalView, PlainTextOption } from "@slack/types";
import { countries } from "../letters/countries.ts";
import { letterKinds } from "../letters/letter.ts";
import type { Query } from "../search/passage-index.ts";
import { buttons, filterTexts, kindNames } from "../texts/buttons.ts";
import { viewIds } from "./action-ids.ts";
import { plain } from "./elements.ts";
import { grouped } from "./grouped.ts";
import { field, textElement } from "./modal-fields.ts";
import type { OpenedFrom } from "./view-metadata.ts";

/** The block_id and action_id of each field. */
export const filterFields = {
  words: "words",
  countries: "countries",
  since: "since",
  until: "until",
  kinds: "kinds",
  party: "party",
  from: "from",
  dossier: "dossier",
} as const;

/**
 * A modal to search again, filled with what was typed.
 *
 * @param from where what is submitted is answered
 */
export function filtersView(query: Query, words: string, from: OpenedFrom): ModalView {
  const { filters } = query;
  return {
    type: "modal",
    callback_id: viewIds.filters,
    private_metadata: JSON.stringify(from),
    title: plain(filterTexts.title),
    submit: plain(buttons.search),
    close: plain(buttons.close),
    blocks: [
      filter("words", textElement(words, { max_length: 2_000 })),
      filter("countries", {
        type: "multi_static_select",
        placeholder: plain(filterTexts.any),
        option_groups: countryGroups,
        ...initial(countryOptions.filter(({ value }) => filters.countries.some((code) => code === value))),
      }),
      filter("since", { type: "datepicker", ...(filters.since === null ? {} : { initial_date: filters.since }) }),
      filter("until", { type: "datepicker", ...(filters.until === null ? {} : { initial_date: filters.until }) }),
      filter("kinds", {
        type: "multi_static_select",
        placeholder: plain(filterTexts.any),
        options: kindOptions,
        ...initial(kindOptions.filter(({ value }) => filters.kinds.some((kind) => kind === value))),
      }),
      filter("party", textField(filters.parties)),
      filter("from", textField(filters.from)),
      filter("dossier", textField(filters.dossiers), filterTexts.dossierHint),
    ],
  };
}

function filter(name: keyof typeof filterFields, element: InputBlock["element"], hint?: string): InputBlock {
  return field({ id: filterFields[name], label: filterTexts[name], hint, optional: true }, element);
}

/** Several values stand with commas between them. */
function textField(values: readonly string[]): InputBlock["element"] {
  return textElement(values.join(", "), { max_length: 200 });
}

/** Slack refuses an empty list of chosen options. */
function initial(options: PlainTextOption[]): { initial_options?: PlainTextOption[] } {
  return options.length === 0 ? {} : { initial_options: options };
}

const kindOptions: PlainTextOption[] = letterKinds.map((kind) => ({ text: plain(kindNames[kind]), value: kind }));

const countryOptions: PlainTextOption[] = countries
  .filter(({ home }) => !home)
  .map(({ code, name }) => ({ text: plain(name), value: code }));

/** Slack takes at most 100 options in a list, and 100 lists of them: one list a letter. */
const countryGroups = [
  ...grouped(countryOptions, ({ text }) => text.text.normalize("NFD").charAt(0).toUpperCase()),
].map(([letter, options]) => ({ label: plain(letter), options }));
