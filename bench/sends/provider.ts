import { createServer } from "node:http";

/** A provider on this machine: takes every message at once and gives it an id, as Twilio's API does. */
const [port = "0"] = process.argv.slice(2);
let taken = 0;
const server = createServer((request, response) => {
  request.resume();
  request.on("end", () => {
    taken += 1;
    const body = JSON.stringify({
      sid: `SM${String(taken).padStart(32, "0")}`,
      status: "queued",
      error_code: null,
    });
    response
      .writeHead(201, { "content-type": "application/json", "content-length": Buffer.byteLength(body) })
      .end(body);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(Number(port), "127.0.0.1", () => process.send?.("ready"));
process.on("message", () => process.send?.({ taken }));
