import { setTimeout as wait } from "node:timers/promises";
import { expect } from "vitest";
import { until } from "./until.ts";

/** How a phone is joined to its network. */
export interface Network {
  /** Hands over what was typed. */
  send(text: string): Promise<unknown>;
  /** Everything that reached this phone, oldest first. */
  received(): Promise<readonly string[]> | readonly string[];
}

/** A person's phone: what is typed leaves, and what arrives is read message by message, none skipped. */
export interface Phone {
  texts(text: string): Promise<void>;
  /** The next message that was not read yet; it must fit the pattern. Gives back its text. */
  shows(pattern: RegExp): Promise<string>;
  /** Nothing more arrives within so many milliseconds. */
  staysQuiet(forMs?: number): Promise<void>;
}

export function phoneOn({ send, received }: Network): Phone {
  let read = 0;
  return {
    texts: async (text) => {
      await send(text);
    },
    shows: async (pattern) => {
      const text = await until(`a message like ${pattern}`, async () => (await received())[read] ?? null);
      read += 1;
      expect(text).toMatch(pattern);
      return text;
    },
    staysQuiet: async (forMs = 400) => {
      await wait(forMs);
      expect((await received()).slice(read)).toEqual([]);
    },
  };
}
