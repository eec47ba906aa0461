import { asObjects, isObject, type JsonObject } from "./untyped-json.ts";

/** Slack gives a name to every block and every element that came without one; a later payload then carries it. */
export function withIds(blocks: unknown, next: () => string): JsonObject[] {
  return asObjects(structuredClone(blocks)).map((block) => {
    block.block_id ??= next();
    for (const element of elementsOf(block)) element.action_id ??= next();
    return block;
  });
}

/**
 * What a person can operate in a block, in the order shown: the accessory of a section, the elements of actions, the
 * element of an input. The place in this list is how the page names an element.
 */
export function elementsOf(block: JsonObject): JsonObject[] {
  const type = block.type;
  if (type === "actions" || type === "context_actions") return asObjects(block.elements);
  const single = type === "section" ? block.accessory : type === "input" ? block.element : undefined;
  return isObject(single) && single.type !== "image" ? [single] : [];
}
