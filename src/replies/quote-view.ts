import type { InputBlock, ModalView } from "@slack/types";
import type { CitedPassage } from "../answers/cited-passage.ts";
import { texts } from "../texts/answer.ts";
import { buttons, quoteTexts } from "../texts/buttons.ts";
import { writtenDay } from "../texts/dutch.ts";
import { viewIds } from "./action-ids.ts";
import { clip } from "./clip.ts";
import { plain, smallPrint } from "./elements.ts";
import { citation, signers, titleOf } from "./letter-line.ts";
import { field, textElement } from "./modal-fields.ts";
import { questionLabel } from "./passage-quotes.ts";

/** Slack's limit for what an input field holds, in characters. */
const longestField = 3_000;
/** Far more than ever signed one letter; the field must hold the citation whole. */
const longestSigners = 1_500;

/** Slack has no clipboard: a modal with the quotation and its source in fields, ready to select. */
export function quoteView(cited: CitedPassage): ModalView {
  const parts = inParts(quotation(cited));
  return {
    type: "modal",
    callback_id: viewIds.quote,
    title: plain(quoteTexts.title),
    // Slack wants a button to submit wherever there are fields; it only closes.
    submit: plain(buttons.done),
    close: plain(buttons.close),
    blocks: [
      ...smallPrint(quoteTexts.advice),
      ...parts.map((part, at) =>
        copied(
          `quotation-${at}`,
          parts.length === 1 ? quoteTexts.quotation : quoteTexts.quotationPart(at + 1, parts.length),
          part,
        ),
      ),
      copied("citation", quoteTexts.citation, source(cited)),
    ],
  };
}

function copied(id: string, label: string, value: string): InputBlock {
  return field({ id, label }, textElement(value, { multiline: true }));
}

/** The words of the letter; question and answer are labelled, for they are two people speaking. */
function quotation({ passage, question }: CitedPassage): string {
  if (question === null) return passage.text;
  const asked = `${questionLabel(question)}\n${question.question}`;
  return question.answer === null ? asked : `${asked}\n\n${texts.answer.answer}\n${question.answer}`;
}

/** `F. Teeven (Staatssecretaris …), “Titel”, 25 februari 2014, Kamerstukken II 2013/14, 30 573, nr. 124, https://…`. */
function source({ letter }: CitedPassage): string {
  return [
    clip(signers(letter.senders), longestSigners),
    letter.title === "" ? "" : `“${titleOf(letter)}”`,
    letter.date === null ? texts.answer.undated : writtenDay(letter.date),
    citation(letter),
    letter.url ?? "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}

/** Split between paragraphs or, where one is too long by itself, between words. */
function inParts(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > longestField) {
    const head = rest.slice(0, longestField);
    const at = Math.max(head.lastIndexOf("\n\n"), head.lastIndexOf(" "));
    const end = at > 0 ? at : longestField;
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...parts, rest];
}
