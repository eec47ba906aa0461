import { webApi } from "@slack/bolt";
import type { SourceWatcher } from "../ingest/sync-all.ts";
import { sourceName } from "../replies/status-reply.ts";
import { troubleReply } from "../replies/trouble-reply.ts";
import { writtenMoment } from "../texts/dutch.ts";
import { watchTexts } from "../texts/status.ts";

/** As long as other calls of the Web API may take. */
const patience = 10_000;

/** Tells the maintainers' channel of a source that fails, and of its return; rejects when Slack refuses. */
export function maintainersWatcher({
  botToken,
  slackApiUrl,
  channel,
  timeZone,
}: {
  botToken: string;
  slackApiUrl: string;
  channel: string;
  timeZone: string;
}): SourceWatcher {
  const client = new webApi.WebClient(botToken, { slackApiUrl, timeout: patience, retryConfig: { retries: 0 } });
  const tell = async (sentence: string) => {
    await client.chat.postMessage({ channel, ...troubleReply(sentence) });
  };
  return {
    onTrouble: ({ source, since }) => tell(watchTexts.trouble(sourceName(source), writtenMoment(since, timeZone))),
    onRecovered: ({ source, since }) => tell(watchTexts.recovered(sourceName(source), writtenMoment(since, timeZone))),
  };
}
