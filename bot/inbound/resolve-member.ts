import type { Mail, Scene } from "../../prisma/rows/scene.ts";
import { type Talk, talkOf } from "./talk.ts";

/**
 * From the address that wrote to the talk with the person behind it: a member, somebody who has said yes but not
 * finished joining, or a stranger of whom only the address is kept.
 *
 * Whoever writes can be reached again, by the sender she wrote to.
 */
export function resolveMember(scene: Scene, mail: Mail): Talk {
  const talk = talkOf(scene);
  const { lane } = talk;
  const isBack = lane.state === "blocked" && mail.kind !== "blocked";
  return {
    ...talk,
    lane: {
      ...lane,
      account: mail.account,
      state: isBack ? "open" : lane.state,
      lastInboundAt: mail.receivedAt,
      turn: lane.turn + 1,
    },
  };
}
