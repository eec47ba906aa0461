/**
 * slack-blocks-to-jsx reads more into a text than Slack does: it undoes `&lt;` before it looks for `<!channel>`, takes
 * plain text for mrkdwn, and makes `2*3*4` bold. Characters that must stay what they are travel through it as Unicode
 * noncharacters, which no text may carry (U+FDD0 and on), and come out as HTML.
 */
const signs = ["&", "<", ">", "*", "_", "~", "`", "#", "[", "]", "|", "\\"];
const html: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const first = 0xfdd0;

function hide(sign: string): string {
  return String.fromCharCode(first + signs.indexOf(sign));
}

const noncharacters = /[\uFDD0-\uFDEF]/g;

/** A plain_text: nothing in it means anything, except `:emoji:`. */
export function protectPlain(text: string): string {
  return text.replace(noncharacters, "\uFFFD").replace(/[&<>*_~`#[\]|\\]/g, hide);
}

/** A mrkdwn text: what was escaped stays text, and a sign between two letters or digits is no markup. */
export function protectMrkdwn(text: string): string {
  return text
    .replace(noncharacters, "\uFFFD")
    .replace(/^&gt;/gm, ">")
    .replace(/&(amp|lt|gt);/g, (_, name: string) => hide(name === "amp" ? "&" : name === "lt" ? "<" : ">"))
    .replace(/(?<=[\p{L}\p{N}])[*~](?=[\p{L}\p{N}])/gu, hide);
}

/** Brings the signs back, in HTML that React has made; in an address the library has percent-encoded them. */
export function unprotect(markup: string): string {
  return markup
    .replace(/%EF%B7%[9A][0-9A-F]/gi, (encoded) => decodeURIComponent(encoded))
    .replace(noncharacters, (hidden) => {
      const sign = signs[hidden.charCodeAt(0) - first] ?? "\uFFFD";
      return html[sign] ?? sign;
    });
}
