import { escapeHtml } from "./escape-html.ts";
import { addressOf, isPicture, type StoredFile } from "./files.ts";
import { texts } from "./texts.ts";

/** Files under a message: a picture is shown, everything else can be downloaded. */
export function renderFiles(files: StoredFile[]): string {
  return files.map((file) => (isPicture(file) ? picture(file) : download(file))).join("");
}

function picture(file: StoredFile): string {
  const { title, altText } = file;
  const image = `<img src="${addressOf(file)}" alt="${escapeHtml(altText || title)}">`;
  return `<div class="block"><figure><figcaption>${escapeHtml(title)}</figcaption>${image}</figure></div>`;
}

function download(file: StoredFile): string {
  const size = `${Math.max(1, Math.round(file.content.length / 1000)).toLocaleString("nl-NL")} kB`;
  return (
    `<div class="block"><a class="file" href="${addressOf(file)}" download="${escapeHtml(file.name)}">` +
    `<b>${escapeHtml(file.title)}</b> <span>${escapeHtml(file.name)}, ${size}, ${texts.download}</span></a></div>`
  );
}
