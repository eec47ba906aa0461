import { readsLikeQuestion, withoutOpening } from "./consultation.ts";
import { readHeading, saysWho } from "./heading-askers.ts";
import type { Asker } from "./letter.ts";
import type { Asked } from "./questions.ts";
import type { Block } from "./text.ts";

/** Paragraphs of one letter type, bold or not, that follow each other. */
interface Run {
  bold: boolean;
  blocks: Block[];
}

/**
 * Pairs the questions of a written consultation with their answers where nothing but bold letters tells them apart: no
 * "Antwoord" stands between. Below the heading of every party questions and answers take turns; unless that holds in
 * the whole paper, and every question reads like one, nothing is paired.
 */
export function pairByBold(blocks: Block[]): Asked[] {
  const asked: Asked[] = [];
  for (const { askers, body } of sectionsOf(blocks)) {
    const runs = runsOf(withoutOpening(body));
    if (runs.length === 0) continue;
    if (runs.length % 2 === 1 || runs[0]?.bold !== (asked[0]?.question[0]?.bold ?? runs[0]?.bold)) return [];
    for (let at = 0; at < runs.length; at += 2) {
      const [question = [], answer = []] = runs.slice(at, at + 2).map((run) => run.blocks);
      if (!question.some(({ text }) => readsLikeQuestion(text))) return [];
      asked.push({ numbers: [], askers, question, answer });
    }
  }
  return asked.length >= fewest ? asked : [];
}

/** One pair may be a paragraph with something put in bold below it. */
const fewest = 2;

/** What stands below each heading that says who asks, up to the next heading. */
function sectionsOf(blocks: Block[]): { askers: Asker[]; body: Block[] }[] {
  const sections: { askers: Asker[]; body: Block[] }[] = [];
  let open: Block[] | null = null;
  for (const block of blocks) {
    if (block.role === "heading") {
      open = saysWho(block.text) ? [] : null;
      if (open) sections.push({ askers: readHeading(block.text), body: open });
    } else open?.push(block);
  }
  return sections;
}

function runsOf(blocks: Block[]): Run[] {
  const runs: Run[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (last?.bold === block.bold) last.blocks.push(block);
    else runs.push({ bold: block.bold, blocks: [block] });
  }
  return runs;
}
