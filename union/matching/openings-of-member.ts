import type { Transaction } from "../../prisma/store.ts";

/** How an opening stands for a member who said yes to it. */
export type Standing =
  /** The employer has not seen her card. */
  | "not_seen"
  /** The employer has seen her card and not answered. */
  | "seen"
  /** The employer wants to talk to her. */
  | "wanted"
  /** The employer chose others. */
  | "not_chosen"
  /** She took it back. */
  | "withdrawn"
  | "filled"
  | "closed"
  | "expired";

/** An opening a member said yes to. */
export interface OpeningOfMember {
  readonly alertId: string;
  readonly openingId: string;
  readonly code: string;
  readonly livelihood: string;
  readonly place: string;
  readonly startsOn: string;
  readonly answeredAt: Date | null;
  readonly standing: Standing;
}

/** What a member said yes to and how it stands, the latest first, at most 20. */
export async function openingsOfMember(
  tx: Pick<Transaction, "alert">,
  personId: string,
): Promise<readonly OpeningOfMember[]> {
  const alerts = await tx.alert.findMany({
    where: { personId, state: "interested" },
    orderBy: { answeredAt: "desc" },
    take: 20,
    include: { opening: { include: { cards: { where: { personId }, select: { state: true } } } } },
  });
  return alerts.map(({ id, openingId, answeredAt, opening }) => {
    const { code, livelihood, place, startsOn, state, cards } = opening;
    const standing = standingOf(cards[0]?.state ?? null, state);
    return { alertId: id, openingId, code, livelihood, place, startsOn, answeredAt, standing };
  });
}

const byCard: Readonly<Record<string, Standing>> = {
  shown: "seen",
  wanted: "wanted",
  declined: "not_chosen",
  withdrawn: "withdrawn",
};

/** What was decided about her outlasts the opening; while nothing was, its end is the news. */
function standingOf(card: string | null, opening: string): Standing {
  const decided = card === null ? undefined : byCard[card];
  if (decided !== undefined && decided !== "seen") return decided;
  if (opening === "filled" || opening === "closed" || opening === "expired") return opening;
  return decided ?? "not_seen";
}
