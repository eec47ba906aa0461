import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeText, mrkdwn } from "../../src/replies/mrkdwn.ts";

describe("text in Slack's mrkdwn", () => {
  it("shows what looks like a mention, a link or an entity as it was written", () => {
    expect(mrkdwn("<!channel> & <https://x.nl|klik> &lt;")).toBe(
      "&lt;!channel&gt; &amp; &lt;https://x.nl|klik&gt; &amp;lt;",
    );
  });

  it("keeps marks of emphasis apart from what they would embrace", () => {
    expect(mrkdwn("*vet* _schuin_ ~door~ `code`")).toBe("⁠*vet⁠* ⁠_schuin⁠_ ⁠~door⁠~ ⁠`code⁠`");
  });

  it("loses no character: undoing the entities and the joiners gives the text back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const undone = mrkdwn(text)
          .replaceAll(/\u2060(?=[*_~`])/g, "")
          .replaceAll("&lt;", "<")
          .replaceAll("&gt;", ">")
          .replaceAll("&amp;", "&");
        expect(undone).toBe(text.replaceAll(/\u2060(?=[*_~`])/g, ""));
        expect(escapeText(text)).not.toMatch(/[<>]/);
      }),
    );
  });
});
