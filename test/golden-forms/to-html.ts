import { type Answers, type Block, escapeXml, inlines, type Letter, type Publication } from "./content.ts";

/** A page as officielebekendmakingen.nl serves it: the publication amid the navigation of the site. */
export function letterHtml(letter: Letter): string {
  return page(
    letter,
    [
      ["OVERHEIDop.dossiernummer", letter.dossier.replace(" ", "")],
      ["OVERHEIDop.dossiertitel", letter.dossierTitle],
      ["OVERHEIDop.ondernummer", letter.number],
      ["DC.type", letter.printedKind],
    ],
    `<h1 class="dossiertitel"><a id="d17e45" name="d17e45"></a><span class="dossiernummer">
               ${letter.dossier}
               </span> ${letter.dossierTitle}
         </h1>
         <div class="stuk">
            <h1 class="stuktitel"><span class="stuknummer">Nr. ${letter.number}
                  </span> ${letter.heading}
            </h1>
            <div class="algemeen">
               <p>${letter.addressee}</p>
               <p>${letter.placeAndDate}</p>
               ${letter.body.map(blockHtml).join("\n               ")}
               <div class="ondertekening">
                  <p>${letter.signature.office}</p>
                  <p>${letter.signature.name}</p>
               </div>
            </div>
         </div>`,
  );
}

export function answersHtml(answers: Answers): string {
  return page(
    answers,
    [
      ["OVERHEIDop.aanhangselNummer", answers.number],
      ["OVERHEIDop.vraagnummer", answers.caseNumber],
      ["OVERHEIDop.datumOntvangst", answers.date],
      ["DC.type", answers.printedKind],
    ],
    `<h1 class="kamervraagomschrijving_kop no-toc"><a id="d17e45" name="d17e45"></a>${escapeXml(answers.asked)}
         </h1>
         <h1 class="kamervraagomschrijving_kop no-toc"><a id="d17e47" name="d17e47"></a>${escapeXml(answers.answered)}
         </h1>
         ${answers.questions
           .map(
             ({ numbers, question, answer }) => `<div class="vraag">
            <h2 class="stuktitel no-toc">Vraag ${numbers}
            </h2>
            ${question.map(blockHtml).join("\n            ")}
         </div>
         <div class="antwoord">
            <h2 class="stuktitel no-toc">Antwoord ${numbers}
            </h2>
            ${answer.map(blockHtml).join("\n            ")}
         </div>`,
           )
           .join("\n         ")}`,
  );
}

function page(publication: Publication, more: [string, string][], content: string): string {
  const entries: [string, string][] = [
    ["DC.identifier", publication.id],
    ["DC.title", publication.title],
    ["DC.creator", "Tweede Kamer der Staten-Generaal"],
    ["DCTERMS.issued", publication.date],
    ["OVERHEIDop.vergaderjaar", publication.year],
    ...more,
  ];
  const notes = Object.entries(publication.notes).map(
    ([mark, text]) => `<div class="voet noot snp-mouseoffset snb-pinned notedefault" id="supernote-note-ID-n${mark}">
            <h5 class="note-close"><a class="note-close" href="#close-ID-n${mark}">X</a> Noot </h5><sup><span class="nootnum" id="ID-n${mark}">${mark}</span></sup><p>${inlineHtml(text)}</p>
         </div>`,
  );
  return `<!DOCTYPE html>
<html lang="nl">
   <head>
      <meta charset="utf-8" />
      ${entries.map(([name, value]) => `<meta name="${name}" content="${escapeXml(value)}" />`).join("\n      ")}
      <title>${escapeXml(publication.title)} | Overheid.nl</title>
      <script>window.site = "<p>geen tekst</p>";</script>
   </head>
   <body>
      <header><nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/zoeken">Zoeken</a></li></ul></nav></header>
      <div id="kopregel">Kopregel van de site</div>
      <div id="inhoudsopgave"><ul><li><a href="#d17e45">Inhoud</a></li></ul></div>
      <div id="broodtekst">
         ${content}
         ${notes.join("\n         ")}
      </div>
      <div id="voetregel">Voetregel van de site</div>
      <footer><p>Over deze website</p></footer>
   </body>
</html>
`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${inlineHtml(block.text)}</p>`;
    case "heading":
      return `<h2 class="tussenkop"><strong>${inlineHtml(block.text)}</strong></h2>`;
    case "list": {
      const label = block.numbered ? "" : '<span class="ol">– </span>';
      const items = block.items.map((item) => `<li class="li"><p class="labeled">${label}${inlineHtml(item)}</p></li>`);
      return block.numbered ? `<ol>${items.join("")}</ol>` : `<ul class="expliciet">${items.join("")}</ul>`;
    }
    case "table": {
      const row = (cells: string[], name: string): string =>
        `<tr>${cells.map((cell) => `<${name}><p>${inlineHtml(cell)}</p></${name}>`).join("")}</tr>`;
      const [head = [], ...rows] = block.rows;
      return `<table><thead>${row(head, "th")}</thead><tbody>${rows.map((cells) => row(cells, "td")).join("")}</tbody></table>`;
    }
  }
}

function inlineHtml(text: string): string {
  return inlines(text)
    .map((piece) => {
      if ("page" in piece) return " ";
      if ("note" in piece) {
        return `<sup><a class="nootnum supernote-click-ID-n${piece.note}" href="#ID-n${piece.note}">${piece.note}</a></sup>`;
      }
      const words = escapeXml(piece.words);
      return "id" in piece ? `<a href="${piece.id}.html" title="link naar publicatie ${piece.id}">${words}</a>` : words;
    })
    .join("");
}
