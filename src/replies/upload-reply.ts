import type { ReadLetter } from "../letters/letter.ts";
import { kindNames } from "../texts/buttons.ts";
import { uploadTexts } from "../texts/upload.ts";
import { clip } from "./clip.ts";
import { smallPrint } from "./elements.ts";
import { byline, titleOf } from "./letter-line.ts";
import { escapeText } from "./mrkdwn.ts";
import type { Reply } from "./reply.ts";
import { linked, paragraph, richText, run } from "./rich-text.ts";

const longestName = 100;

/** What was understood of a file that somebody handed over: title, date, sender, kind, questions. */
export function uploadReply(name: string, letter: ReadLetter, change: "new" | "updated" | "unchanged"): Reply {
  const said = uploadTexts[change](clip(name, longestName));
  const { questions } = letter;
  const kind = [kindNames[letter.kind], ...(questions.length > 0 ? [uploadTexts.questions(questions.length)] : [])];
  return {
    text: escapeText(`${said} ${titleOf(letter)}, ${byline(letter)}, ${kind.join(", ")}.`),
    blocks: [
      richText(paragraph(run(said))),
      richText(paragraph(run(`${uploadTexts.understood}: `), linked(titleOf(letter), letter.url))),
      ...smallPrint([byline(letter), ...kind].join(" · ")),
      ...smallPrint(uploadTexts.check),
    ],
  };
}
