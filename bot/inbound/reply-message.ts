import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { Mail } from "../../prisma/rows/scene.ts";
import { outboundOf } from "../reaching-out/outbound-of.ts";
import type { Runtime } from "../runtime.ts";
import type { Talk } from "./talk.ts";

/** The one message a turn answers with, rendered for the sender it leaves from; none where the turn is silent. */
export function replyMessage(talk: Talk, mail: Mail, runtime: Runtime): readonly NewOutbound[] {
  if (talk.lane.state === "blocked") return [];
  return outboundOf(talk, runtime, {
    key: `in:${mail.id}`,
    class: "reply",
    topic: talk.topic,
    requestId: mail.requestId,
  });
}
