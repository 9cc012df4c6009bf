import { optionWordsOf } from "../../bot/inbound/option-words.ts";
import { advance, start } from "../../flows/engine/advance.ts";
import type { Reader, Reply } from "../../flows/engine/reply.ts";
import { join } from "../../flows/join.ts";
import { createLocales } from "../../locales/index.ts";
import { type Figure, rounded } from "../figure.ts";

const typed = ["1", "1", "2", "Amal", "Gaziantep", "2", "1", "1", "1"];
const rounds = 40_000;

/** How many replies a second one core takes through the joining conversation. */
export function measureEngine(): readonly Figure[] {
  const locales = createLocales();
  const reader: Reader = {
    words: optionWordsOf(locales, "join"),
    offered: () => [],
    country: "TR",
    today: "2026-11-24",
  };
  const replies: readonly Reply[] = typed.map((text) => ({ kind: "text", text }));
  const talk = (): string => {
    let session = start(join, reader).session;
    for (const reply of replies) session = advance(join, session, reply, reader).session;
    return session.ran.at(-1) ?? "";
  };
  for (let warm = 0; warm < 2_000; warm += 1) talk();
  const began = performance.now();
  let finished = 0;
  for (let round = 0; round < rounds; round += 1) if (talk() === "saveMember") finished += 1;
  const seconds = (performance.now() - began) / 1_000;
  if (finished !== rounds) throw new Error(`Only ${finished} of ${rounds} talks came to their end.`);
  return [
    {
      name: "engine",
      value: rounded((rounds * replies.length) / seconds),
      unit: "replies/s on one core",
      aim: "100,000",
      how: `advance() through a whole join, ${replies.length} typed replies, ${rounds} times`,
    },
  ];
}
