import { openStore } from "../../prisma/store.ts";
import { addPerson, lookAndAddPerson } from "./open-test-store.ts";

// Another process on the same database: `writing-child.ts <database url> <name> <how many> [die]`.
// It says `ready`, waits for a line, writes so many people one by one, and says each that is on disk. With `die` it is
// killed inside a further transaction, after that has written and before it is committed.
const [, , url = "", name = "", howMany = "0", end = "live"] = process.argv;
const store = await openStore(url);
console.log("ready");
await new Promise((resolve) => process.stdin.once("data", resolve));
for (let at = 0; at < Number(howMany); at += 1) {
  await store.write.once((tx) => lookAndAddPerson(tx, `${name}-${at}`));
  console.log(`${name}-${at}`);
}
if (end === "die") {
  await store.write.once(async (tx) => {
    await addPerson(tx, `${name}-half`);
    process.kill(process.pid, "SIGKILL");
    await new Promise(() => undefined);
  });
}
await store.close();
process.exit(0);
