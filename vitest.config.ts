import { defineConfig } from "vitest/config";

/** Tests of code that keeps nothing between calls and starts nothing: a worker loads it once for all of them. */
const pure = ["debate", "golden", "letters", "relevance", "replies", "search", "texts", "timeline"];
const pureTests = pure.map((folder) => `test/${folder}/**/*.test.ts`);

const shared = {
  // Some tests start the bot as a process of its own or a browser.
  testTimeout: 60_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 20_000 } },
};

export default defineConfig({
  test: {
    globalSetup: "test/logs/check.ts",
    // Every core: much of the time is spent waiting for a process, a browser or the disk.
    maxWorkers: "100%",
    projects: [
      { test: { ...shared, name: "whole", include: ["test/**/*.test.ts"], exclude: pureTests } },
      { test: { ...shared, name: "pure", include: pureTests, isolate: false } },
    ],
  },
});
