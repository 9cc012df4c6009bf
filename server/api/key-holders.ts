import type { onRequestAsyncHookHandler } from "fastify";
import { employerByKey, type KeyHolder } from "../../union/employers/api-keys.ts";
import type { ApiMeans } from "./employer-api.ts";
import { keyOf } from "./key-of.ts";

export interface KeyHolders {
  /** Lets nobody in without a key that is valid. */
  readonly admit: onRequestAsyncHookHandler;
  /** The employer whose key came with a request that was let in. */
  readonly holderOf: (request: object) => KeyHolder;
}

/** Who calls: each route that is for employers admits by this and asks it. */
export function keyHolders(means: Pick<ApiMeans, "store" | "secrets">): KeyHolders {
  const holders = new WeakMap<object, KeyHolder>();
  return {
    admit: async (request, reply) => {
      const key = keyOf(request);
      const holder = key === null ? null : await employerByKey(means, key);
      if (holder !== null) return void holders.set(request, holder);
      return reply
        .code(401)
        .header("www-authenticate", "Bearer")
        .send({ error: "Send a key that is valid: Authorization: Bearer <key>." });
    },
    holderOf: (request) => {
      const holder = holders.get(request);
      if (holder === undefined) throw new Error("A request was let in without a key.");
      return holder;
    },
  };
}
