import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/logs/check.ts",
    // Every core: much of the time is spent waiting for a process, a browser or the disk.
    maxWorkers: "100%",
    // In the gate once more: a process, a browser or a disk may be late there; what fails twice fails.
    retry: process.env.CI === undefined ? 0 : 1,
    // Some tests start the bot as a process of its own or a browser.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
