import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "../domain/clock.ts";
import { openIssuer } from "../union/credentials/open-issuer.ts";
import { secretsFrom } from "../union/secrets.ts";
import { chatUsage, readChatOptions } from "./chat/chat-options.ts";
import { holdConversation } from "./chat/hold-conversation.ts";
import { movableClock } from "./chat/movable-clock.ts";
import { openTemporaryUnion } from "./chat/temporary-union.ts";
import { typedLines } from "./chat/typed-lines.ts";

// `npm run chat`: a phone in the terminal. No account, no Redis, no settings; what is said is gone when the phone is put away.
const options = readChatOptions(process.argv.slice(2));
if (options.kind === "help") console.log(chatUsage);
if (options.kind === "faults") {
  console.error([...options.faults, "", chatUsage].join("\n"));
  process.exitCode = 2;
}
if (options.kind === "options") {
  const folder = await mkdtemp(join(tmpdir(), "migrant-union-chat-"));
  const clock = movableClock(systemClock);
  const secrets = secretsFrom(randomBytes(32).toString("hex"));
  const union = await openTemporaryUnion({
    databaseUrl: `file:${join(folder, "chat.db")}`,
    clock,
    secrets,
    issuer: await openIssuer({
      folder: join(folder, "keys"),
      publicUrl: "http://localhost:3000",
      secrets,
      randomBytes,
      now: clock.now(),
    }),
    newId: () => randomBytes(16).toString("hex"),
  });
  const isTyped = process.stdin.isTTY === true;
  try {
    await holdConversation(union, options, {
      lines: typedLines(process.stdin, process.stdout, isTyped),
      // What a person types is on the screen already; what comes through a pipe is shown, so that the talk can be read.
      echo: (line) => (isTyped ? undefined : console.log(`> ${line}`)),
      print: (text) => console.log(text),
    });
  } finally {
    await union.close();
    await rm(folder, { recursive: true, force: true });
  }
}
