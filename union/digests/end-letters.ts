import type { Transaction } from "../../prisma/store.ts";
import { audit } from "../audit/audit.ts";

/** No more digests by e-mail to the employer of this digest; to say so again changes nothing. False where there is no such digest. */
export async function endLetters(tx: Transaction, digestId: string, now: Date): Promise<boolean> {
  const digest = await tx.digest.findUnique({ where: { id: digestId }, select: { employerId: true } });
  if (digest === null) return false;
  const { count } = await tx.employer.updateMany({
    where: { id: digest.employerId, takesLetters: true },
    data: { takesLetters: false },
  });
  const actor = `employer:${digest.employerId}` as const;
  if (count > 0)
    await audit(tx, { actor, action: "letters.ended", object: actor, detail: { digest: digestId }, at: now });
  return true;
}
