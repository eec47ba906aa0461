import { beforeAll, describe, expect, test } from "vitest";
import { renderBlocks } from "../../src/preview/render-blocks.ts";
import { loadTextRenderer, type TextRenderer } from "../../src/preview/render-text.ts";
import type { JsonObject } from "../../src/preview/untyped-json.ts";

let text: TextRenderer;

beforeAll(async () => {
  text = await loadTextRenderer("Europe/Amsterdam");
});

const draw = (...blocks: JsonObject[]) => renderBlocks(blocks, "x", text);
const mrkdwn = (given: string) => draw({ type: "section", text: { type: "mrkdwn", text: given } });
const plain = (given: string) => draw({ type: "section", text: { type: "plain_text", text: given } });
/** What a reader sees, without tags. */
const words = (html: string) => html.replace(/<[^>]*>/g, "");

describe("mrkdwn as Slack reads it", () => {
  test("escaped text stays text, also where it looks like a mention", () => {
    expect(words(mrkdwn("DT&amp;V &lt;!channel&gt; &lt;b&gt; &amp;lt;"))).toBe(
      "DT&amp;V &lt;!channel&gt; &lt;b&gt; &amp;lt;",
    );
    expect(mrkdwn("&lt;!channel&gt;")).not.toContain("slack_broadcast");
    expect(mrkdwn("<!channel>")).toContain("slack_broadcast");
  });

  test("bold, a link, a mention, a quote", () => {
    expect(mrkdwn("*vet*")).toMatch(/<strong>.*vet.*<\/strong>/);
    expect(mrkdwn("<https://x.nl/?a=1&amp;b=2|Titel>")).toContain('href="https://x.nl/?a=1&amp;b=2"');
    expect(mrkdwn("zie https://x.nl/?a=1&amp;b=2")).toContain('href="https://x.nl/?a=1&amp;b=2"');
    expect(words(mrkdwn("<@U0PREVIEW1> in <#C0PREVIEW1>"))).toBe("@U in #migratiebeleid");
    expect(words(mrkdwn("&gt; citaat"))).toBe("citaat");
  });

  test("a sign between two letters or digits is no markup", () => {
    expect(mrkdwn("2*3*4 en a_b_c")).not.toContain("<strong>");
    expect(words(mrkdwn("2*3*4 en a_b_c"))).toBe("2*3*4 en a_b_c");
  });

  test("a link opens beside the page, and never runs anything", () => {
    expect(mrkdwn("<https://x.nl|x>")).toContain('target="_blank" rel="noreferrer noopener"');
    expect(mrkdwn("<javascript:alert(1)|x>")).not.toContain("alert(1)");
  });

  test("a date is written in Dutch, on the clock of the reader", async () => {
    const onCuracao = await loadTextRenderer("America/Curacao");
    const date: JsonObject = { type: "mrkdwn", text: "<!date^1392734382^{date_long} {time}|ooit>" };
    expect(words(onCuracao.block({ type: "section", text: date }))).toBe("dinsdag 18 februari 2014 10:39");
    expect(words(mrkdwn("<!date^1392734382^{date_long} {time}|ooit>"))).toBe("dinsdag 18 februari 2014 15:39");
    expect(words(mrkdwn("<!date^1392734382^{wat}|ooit>"))).toBe("ooit");
  });
});

test("plain text is plain, but for its emoji", () => {
  expect(words(plain("*a* _b_ <c> &amp; `d` :smile:"))).toBe("*a* _b_ &lt;c&gt; &amp;amp; `d` 😄");
  expect(draw({ type: "header", text: { type: "plain_text", text: "<i>kop</i> *x*" } })).toContain(
    "&lt;i&gt;kop&lt;/i&gt; *x*",
  );
});

test("nothing that the bot sends becomes a tag or an attribute", () => {
  const nasty = '"><img src=x onerror=alert(1)>';
  const option = { text: { type: "plain_text", text: nasty }, value: nasty };
  const label = { type: "plain_text", text: nasty };
  const html = draw(
    { type: "section", block_id: nasty, text: { type: "plain_text", text: nasty } },
    {
      type: "context",
      elements: [
        { type: "plain_text", text: nasty },
        { type: "image", image_url: nasty, alt_text: nasty },
      ],
    },
    {
      type: "actions",
      block_id: nasty,
      elements: [
        {
          type: "button",
          action_id: nasty,
          text: label,
          value: nasty,
          url: `javascript:${nasty}`,
          accessibility_label: nasty,
        },
        { type: "button", action_id: nasty, text: label, url: `https://x.nl/${nasty}` },
        { type: "static_select", placeholder: label, options: [option] },
        { type: "overflow", options: [{ ...option, url: nasty }], confirm: { title: label, text: label } },
        { type: "radio_buttons", options: [{ ...option, description: label }] },
      ],
    },
    {
      type: "input",
      label,
      hint: label,
      element: { type: "plain_text_input", initial_value: nasty, placeholder: label },
    },
    { type: "input", label, element: { type: nasty } },
    { type: "image", image_url: nasty, alt_text: nasty, title: label },
    { type: nasty },
    { type: "markdown", text: nasty },
  );
  expect(html).not.toContain("<img");
  expect(html).not.toContain("javascript:");
  const tags = html.replace(/"[^"]*"/g, '""').match(/<[^>]*>/g) ?? [];
  expect(tags.filter((tag) => tag.includes("onerror"))).toEqual([]);
});

test("ids are not repeated and nothing carries its own style", () => {
  const block = { type: "section", block_id: "b", text: { type: "mrkdwn", text: "a" } };
  const html = draw(block, block, {
    type: "rich_text",
    elements: [{ type: "rich_text_list", style: "bullet", elements: [] }],
  });
  expect(html).not.toContain(' id="');
  expect(html).not.toContain(" style=");
});

test("a picture elsewhere is named, not fetched", () => {
  const html = draw({ type: "image", image_url: "https://x.nl/a.png", alt_text: "grafiek" });
  expect(words(html)).toBe("Afbeelding (niet geladen): grafiek");
  expect(html).not.toContain("x.nl");
});

test("a block that cannot be drawn says so", () => {
  expect(words(draw({ type: "data_table", rows: [] }))).toContain("data_table");
  expect(words(draw({ type: "rich_text", elements: 3 }))).toContain("rich_text");
});
