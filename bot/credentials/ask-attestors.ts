import { attestorLink } from "../../domain/attestor-link.ts";
import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { Transaction } from "../../prisma/store.ts";
import {
  type AttestationStep,
  dueAttestations,
  takeAttestationStep,
} from "../../union/credentials/attestation-steps.ts";
import { giveUpAttestor } from "../../union/credentials/give-up-attestor.ts";
import type { Utterance } from "../inbound/talk.ts";
import { reachOut } from "../reaching-out/reach-out.ts";
import type { Runtime } from "../runtime.ts";
import { attestorAddress } from "./attestor-address.ts";
import { tellOfPaper } from "./tell-of-paper.ts";

const mostAtOnce = 50;

/**
 * Asks and reminds attestors who are due, and tells members whose attestor stayed silent or cannot be reached. Each step
 * is taken once, together with what is sent because of it. Gives back how many were taken.
 */
export async function askAttestors(runtime: Runtime): Promise<number> {
  const { store, secrets, clock, doorbell } = runtime;
  let taken = 0;
  for (const id of await dueAttestations(store.read, clock.now(), mostAtOnce)) {
    const queued = await store.write.once(async (tx) => {
      const step = await takeAttestationStep(tx, secrets, id, clock.now());
      return step === null ? null : take(tx, step, runtime);
    });
    if (queued === null) continue;
    taken += 1;
    void doorbell.announceMessages(queued.map((message) => ({ ...message, attempt: 0 })));
  }
  return taken;
}

async function take(
  tx: Transaction,
  step: AttestationStep,
  runtime: Runtime,
): Promise<readonly NewOutbound[]> {
  const { id: attestationId, requestId } = step.attestation;
  if (step.kind === "give_up")
    return tellOfPaper(tx, { requestId, addressId: step.addressId, key: "told.silent" }, runtime);
  const { language } = step.attestation;
  const addressId = await attestorAddress(tx, { number: step.number, language }, runtime);
  if (addressId !== null) return ask(tx, addressId, step, runtime);
  await giveUpAttestor(tx, { attestationId, requestId }, runtime.clock.now());
  const request = await tx.credentialRequest.findUniqueOrThrow({ where: { id: requestId } });
  return tellOfPaper(tx, { requestId, addressId: request.addressId, key: "told.unreached" }, runtime);
}

/** The question itself begins with the text, so that she can simply answer it. */
const ask = (
  tx: Transaction,
  addressId: string,
  { attestation, token, nudge }: AttestationStep & { readonly kind: "ask" },
  runtime: Runtime,
): Promise<readonly NewOutbound[]> =>
  reachOut(
    tx,
    [
      {
        addressId,
        cause: {
          ...{ key: `attest:${attestation.id}:${nudge}`, class: "alert", topic: "attestation" },
          requestId: `attest-${attestation.id}`,
        },
        says: [
          utterance(nudge === 0 ? "attest.invited" : "attest.reminded"),
          ...(runtime.telegramName === null ? [] : [utterance("attest.link")]),
        ],
        begins: { flow: "attest", given: { attestation: attestation.id, kind: attestation.claim.kind } },
        values: runtime.telegramName === null ? {} : { link: attestorLink(runtime.telegramName, token) },
      },
    ],
    runtime,
  );

const utterance = (key: string): Utterance => ({ namespace: "credentials", key });
