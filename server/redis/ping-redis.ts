import { connect } from "node:net";

/** Where a private Redis listens, and the password it asks for. */
export interface RedisAddress {
  readonly port: number;
  readonly password: string;
}

/** What answered on the port: our Redis, our Redis still reading its file, somebody else, or nobody. */
export type PingAnswer = "ready" | "loading" | "stranger" | "nobody";

const patienceMs = 1_000;

/** Asks whether the Redis at this address is ready for work; answers within a second and never throws. */
export function pingRedis(address: RedisAddress): Promise<PingAnswer> {
  return converse(address, "PING");
}

/** Asks a Redis that nobody looks after any more to stop without saving; resolves when it has hung up. */
export async function shutDownRedis(address: RedisAddress): Promise<void> {
  await converse(address, "SHUTDOWN NOSAVE");
}

/** Says one inline command of the Redis protocol (https://redis.io/docs/latest/develop/reference/protocol-spec/). */
function converse({ port, password }: RedisAddress, command: string): Promise<PingAnswer> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    let heard = "";
    let connected = false;
    const finish = (): void => {
      socket.destroy();
      resolve(connected ? meaningOf(heard) : "nobody");
    };
    socket.setTimeout(patienceMs, finish);
    socket.on("error", finish);
    socket.on("close", finish);
    socket.on("connect", () => {
      connected = true;
      socket.write(`AUTH ${password}\r\n${command}\r\n`);
    });
    socket.on("data", (chunk) => {
      heard += chunk.toString("latin1");
      if (heard.split("\r\n").length > 2) finish();
    });
  });
}

function meaningOf(heard: string): PingAnswer {
  if (heard.startsWith("+OK\r\n+PONG")) return "ready";
  if (heard.startsWith("+OK\r\n-LOADING") || heard.startsWith("-LOADING")) return "loading";
  return "stranger";
}
