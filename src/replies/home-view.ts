import type { HomeView, KnownBlock } from "@slack/types";
import type { Answer } from "../answers/answer.ts";
import type { Day } from "../letters/letter.ts";
import type { StoredLetter } from "../letters/stored-letter.ts";
import { exampleQueries, texts } from "../texts/answer.ts";
import { writtenDay, writtenMoment } from "../texts/dutch.ts";
import { homeTexts } from "../texts/home.ts";
import { plain, smallPrint } from "./elements.ts";
import { byline, titleOf } from "./letter-line.ts";
import { personalDataButton } from "./personal-data-view.ts";
import { bullets, code, linked, paragraph, richText, run } from "./rich-text.ts";

/** What the home shows. */
export interface Home {
  collection: Answer["collection"];
  quarantined: number;
  /** When each source was last read. */
  sources: { source: string; at: Date }[];
  /** The letters that came in last, newest first. */
  latest: StoredLetter[];
  isLoading: boolean;
  timeZone: string;
  /** What concerns this person: subscriptions, kept passages; each with its own heading. */
  own: KnownBlock[];
}

/** The home of the app, for one person. */
export function homeView(home: Home): HomeView {
  return {
    type: "home",
    blocks: [
      { type: "header", text: plain(homeTexts.title) },
      richText(paragraph(run(homeTexts.lead))),
      { type: "divider" },
      { type: "header", text: plain(homeTexts.collection) },
      richText(paragraph(run(holdings(home)))),
      ...smallPrint(details(home)),
      ...latest(home.latest),
      { type: "divider" },
      { type: "header", text: plain(homeTexts.ask) },
      richText(paragraph(run(texts.help.lead)), bullets(exampleQueries.map((query) => [code(`/terugkeer ${query}`)]))),
      ...(home.own.length === 0 ? [] : [{ type: "divider" } as const, ...home.own]),
      { type: "divider" },
      { type: "header", text: plain(homeTexts.kept) },
      richText(paragraph(run(homeTexts.keptNothing))),
      ...personalDataButton(),
    ],
  };
}

function holdings({ collection }: Home): string {
  if (collection.letters === 0) return texts.answer.emptyCollection;
  const holds = homeTexts.holds(collection.letters, collection.passages);
  const { oldest, newest } = collection;
  return `${oldest === null || newest === null ? holds : `${holds}, ${period(oldest, newest)}`}.`;
}

function period(oldest: Day, newest: Day): string {
  return homeTexts.period(writtenDay(oldest), writtenDay(newest));
}

function details({ quarantined, sources, isLoading, timeZone }: Home): string {
  return [
    ...(isLoading ? [homeTexts.loading] : []),
    ...sources.map(({ source, at }) => {
      const name = homeTexts.sources[source] ?? source;
      return `${homeTexts.read(name, writtenMoment(at, timeZone))}.`;
    }),
    ...(quarantined === 0 ? [] : [homeTexts.quarantine(quarantined)]),
  ].join(" ");
}

function latest(letters: Home["latest"]): KnownBlock[] {
  if (letters.length === 0) return [];
  return [
    richText(paragraph(run(homeTexts.latest, true))),
    ...letters.flatMap((letter): KnownBlock[] => [
      richText(paragraph(linked(titleOf(letter), letter.url))),
      ...smallPrint(byline(letter)),
    ]),
  ];
}
