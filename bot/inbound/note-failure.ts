import { describeFault } from "../../domain/describe-fault.ts";
import { audit } from "../../union/audit/audit.ts";
import { openCase } from "../../union/cases/open-case.ts";
import { queueMessages } from "../outbound/queue-messages.ts";
import { outboundOf } from "../reaching-out/outbound-of.ts";
import type { Runtime } from "../runtime.ts";
import { saying, talkOf } from "./talk.ts";

/** After so many failures a message is parked, so that it does not hold up those behind it. */
const mostAttempts = 5;

/**
 * Notes that the oldest message of an address could not be handled. At the fifth time it is parked: a case is opened for
 * a person to look at, and the member is told so, once. Nothing else is changed.
 */
export async function noteFailure(
  runtime: Runtime,
  addressId: string,
  fault: unknown,
): Promise<"later" | "parked"> {
  const { store, statements, log, counts, clock } = runtime;
  const description = describeFault(fault);
  log.error({ addressId, fault: description }, "handling a message failed");
  const next = await store.write.once(async (tx) => {
    const [scene] = await statements.loadScenes(tx, [addressId]);
    const mail = scene?.mail;
    if (scene === undefined || mail == null) return "later";
    const isLast = mail.attempts + 1 >= mostAttempts;
    await tx.inboundMessage.update({
      where: { id: mail.id },
      data: { attempts: mail.attempts + 1, fault: description.name, state: isLast ? "parked" : "new" },
    });
    if (!isLast) return "later";
    const now = clock.now();
    await openCase(tx, {
      addressId,
      personId: scene.person?.id ?? null,
      reason: "parked_message",
      now,
      id: runtime.newId(),
    });
    await audit(tx, {
      actor: "system",
      action: "inbound.parked",
      object: `inbound:${mail.id}`,
      detail: { ...description },
      at: now,
    });
    const talk = saying(talkOf(scene), "trouble");
    await queueMessages(
      tx,
      outboundOf(talk, runtime, {
        key: `parked:${mail.id}`,
        class: "reply",
        topic: "talk",
        requestId: mail.requestId,
      }),
      runtime,
    );
    return "parked";
  });
  counts.handled(next === "parked" ? "parked" : "failed");
  return next;
}
