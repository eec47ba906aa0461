import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { escapeHtml } from "./escape-html.ts";
import { texts } from "./texts.ts";

/** The page itself: index.html, its style and its script, as they stand in src/preview/page (tsc copies none of it). */

export interface PageFile {
  type: string;
  content: string;
}

const files: Record<string, { file: string; type: string }> = {
  "/": { file: "index.html", type: "text/html; charset=utf-8" },
  "/page.css": { file: "page.css", type: "text/css; charset=utf-8" },
  "/blocks.css": { file: "blocks.css", type: "text/css; charset=utf-8" },
  "/page.js": { file: "page.js", type: "text/javascript; charset=utf-8" },
  "/composer.js": { file: "composer.js", type: "text/javascript; charset=utf-8" },
  "/conversation.js": { file: "conversation.js", type: "text/javascript; charset=utf-8" },
  "/messages.js": { file: "messages.js", type: "text/javascript; charset=utf-8" },
  "/home.js": { file: "home.js", type: "text/javascript; charset=utf-8" },
  "/modal.js": { file: "modal.js", type: "text/javascript; charset=utf-8" },
  "/said.js": { file: "said.js", type: "text/javascript; charset=utf-8" },
  "/values.js": { file: "values.js", type: "text/javascript; charset=utf-8" },
  "/server.js": { file: "server.js", type: "text/javascript; charset=utf-8" },
};

/** Reads the page's files, by path; the texts are filled in where index.html says `{{name}}`. */
export async function readPageFiles(): Promise<Map<string, PageFile>> {
  const folder = join(packageRoot(dirname(fileURLToPath(import.meta.url))), "src", "preview", "page");
  const read = Object.entries(files).map(async ([path, { file, type }]): Promise<[string, PageFile]> => {
    const content = await readFile(join(folder, file), "utf8");
    return [path, { type, content: file === "index.html" ? withTexts(content) : content }];
  });
  return new Map(await Promise.all(read));
}

function withTexts(html: string): string {
  return html.replace(/\{\{([a-zA-Z]+)\}\}/g, (_, name: string) => {
    if (!Object.hasOwn(texts, name)) throw new Error(`index.html asks for a text that is not there: ${name}`);
    return escapeHtml(texts[name as keyof typeof texts]);
  });
}

/** The folder with package.json, from src/ and from dist/ alike. */
function packageRoot(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("the preview finds no package.json above itself");
  return packageRoot(parent);
}
