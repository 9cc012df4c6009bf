import type { Means } from "../means.ts";
import { type StaffMember, staffMemberOf } from "./staff-member.ts";

/** Everybody of staff, those who were there first first. */
export async function listStaff({ store }: Pick<Means, "store">): Promise<readonly StaffMember[]> {
  const rows = await store.read.staff.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  return rows.map(staffMemberOf);
}

/** What people of staff are called, by id. */
export async function staffNames(
  { store }: Pick<Means, "store">,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await store.read.staff.findMany({
    where: { id: { in: [...new Set(wanted)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Changes the language the console speaks with somebody of staff. */
export async function speakWithStaff(
  { store }: Pick<Means, "store">,
  staffId: string,
  language: StaffMember["language"],
): Promise<void> {
  await store.write.once((tx) => tx.staff.updateMany({ where: { id: staffId }, data: { language } }));
}
