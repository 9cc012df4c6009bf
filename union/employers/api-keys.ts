import { createHmac } from "node:crypto";
import type { Transaction } from "../../prisma/store.ts";
import { type AuditAction, audit } from "../audit/audit.ts";
import type { Means } from "../means.ts";

/** What a key begins with, so that one that leaked into a file is recognised by scanners and people. */
const prefix = "mu_";
/** The signs of a key: none that is mistaken for another. Forty of them are 200 random bits. */
const signs = "abcdefghijkmnpqrstuvwxyz23456789";
const length = 40;
const shape = new RegExp(`^${prefix}[${signs}]{${length}}$`);

/** Whom a new key is for, and who makes it. */
export interface KeyRequest {
  readonly employerId: string;
  readonly staffId: string;
  /** What it is for, in the caseworker's words: "web site". */
  readonly label: string;
}

export type NewApiKey =
  /** The key itself is shown this once; it cannot be read again. */
  { readonly kind: "made"; readonly keyId: string; readonly key: string } | { readonly kind: "unknown" };

/** Makes a key with which an employer's own system may post. Only what it is found by is kept. */
export function newApiKey(
  {
    store,
    clock,
    newId,
    randomInt,
    secrets,
  }: Pick<Means, "store" | "clock" | "newId" | "randomInt" | "secrets">,
  { employerId, staffId, label }: KeyRequest,
): Promise<NewApiKey> {
  const drawn = Array.from({ length }, () => signs.charAt(randomInt(signs.length)));
  const key = `${prefix}${drawn.join("")}`;
  const keyId = newId();
  return store.write.once(async (tx) => {
    const employer = await tx.employer.findUnique({ where: { id: employerId }, select: { id: true } });
    if (employer === null) return { kind: "unknown" };
    const now = clock.now();
    const hash = hashOf(key, secrets);
    await tx.apiKey.create({ data: { id: keyId, employerId, hash, label, createdAt: now } });
    await note(tx, { staffId, action: "api-key.made", keyId, employerId, now });
    return { kind: "made", keyId, key };
  });
}

/** Ends a key at once. False where there is no such key or it had ended already. */
export function revokeApiKey(
  { store, clock }: Pick<Means, "store" | "clock">,
  { keyId, staffId }: { readonly keyId: string; readonly staffId: string },
): Promise<boolean> {
  return store.write.once(async (tx) => {
    const now = clock.now();
    const { count } = await tx.apiKey.updateMany({
      where: { id: keyId, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0) return false;
    const { employerId } = await tx.apiKey.findUniqueOrThrow({ where: { id: keyId } });
    await note(tx, { staffId, action: "api-key.revoked", keyId, employerId, now });
    return true;
  });
}

/** Whose key this is. */
export interface KeyHolder {
  readonly employerId: string;
  readonly country: string | null;
  /** waiting | verified | refused | paused */
  readonly state: string;
}

/** The employer a key belongs to; null for one that was never given out or has been revoked. */
export async function employerByKey(
  { store, secrets }: Pick<Means, "store" | "secrets">,
  key: string,
): Promise<KeyHolder | null> {
  if (!shape.test(key)) return null;
  const found = await store.read.apiKey.findUnique({
    where: { hash: hashOf(key, secrets) },
    select: { revokedAt: true, employer: { select: { id: true, country: true, state: true } } },
  });
  if (found === null || found.revokedAt !== null) return null;
  const { id, country, state } = found.employer;
  return { employerId: id, country, state };
}

const hashOf = (key: string, secrets: Means["secrets"]): string =>
  createHmac("sha256", secrets.keyFor("api-key")).update(key).digest("base64url");

interface KeyEvent {
  readonly staffId: string;
  readonly action: AuditAction;
  readonly keyId: string;
  readonly employerId: string;
  readonly now: Date;
}

const note = (tx: Transaction, { staffId, action, keyId, employerId, now }: KeyEvent): Promise<void> =>
  audit(tx, {
    actor: `staff:${staffId}`,
    action,
    object: `api-key:${keyId}`,
    detail: { employerId },
    at: now,
  });
