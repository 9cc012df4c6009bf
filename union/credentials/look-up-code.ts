import { type CodeReading, readCredentialCode } from "../../domain/credential-code.ts";
import type { Transaction } from "../../prisma/store.ts";
import type { Secrets } from "../secrets.ts";
import { type Asker, countedAs } from "./asker.ts";
import { askerHashOf, codeHashOf } from "./fingerprints.ts";
import { takePin, type Viewed } from "./share-papers.ts";
import { isOverLimit, type TryOutcome } from "./try-limits.ts";

/** A question about a code. */
export interface CodeQuestion {
  /** As it was typed. */
  readonly text: string;
  /** As it was typed; null where the asker gave none. */
  readonly pin: string | null;
  readonly asker: Asker;
}

/** Why there is nothing to verify. */
export type NoPaper = {
  readonly kind:
    | "unknown"
    | "typing_mistake"
    | "wrong_length"
    | "not_a_code"
    | "wrong_pin"
    | "too_many_tries";
};

export type LookUp =
  | NoPaper
  | {
      readonly kind: "found";
      readonly credentialId: string;
      readonly token: string;
      readonly state: string;
      readonly memberName: string | null;
      /** Set where a PIN was right: more may be shown. */
      readonly viewed: Viewed | null;
    };

/** Finds the credential a code stands for, and counts the try: who guesses is stopped, who slips is told. */
export async function lookUpCode(
  tx: Transaction,
  secrets: Secrets,
  { text, pin, asker }: CodeQuestion,
  now: Date,
): Promise<LookUp> {
  const counted = askerHashOf(secrets, asker.kind, countedAs(asker));
  if (await isOverLimit(tx, asker.kind, counted, now)) return { kind: "too_many_tries" };
  const note = async (outcome: TryOutcome): Promise<void> => {
    await tx.verifyTry.create({ data: { asker: counted, outcome, at: now } });
  };
  const reading = readCredentialCode(text);
  if (reading.kind !== "code") {
    if (reading.kind === "typing-mistake") await note("typo");
    return { kind: notRead[reading.kind] };
  }
  const credential = await tx.credential.findUnique({
    where: { codeHash: codeHashOf(secrets, reading.code) },
    include: { person: { select: { name: true } } },
  });
  if (credential?.token == null) {
    await note("wrong");
    return { kind: "unknown" };
  }
  const viewed = pin === null ? null : await takePin(tx, secrets, credential.personId, pin, now);
  const isWrongPin = pin !== null && viewed === null;
  await note(isWrongPin ? "wrong" : "right");
  if (isWrongPin) return { kind: "wrong_pin" };
  const { id: credentialId, token, state, person } = credential;
  return { kind: "found", credentialId, token, state, memberName: person?.name ?? null, viewed };
}

const notRead = {
  "typing-mistake": "typing_mistake",
  "wrong-length": "wrong_length",
  "not-a-code": "not_a_code",
} as const satisfies Readonly<Record<Exclude<CodeReading["kind"], "code">, NoPaper["kind"]>>;
