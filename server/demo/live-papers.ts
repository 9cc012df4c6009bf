import { tellOfRequest } from "../../bot/credentials/tell-of-request.ts";
import { hourMs } from "../../domain/moment.ts";
import { decideRequest } from "../../union/credentials/decide-request.ts";
import { openRequest } from "../../union/credentials/open-request.ts";
import { answerAll } from "./answer-all.ts";
import { demoMembers } from "./demo-members.ts";
import { type DemoPaper, demoPapers } from "./demo-papers.ts";
import type { DemoUnion } from "./demo-union.ts";
import { addressOf } from "./member-at.ts";

/** Members ask for papers, and the attestors they named are asked. Gives back the id of each request. */
export async function askForPapers({ service }: DemoUnion): Promise<ReadonlyMap<DemoPaper, string>> {
  const { store, clock } = service;
  const asked = new Map<DemoPaper, string>();
  for (const paper of demoPapers) {
    const member = demoMembers[paper.member];
    if (member === undefined) continue;
    const { addressId, personId } = await addressOf(store, member);
    const { claim, relation, attestor } = paper;
    const opened = await store.write.once((tx) =>
      openRequest(tx, service, { personId, addressId, claim, relation, attestor }, clock.now()),
    );
    if (opened.kind === "refused") throw new Error(`An invented paper was refused: ${opened.why}`);
    asked.set(paper, opened.requestId);
  }
  return asked;
}

/** The attestors answer on their phones, most of them. */
export const attestPapers = (union: DemoUnion): Promise<void> =>
  answerAll(
    union,
    demoPapers.flatMap(({ attestor: { number, answers } }) =>
      answers === null ? [] : [{ channel: "sms", from: number, answers }],
    ),
    "attest",
  );

/** Caseworkers decide about some of them, an hour apart; where two must look, the second does it after the first. */
export async function decidePapers(
  { service, pass }: DemoUnion,
  asked: ReadonlyMap<DemoPaper, string>,
  staffIds: readonly string[],
): Promise<void> {
  for (const [{ decision }, requestId] of asked) {
    if (decision === null) continue;
    await pass(hourMs);
    const reason =
      decision === "approve" ? "Answers agree with the claim." : "The attestor does not know her.";
    const tell = tellOfRequest(service);
    const kinds: string[] = [];
    for (const staffId of staffIds)
      kinds.push((await decideRequest(service, { requestId, staffId, decision, reason, tell })).kind);
    if (!kinds.includes(decision === "approve" ? "issued" : "refused"))
      throw new Error(`An invented request became ${kinds.join(", ")}.`);
  }
}
