import { dayMs, minuteMs } from "../../domain/moment.ts";
import { keepLetters } from "../../server/letters/keep-letters.ts";
import { writeLetter } from "../../server/letters/write-letter.ts";
import { openCase } from "../../union/cases/open-case.ts";
import { answerAttestation } from "../../union/credentials/answer-attestation.ts";
import { beginAttestation } from "../../union/credentials/begin-attestation.ts";
import { decideRequest } from "../../union/credentials/decide-request.ts";
import { openRequest } from "../../union/credentials/open-request.ts";
import { sharePapers } from "../../union/credentials/share-papers.ts";
import type { ChatDigest } from "../../union/digests/chat-digest.ts";
import { digestsDue } from "../../union/digests/digests-due.ts";
import { makeCard } from "../../union/digests/make-card.ts";
import { newApiKey } from "../../union/employers/api-keys.ts";
import { verifyEmployer } from "../../union/employers/decide-employer.ts";
import { joinEmployer } from "../../union/employers/join-employer.ts";
import { sendLetters } from "../../union/letters/send-letters.ts";
import { saveDraft } from "../../union/notices/save-draft.ts";
import { postOpening } from "../../union/openings/post-opening.ts";
import { addStaff } from "../../union/staff/add-staff.ts";
import { openWholeService, type WholeService } from "./whole-service.ts";

/** What people of the seeded union wrote; everything that is not said is harmless. */
export interface Words {
  readonly member: (at: number) => string;
  readonly place: (at: number) => string;
  readonly work: (at: number) => string;
  readonly message: (at: number) => string;
  readonly employer: (at: number) => string;
  readonly details: (at: number) => string;
  readonly attestor: (at: number) => string;
  readonly notice: string;
  readonly staff: string;
}

const harmless: Words = {
  member: (at) => `Amina Q${at}zx`,
  place: (at) => `Kilis Q${at}zx`,
  work: (at) => `weaving Q${at}zx`,
  message: (at) => `I need a person Q${at}zx`,
  employer: (at) => `Atelier ${at}`,
  details: () => "Hot meals",
  attestor: (at) => `Mr Demir ${at}`,
  notice: "Course in May",
  staff: "Ayse",
};

/** One employer with an opening, a digest of it, and a key. */
export interface SeededEmployer {
  readonly id: string;
  readonly key: string;
  readonly openingId: string;
  readonly openingCode: string;
  readonly digest: ChatDigest;
}

/** Members, two employers, openings, digests, letters, papers, cases and a notice, as they come about. */
export interface SeededService extends WholeService {
  readonly employers: readonly [SeededEmployer, SeededEmployer];
  readonly codes: readonly string[];
  /** Opens the papers of the first member. */
  readonly pin: string;
  /** An id of every kind, by the place in the console that shows it. */
  readonly ids: Readonly<
    Record<"cases" | "requests" | "credentials" | "employers" | "openings" | "notices" | "staff", string>
  >;
}

const members = 12;

const everybody = {
  ...{ languages: [], channels: [], places: [], livelihoodGroups: [] },
  ...{ seenWithinDays: null, onlyMembers: true, notMessagedForHours: null },
};

