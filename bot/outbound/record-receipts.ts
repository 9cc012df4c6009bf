import { laterStatus, type MessageStatus } from "../../domain/delivery-status.ts";
import type { Receipt } from "../../domain/receipt.ts";
import type { ReceiptTarget, StatusChange } from "../../prisma/rows/outbound.ts";
import type { NewReceipt } from "../../prisma/statements.ts";
import type { Transaction } from "../../prisma/store.ts";
import type { Runtime } from "../runtime.ts";

/** What a receipt did. */
export type ReceiptOutcome = "changed" | "nothing_new" | "unknown_message";

export type RecordReceipt = (receipt: Receipt) => Promise<ReceiptOutcome>;

/**
 * Makes the function that keeps delivery reports. Each is only ever added; the status derived from them only moves
 * forward, whatever order they come in, and whether they come before or after the provider's own answer.
 */
export function recordReceipt(runtime: Runtime): RecordReceipt {
  const { store, clock, counts, log } = runtime;
  const record = store.write.of<Report, Recorded>((tx, receipts) => recordAll(tx, receipts, runtime));
  return async (receipt) => {
    const { outcome, requestId } = await record({
      account: receipt.account,
      messageId: receipt.messageId,
      part: receipt.part,
      providerId: receipt.providerId,
      providerStatus: receipt.providerStatus,
      code: receipt.code ?? "",
      status: receipt.status,
      receivedAt: clock.now().getTime(),
    });
    counts.receipt(receipt.account, receipt.status ?? "unknown_word");
    if (receipt.status === null)
      log.warn(
        { requestId, account: receipt.account, word: receipt.providerStatus },
        "a receipt used a word we do not know",
      );
    // An id that is none of ours could be anything: it stands in the URL.
    const message = outcome === "unknown_message" ? null : receipt.messageId;
    log.info({ requestId, message, part: receipt.part, status: receipt.status, outcome }, "receipt recorded");
    return outcome;
  };
}

type Report = NewReceipt & { readonly status: MessageStatus | null };

/** The request that the message answered is named with it: by that id a message is followed from webhook to receipt. */
interface Recorded {
  readonly outcome: ReceiptOutcome;
  readonly requestId: string | null;
}

async function recordAll(
  tx: Transaction,
  reports: readonly Report[],
  { statements }: Runtime,
): Promise<readonly Recorded[]> {
  await statements.addReceipts(tx, reports);
  const targets = await statements.findParts(tx, reports);
  const known = new Map<string, ReceiptTarget>();
  const changes: StatusChange[] = [];
  const outcomes = reports.map((report, at): Recorded => {
    const found = targets[at];
    if (found == null) return { outcome: "unknown_message", requestId: null };
    const { requestId } = found;
    const target = known.get(found.messageId) ?? found;
    const change = changeBy(report, { ...target, n: found.n });
    if (change === null) return { outcome: "nothing_new", requestId };
    changes.push(change);
    known.set(found.messageId, afterChange(target, change));
    return { outcome: "changed", requestId };
  });
  for (const change of changes) await statements.changeStatuses(tx, [change]);
  return outcomes;
}

/** What a report changes, or null. Any word at all proves that the provider has the message. */
function changeBy({ status, providerId, code }: Report, target: ReceiptTarget): StatusChange | null {
  const reported = status === null || status === "queued" || status === "sending" ? "sent" : status;
  const part = target.parts.find(({ n }) => n === target.n);
  if (part === undefined) return null;
  const partStatus = laterStatus(part.status, reported);
  if (partStatus === part.status) return null;
  const parts = target.parts.map((each) => (each.n === target.n ? { ...each, status: partStatus } : each));
  const messageStatus = wholeStatus(
    target.messageStatus,
    parts.map((each) => each.status),
  );
  const reason =
    code !== "" && (partStatus === "undeliverable" || partStatus === "failed")
      ? `provider code ${code}`
      : null;
  return {
    messageId: target.messageId,
    part: target.n,
    partStatus,
    providerId,
    code: code === "" ? null : code,
    messageStatus,
    reason,
  };
}

/** A message is as far as the part that is least far; one part that failed makes it fail. */
export function wholeStatus(current: MessageStatus, parts: readonly MessageStatus[]): MessageStatus {
  const broken = parts.find((status) => status === "undeliverable" || status === "failed");
  if (broken !== undefined) return broken;
  const unsent = parts.some((status) => status === "queued" || status === "sending" || status === "unknown");
  if (unsent)
    return current === "unknown" && parts.every((status) => status !== "unknown") ? "queued" : current;
  return parts.includes("sent") ? "sent" : parts.includes("delivered") ? "delivered" : "read";
}

const afterChange = (target: ReceiptTarget, change: StatusChange): ReceiptTarget => ({
  ...target,
  messageStatus: change.messageStatus,
  parts: target.parts.map((part) => (part.n === change.part ? { ...part, status: change.partStatus } : part)),
});
