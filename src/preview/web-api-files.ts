import { addressOf, maxFileSize, type StoredFile } from "./files.ts";
import { type Method, SlackError } from "./slack-error.ts";
import { asObjects, asString, type JsonObject } from "./untyped-json.ts";
import { bot, findChannel } from "./workspace.ts";

/** The three steps of `files.uploadV2`: an address, the bytes (see server.ts), and where to show it. */

const getUploadUrl: Method = (args, state) => {
  const name = asString(args.filename) ?? "";
  const length = Number(args.length);
  if (name === "" || !(length > 0)) throw new SlackError("invalid_arguments");
  if (length > maxFileSize) throw new SlackError("file_upload_size_restricted");
  const { id, uploadId } = state.files.expect(name, asString(args.alt_text) ?? asString(args.alt_txt) ?? "");
  return { file_id: id, upload_url: `${state.base}/upload/${uploadId}` };
};

const complete: Method = (args, state) => {
  const files = asObjects(args.files).map(({ id, title }) => {
    const file = state.files.find(id);
    if (file === undefined) throw new SlackError("file_not_found");
    file.title = asString(title) ?? file.name;
    return file;
  });
  const asked = args.channel_id ?? args.channels;
  if (asked !== undefined) {
    const channel = findChannel(asked);
    if (channel === undefined) throw new SlackError("channel_not_found");
    const text = asString(args.initial_comment) ?? "";
    const threadTs = asString(args.thread_ts) ?? null;
    state.messages.post({ channel: channel.id, author: bot, text, files, threadTs });
  }
  return { files: files.map(fileForSlack) };
};

const info: Method = (args, state) => {
  const file = state.files.find(args.file);
  if (file === undefined) throw new SlackError("file_not_found");
  return { file: fileForSlack(file) };
};

/** A file as the Web API and messages carry it. */
function fileForSlack(file: StoredFile): JsonObject {
  const { id, name, title, type, content } = file;
  return { id, name, title, mimetype: type, size: content.length, permalink: addressOf(file) };
}

export const fileMethods: Record<string, Method> = {
  "files.getUploadURLExternal": getUploadUrl,
  "files.completeUploadExternal": complete,
  "files.info": info,
};
