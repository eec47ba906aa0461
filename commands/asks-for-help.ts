/** Nothing at all, or the word alone: in a longer query it is a word to search for. */
export function asksForHelp(typed: string): boolean {
  return /^\s*(?:(?:help|hulp)\s*[.!?]?\s*)?$/i.test(typed);
}
