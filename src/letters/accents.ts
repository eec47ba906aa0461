/**
 * Accents that a text extractor leaves beside their letters. A font without `ş` draws `s` and then `¸` over it, which as
 * text is `Yes¸ilgöz` or `Yes¸ ilgöz`. `´` after a vowel stays: it is mostly an apostrophe (`foto´s`).
 */

const combining: Readonly<Record<string, string>> = {
  "¸": "\u0327",
  "˛": "\u0328",
  ˇ: "\u030c",
  "˘": "\u0306",
  "´": "\u0301",
};

const anyAccent = /[¸˛ˇ˘´]/;
const loose = /(\p{L})([¸˛ˇ˘])(?: (?=\p{Ll}))?|(?<=\p{Ll})([cnsz])(´)(?!\p{L}|\d)/gu;

/** A text (NFC) in which letter and accent are one character wherever there is such a character. */
export function joinLooseAccents(text: string): string {
  // Nearly no text has any.
  if (!anyAccent.test(text)) return text;
  return text.replace(loose, (printed, letter?: string, accent?: string, last?: string, acute?: string) => {
    const joined = `${letter ?? last}${combining[accent ?? acute ?? ""] ?? ""}`.normalize("NFC");
    return [...joined].length === 1 ? joined : printed;
  });
}
