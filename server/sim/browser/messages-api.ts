import type { Address } from "../../../domain/address.ts";
import type { SimMessages } from "../sim-message.ts";
import { isSimMessages } from "./is-sim-messages.ts";
import type { Reply } from "./reply.ts";

/** What became of a request: the answer, the server's reason for refusing it, or no answer at all. */
export type Outcome<Answer> =
  | { readonly kind: "done"; readonly answer: Answer }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "no_answer" };

/** Hands a person's reply to the Union. Never rejects. */
export async function sendReply(from: Address, reply: Reply): Promise<Outcome<null>> {
  const said = reply.kind === "text" ? { text: reply.text } : { choice: reply.id };
  const response = await ask("/sim/messages", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ channel: from.channel, from: from.identifier, ...said }),
  });
  if (response === null) return { kind: "no_answer" };
  if (response.ok) return { kind: "done", answer: null };
  return { kind: "refused", reason: await reasonOf(response) };
}

/** Lists the messages to and from an address after a cursor; the empty cursor lists all. Never rejects. */
export async function listMessages(address: Address, after: string): Promise<Outcome<SimMessages>> {
  const { channel, identifier } = address;
  const response = await ask(
    `/sim/messages?${new URLSearchParams({ channel, address: identifier, after })}`,
    {},
  );
  if (response === null) return { kind: "no_answer" };
  if (!response.ok) return { kind: "refused", reason: await reasonOf(response) };
  const answer: unknown = await response.json().catch(() => null);
  if (!isSimMessages(answer)) return { kind: "refused", reason: "the server's answer could not be read" };
  return { kind: "done", answer };
}

const ask = (url: string, request: RequestInit): Promise<Response | null> =>
  fetch(url, request).catch(() => null);

async function reasonOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body !== "object" || body === null) return `the server answered ${response.status}`;
  const faults = "faults" in body && Array.isArray(body.faults) ? body.faults.map(faultText) : [];
  const error = "error" in body && typeof body.error === "string" ? body.error : `error ${response.status}`;
  return faults.length > 0 ? `${error}: ${faults.join("; ")}` : error;
}

const faultText = (fault: unknown): string => (typeof fault === "string" ? fault : JSON.stringify(fault));
