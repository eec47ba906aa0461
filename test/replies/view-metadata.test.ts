import { describe, expect, it } from "vitest";
import type { UserError } from "../../src/errors.ts";
import {
  isNumber,
  isTextOrNull,
  openedFrom,
  readMetadata,
  viewOriginShape,
  writeOrigin,
} from "../../src/replies/view-metadata.ts";

describe("what a modal carries", () => {
  it("is read back, and nothing beside it", () => {
    expect(readMetadata(writeOrigin({ channel: "C1", thread: "1.2" }), viewOriginShape)).toEqual({
      channel: "C1",
      thread: "1.2",
    });
    expect(
      readMetadata('{"id":7,"below":null,"more":1,"__proto__":{"x":1}}', { id: isNumber, below: isTextOrNull }),
    ).toEqual({ id: 7, below: null });
  });

  it.each(["", "{", "null", "3", "[]", '{"thread":"1.2"}', '{"channel":"C1"}', '{"channel":1,"thread":null}'])(
    "of another version is refused with a sentence that says what to do: %s",
    (metadata) => {
      let refusal: Partial<UserError> = {};
      try {
        readMetadata(metadata, viewOriginShape);
      } catch (error) {
        refusal = error as UserError;
      }
      expect(refusal).toMatchObject({ code: "expired", forUser: expect.stringContaining("Open het opnieuw.") });
    },
  );

  it("is answered in the person's own conversation where it does not say where", () => {
    const nowhere = { channel: null, thread: null, isPrivate: false, responseUrl: null };
    expect(openedFrom('{"id":1}')).toEqual(nowhere);
    const there = { channel: "C1", thread: null, isPrivate: true, responseUrl: "https://hooks.slack.com/1" };
    expect(openedFrom(JSON.stringify({ ...there, id: 1 }))).toEqual(there);
  });
});
