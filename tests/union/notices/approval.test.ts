import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayMs } from "../../../domain/moment.ts";
import type { Store } from "../../../prisma/store.ts";
import { firstBrokenSeal } from "../../../union/audit/audit.ts";
import { approveNotice } from "../../../union/notices/approve-notice.ts";
import { freezeRecipients } from "../../../union/notices/freeze-recipients.ts";
import { saveDraft } from "../../../union/notices/save-draft.ts";
import { returnNotice } from "../../../union/notices/steer-notice.ts";
import { findNotice, type Notice } from "../../../union/notices/stored-notice.ts";
import { submitNotice } from "../../../union/notices/submit-notice.ts";
import type { Role } from "../../../union/staff/permissions.ts";
import { type TestDatabase, testDatabase } from "../../prisma/open-test-store.ts";
import { addSome, many } from "./some-people.ts";
import { aDraft, meansOn, noon, written } from "./writing-desk.ts";

let database: TestDatabase;
let store: Store;
let means: ReturnType<typeof meansOn>;
beforeEach(async () => {
  database = await testDatabase();
  store = await database.open();
  means = meansOn(store);
});
afterEach(() => database.remove());

const noticeOf = async (noticeId: string): Promise<Notice> => {
  const notice = await findNotice(store.read, noticeId);
  if (notice === null) throw new Error("There is no such notice.");
  return notice;
};
const submit = (noticeId: string, staffId = "writer") => submitNotice(means, { noticeId, staffId });
const approve = async (noticeId: string, staffId = "second", role: Role = "approver") =>
  approveNotice(means, { noticeId, staffId, role, seen: (await noticeOf(noticeId)).changedAt });

describe("a draft", () => {
  it.each([
    ["a title", { title: " " }, "no_title"],
    ["words", { texts: {} }, "no_text"],
    ["no link", { texts: { en: "See bit.ly/x" } }, "link"],
    ["a last moment ahead", { notAfter: noon.getTime() }, "not_after_passed"],
    ["a last moment within two weeks", { notAfter: noon.getTime() + 14 * dayMs + 1 }, "not_after_too_late"],
    ["a last moment at all", { notAfter: Number.NaN }, "not_after_passed"],
  ] as const)("needs %s, and is not kept without", async (_, over, fault) => {
    const saved = await saveDraft(means, { staffId: "writer", noticeId: null, draft: aDraft(over) });
    expect(saved).toMatchObject({ kind: "faults", faults: [{ kind: fault }] });
    expect(await store.read.notice.count()).toBe(0);
  });

  it("can be changed until it is handed on; who changed it last has written it", async () => {
    await addSome(store, many(51));
    const noticeId = await written(means);
    const change = { staffId: "other", noticeId, draft: aDraft({ title: "Course, changed" }) };
    expect((await saveDraft(means, change)).kind).toBe("saved");
    expect(await noticeOf(noticeId)).toMatchObject({ title: "Course, changed", writtenBy: "other" });
    expect(await submit(noticeId)).toEqual({ kind: "not_writer" });
    expect((await submit(noticeId, "other")).kind).toBe("awaiting_approval");
    expect(await saveDraft(means, change)).toEqual({ kind: "not_a_draft" });
  });
});

describe("approval", () => {
  it("is not needed for up to 50 people: the writer sends it alone", async () => {
    await addSome(store, many(50));
    const noticeId = await written(means);
    expect(await submit(noticeId)).toEqual({ kind: "approved" });
    expect(await noticeOf(noticeId)).toMatchObject({
      state: "sending",
      recipients: 50,
      approvedBy: "writer",
    });
    expect(await submit(noticeId)).toEqual({ kind: "not_a_draft" });
  });

  it("is needed for 51, by an approver who has not written it", async () => {
    await addSome(store, many(51));
    const noticeId = await written(means);
    expect(await submit(noticeId)).toEqual({ kind: "awaiting_approval", people: 51 });
    expect(await approve(noticeId, "writer")).toEqual({ kind: "own_notice" });
    expect(await approve(noticeId, "second", "caseworker")).toEqual({ kind: "not_approver" });
    expect(await store.read.noticeRecipient.count()).toBe(0);
    expect(await approve(noticeId)).toEqual({ kind: "approved" });
    expect(await noticeOf(noticeId)).toMatchObject({
      state: "sending",
      recipients: 51,
      approvedBy: "second",
    });
    expect(await store.read.noticeRecipient.count({ where: { state: "frozen" } })).toBe(51);
    expect(await approve(noticeId)).toEqual({ kind: "not_waiting" });
  });

  it("may be an administrator's, who may do whatever an approver may, but never for her own notice", async () => {
    await addSome(store, many(51));
    const noticeId = await written(means);
    await submit(noticeId);
    expect(await approve(noticeId, "writer", "administrator")).toEqual({ kind: "own_notice" });
    expect(await approve(noticeId, "second", "administrator")).toEqual({ kind: "approved" });
  });

  it("is for what was read: not for words that were changed meanwhile", async () => {
    await addSome(store, many(51));
    const noticeId = await written(means);
    await submit(noticeId);
    const seen = (await noticeOf(noticeId)).changedAt;
    expect(await returnNotice(means, { noticeId, staffId: "second" })).toEqual({ kind: "done" });
    means.later(1);
    await saveDraft(means, { staffId: "writer", noticeId, draft: aDraft({ title: "Something else" }) });
    await submit(noticeId);
    expect(await approveNotice(means, { noticeId, staffId: "second", role: "approver", seen })).toEqual({
      kind: "changed",
    });
    expect(await approve(noticeId)).toEqual({ kind: "approved" });
  });

  it("comes too late after the last moment, and nothing goes to nobody", async () => {
    const noticeId = await written(means);
    expect(await submit(noticeId)).toEqual({ kind: "nobody" });
    await addSome(store, many(51));
    await submit(noticeId);
    means.later(3 * dayMs);
    expect(await approve(noticeId)).toEqual({ kind: "too_late" });
    expect(await noticeOf(noticeId)).toMatchObject({ state: "awaiting_approval", recipients: 0 });
  });

  it("is asked after all where more people are found than the writer may write to alone", async () => {
    await addSome(store, many(50));
    const noticeId = await written(means);
    const draft = await noticeOf(noticeId);
    // As if somebody joined after the count: it is approved by the writer, and 51 are found.
    await store.write.once((tx) =>
      tx.notice.update({
        where: { id: noticeId },
        data: { state: "freezing", approvedBy: "writer", approvedAt: noon },
      }),
    );
    await addSome(store, [{ address: "z9999" }]);
    await freezeRecipients(store, { ...draft, approvedAt: noon.getTime() }, () => noon);
    expect(await noticeOf(noticeId)).toMatchObject({
      state: "awaiting_approval",
      approvedBy: null,
      recipients: 0,
    });
    expect(await store.read.noticeRecipient.count()).toBe(0);
  });

  it("is written down, step by step, in the audit log", async () => {
    await addSome(store, many(51));
    const noticeId = await written(means);
    await submit(noticeId);
    await approve(noticeId);
    const entries = await store.read.auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(entries.map(({ actor, action }) => [actor, action])).toEqual([
      ["staff:writer", "notice.drafted"],
      ["staff:writer", "notice.submit"],
      ["staff:second", "notice.approve"],
      ["system", "notice.frozen"],
    ]);
    expect(await firstBrokenSeal(store.read)).toBeNull();
  });
});
