import type { Means } from "../means.ts";
import { type NewSession, startSession } from "./session.ts";
import { hashOfToken, isSameHash, newToken } from "./token.ts";

export type UsedLink =
  | ({ readonly kind: "signed_in" } & NewSession)
  /** It was used once already. */
  | { readonly kind: "used" }
  | { readonly kind: "expired" }
  /** Another browser asked for it; the link stays good for that one. */
  | { readonly kind: "other_browser" }
  /** There is no such link, or its owner may not sign in any more. */
  | { readonly kind: "unknown" };

/** Signs in whoever shows a link's token in the browser that asked for it: once, and within its time. */
export function useSignInLink(
  means: Means,
  { token, browserToken }: { readonly token: string; readonly browserToken: string | null },
): Promise<UsedLink> {
  const { store, clock } = means;
  const sessionToken = newToken(means);
  return store.write.once(async (tx) => {
    const now = clock.now();
    const link = await tx.signInLink.findUnique({
      where: { tokenHash: hashOfToken(token) },
      include: { staff: true },
    });
    if (link === null || link.staff.disabledAt !== null) return { kind: "unknown" };
    if (!isSameHash(link.browserHash, hashOfToken(browserToken ?? ""))) return { kind: "other_browser" };
    if (link.usedAt !== null) return { kind: "used" };
    if (link.expiresAt <= now || link.createdAt > now) return { kind: "expired" };
    await tx.signInLink.update({ where: { id: link.id }, data: { usedAt: now } });
    const session = await startSession(tx, { staffId: link.staffId, token: sessionToken, how: "link", now });
    return { kind: "signed_in", ...session };
  });
}
