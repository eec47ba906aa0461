import { existsSync } from "node:fs";

/** The browser for the tests that look at the page: Debian's chromium, or what CHROMIUM names; undefined when none. */
export const browserPath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
  (path) => path !== undefined && existsSync(path),
);

export const browserFlags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
