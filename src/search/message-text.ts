/**
 * The text of a Slack message as something to search for (docs.slack.dev, "Formatting message text").
 */

/** A paragraph of a draft answer has some 1,000 characters; more tells a search nothing new. */
const longest = 1_200;

/**
 * What was said to the bot: without mentions, and with links and channels as they are shown. Entities stay: the query
 * language undoes them.
 */
export function spokenWords(text: string): string {
  return text
    .replaceAll(/<@[A-Z0-9]{1,20}(?:\|[^<>]{0,200})?>/g, " ")
    .replaceAll(/<#[A-Z0-9]{1,20}\|([^<>]{0,200})>/g, "$1")
    .replaceAll(/<![^<>]{0,200}>/g, " ")
    .replaceAll(/<(?:https?|mailto):[^<>|]{1,3000}\|([^<>]{1,3000})>/g, "$1")
    .replaceAll(/<((?:https?|mailto):[^<>|]{1,3000})>/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * The words of a message that was not meant as a query: nothing in it is a filter, a quotation or an exclusion. Of a
 * long message the beginning, cut between words.
 */
export function wordsToSearch(text: string): string {
  const words = spokenWords(text)
    .replaceAll(/&(?:lt|gt);/g, " ")
    .replaceAll(/(?<!\S):[a-z0-9_+-]{2,40}:(?!\S)/g, " ")
    .replaceAll(/[*_~`"“”„«»]/g, " ")
    .replaceAll(/(?<=\p{L}):(?=\s|\S)/gu, " ")
    .replaceAll(/(?<!\S)[-–—−>•]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (words.length <= longest) return words;
  return words.slice(0, words.lastIndexOf(" ", longest) + 1 || longest).trim();
}
