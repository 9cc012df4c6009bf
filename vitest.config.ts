import { defineConfig } from "vitest/config";

/**
 * A new test lands in the right project by the folder it is put in:
 * pure tests first and fast, whole-system tests beside them, and the long ones alone at the end.
 */
const unit = [
  "tests/domain/**/*.test.ts",
  "tests/flows/**/*.test.ts",
  "tests/locales/**/*.test.ts",
  "tests/render/**/*.test.ts",
  "tests/bot/render/**/*.test.ts",
];
const everyPath = ["tests/every-path/**/*.test.ts"];
const chaos = ["tests/chaos/**/*.test.ts", "tests/round/**/*.test.ts"];

export default defineConfig({
  test: {
    passWithNoTests: true,
    // Most tests wait for processes, sockets and clocks of the service, so more of them than cores run side by side.
    maxWorkers: 3,
    globalSetup: ["tests/prisma/migrated-template.ts"],
    projects: [
      // Properties look at hundreds of cases; on a busy machine the usual five seconds are not enough.
      { test: { name: "unit", include: unit, testTimeout: 30_000, sequence: { groupOrder: 0 } } },
      { test: { name: "flows", include: everyPath, testTimeout: 60_000, sequence: { groupOrder: 0 } } },
      {
        test: {
          name: "app",
          include: ["tests/**/*.test.ts"],
          exclude: [...unit, ...everyPath, ...chaos],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "chaos",
          include: chaos,
          testTimeout: 180_000,
          hookTimeout: 60_000,
          // Kills and restarts are many processes: they come last, when nothing else runs.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
