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
const chaos = ["tests/chaos/**/*.test.ts"];

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      { test: { name: "unit", include: unit, sequence: { groupOrder: 0 } } },
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
          fileParallelism: false,
          // Kills, restarts and timing need the machine to themselves.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
