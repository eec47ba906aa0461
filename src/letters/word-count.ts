/**
 * Says how often a word, in whatever case, stands in a text; a number counts as a word, and of `EU-lidstaat` both the
 * whole and its parts do. The text is read when the first word is asked for.
 */
export function wordCounter(text: string): (word: string) => number {
  let counts: Map<string, Count> | null = null;
  return (word) => {
    counts ??= countWords(text);
    return counts.get(word.toLowerCase())?.times ?? 0;
  };
}

interface Count {
  times: number;
}

function countWords(text: string): Map<string, Count> {
  const counts = new Map<string, Count>();
  const add = (printed: string) => {
    const word = printed.toLowerCase();
    const count = counts.get(word);
    if (count) count.times++;
    else counts.set(word, { times: 1 });
  };
  for (const word of text.match(/[\p{L}\p{N}]+(?:[-&][\p{L}\p{N}]+)*/gu) ?? []) {
    add(word);
    if (word.includes("-") || word.includes("&")) for (const part of word.split(/[-&]/)) add(part);
  }
  return counts;
}
