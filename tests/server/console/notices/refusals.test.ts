import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayMs } from "../../../../domain/moment.ts";
import { aForm, type NoticeConsole, openNoticeConsole, textOf, writes } from "./notice-console.ts";

let scene: NoticeConsole;
beforeEach(async () => {
  scene = await openNoticeConsole();
});
afterEach(() => scene.close());

const seenOf = (body: string) => /name="seen" value="(\d+)"/.exec(body)?.[1] ?? "";

describe("a notice that is not fit to be kept", () => {
  it.each([
    ["a title", { title: "  " }, "Give it a title."],
    ["words", { "text-en": " " }, "Write the text in at least one language."],
    ["no link", { "text-en": "See bit.ly/x" }, "English: bit.ly/x is a link."],
    ["few words", { "text-fr": "x".repeat(481) }, "Français: 481 characters are too many; 480 is the most."],
    ["a last moment", { until: "tomorrow" }, "Choose a last moment that lies ahead."],
    ["a last moment ahead", { until: "2026-11-24T08:00" }, "Choose a last moment that lies ahead."],
    ["one within two weeks", { until: "2026-12-24T08:00" }, "Choose a last moment within 14 days."],
    ["whole days", { seen: "1.5" }, "Write the days as a whole number"],
    ["hours that are a number", { spared: "many" }, "Write the hours as a whole number"],
    ["few places", { places: "x\n".repeat(21) }, "Write at most 20 places"],
    ["languages there are", { languages: "xx" }, "The form could not be read."],
  ])("needs %s: a sentence says so, and what was typed stays", async (_, over, sentence) => {
    const browser = await scene.as("caseworker");
    const answer = await browser.post("/console/notices", { form: aForm({ channels: "sms", ...over }) });
    expect(answer.statusCode).toBe(422);
    expect(textOf(answer)).toContain(`Nothing was changed. ${sentence}`);
    expect(answer.body).toContain('value="sms" checked');
    expect(await scene.store.read.notice.count()).toBe(0);
  });

  it("has all its faults named at once", async () => {
    const browser = await scene.as("caseworker");
    const form = { title: "", "text-en": "bit.ly/x", until: "" };
    const answer = textOf(await browser.post("/console/notices", { form }));
    for (const sentence of ["Give it a title.", "bit.ly/x is a link.", "Choose a last moment"])
      expect(answer).toContain(sentence);
  });
});

describe("a notice that may not go now", () => {
  it("reaches nobody", async () => {
    const browser = await scene.as("caseworker");
    const { id } = await writes(browser);
    const answer = await browser.post(`/console/notices/${id}/submit`);
    expect([answer.statusCode, textOf(answer).includes("It would reach nobody.")]).toEqual([422, true]);
  });

  it("is somebody else's", async () => {
    await scene.people(2);
    const { id } = await writes(await scene.as("caseworker"));
    const other = await scene.as("approver");
    expect((await other.get(`/console/notices/${id}`)).body).not.toContain(`/${id}/submit`);
    const answer = await other.post(`/console/notices/${id}/submit`);
    expect(textOf(answer)).toContain(
      "Nothing was changed. Only who wrote it, or changed it last, can send it.",
    );
  });

  it("was sent before: a second click sends nothing, and it can be changed no more", async () => {
    await scene.people(2);
    const browser = await scene.as("caseworker");
    const { id } = await writes(browser);
    await browser.post(`/console/notices/${id}/submit`);
    const twice = await browser.post(`/console/notices/${id}/submit`);
    expect([twice.statusCode, textOf(twice).includes("It was handed on before")]).toEqual([422, true]);
    const changed = await browser.post(`/console/notices/${id}`, { form: aForm() });
    expect([changed.statusCode, textOf(changed).includes("It was handed on before")]).toEqual([422, true]);
    expect((await browser.get(`/console/notices/${id}/edit`)).headers.location).toBe(
      `/console/notices/${id}`,
    );
    expect(await scene.store.read.noticeRecipient.count()).toBe(2);
  });

  it("is too late", async () => {
    await scene.people(2);
    const browser = await scene.as("caseworker");
    const { id } = await writes(browser);
    scene.forward(4 * dayMs);
    const awake = await scene.as("caseworker");
    const answer = await awake.post(`/console/notices/${id}/submit`);
    expect([answer.statusCode, textOf(answer).includes("Its last moment has passed.")]).toEqual([422, true]);
    expect(await scene.store.read.noticeRecipient.count()).toBe(0);
  });
});

