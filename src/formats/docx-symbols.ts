/*
 * Fonts that hold pictures in the places of letters. Word keeps a symbol as the place in its font, from F020 up, so the
 * font has to say what is seen. Symbol: its encoding as Adobe published it. Wingdings: the characters that Unicode
 * encoded for them (L2/11-196); arrows and boxes are written with their usual characters, which a reader has a font for.
 */

/** From the place in a font, 0x20 to 0xFF, to what is seen. */
type Font = ReadonlyMap<number, string>;

/** Rows of characters, each with the place of its first; a space stands for none. */
const font = (rows: readonly (readonly [number, string])[]): Font =>
  new Map(
    rows.flatMap(([first, row]) =>
      [...row].flatMap((character, at): [number, string][] => (character === " " ? [] : [[first + at, character]])),
    ),
  );

const symbol = font([
  [0x21, "!∀#∃%&∋()*+,−./"],
  [0x30, "0123456789:;<=>?"],
  [0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟ"],
  [0x50, "ΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"],
  [0x60, "‾αβχδεφγηιϕκλμνο"],
  [0x70, "πθρστυϖωξψζ{|}∼"],
  [0xa0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓"],
  [0xb0, "°±″≥×∝∂•÷≠≡≈…⏐⎯↵"],
  [0xc0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉"],
  [0xd0, "∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"],
  [0xe0, "◊⟨®©™∑"],
  [0xf1, "⟩∫"],
]);

const wingdings = font([
  [0x21, "✏✂✁    ☎✆✉"],
  [0x36, "⌛⌨"],
  [0x3e, "✇✍"],
  [0x41, "✌ 👍👎☜☞☝☟✋☺😐☹"],
  [0x6a, "&&●❍■□◻❑❒⬧⧫◆❖⬥☒"],
  [0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"],
  [0x9e, "·•▪○"],
  [0xa4, "◉◎ ▪☐ ✦★✶✴✹✵"],
  [0xd8, "➢"],
  [0xdc, "➲"],
  [0xdf, "←→↑↓↖↗↙↘⬅➔⬆⬇"],
  [0xef, "⇦⇨⇧⇩⬄⇳    ▭▫✗✓☒☑"],
]);

const wingdings2 = font([
  [0x4f, "✗✓☒☑☒☒"],
  [0x97, "●"],
  [0xa3, "☐"],
]);

const wingdings3 = font([
  [0x21, "←→↑↓↖↗↙↘"],
  [0x70, "▲▼△▽◀▶◁▷"],
]);

const fonts: ReadonlyMap<string, Font> = new Map([
  ["symbol", symbol],
  ["wingdings", wingdings],
  ["wingdings 2", wingdings2],
  ["wingdings 3", wingdings3],
]);

/** Where Word keeps the 256 places of a font of symbols. */
const privateUse = 0xf000;

const seenAt = (seen: Font, code: number): string | undefined =>
  seen.get(code >= privateUse && code <= privateUse + 0xff ? code - privateUse : code);

/**
 * The character of a `w:sym`. One whose picture is not known, or has no character, is a space: the words beside it stay
 * apart.
 *
 * @param name of its font
 * @param hex its place in that font, as Word writes it: `F0E0`
 */
export function symbolCharacter(name: string | undefined, hex: string | undefined): string {
  const code = Number.parseInt(hex ?? "", 16);
  const seen = fonts.get((name ?? "").toLowerCase());
  if (seen !== undefined) return seenAt(seen, code) ?? " ";
  const isCharacter = code >= 0x20 && code < 0xd800;
  return isCharacter ? String.fromCodePoint(code) : " ";
}

/** Text as it is seen in its font: in Symbol, `a` is α. */
export function seenInFont(name: string | undefined, text: string): string {
  const seen = fonts.get((name ?? "").toLowerCase());
  if (seen === undefined) return text;
  return [...text].map((each) => seenAt(seen, each.codePointAt(0) ?? 0) ?? (/\s/.test(each) ? each : " ")).join("");
}
