import { UserError } from "../errors.ts";
import { type PagePlace, readPlace } from "../replies/page-place.ts";
import { expired } from "../texts/buttons.ts";

/**
 * The page of an answer that a button leads to.
 *
 * @param value of the button
 * @throws UserError `forgotten` for a value that is never made: of a version of the bot long gone
 */
export function pressedPage(value: string): PagePlace {
  const place = readPlace(value);
  if (place === null) throw new UserError("forgotten", "A button with an unknown value", expired.page);
  return place;
}
