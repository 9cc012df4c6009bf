import type { KeyObject } from "node:crypto";
import { z } from "zod";

/**
 * What a key may sign. Status lists have keys of their own, so that whatever publishes the lists every few
 * hours need not be able to issue credentials.
 */
export type KeyRole = "credential" | "status";

const prefixOf = { credential: "p256", status: "status" } as const satisfies Readonly<
  Record<KeyRole, string>
>;

/** The name of a key within its issuer: what it is for and the month it was made in, `p256-2026-11`. */
export const keyId = (role: KeyRole, madeAt: Date): string =>
  `${prefixOf[role]}-${madeAt.toISOString().slice(0, 7)}`;

/** What the key of that name may sign; null where it is no name of ours. */
export function roleOfKey(id: string): KeyRole | null {
  if (!/^[a-z0-9]+-\d{4}-\d{2}$/.test(id)) return null;
  if (id.startsWith(`${prefixOf.credential}-`)) return "credential";
  return id.startsWith(`${prefixOf.status}-`) ? "status" : null;
}

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** The public half of a P-256 key as a JSON Web Key (RFC 7518, section 6.2), and nothing of the private one. */
export const publicJwk = z.strictObject({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: coordinate,
  y: coordinate,
  kid: z.string().min(1).max(64),
  alg: z.literal("ES256"),
});
export type PublicJwk = Readonly<z.infer<typeof publicJwk>>;

/** A key pair that is open and can sign. */
export interface IssuerKey {
  readonly id: string;
  readonly publicJwk: PublicJwk;
  readonly privateKey: KeyObject;
}
