/** What was looked for in the log of a whole suite, and what was found. */
export interface Leaks {
  lines: number;
  texts: number;
  /** Texts that were not looked for, by reason. */
  leftOut: Record<string, number>;
  secrets: number;
  /** One sentence a leak. */
  found: string[];
}

interface Collected {
  lines: readonly string[];
  texts: readonly string[];
  secrets: readonly string[];
}

/** Shorter texts stand in words and numbers of any log. */
const shortest = 6;
/** A word of a text that is as long as this is looked for by itself. */
const longWord = 9;
/** What the log says itself: names of commands and of the program, and the words that steer, which are no questions. */
const ownWords = /^(?:\/?(?:terugkeer|tijdlijn|brief|attendering|debat)|<@u0bot>|status|hulp|help|dossier|lijst)$/iu;
/** Tokens, signatures and addresses of answers, in any form. */
const secretForms = [/\bx(?:ox[a-z]|app)-[\w-]+/i, /\bv0=[0-9a-f]+/i, /\/response\/[0-9a-f]{8}-/i];

/** Holds every line of a log against every text and every secret. */
export function findLeaks({ lines, texts, secrets }: Collected): Leaks {
  const leftOut: Record<string, number> = {};
  const sought = new Set<string>();
  const leave = (reason: string) => {
    leftOut[reason] = (leftOut[reason] ?? 0) + 1;
  };
  const distinct = new Set(texts.map((text) => text.replace(/\s+/gu, " ").trim().toLowerCase()));
  for (const text of distinct) {
    if (ownWords.test(text)) leave("a word that the log may say itself");
    else if (text.length < shortest) leave(`shorter than ${shortest} characters`);
    else sought.add(text);
  }
  // A part of a question is a leak too.
  const words = new Set(
    [...sought].flatMap((text) => text.match(/[\p{L}\p{N}-]+/gu) ?? []).filter((word) => isTelling(word)),
  );
  const found: string[] = [];
  const seen = new Set<string>();
  for (const line of lines) {
    const said = saidIn(line);
    if (seen.has(said)) continue;
    seen.add(said);
    for (const form of secretForms) if (form.test(said)) found.push(`${String(form)} in: ${line}`);
    for (const secret of secrets) if (said.includes(secret.toLowerCase())) found.push(`a secret in: ${line}`);
    for (const text of sought) if (said.includes(text)) found.push(`“${text}” in: ${line}`);
    const own = new Set(said.match(/[\p{L}\p{N}-]+/gu) ?? []);
    for (const word of words) if (own.has(word)) found.push(`the word “${word}” in: ${line}`);
  }
  return { lines: lines.length, texts: sought.size, leftOut, secrets: new Set(secrets).size, found };
}

function isTelling(word: string): boolean {
  return word.length >= longWord && !ownWords.test(word);
}

/** Every string that a line holds, as it is read; the places of an error name files of ours and are left out. */
function saidIn(line: string): string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return line.replace(/\s+/gu, " ").toLowerCase();
  }
  return stringsIn(value).join("\n").replace(/ +/gu, " ").toLowerCase();
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === "time" ? [] : name === "stack" && typeof inner === "string" ? [messageOf(inner)] : stringsIn(inner),
  );
}

/** Of a stack the message, which stands above its places. */
function messageOf(stack: string): string {
  return stack.replace(/\n\s+at .*/gu, "");
}