describe("approval", () => {
  beforeEach(() => scene.people(51));

  it("is not for a caseworker, not even with the address of the form", async () => {
    const writer = await scene.as("caseworker");
    const { id, page } = await writes(writer);
    await writer.post(`/console/notices/${id}/submit`);
    expect(page.body).not.toContain("/approve");
    const answer = await writer.post(`/console/notices/${id}/approve`, { form: { seen: "1" } });
    expect([answer.statusCode, textOf(answer).includes("Your role may not do this")]).toEqual([403, true]);
  });

  it("is not for who wrote it, even an approver", async () => {
    const writer = await scene.as("approver");
    const { id } = await writes(writer);
    const handed = await writer.does(`/console/notices/${id}/submit`);
    expect(textOf(handed)).toContain("You wrote it. Somebody else");
    const { changedAt } = await scene.office.notice(id);
    const form = { seen: String(changedAt) };
    const answer = await writer.post(`/console/notices/${id}/approve`, { form });
    expect([answer.statusCode, textOf(answer).includes("You wrote it, so somebody else")]).toEqual([
      422,
      true,
    ]);
    expect(await scene.store.read.noticeRecipient.count()).toBe(0);
  });

  it("is for an administrator too, who may do whatever an approver may", async () => {
    const writer = await scene.as("caseworker");
    const { id } = await writes(writer);
    await writer.post(`/console/notices/${id}/submit`);
    const administrator = await scene.as("administrator");
    const seen = seenOf((await administrator.get(`/console/notices/${id}`)).body);
    const answer = await administrator.does(`/console/notices/${id}/approve`, { seen });
    expect(textOf(answer)).toContain("It is being sent.");
  });

  it("is only for the words that were read, and never without having read any", async () => {
    const writer = await scene.as("caseworker");
    const { id } = await writes(writer);
    await writer.post(`/console/notices/${id}/submit`);
    const approver = await scene.as("approver");
    const seen = seenOf((await approver.get(`/console/notices/${id}`)).body);
    await writer.post(`/console/notices/${id}/return`);
    const { changedAt } = await scene.office.notice(id);
    scene.forward(1_000);
    await writer.post(`/console/notices/${id}`, {
      form: aForm({ "text-en": "Something else", changedAt: String(changedAt) }),
    });
    await writer.post(`/console/notices/${id}/submit`);
    for (const form of [{ seen }, { seen: "soon" }, {}]) {
      const answer = await approver.post(`/console/notices/${id}/approve`, { form });
      expect([answer.statusCode, textOf(answer).includes("Somebody has changed this notice")]).toEqual([
        422,
        true,
      ]);
      expect(textOf(answer)).toContain("Something else");
    }
    expect(await scene.store.read.noticeRecipient.count()).toBe(0);
  });
});

describe("a form for a notice", () => {
  it("from another site, or without the token, does nothing", async () => {
    await scene.people(2);
    const browser = await scene.as("caseworker");
    const { id } = await writes(browser);
    for (const step of ["submit", "cancel", "test"]) {
      const path = `/console/notices/${id}/${step}`;
      expect((await browser.post(path, { csrf: null })).statusCode).toBe(403);
      const foreign = { "sec-fetch-site": "cross-site", origin: "https://evil.example" };
      expect((await browser.post(path, { headers: foreign })).statusCode).toBe(403);
    }
    expect((await scene.office.notice(id)).state).toBe("draft");
  });
});
