import { setTimeout as wait } from "node:timers/promises";
import { expect } from "vitest";
import { difference } from "../../service/database.ts";
import type { RunningService } from "../../service/run-service.ts";
import type { Answer } from "../../service/signed-post.ts";
import { until } from "../../service/until.ts";

/** A request to be made. */
export interface Posted {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly method?: string;
}

/** Makes requests to a service and looks at its disk before and after. */
export interface Witness {
  post(path: string, posted: Posted): Promise<Answer>;
  /** The answer to a request that leaves everything on the disk as it was, whatever the answer. */
  unchanged(path: string, posted: Posted): Promise<Answer>;
  /** Settles when what is under way is on the disk. */
  settled(): Promise<void>;
}

export function witness(service: () => RunningService): Witness {
  const everything = () => service().database.everything();
  const post = async (
    path: string,
    { headers = {}, body = "", method = "POST" }: Posted,
  ): Promise<Answer> => {
    const response = await fetch(`${service().url}${path}`, {
      method,
      headers,
      ...(method === "GET" ? {} : { body }),
    });
    return { status: response.status, body: await response.text() };
  };
  return {
    post,
    unchanged: async (path, posted) => {
      const before = everything();
      const answer = await post(path, posted);
      await wait(20);
      expect(difference(before, everything())).toEqual([]);
      return answer;
    },
    settled: async () => {
      await until("quiet", async () => {
        const before = everything();
        await wait(120);
        return difference(before, everything()).length === 0;
      });
    },
  };
}
