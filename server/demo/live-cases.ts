import { answerInCase } from "../../bot/cases/answer-in-case.ts";
import { hourMs } from "../../domain/moment.ts";
import { takeCase } from "../../union/cases/take-case.ts";
import { demoMembers } from "./demo-members.ts";
import type { DemoUnion } from "./demo-union.ts";
import { addressOf } from "./member-at.ts";

/** A talk with a person of staff: what the member says, and what a caseworker answers; null: nobody has yet. */
interface DemoTalk {
  /** Her place in the list of members. */
  readonly member: number;
  readonly word: string;
  readonly says: string;
  readonly answer: string | null;
}

const talks: readonly DemoTalk[] = [
  {
    ...{ member: 5, word: "شخص", says: "صاحب العمل لم يدفع أجري منذ شهر. ماذا أفعل؟" },
    answer: "شكراً لأنك كتبت. هل عندك عقد أو رسائل منه؟",
  },
  {
    ...{ member: 27, word: "humain", says: "On me demande de payer pour une place. Est-ce normal ?" },
    answer: "Non. Ne payez rien. Qui vous l'a demandé ?",
  },
  { ...{ member: 39, word: "person", says: "Can my sister use this phone too?" }, answer: null },
  { ...{ member: 57, word: "humain", says: "Je déménage à Bukavu le mois prochain." }, answer: null },
];

/** Four members ask for a person and say why; a caseworker takes two of them up. */
export async function liveCases(
  { service, hear, pass }: DemoUnion,
  staff: { readonly id: string; readonly name: string },
): Promise<void> {
  const { store } = service;
  for (const { member: at, word, says, answer } of talks) {
    const member = demoMembers[at];
    if (member === undefined) continue;
    const { channel, from } = member;
    await hear([{ channel, from, text: word }]);
    await hear([{ channel, from, text: says }]);
    if (answer === null) continue;
    await pass(hourMs / 2);
    const { addressId } = await addressOf(store, member);
    const { id: caseId } = await store.read.case.findFirstOrThrow({ where: { addressId, closedAt: null } });
    await takeCase(service, { caseId, staffId: staff.id });
    const said = { caseId, staffId: staff.id, staffName: staff.name, text: answer, once: service.newId() };
    const { kind } = await answerInCase(service, said);
    if (kind !== "queued") throw new Error(`An invented case was answered: ${kind}`);
  }
}
