import { storedPayload } from "../../bot/outbound/stored-payload.ts";
import { countSegments } from "../../domain/sms-segments.ts";
import type { Prisma } from "../../prisma/client/client.ts";
import type { Store } from "../../prisma/store.ts";
import type { SimMessage, SimMessages } from "./sim-message.ts";

/** Which handset, and after which message. */
export interface HandsetQuestion {
  readonly channel: string;
  readonly address: string;
  /** The cursor of the answer before; empty for everything. */
  readonly after: string;
}

/** What has reached a handset: before that a message is not on its screen. */
const arrived = ["sent", "delivered", "read"];
const most = 200;

/** The messages of one handset after a cursor, in the order in which they were written and arrived. */
export async function listSimMessages(
  { read }: Store,
  { channel, address, after }: HandsetQuestion,
): Promise<SimMessages> {
  const lane = await read.address.findUnique({
    where: { channel_identifier: { channel, identifier: address } },
    select: { id: true },
  });
  if (lane === null) return { messages: [], cursor: after };
  const addressId = lane.id;
  const { afterIn, afterOut } = placeOf(after, addressId);
  const written = await read.inboundMessage.findMany({
    where: { addressId, id: { gt: afterIn } },
    orderBy: { id: "asc" },
    take: most,
  });
  const answers = await read.outboundMessage.findMany({
    where: { addressId, seq: { gt: afterOut }, status: { in: arrived } },
    include: { parts: { orderBy: { n: "asc" } } },
    orderBy: { seq: "asc" },
    take: most,
  });
  const messages = [...written.map(fromHandset), ...answers.flatMap(toHandset)];
  const cursor = `${addressId}.${written.at(-1)?.id ?? afterIn}.${answers.at(-1)?.seq ?? afterOut}`;
  return { messages: messages.sort((one, other) => one.at.localeCompare(other.at)), cursor };
}

/** Where a cursor stands. An address that was forgotten meanwhile and writes again is a new one, and counts from the beginning. */
function placeOf(cursor: string, addressId: string): { readonly afterIn: number; readonly afterOut: number } {
  const [whose, afterIn = "", afterOut = ""] = cursor.split(".");
  if (whose !== addressId) return { afterIn: 0, afterOut: 0 };
  return { afterIn: Number.parseInt(afterIn, 10) || 0, afterOut: Number.parseInt(afterOut, 10) || 0 };
}

type Written = Prisma.InboundMessageGetPayload<object>;
type Answer = Prisma.OutboundMessageGetPayload<{ include: { parts: true } }>;

const fromHandset = (message: Written): SimMessage => ({
  id: `in-${message.id}`,
  direction: "in",
  at: message.receivedAt.toISOString(),
  text: message.choice ?? message.text,
  language: null,
  payload: null,
  status: message.state,
  segments: null,
});

function toHandset(message: Answer): readonly SimMessage[] {
  return message.parts.map(({ n, payload }) => {
    const shown = storedPayload.parse(JSON.parse(payload));
    const { encoding, units, segments } = countSegments(shown.text);
    return {
      id: `${message.id}-${n}`,
      direction: "out",
      at: (message.sentAt ?? message.queuedAt).toISOString(),
      text: shown.text,
      language: message.language,
      payload: shown,
      status: message.status,
      segments: { encoding, units, segments },
    };
  });
}