/** Opens the whole service and fills it. */
export async function openSeededService(
  mode: "sim" | "live" = "sim",
  said: Partial<Words> = {},
): Promise<SeededService> {
  const whole = await openWholeService(mode);
  const { runtime } = whole;
  const words = { ...harmless, ...said };
  const { store } = runtime;
  const now = runtime.clock.now();
  const { id: staffId } = await addStaff(
    runtime,
    { name: words.staff, email: "ayse@union.example", role: "administrator", language: "en" },
    "operator",
  );
  await store.write.once(async (tx) => {
    for (let at = 0; at < members; at += 1) {
      const id = `person${at}`;
      const addressId = `address${at}`;
      await tx.person.create({
        data: {
          ...{ id, serial: at + 1, number: `MU-${7000 + at}-Q`, language: "en", name: words.member(at) },
          ...{ place: words.place(at), work: "other", workOther: words.work(at), ageBand: "from30" },
          ...{ livelihood: "tailor", years: 6, jobAlerts: true, createdAt: now, joinedAt: now },
        },
      });
      const identifier = `+9055501770${String(at).padStart(2, "0")}`;
      await tx.address.create({
        data: { id: addressId, channel: "sms", identifier, country: "TR", firstSeenAt: now },
      });
      await tx.addressHolder.create({ data: { id: `holder${at}`, addressId, personId: id, since: now } });
      await tx.lane.create({
        data: {
          ...{ addressId, account: "sms:union", state: "open", owner: "bot", language: "en" },
          ...{ turn: 1, outSeq: 0, lastInboundAt: now },
        },
      });
      for (const topic of ["profile", "jobs", "notices"])
        await tx.consentEntry.create({
          data: {
            ...{ addressId, personId: id, topic, decision: "given", how: "join" },
            ...{ textVersion: 1, language: "en", at: now },
          },
        });
      await tx.inboundMessage.create({
        data: {
          ...{ addressId, account: "sms:union", providerId: id, kind: "text", text: words.message(at) },
          ...{
            providerAnswered: false,
            unread: "{}",
            requestId: id,
            receivedAt: now,
            state: "done",
            attempts: 1,
          },
        },
      });
      await openCase(tx, { id: `case${at}`, addressId, personId: id, reason: "asked_for_person", now });
    }
  });
  const codes: string[] = [];
  for (let at = 0; at < members; at += 1) {
    const opened = await store.write.once((tx) =>
      openRequest(
        tx,
        runtime,
        {
          ...{ personId: `person${at}`, addressId: `address${at}` },
          ...{
            claim: { kind: "work-record", livelihood: "tailor", months: 24 },
            relation: "former-employer",
          },
          attestor: {
            number: `+9055502880${String(at).padStart(2, "0")}`,
            name: words.attestor(at),
            language: "fr",
          },
        },
        now,
      ),
    );
    if (opened.kind !== "opened") throw new Error(`No request: ${opened.why}`);
    const { attestationId, requestId } = opened;
    const addressId = "the attestor's";
    const answers = { place: words.attestor(at).slice(0, 60), tool: words.attestor(at).slice(0, 80) };
    await store.write.once((tx) => beginAttestation(tx, { attestationId, addressId }, now));
    await store.write.once((tx) =>
      answerAttestation(
        tx,
        { attestationId, addressId, answers, verdict: "right" },
        new Date(now.getTime() + 5 * minuteMs),
      ),
    );
    if (at > 1) continue;
    const decision = { requestId, staffId, decision: "approve", reason: words.attestor(at) } as const;
    const decided = await decideRequest(runtime, decision);
    if (decided.kind === "issued") codes.push(decided.code);
  }
  const shared = await store.write.once((tx) =>
    sharePapers(tx, runtime, { personId: "person0", addressId: "address0" }, now),
  );
  const employers: Omit<SeededEmployer, "digest">[] = [];
  for (const at of [0, 1]) employers.push(await seedEmployer(whole, words, at, staffId));
  const digests: ChatDigest[] = [];
  await digestsDue(runtime, {
    digest: async (_tx, digest) => void digests.push(digest),
    paused: async () => undefined,
  });
  const digestOf = (employerId: string): ChatDigest => {
    const digest = digests.find((one) => one.employerId === employerId);
    if (digest === undefined) throw new Error(`Employer ${employerId} got no digest.`);
    return digest;
  };
  await sendLetters(runtime, { transport: keepLetters, write: writeLetter });
  const notice = await saveDraft(runtime, {
    ...{ staffId, noticeId: null },
    draft: {
      ...{ title: words.notice, texts: { en: "Free course on Monday at 9." }, missing: "leave_out" },
      ...{ audience: everybody, notAfter: now.getTime() + dayMs },
    },
  });
  if (notice.kind !== "saved") throw new Error(`No notice: ${notice.kind}`);
  const [one, other] = employers.map((employer) => ({ ...employer, digest: digestOf(employer.id) }));
  if (one === undefined || other === undefined || shared === null || codes.length < 2)
    throw new Error("The service was not seeded.");
  const credential = await store.read.credential.findFirstOrThrow();
  const request = await store.read.credentialRequest.findFirstOrThrow({ where: { state: "attested" } });
  return {
    ...whole,
    ...{ employers: [one, other], codes, pin: shared.pin },
    ids: {
      ...{ cases: "case0", requests: request.id, credentials: credential.id, employers: one.id },
      ...{ openings: one.openingId, notices: notice.noticeId, staff: staffId },
    },
  };
}

async function seedEmployer({ runtime }: WholeService, words: Words, at: number, staffId: string) {
  const { store, newId } = runtime;
  const now = runtime.clock.now();
  const id = `employer${at}`;
  const openingId = `opening${at}`;
  await store.write.once((tx) =>
    joinEmployer(tx, {
      ...{ id, contactId: newId(), name: words.employer(at), kind: "company", place: words.place(at) },
      ...{ country: "TR", contactName: words.member(at), email: `jobs${at}@atelier.example`, language: "en" },
      ...{ addressId: null, now },
    }),
  );
  await verifyEmployer(runtime, { employerId: id, staffId, reason: null });
  const made = await newApiKey(runtime, { employerId: id, staffId, label: "web site" });
  const posted = await store.write.once((tx) =>
    postOpening(tx, {
      ...{ id: openingId, employerId: id, source: "api", actor: `employer:${id}`, now: now.getTime() },
      draft: {
        ...{ livelihood: "tailor", pay: { amount: 22_000, currency: "TRY", period: "month" } },
        ...{ place: "Gaziantep", country: "TR", places: 1, startsOn: "2026-12-15", hours: null },
        ...{ validUntil: now.getTime() + 14 * dayMs, details: null },
      },
    }),
  );
  if (made.kind !== "made" || posted.kind !== "posted") throw new Error("An employer was not seeded.");
  await store.write.once(async (tx) => {
    await tx.opening.update({ where: { id: openingId }, data: { details: words.details(at) } });
    for (let member = 0; member < 6; member += 1) {
      const personId = `person${member}`;
      await tx.alert.create({
        data: {
          ...{ id: `alert${at}${member}`, openingId, personId, state: "interested", wave: 1, score: 0.8 },
          explanation: JSON.stringify({
            liking: { work: 1, pay: 0.5, near: 1, schedule: 0.5, contract: 0.5, wish: 0.5 },
            fit: { skills: 0.9, experience: 1, languages: 0.6, credential: 0.5, fresh: 1 },
          }),
          ...{ dueAt: now, toldAt: now, answeredAt: now },
        },
      });
      await makeCard(tx, { id: `card${at}${member}`, openingId, personId, now });
    }
  });
  return { id, key: made.key, openingId, openingCode: posted.code };
}
