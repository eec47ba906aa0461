import { writtenMoment } from "../texts/dutch.ts";
import { homeTexts } from "../texts/home.ts";
import { statusTexts } from "../texts/status.ts";
import { smallPrint } from "./elements.ts";
import { escapeText } from "./mrkdwn.ts";
import type { Reply } from "./reply.ts";
import { bullets, paragraph, richText, run } from "./rich-text.ts";

/** How the bot is doing; instants are in UTC, ISO 8601. */
export interface Status {
  letters: number;
  passages: number;
  withdrawn: number;
  quarantined: number;
  /** Batches whose letters cannot be found yet. */
  notSearchable: number;
  sources: {
    source: string;
    lastBatch: { at: string; new: number; updated: number; withdrawn: number } | null;
    syncedAt: string | null;
    failingSince: string | null;
    /** Documents that are tried again. */
    waiting: number;
  }[];
  /** null when the sources are not asked by themselves. */
  nextSync: Date | null;
  versions: { terugkeer: string; node: string; database: number };
}

/** The answer to `/terugkeer status`. */
export function statusReply(status: Status, timeZone: string): Reply {
  const moment = (at: string | Date) => writtenMoment(new Date(at), timeZone);
  const { nextSync, versions } = status;
  const lines = [
    statusTexts.holds(status.letters, status.passages),
    ...(status.withdrawn > 0 ? [statusTexts.withdrawn(status.withdrawn)] : []),
    status.quarantined > 0 ? statusTexts.quarantined(status.quarantined) : statusTexts.noneQuarantined,
    ...(status.notSearchable > 0 ? [statusTexts.notSearchable] : []),
    nextSync === null ? statusTexts.noNext : statusTexts.next(moment(nextSync)),
  ];
  const sources = status.sources.map((source) => sourceLine(source, moment));
  return {
    text: escapeText([`${statusTexts.heading}.`, ...lines, ...sources].join("\n")),
    blocks: [
      richText(paragraph(run(statusTexts.heading, true))),
      richText(paragraph(run(lines.join(" ")))),
      ...(sources.length === 0 ? [] : [richText(bullets(sources.map((line) => [run(line)])))]),
      ...smallPrint(statusTexts.versions(versions.terugkeer, versions.node, versions.database)),
    ],
  };
}

/** What people call a source. */
export function sourceName(source: string): string {
  return homeTexts.sources[source] ?? source;
}

function sourceLine(source: Status["sources"][number], moment: (at: string) => string): string {
  const { lastBatch, syncedAt, failingSince, waiting } = source;
  const said = [
    lastBatch === null
      ? statusTexts.nothingYet
      : statusTexts.lastBatch(moment(lastBatch.at), lastBatch.new, lastBatch.updated, lastBatch.withdrawn),
    ...(syncedAt === null ? [] : [statusTexts.asked(moment(syncedAt))]),
    ...(waiting === 0 ? [] : [statusTexts.waiting(waiting)]),
    ...(failingSince === null ? [] : [statusTexts.failing(moment(failingSince))]),
  ];
  return `${sourceName(source.source)}: ${said.join("; ")}.`;
}
