import type { Page } from "playwright-core";

/**
 * What a person could not read on the page: text that is cut off, wider than the window, or too pale for its ground
 * (less than 4.5 to 1, WCAG 2.2, 1.4.3). Each as a sentence with the beginning of the text.
 */
export function unreadable(page: Page): Promise<string[]> {
  return page.evaluate(inspect);
}

/** Runs in the browser. */
const inspect = `(() => {
  const channels = (color) => {
    const [r, g, b, a = 1] = color.match(/[\\d.]+/g).map(Number);
    return { r, g, b, a };
  };
  const over = (top, under) => ({
    r: top.r * top.a + under.r * (1 - top.a),
    g: top.g * top.a + under.g * (1 - top.a),
    b: top.b * top.a + under.b * (1 - top.a),
    a: 1,
  });
  const luminance = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const groundOf = (element) => {
    const layers = [];
    for (let at = element; at !== null; at = at.parentElement) {
      const color = channels(getComputedStyle(at).backgroundColor);
      if (color.a > 0) layers.push(color);
      if (color.a === 1) break;
    }
    return layers.reduceRight((under, top) => over(top, under), { r: 255, g: 255, b: 255, a: 1 });
  };
  const isShown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const dialogs = [...document.querySelectorAll("dialog[open]")];
  const root = dialogs.at(-1) ?? document.body;
  const found = [];
  if (document.documentElement.scrollWidth > innerWidth) found.push("the page is wider than the window");
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.data.trim();
    const element = node.parentElement;
    if (text === "" || element === null || !isShown(element)) continue;
    if (element.closest(".spoken, .skip, [aria-hidden=true], script, style, option, [disabled]") !== null) continue;
    const start = text.slice(0, 40);
    const style = getComputedStyle(element);
    const ground = groundOf(element);
    const ink = over(channels(style.color), ground);
    const [light, dark] = [luminance(ink), luminance(ground)].sort((a, b) => b - a);
    const contrast = (light + 0.05) / (dark + 0.05);
    if (contrast < 4.5) found.push(start + ": contrast " + contrast.toFixed(2));
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, right, width } = range.getBoundingClientRect();
    if (width > 1 && (left < -1 || right > innerWidth + 1)) found.push(start + ": outside the window");
    for (let box = element; box !== null && box !== root; box = box.parentElement) {
      const { overflowX } = getComputedStyle(box);
      if (overflowX === "visible") continue;
      if (overflowX === "hidden" && box.scrollWidth > box.clientWidth + 1) found.push(start + ": cut off");
      break;
    }
  }
  return found;
})()`;
