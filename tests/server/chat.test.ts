import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import arabic from "../../locales/ar/common.json" with { type: "json" };
import arabicJoin from "../../locales/ar/join.json" with { type: "json" };
import english from "../../locales/en/common.json" with { type: "json" };
import englishJoin from "../../locales/en/join.json" with { type: "json" };
import englishPerson from "../../locales/en/talk-to-a-person.json" with { type: "json" };
import arabicLivelihoods from "../../locales/livelihoods/ar.json" with { type: "json" };

/** What `npm run chat` shows when these lines come through a pipe; without any setting of the machine it runs on. */
function chat(options: readonly string[], lines: readonly string[]) {
  return new Promise<{ readonly shown: string; readonly complaints: string; readonly code: number | null }>(
    (resolve, reject) => {
      const phone = spawn(process.execPath, ["server/chat.ts", ...options], {
        env: { PATH: process.env.PATH, TZ: "UTC" },
      });
      let shown = "";
      let complaints = "";
      phone.stdout.on("data", (chunk) => (shown += chunk));
      phone.stderr.on("data", (chunk) => (complaints += chunk));
      phone.on("error", reject);
      phone.on("close", (code) => resolve({ shown, complaints, code }));
      phone.stdin.end(lines.map((line) => `${line}\n`).join(""));
    },
  );
}

const tillName = ["2", "1", "2"];

describe("a phone in the terminal", () => {
  it("takes a person through joining in Arabic, to her member number", async () => {
    const { shown, complaints, code } = await chat(
      ["--lang", "ar"],
      [...tillName, "أمل", "طرابلس", "٣", "١", "لا", "١"],
    );
    const asked = [
      arabicJoin["language.ask"],
      arabicJoin["consent.ask"],
      arabicJoin["age.ask"],
      arabicJoin["name.ask"],
      arabicJoin["place.ask"],
      arabicJoin["work.ask"],
      arabicLivelihoods["kind.ask"],
      arabicJoin["shared.ask"],
      arabicJoin["alerts.ask"],
    ];
    const places = asked.map((question) => shown.indexOf(question));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(shown).toMatch(/أمل.*MU-\d{4}-\w/);
    expect(complaints).toBe("");
    expect(code).toBe(0);
  });

  it("shows what a text weighs and costs, and dates the price", async () => {
    const { shown } = await chat(["--lang", "en", "--from", "+15550100123"], ["1"]);
    expect(shown).toMatch(/-- 1 SMS, GSM-7, \d+ of 160, about US\$ 0\.0083 to US \(November 2026\)/);
    const turkish = await chat(["--from", "+905550000101"], []);
    expect(turkish.shown).toContain("price to TR not known here");
  });

  it("lets time pass: after two days without a caseworker the machine answers again", async () => {
    const { shown } = await chat([], ["1", "PERSON", ":wait 1d", ":wait 2d", "1"]);
    expect(shown).toContain(englishPerson.opened);
    const [before = "", after = ""] = shown.split("> :wait 2d");
    expect(before).not.toContain(english.caseClosed);
    expect(after).toContain(english.caseClosed);
    expect(after).toContain("How old are you?");
  });

  it("says so when nothing comes back: the machine is silent while a person is to answer", async () => {
    const { shown } = await chat([], ["1", "PERSON", "hello?"]);
    expect(shown.split("> hello?")[1]?.trim()).toBe("(No answer.)");
  });

  it("shows the answer to somebody who writes again after everything about her was erased", async () => {
    const { shown } = await chat([], ["1", "DELETE", "1", ":wait 2h", "hello again"]);
    const [, after = ""] = shown.split("> hello again");
    expect(after).toContain(englishJoin["language.ask"]);
  });

  it("reminds her once when she stopped in the middle, and takes her answer where she was", async () => {
    const { shown } = await chat(["--lang", "ar"], [...tillName, ":wait 3d", "أمل"]);
    const [, after = ""] = shown.split("> :wait 3d");
    const [waiting = "", answered = ""] = after.split("> أمل");
    expect(waiting.split(arabic.reminder)).toHaveLength(2);
    expect(waiting).toContain(arabicJoin["name.ask"]);
    expect(answered).toContain(arabicJoin["place.ask"]);
  });

  it("has real buttons where the channel has them, and takes a tap by its label", async () => {
    const { shown } = await chat(["--channel", "whatsapp"], ["[English]", "[Yes]"]);
    expect(shown).toContain("[English] [العربية] [Français]");
    expect(shown).toContain("How old are you?");
    const telegram = await chat(["--channel", "telegram"], ["[English]"]);
    expect(telegram.shown).toContain("[Ask a person]");
    expect(telegram.shown).toContain("-- 1 message, free");
  });

  it("can be handed to another person, who is a stranger to the Union", async () => {
    const { shown } = await chat([], [...tillName.with(0, "1"), ":as +15550100199", "bonjour"]);
    const [, other = ""] = shown.split("> :as +15550100199");
    expect(other).toContain("Quelle langue");
  });

  it("says what is wrong with a line and sends nothing", async () => {
    const { shown } = await chat(
      [],
      [":wait soon", ":fly", "x".repeat(1601), ":help", ":quit", "never read"],
    );
    expect(shown).toContain("Say how long, like :wait 30m");
    expect(shown).toContain("The phone does not know that word");
    expect(shown).toContain("Not sent: text: is longer than the 1600 characters");
    expect(shown).toContain(":as +number");
    expect(shown).not.toContain("never read");
  });

  it("names every wrong option and opens no phone", async () => {
    const { shown, complaints, code } = await chat(["--lang", "tlh", "--channel", "fax"], []);
    expect(complaints).toContain("--lang must be one of en, ar, fr");
    expect(complaints).toContain("--channel must be one of sms, whatsapp, telegram");
    expect(shown).toBe("");
    expect(code).toBe(2);
  });

  it("leaves nothing behind", async () => {
    const leftovers = () =>
      readdirSync(tmpdir()).filter((name) => name.startsWith("migrant-union-chat-")).length;
    const before = leftovers();
    await chat([], ["1"]);
    expect(leftovers()).toBeLessThanOrEqual(before);
  });
});
