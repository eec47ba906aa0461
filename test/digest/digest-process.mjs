// The digests of the bot as a process of their own, for killing: the compiled code on a real database and real HTTP,
// with shorter waits: before a message of unknown fate is looked for, and between two messages to a place.
import { pino } from "pino";
import { lineOptions } from "../../dist/src/ops/log.js";
import { openParts } from "../../dist/src/parts.js";
import { SlackPost } from "../../dist/src/slack/post.js";

const { DATABASE, LETTERS, SLACK_API_URL, SLACK_BOT_TOKEN, GRACE, PACE } = process.env;
const log = pino({ level: "trace", ...lineOptions });
const parts = await openParts({ database: DATABASE, letters: LETTERS }, log);
await parts.indexed;
const port = new SlackPost(SLACK_BOT_TOKEN, { slackApiUrl: SLACK_API_URL, timeout: Number(GRACE) * 0.6 });
parts.digestClock(port, { grace: Number(GRACE), pace: Number(PACE) }).start();
process.stdout.write("ready\n");
