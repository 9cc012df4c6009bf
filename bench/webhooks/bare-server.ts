import { parse } from "node:querystring";
import Database from "better-sqlite3";
import Fastify from "fastify";
import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";
import { benchAccount } from "./signed-requests.ts";

/**
 * The yardstick: a bare Fastify route that checks the same signature and commits one row, grouped, with full durability.
 * Nothing less could honestly answer "200".
 */
const [port = "0", file = ""] = process.argv.slice(2);
const database = new Database(file);
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.exec("CREATE TABLE inbox (id TEXT PRIMARY KEY, body TEXT NOT NULL)");
const insert = database.prepare("INSERT INTO inbox VALUES (?, ?) ON CONFLICT DO NOTHING");
let waiting: { readonly id: string; readonly body: string; readonly done: () => void }[] = [];
const commit = (): void => {
  const group = waiting;
  waiting = [];
  database.exec("BEGIN IMMEDIATE");
  for (const { id, body } of group) insert.run(id, body);
  database.exec("COMMIT");
  for (const { done } of group) done();
};
const app = Fastify();
app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) =>
  done(null, body),
);
app.post("/webhooks/twilio/sms", async (request, reply) => {
  const body = String(request.body);
  const params = { ...parse(body) };
  const expected = getExpectedTwilioSignature(
    benchAccount.token,
    `http://127.0.0.1:${port}${request.url}`,
    params,
  );
  if (expected !== request.headers["x-twilio-signature"]) return reply.code(403).send();
  await new Promise<void>((done) => {
    if (waiting.length === 0) setImmediate(commit);
    waiting.push({ id: String(params.MessageSid), body, done });
  });
  return reply.type("text/xml").send("<Response/>");
});
await app.listen({ host: "127.0.0.1", port: Number(port) });
process.send?.("ready");
