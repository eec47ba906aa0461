import { describe, expect, it } from "vitest";
import { openDocument } from "../../src/formats/open.ts";
import { utf8 } from "./shared.ts";

const textOf = async (body: string, sheet = ""): Promise<string> =>
  (await openDocument(utf8(`<html><head><style>${sheet}</style></head><body>${body}</body></html>`), "a.html")).text;

describe("lists of a page", () => {
  it("keep a list that stands in them between the items, one deeper", async () => {
    const inner = `<ol type="a"><li>sub een;</li><li>sub twee;</li></ol>`;
    expect(await textOf(`<ol><li>een;</li>${inner}<li>twee.</li></ol>`)).toBe(
      "1. een;\n  a. sub een;\n  b. sub twee;\n2. twee.\n",
    );
  });

  it("keep what else stands between their items", async () => {
    expect(await textOf(`<ul><li>een</li><p>tussendoor</p><li>twee</li>los</ul>`)).toBe(
      "- een\n\ntussendoor\n\n- twee\n\nlos\n",
    );
  });

  it.each([
    [`<ol style="list-style-type: lower-alpha" start="2"><li>x</li><li>y</li></ol>`, "b. x\nc. y\n"],
    [`<ol style="list-style: lower-roman outside"><li value="4">x</li><li>y</li></ol>`, "iv. x\nv. y\n"],
    [`<ol><li type="i">x</li><li type="i">y</li></ol>`, "i. x\nii. y\n"],
    [`<ol class="letters"><li>x</li></ol>`, "A. x\n"],
    [`<ol type="disc"><li>x</li></ol>`, "- x\n"],
    [`<ol start="drie"><li>x</li></ol>`, "1. x\n"],
  ])("are numbered as the page says: %s", async (list, meant) => {
    expect(await textOf(list, "ol.letters { list-style-type: upper-latin }")).toBe(meant);
  });

  it("have no sign where the page wants none", async () => {
    const list = `<li>1.1 al genummerd</li><li>ii. ook</li>`;
    expect(await textOf(`<ol style="list-style:none">${list}</ol>`)).toBe("1.1 al genummerd\n\nii. ook\n");
    expect(await textOf(`<ul class="kaal">${list}</ul>`, ".kaal{list-style-type:none}")).toBe(
      "1.1 al genummerd\n\nii. ook\n",
    );
  });

  it("are numbered by the rules of a page of Google Docs, which has lists in lists beside each other", async () => {
    const sheet = [
      "ol.lst-kix_a1-0{list-style-type:none}",
      `.lst-kix_a1-0>li:before{content:"" counter(lst-ctn-kix_a1-0,decimal) ". "}`,
      `.lst-kix_a1-1 > li:before{content:"(" counter(lst-ctn-kix_a1-1,lower-latin) ") "}`,
      `.lst-kix_a1-2>li:before{content:counter(lst-ctn-kix_a1-0,decimal) "." counter(lst-ctn-kix_a1-2,decimal) " "}`,
      `.lst-kix_b-0>li:before{content:"\\0025cf   "}`,
    ].join("");
    const list = (name: string, text: string, start = 1) =>
      `<ol class="c1 lst-kix_${name} start" start="${start}"><li>${text}</li></ol>`;
    const body =
      list("a1-0", "een") + list("a1-1", "sub") + list("a1-0", "twee", 2) + list("a1-2", "diep") + list("b-0", "punt");
    expect(await textOf(body, sheet)).toBe("1. een\n  (a) sub\n2. twee\n\n2.1 diep\n\n- punt\n");
  });
});
