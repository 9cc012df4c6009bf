import type { CredentialMeans } from "./credential-means.ts";
import { isFresh, signList } from "./published-list.ts";
import { statusListSize } from "./status-list.ts";

/**
 * Signs the status lists anew that were changed or are older than six hours, and closes those that are half full: the
 * next credential gets a new list. Gives back how many were signed. To be asked for every now and then, and at once
 * when something was taken back.
 */
export async function signStatusLists({
  store,
  clock,
  issuer,
}: Pick<CredentialMeans, "store" | "clock" | "issuer">): Promise<number> {
  let signed = 0;
  for (const { id } of await store.read.statusList.findMany({ select: { id: true } })) {
    const list = await store.read.statusList.findUniqueOrThrow({ where: { id } });
    const now = clock.now();
    if (list.isOpen && (await store.read.statusPlace.count({ where: { listId: id } })) * 2 >= statusListSize)
      await store.write.once((tx) => tx.statusList.update({ where: { id }, data: { isOpen: false } }));
    if (isFresh(list, now)) continue;
    const token = await signList(issuer, list, now);
    // Where a bit was changed meanwhile, this is old already: whoever changed it signs it.
    const { count } = await store.write.once((tx) =>
      tx.statusList.updateMany({
        where: { id, version: list.version },
        data: { token, signedAt: now, signedVersion: list.version },
      }),
    );
    signed += count;
  }
  return signed;
}
