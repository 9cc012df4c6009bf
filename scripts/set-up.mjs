// Makes a fresh clone ready to run: `npm start` and `npm test` call it first.
// Plain JavaScript for Node 18 and newer with no dependencies, because it runs before there are any.
// Every step asks first whether it is already done, so a second run costs milliseconds.

import { browser } from "./set-up/browser.mjs";
import { databaseClient } from "./set-up/database-client.mjs";
import { dependencies } from "./set-up/dependencies.mjs";
import { holdLock } from "./set-up/hold-lock.mjs";
import { redis } from "./set-up/redis.mjs";
import { say } from "./set-up/say.mjs";

const steps = [dependencies, databaseClient];
// The phone in the terminal does without.
if (!process.argv.includes("--without-redis")) steps.push(redis);
if (process.argv.includes("--with-browser")) steps.push(browser);

const started = Date.now();
if (!steps.every((step) => step.isDone())) {
  const release = await holdLock();
  try {
    for (const step of steps) {
      // Asked again: another set-up may have done it while we waited for the lock.
      if (!step.isDone()) await step.run();
    }
    say(`ready after ${Math.round((Date.now() - started) / 1000)} s`);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  } finally {
    release();
  }
}
