import { memberNumber } from "../../domain/member-number.ts";
import type { Store } from "../../prisma/store.ts";

const membersAtOnce = 2_000;
const languages = ["en", "ar", "fr"] as const;

/** Fills a database with members on one sender who allowed notices, one in twenty of whom has taken that back. Gives back how many may be sent one. */
export async function addCrowd(
  { write, statements }: Store,
  members: number,
  sender: { readonly account: string; readonly country: string },
): Promise<number> {
  const at = Date.now() - 86_400_000;
  const optedOut = (member: number): boolean => member % 20 === 0;
  for (let first = 0; first < members; first += membersAtOnce) {
    const some = Array.from({ length: Math.min(membersAtOnce, members - first) }, (_, index) => {
      const member = first + index;
      const id = String(member).padStart(32, "0");
      return { id, member, language: languages[member % languages.length] ?? "en" };
    });
    await write.once(async (tx) => {
      await statements.addAddresses(
        tx,
        some.map(({ id, member, language }) => ({
          ...{ id, language, firstSeenAt: at, ...sender },
          channel: "sms" as const,
          identifier: `+90555${1_000_000 + member}`,
        })),
      );
      await statements.addPeople(
        tx,
        some.map(({ id, language }) => ({ id, holderId: id, addressId: id, language, createdAt: at })),
      );
      await statements.addConsent(
        tx,
        some.flatMap(({ id, member, language }) =>
          (["given", "withdrawn"] as const)
            .filter((decision) => decision === "given" || optedOut(member))
            .map((decision, order) => ({
              ...{
                addressId: id,
                personId: id,
                topic: "notices" as const,
                decision,
                language,
                textVersion: 1,
              },
              ...{ how: decision === "given" ? ("join" as const) : ("answer" as const), at: at + order },
            })),
        ),
      );
      await tx.$executeRawUnsafe(
        `UPDATE "Person" AS p SET "serial" = CAST(p."id" AS INTEGER) + 1, "number" = j.value ->> 'number' FROM json_each(?) j WHERE p."id" = j.value ->> 'id'`,
        JSON.stringify(some.map(({ id, member }) => ({ id, number: memberNumber(member + 1) }))),
      );
    });
  }
  return Array.from({ length: members }, (_, member) => member).filter((member) => !optedOut(member)).length;
}
