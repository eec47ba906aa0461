import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/logs/check.ts",
    // Every core: much of the time is spent waiting for a process, a browser or the disk.
    maxWorkers: "100%",
    // Some tests start the bot as a process of its own or a browser.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
