/**
 * What a person can press in a message, a modal or a home: as a test looks for it.
 */

export interface Pressable {
  type: string;
  action_id: string;
  value?: string;
  url?: string;
  text?: { text: string };
  confirm?: object;
  /** Of feedback buttons. */
  positive_button?: { value: string };
}

interface Block {
  type: string;
  elements?: Pressable[];
  accessory?: Pressable;
}

/** Everything that can be pressed, in reading order. */
export function pressablesIn(blocks: readonly unknown[]): Pressable[] {
  return (blocks as readonly Block[]).flatMap(({ type, elements = [], accessory }) => [
    ...(type === "actions" || type === "context_actions" ? elements : []),
    ...(accessory === undefined ? [] : [accessory]),
  ]);
}

/** The first with this text on it, or the one at a place among those. @throws Error when there is none */
export function buttonNamed(blocks: readonly unknown[], name: string, at = 0): Pressable {
  const found = pressablesIn(blocks).filter(({ text }) => text?.text === name)[at];
  if (found === undefined) throw new Error(`no button ${name}`);
  return found;
}
