import { chromium } from "playwright-core";
import {
  type Answers,
  answersSubtitle,
  type Block,
  chamber,
  escapeXml,
  inlines,
  type Letter,
  type Publication,
} from "./content.ts";

const { CHROMIUM = "/usr/bin/chromium" } = process.env;

/**
 * A PDF as parliament prints it, by headless Chromium from a page of HTML: two pages, notes at the foot of each, running
 * lines at top and bottom, words broken at line ends, a sentence that goes on over the page.
 */
export function letterPdf(letter: Letter): Promise<Uint8Array> {
  const top = `<p class="chamber">${chamber}</p><p>Vergaderjaar ${letter.year}</p>
    <p class="label"><b>${letter.dossier}</b><b>${letter.dossierTitle}</b></p>
    <p class="label"><b>Nr. ${letter.number}</b><b>${letter.heading}</b></p>
    <p>${letter.addressee}</p><p>${letter.placeAndDate}</p>`;
  const end = `<p>${letter.signature.office}<br>${letter.signature.name}</p>`;
  return print(letter, top + letter.body.map(blockHtml).join("") + end, `${letter.dossier}, nr. ${letter.number}`);
}

export function answersPdf(answers: Answers): Promise<Uint8Array> {
  const top = `<p class="chamber">${chamber}</p><p>Vergaderjaar ${answers.year} <b>Aanhangsel van de Handelingen</b></p>
    <p><b>${answersSubtitle}</b></p><p><b>${answers.number}</b></p>
    <p>${escapeXml(answers.asked)}</p><p>${escapeXml(answers.answered)}</p>`;
  const body = answers.questions.map(
    ({ numbers, question, answer }) =>
      `<p class="q">Vraag ${numbers}</p>${question.map(blockHtml).join("")}<p class="q">Antwoord ${numbers}</p>${answer.map(blockHtml).join("")}`,
  );
  return print(answers, top + body.join(""), "Aanhangsel");
}

async function print(publication: Publication, content: string, running: string): Promise<Uint8Array> {
  const sheets = content.split('<i class="page"></i>').map((inside, at) => {
    const notes = Object.entries(publication.notes)
      .filter(([mark]) => inside.includes(`<sup>${mark}</sup>`))
      .map(([mark, text]) => `<p><sup>${mark}</sup> ${inlineHtml(text)}</p>`);
    const foot = at === 0 ? `<p class="id">${publication.id}<br>ISSN 0921 - 7371</p>` : "";
    // The page ends inside a paragraph: it is closed on one sheet and opened again on the next.
    return `<section><main>${at === 0 ? inside : `<p class="rest">${inside}`}</main><div class="notes">${notes.join("")}</div>
      <footer>${foot}<p class="running"><span>Tweede Kamer, vergaderjaar ${publication.year.replace("-", "–")}, ${running}</span><span>${at + 1}</span></p></footer></section>`;
  });
  const page = `<!DOCTYPE html><html lang="nl"><meta charset="utf-8"><style>
    @page { size: A4; margin: 0 }
    body { margin: 0; font: 9pt/11pt "Liberation Sans"; hyphens: manual }
    section { box-sizing: border-box; width: 210mm; height: 296mm; padding: 15mm 20mm 15mm 70mm; display: flex; flex-direction: column; break-after: page }
    main { flex: 1 } p { margin: 0 0 11pt } .q { margin: 0 } .rest { margin-top: 0 }
    .chamber { font-weight: bold; font-size: 16pt } .label { position: relative } .label b:first-child { position: absolute; left: -55mm }
    ul, ol { margin: 0 0 11pt; padding-left: 5mm } ul { list-style-type: "– " }
    table { border-collapse: collapse; margin-bottom: 11pt } td { padding: 2pt 24pt 2pt 0 }
    sup { font-size: 6pt; line-height: 0 }
    .notes { font-size: 7pt; line-height: 9pt } .notes p { margin: 0 0 3pt } .notes sup { font-size: 5pt }
    .id { margin: 0 0 2pt -55mm; font-size: 6pt; line-height: 7pt } .running { display: flex; justify-content: space-between; margin: 0 }
    a { color: inherit; text-decoration: none }
    </style>${sheets.join("")}</html>`;
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox"],
  });
  try {
    const tab = await browser.newPage();
    await tab.setContent(page);
    return new Uint8Array(await tab.pdf({ preferCSSPageSize: true, printBackground: false, tagged: false }));
  } finally {
    await browser.close();
  }
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${inlineHtml(block.text)}</p>`;
    case "heading":
      return `<p class="q"><b>${inlineHtml(block.text)}</b></p>`;
    case "list": {
      const items = block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join("");
      return block.numbered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
    }
    case "table":
      return `<table>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${inlineHtml(cell)}</td>`).join("")}</tr>`).join("")}</table>`;
  }
}

/** Long words may be broken where a printer would. */
const breakable = (words: string): string =>
  escapeXml(words).replace(/\p{Ll}{13,}/gu, (word) => `${word.slice(0, 7)}&shy;${word.slice(7)}`);

function inlineHtml(text: string): string {
  return inlines(text)
    .map((piece) => {
      if ("page" in piece) return '<i class="page"></i>';
      if ("note" in piece) return `<sup>${piece.note}</sup>`;
      return breakable(piece.words);
    })
    .join("");
}
