import type { App } from "@slack/bolt";
import { UserError } from "../errors.ts";
import type { IndexFollower } from "../ingest/index-follower.ts";
import { takeUpload } from "../ingest/upload.ts";
import { troubleReply } from "../replies/trouble-reply.ts";
import { uploadReply } from "../replies/upload-reply.ts";
import type { Deliveries } from "../store/deliveries.ts";
import type { Store } from "../store/store.ts";
import { uploadTexts } from "../texts/upload.ts";
import { conversationAt, orTrouble } from "./interactions.ts";
import type { Running } from "./running.ts";

const mostBytes = 25_000_000;
const patience = 60_000;

interface UploadParts {
  store: Store;
  deliveries: Deliveries;
  follower: IndexFollower;
  now: () => Date;
  slackApiUrl: string;
  /** Ids of the people whose files are read. */
  uploaders: readonly string[];
}

/** As far as a message with files is read here. */
interface SharedFile {
  id: string;
  name?: string | null;
  size?: number;
  url_private_download?: string;
}

/** Registers files in a direct message: read, and confirmed with what was understood, or refused with the reason. */
export function registerUploads(app: App, parts: UploadParts, running: Running): void {
  app.event("message", async ({ event, client, context }) => {
    if (event.channel_type !== "im" || event.subtype !== "file_share" || !("files" in event)) return;
    const { channel, user, ts } = event;
    if ("bot_id" in event || user === context.botUserId) return;
    // Apart from the mark that the words of the same message get: both are answered.
    if (!parts.deliveries.isFirst(`files ${channel} ${ts}`, parts.now())) return;
    await running.track(async () => {
      const place = { team: context.teamId ?? "", user, channel };
      const conversation = conversationAt(place, client, null, running.log);
      if (!parts.uploaders.includes(user)) return conversation.share(troubleReply(uploadTexts.notAllowed));
      for (const file of (event.files ?? []) as SharedFile[]) {
        await orTrouble("upload", conversation, running, async () => {
          await conversation.share(await takenIn(file, context.botToken ?? "", parts));
        });
      }
    });
  });
}

async function takenIn(file: SharedFile, botToken: string, parts: UploadParts) {
  const name = file.name ?? file.id;
  const outcome = await takeUpload(
    { id: file.id, name, bytes: await fetched(file, name, botToken, parts.slackApiUrl) },
    parts,
  );
  return "refused" in outcome
    ? troubleReply(uploadTexts.refused(outcome.refused.forUser))
    : uploadReply(name, outcome.letter, outcome.change);
}

/** @throws UserError when the file is too large, or Slack does not give it */
async function fetched(file: SharedFile, name: string, botToken: string, slackApiUrl: string): Promise<Uint8Array> {
  if ((file.size ?? 0) > mostBytes)
    throw new UserError("too-large", "An upload that is too large", uploadTexts.tooLarge(name));
  const url = parsed(file.url_private_download ?? "");
  // The token goes to Slack and to nobody else.
  if (url === null || !isSlacks(url, slackApiUrl)) throw notFetched(name, "an address that is not Slack's");
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${botToken}` },
    redirect: "error",
    signal: AbortSignal.timeout(patience),
  }).catch((error: unknown) => {
    throw notFetched(name, error instanceof Error ? error.name : "unknown");
  });
  if (!response.ok || response.body === null) throw notFetched(name, `HTTP ${response.status}`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > mostBytes) throw new UserError("too-large", "An upload that is too large", uploadTexts.tooLarge(name));
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** Slack's own files, or those of the stand-in that the Web API is set to. */
function isSlacks({ protocol, hostname, origin }: URL, slackApiUrl: string): boolean {
  return (
    origin === new URL(slackApiUrl).origin || (protocol === "https:" && /^files\.slack(-edge)?\.com$/.test(hostname))
  );
}

function notFetched(name: string, why: string): UserError {
  return new UserError("upload", `A file could not be fetched from Slack: ${why}`, uploadTexts.notFetched(name));
}
