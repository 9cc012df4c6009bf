import { tellOfRequest } from "../../bot/credentials/tell-of-request.ts";
import { tellEmployer } from "../../bot/employers/tell-employer.ts";
import { localDay } from "../../domain/local-day.ts";
import { dayMs } from "../../domain/moment.ts";
import { decideRequest } from "../../union/credentials/decide-request.ts";
import { verifyEmployer } from "../../union/employers/decide-employer.ts";
import type { Service } from "../service.ts";
import { seen } from "./seen.ts";
import { type TourPeople, toldInRound } from "./tour-people.ts";
import { type TourPhones, tourPhones } from "./tour-phones.ts";
import { textsOn, tourState } from "./tour-state.ts";

/** One step of the round: does what is not done yet, and settles when it can be seen on the phones. */
export type TourStep = (people: TourPeople, staffId: string) => Promise<void>;

const link = /https:\/\/t\.me\/\w+\?start=([\w-]+)/;
const code = /\b\d{4}[ -]\d{4}[ -]\d{4}\b/;

/** The five steps of the round, played by phones that write what people would write. */
export function tourSteps(service: Service): readonly [TourStep, TourStep, TourStep, TourStep, TourStep] {
  const { store } = service;
  const phones = tourPhones(service);
  const isDone = async (people: TourPeople, step: number): Promise<boolean> =>
    (await tourState(store, people)).done[step] ?? false;
  /** Looks until a phone shows something; gives what the pattern finds. */
  const onPhone = (phone: { readonly channel: string; readonly from: string }, pattern: RegExp) =>
    seen("a phone shows what it waits for", async () => {
      const found = (await textsOn(store, phone))
        .map((text) => pattern.exec(text))
        .find((one) => one !== null);
      return found ?? null;
    });

  return [
    async ({ member }) => {
      phones.passTime("morning");
      await join(phones, service, [member]);
      await phones.send({ channel: member.channel, from: member.from, text: "papers" });
      await phones.answer([member], "papers", "credential-request");
    },
    async (people) => {
      const { number, telegram } = people.attestor;
      phones.passTime("morning");
      const [, payload = ""] = await onPhone({ channel: "sms", from: number }, link);
      await phones.send({ channel: telegram.channel, from: telegram.from, text: `/start ${payload}` });
      // Whoever remembers takes a while; an answer within seconds would be flagged.
      phones.passTime("settled");
      await phones.answer([telegram], "attest");
      await seen("the request is attested", async () => ((await isDone(people, 1)) ? true : null));
    },
    async (people, staffId) => {
      const { requestId } = await tourState(store, people);
      if (requestId === null) return;
      const reason = "Both tell the same.";
      const tell = tellOfRequest(service);
      await decideRequest(service, { requestId, staffId, decision: "approve", reason, tell });
      await onPhone(people.member, code);
    },
    async (people, staffId) => {
      const { member, employer, others } = people;
      phones.passTime("morning");
      await join(phones, service, others);
      await offerWork(phones, service, people, staffId);
      phones.passTime("settled");
      await service.doorbell.announceRound("matching");
      await seen("three members were told", async () =>
        (await tourState(store, people)).told >= toldInRound ? true : null,
      );
      await phones.answer([member], "job-alert");
      await seen("the employer has her digest", async () =>
        (await tourState(store, people)).letterId === null ? null : true,
      );
      await onPhone(employer, /A1/);
    },
    async (people) => {
      const { member, employer, outsider } = people;
      await phones.send({ channel: employer.channel, from: employer.from, text: "YES A1" });
      await seen("the member is asked", async () => {
        await phones.answer([member], "introduce");
        const card = {
          opening: { employer: { employerContacts: { some: { address: { identifier: employer.from } } } } },
        };
        return store.read.introduction.findFirst({ where: { card, state: "agreed" } });
      });
      await onPhone(employer, new RegExp(member.answers.name ?? ""));
      const [number] = await onPhone(member, code);
      await phones.send({ channel: outsider.channel, from: outsider.from, text: `VERIFY ${number}` });
      await onPhone(outsider, /./);
    },
  ];
}

/** People become members, all at the same time; who is one already stays as she is. */
async function join(
  phones: TourPhones,
  { store }: Pick<Service, "store">,
  people: readonly TourPeople["member"][],
): Promise<void> {
  const known = await store.read.address.findMany({
    where: { identifier: { in: people.map(({ from }) => from) }, holders: { some: { until: null } } },
    select: { identifier: true },
  });
  const strangers = people.filter(({ from }) => !known.some(({ identifier }) => identifier === from));
  if (strangers.length > 0)
    await phones.send(...strangers.map(({ channel, from }) => ({ channel, from, text: "hi" })));
  await phones.answer(people, "join");
}

/** An employer joins, is verified by a caseworker and posts an opening; whatever is done already is left out. */
async function offerWork(
  phones: TourPhones,
  service: Service,
  people: TourPeople,
  staffId: string,
): Promise<void> {
  const { employer } = people;
  const now = service.clock.now().getTime();
  const days = { startsOn: localDay(now + 14 * dayMs, "TR"), until: localDay(now + 10 * dayMs, "TR") };
  const answering = { ...employer, answers: { ...employer.answers, ...days } };
  const here = { channel: employer.channel, from: employer.from };
  const before = await tourState(service.store, people);
  if (before.openingId !== null) return;
  if (before.employerId === null) {
    await phones.send({ ...here, text: "employer" });
    await phones.answer([answering], "employer-join");
  }
  const { employerId } = await tourState(service.store, people);
  if (employerId === null) throw new Error("The employer of the start page did not join.");
  const { kind } = await verifyEmployer(service, { employerId, staffId, reason: null });
  if (kind === "decided") await tellEmployer(service, { employerId, news: "verified" });
  await phones.send({ ...here, text: "employer" });
  await phones.answer([answering], "employer-menu", "post-job");
}
