import { figures, listed } from "../texts/dutch.ts";
import { pictureTexts, timelineTexts } from "../texts/timeline.ts";
import type { PictureWords } from "../timeline/picture.ts";
import type { Series, YearCount } from "../timeline/series.ts";
import { mrkdwn } from "./mrkdwn.ts";
import { spokenChart, stretchesOf } from "./timeline-chart.ts";

/** Slack's limit for the description of a file, in characters. */
const longestAlt = 1_000;
/** Longest name of a file, without its extension. */
const longestName = 60;

/** The words in the picture of what was sought. */
export function pictureWords(name: string, { total, undated, earlier, years }: Series): PictureWords {
  const first = years[0]?.year ?? 0;
  return {
    title: pictureTexts.title(name),
    otherTitle: pictureTexts.untitled,
    subtitle: pictureTexts.counts(total.passages, total.letters),
    notes: [
      ...(undated.letters === 0 ? [] : [timelineTexts.undated(undated.passages, undated.letters)]),
      ...(earlier.letters === 0 ? [] : [timelineTexts.earlier(earlier.passages, earlier.letters, first)]),
    ],
    passages: pictureTexts.passages,
    letter: pictureTexts.letter,
    noLetters: pictureTexts.noLetters,
    figures,
  };
}

/**
 * What the picture shows, for who cannot see it: period, total, peaks, every year with its number, silences and years
 * without letters. Where that is too long the last sentences are left out, never part of one.
 */
export function altText(name: string, { years, total, undated }: Series): string {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return pictureTexts.title(name);
  const stretches = stretchesOf(years).toReversed();
  const spans = (wanted: (stretch: (typeof stretches)[number]) => boolean) =>
    listed(stretches.filter(wanted).map((stretch) => timelineTexts.yearsSpoken(stretch.first, stretch.last)));
  const silent = spans(({ passages, hasLetters }) => passages === 0 && hasLetters);
  const empty = spans(({ hasLetters }) => !hasLetters);
  const said = years.filter(({ letters }) => letters > 0);
  const sentences = [
    pictureTexts.alt(name, first.year, last.year),
    pictureTexts.altTotal(total.passages, total.letters),
    peak(said),
    ...(undated.letters === 0 ? [] : [timelineTexts.undated(undated.passages, undated.letters)]),
    pictureTexts.altCounts(
      said.map((count) => pictureTexts.altYear(count.year, count.passages, count.letters)).join("; "),
    ),
    ...(silent === "" ? [] : [pictureTexts.altSilent(silent)]),
    ...(empty === "" ? [] : [pictureTexts.altNoLetters(empty)]),
  ];
  return sentences.reduce((text, next) => {
    const longer = text === "" ? next : `${text} ${next}`;
    return [...longer].length <= longestAlt ? longer : text;
  }, "");
}

function peak(said: readonly YearCount[]): string {
  const most = said.reduce((highest, { passages }) => Math.max(highest, passages), 0);
  const years = said.filter(({ passages }) => passages === most).map(({ year }) => String(year));
  return pictureTexts.altPeak(listed(years), most);
}

/**
 * What stands above the picture in a conversation: mrkdwn, for files come without blocks. It says the numbers too: the
 * client library sends a description as `alt_text`, while Slack documents `alt_txt` (docs.slack.dev,
 * files.getUploadURLExternal), so that the description may not arrive.
 */
export function pictureComment(name: string, series: Series, sharer: string | null): string {
  const { passages, letters } = series.total;
  const heading = mrkdwn(`${timelineTexts.heading(name, passages, letters)}.`);
  const numbers = `${timelineTexts.perYear}: ${spokenChart(series)}.`;
  return [heading, numbers, ...(sharer === null ? [] : [`${pictureTexts.sharedBy} <@${sharer}>.`])].join("\n");
}

/** `tijdlijn-land-marokko-sinds-2017.png`: plain letters and figures, for any file system. */
export function pictureFile(name: string): string {
  const plain = name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, longestName)
    .replaceAll(/^-|-$/g, "");
  return `${["tijdlijn", plain].filter((part) => part !== "").join("-")}.png`;
}
