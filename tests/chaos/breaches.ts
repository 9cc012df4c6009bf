import type { DatabaseView } from "../service/database.ts";
import { numberIn, withoutNumber } from "./crowd.ts";

/** What was seen from outside and what the database holds, once everything has come to rest. */
export interface Evidence {
  /**
   * Whether the provider can be asked afterwards what it took. Only where it cannot may a text arrive twice, or be given
   * up after a repeat, and the service must have counted it.
   */
  readonly canBeAsked: boolean;
  /** The ids of members' messages that were answered with 200. */
  readonly accepted: ReadonlySet<string>;
  /** How many messages members have typed. */
  readonly typed: number;
  readonly inbox: readonly { readonly providerId: string; readonly state: string }[];
  readonly outbox: readonly OutboxRow[];
  readonly members: readonly MemberSeen[];
}

/** One of our texts as the service remembers it. */
export interface OutboxRow {
  readonly address: string;
  readonly seq: number;
  readonly status: string;
  /** How often it was handed over again without knowing whether it had arrived. */
  readonly repeats: number;
}

/** One member as her own phone saw it. */
export interface MemberSeen {
  readonly address: string;
  readonly received: readonly string[];
  /** The texts of an undisturbed join, without the member number. */
  readonly expected: readonly string[];
}

/** Reads the service's side of the evidence. */
export function rowsOf(database: DatabaseView): Pick<Evidence, "inbox" | "outbox"> {
  const inbox = database.rows('SELECT "providerId", "state" FROM "InboundMessage"');
  const outbox = database.rows(
    `SELECT a."identifier" AS "address", m."seq", m."status", m."repeats"
     FROM "OutboundMessage" m JOIN "Address" a ON a."id" = m."addressId" ORDER BY m."addressId", m."seq"`,
  );
  return {
    inbox: inbox.map(({ providerId, state }) => ({ providerId: String(providerId), state: String(state) })),
    outbox: outbox.map(({ address, seq, status, repeats }) => ({
      address: String(address),
      seq: Number(seq),
      status: String(status),
      repeats: Number(repeats),
    })),
  };
}

/** Everything that was promised and not kept, each as a sentence; none when all was kept. */
export function breaches(evidence: Evidence): readonly string[] {
  const rows = Map.groupBy(evidence.outbox, ({ address }) => address);
  return [
    ...inboxBreaches(evidence),
    ...outboxBreaches(evidence),
    ...numberBreaches(evidence),
    ...evidence.members.flatMap((member) =>
      textBreaches(member, evidence.canBeAsked ? [] : (rows.get(member.address) ?? [])),
    ),
  ];
}

/** What was acknowledged lies on the disk once, handled; and nothing lies there that was not delivered. */
function inboxBreaches({ accepted, typed, inbox }: Evidence): string[] {
  const rows = Map.groupBy(inbox, ({ providerId }) => providerId);
  return [
    ...(inbox.length === typed ? [] : [`${typed} messages were typed and ${inbox.length} were recorded`]),
    ...[...accepted].flatMap((id) => {
      const count = rows.get(id)?.length ?? 0;
      return count === 1 ? [] : [`the acknowledged message ${id} lies in the inbox ${count} times`];
    }),
    ...[...rows.keys()].flatMap((id) =>
      accepted.has(id) ? [] : [`${id} was recorded but never acknowledged`],
    ),
    ...inbox.flatMap(({ providerId, state }) =>
      state === "done" ? [] : [`the message ${providerId} is ${state}, not handled`],
    ),
  ];
}

const settled = new Set(["sent", "delivered", "read"]);

/** Nothing is under way any more, and nothing was given up in silence. */
const outboxBreaches = ({ outbox, canBeAsked }: Evidence): string[] =>
  outbox.flatMap(({ address, seq, status, repeats }) => [
    ...(settled.has(status) || (!canBeAsked && status === "failed" && repeats > 0)
      ? []
      : [`text ${seq} to ${address} is left as "${status}"`]),
    ...(canBeAsked && repeats > 0 ? [`text ${seq} to ${address} was sent again without asking`] : []),
  ]);

function numberBreaches({ members }: Evidence): string[] {
  const holders = Map.groupBy(members, ({ received }) => received.map(numberIn).find((one) => one !== null));
  return [...holders].flatMap(([number, holding]) =>
    number !== undefined && holding.length > 1 ? [`${holding.length} members have the number ${number}`] : [],
  );
}

/** The expected texts in their order, none missing; one may stand there again only as often as these rows say it was repeated. */
function textBreaches({ address, received, expected }: MemberSeen, rows: readonly OutboxRow[]): string[] {
  const found: string[] = [];
  const texts = received.map(withoutNumber);
  let at = 0;
  for (const [place, text] of expected.entries()) {
    const row = rows[place];
    const start = at;
    while (texts[at] === text) at += 1;
    const copies = at - start;
    const allowed = 1 + (row?.repeats ?? 0);
    if (copies === 0 && row?.status === "failed") return found;
    if (copies === 0) found.push(`${address} never got text ${place + 1} in its place`);
    if (copies > allowed) found.push(`${address} got text ${place + 1} ${copies} times`);
  }
  if (at < texts.length)
    found.push(`${address} got ${texts.length - at} texts more than, or out of, the order`);
  return found;
}
