/** What a command prints with `--json`: one value a line, of a shape of src/cli/json.ts. */
export function jsonLines(text: string): ReturnType<typeof JSON.parse>[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}
