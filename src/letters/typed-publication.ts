import type { PublicationId } from "./letter.ts";
import { publicationAtAddress } from "./other-citations.ts";
import { normalPublicationId } from "./publication-ids.ts";
import { findReferences } from "./references.ts";

/** What may stand around a citation that is all that a person typed. */
const around = /(?:,?\s{0,3}(?:p\.|pp\.|blz\.?|pag\.?)\s{0,3}\d{1,4}(?:\s?[-–]\s?\d{1,4})?)|[\s.,;:()[\]<>"'“”‘’«»]/gu;

/**
 * The publication that a text names when that is all it does: an id in any case, an address, or a citation in any form
 * (also without the word Kamerstuk: `19637-2356`, `19 637 nr 2356`). null when it names none, several, or says more.
 */
export function parsePublicationId(text: string): PublicationId | null {
  // Nothing that names one publication is longer.
  if (text.length > 2_500) return null;
  const typed = text.normalize("NFC").trim();
  if (/^file:\S/.test(typed)) return typed as PublicationId;
  const bare = typed.replace(/^[<("'“‘]{1,3}|[>)"'”’.,;]{1,3}$/gu, "");
  if (/^https?:\/\//i.test(bare)) return publicationAtAddress(bare.split("|")[0] ?? "");
  return normalPublicationId(bare) ?? onlyCitation(typed) ?? onlyCitation(`Kamerstuk ${bare}`);
}

function onlyCitation(text: string): PublicationId | null {
  const references = findReferences(text);
  const ids = new Set(references.map(({ id }) => id));
  const [id] = ids;
  if (id === undefined || ids.size !== 1) return null;
  let rest = "";
  let end = 0;
  for (const reference of references) {
    rest += text.slice(end, reference.start);
    end = reference.end;
  }
  rest += text.slice(end);
  return /^(?:TweedeKamer)?(?:document(?:nummer)?)?$/i.test(rest.replace(around, "")) ? id : null;
}
