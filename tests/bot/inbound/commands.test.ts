import { describe, expect, test } from "vitest";
import type { Talk } from "../../../bot/inbound/talk.ts";
import { languages } from "../../../domain/language.ts";
import { flows, isFlowId } from "../../../flows/index.ts";
import { texts } from "../../../locales/texts.ts";
import {
  answersIn,
  askedOf,
  aTalk,
  atName,
  having,
  hearing,
  inFlow,
  later,
  member,
  saysOf,
  tapping,
  wantedOf,
  young,
} from "./a-talk.ts";

/** What each command comes to for a member, whatever conversation she is in. */
const effects: Readonly<Record<string, (talk: Talk) => unknown>> = {
  menu: (talk) => expect(askedOf(talk)).toBe("menu/item"),
  me: (talk) => expect(askedOf(talk)).toBe("my-details/which"),
  language: (talk) => expect(askedOf(talk)).toBe("language/language"),
  delete: (talk) => expect(askedOf(talk)).toBe("delete-me/sure"),
  help: (talk) => expect(saysOf(talk)).toEqual(["common/help"]),
  person: (talk) => expect(wantedOf(talk)).toEqual(["openCase"]),
  start: (talk) => expect([saysOf(talk), askedOf(talk)]).not.toEqual([[], null]),
  stop: (talk) => expect(wantedOf(talk)).toEqual(["stopAll"]),
  stopSoftly: (talk) => expect(wantedOf(talk)).toEqual(["stopAll"]),
};
const flowIds = Object.keys(flows)
  .filter(isFlowId)
  .filter((flow) => flow !== "talk-to-a-person");

describe.each(languages)("a command in %s", (language) => {
  const { keywords } = texts[language];
  test.each(Object.keys(effects))("is heard in every conversation: %s", (command) => {
    const words = Object.entries(keywords).flatMap(([name, of]) =>
      name === command && Array.isArray(of) ? of : [],
    );
    expect(words.length).toBeGreaterThan(0);
    for (const flow of flowIds) {
      for (const word of words) {
        const before = inFlow(aTalk({ person: member }), flow);
        const talk = hearing(before, word);
        effects[command]?.(talk);
        expect(answersIn(talk, flow) ?? {}, `${word} answers ${flow}`).toEqual({});
      }
    }
  });

  test("is never taken for a name", () => {
    const words = Object.values(keywords).flatMap((of) => (Array.isArray(of) ? of : []));
    const notCommands = keywords.greetings;
    for (const word of words.filter((each) => !notCommands.includes(each)))
      expect(answersIn(hearing(atName(), word), "join")?.name, word).toBeUndefined();
  });
});

describe("STOP", () => {
  test("in the midst of joining keeps the place, and START goes on at the same question", () => {
    const stopped = hearing(atName(), "STOP");
    expect(wantedOf(stopped)).toEqual(["stopAll"]);
    expect(stopped).toMatchObject({ topic: "service", asked: null });
    const started = hearing(later(stopped, { state: "stopped" }), "START");
    expect(started.lane.state).toBe("open");
    expect(askedOf(started)).toBe("join/name");
    expect(answersIn(started, "join")).toEqual(answersIn(atName(), "join"));
  });

  test("ends every other conversation", () => {
    const stopped = hearing(inFlow(aTalk({ person: member }), "my-details"), "stop");
    expect(stopped.open).toEqual([]);
    expect(stopped.closed).toContain("my-details");
  });

  test("for job alerts stops only those", () => {
    expect(wantedOf(hearing(aTalk({ person: member }), "stop jobs"))).toEqual(["stopJobs"]);
  });

  test("is recorded in silence where the carrier has answered", () => {
    const talk = hearing(atName(), { kind: "opt_out", text: "STOP", providerAnswered: true });
    expect([saysOf(talk), askedOf(talk), wantedOf(talk)]).toEqual([[], null, ["stopAll"]]);
  });

  test("is answered once; whoever has stopped us hears nothing but the answers to START and HELP", () => {
    const stopped = later(atName(), { state: "stopped" });
    for (const typed of ["STOP", "hello", "1", "MENU", "0", "LANG"])
      expect(hearing(stopped, typed)).toEqual(stopped);
    expect(saysOf(hearing(stopped, "HELP"))).toEqual(["common/help"]);
  });
});

describe("START", () => {
  test("opens again what STOP closed, though a person holds the talk, and leaves it to that person", () => {
    const talk = hearing(aTalk({ person: member, lane: { state: "stopped", owner: "person" } }), "START");
    expect(talk.lane).toMatchObject({ state: "open", owner: "person" });
    expect([wantedOf(talk), askedOf(talk)]).toEqual([["startAgain"], null]);
  });

  test("gives back what was stopped by topic, too, and what was closed by blocking us", () => {
    expect(wantedOf(hearing(aTalk({ person: member }), "START"))).toEqual(["startAgain"]);
    const unblocked = hearing(aTalk({ person: member, lane: { state: "blocked" } }), { kind: "unblocked" });
    expect(unblocked.lane.state).toBe("open");
    expect(wantedOf(hearing(later(unblocked), { kind: "start" }))).toEqual(["startAgain"]);
  });

  test("brings a member who has stopped to the menu", () => {
    expect(askedOf(hearing(aTalk({ person: member, lane: { state: "stopped" } }), "START"))).toBe(
      "menu/item",
    );
  });

  test("from a stranger is the beginning", () => {
    const talk = hearing(aTalk(), "START");
    expect([saysOf(talk), askedOf(talk)]).toEqual([["join/welcome"], "join/language"]);
  });

  test("that the carrier has answered is silent, and swallows nothing of what is to be said", () => {
    const talk = hearing(aTalk(), { kind: "opt_in", text: "START", providerAnswered: true });
    expect([saysOf(talk), askedOf(talk), talk.open]).toEqual([[], null, []]);
    expect(saysOf(hearing(later(talk), "hello"))).toEqual(["join/welcome"]);
    const back = hearing(later(atName(), { state: "stopped" }), { kind: "opt_in", providerAnswered: true });
    expect([back.lane.state, wantedOf(back), saysOf(back), askedOf(back)]).toEqual([
      "open",
      ["startAgain"],
      [],
      null,
    ]);
  });
});

describe("HELP", () => {
  test("is answered, and the question stays as it was", () => {
    const talk = hearing(atName(), "HELP");
    expect([saysOf(talk), askedOf(talk), talk.topic]).toEqual([["common/help"], null, "service"]);
    expect(talk.open).toEqual(atName().open);
  });
  test("is silent where the carrier has answered", () => {
    const talk = hearing(atName(), { kind: "help", text: "HELP", providerAnswered: true });
    expect([saysOf(talk), askedOf(talk)]).toEqual([[], null]);
  });
});

describe("MENU", () => {
  test("in the midst of joining asks the open question again", () => {
    expect([saysOf(hearing(atName(), "MENU")), askedOf(hearing(atName(), "00"))]).toEqual([[], "join/name"]);
  });
  test("from a young person leads to what protects her, and so does every other way to what is for members", () => {
    for (const typed of ["MENU", "ME", "hello"])
      expect(askedOf(hearing(aTalk({ person: young }), typed))).toBe("young/person");
    expect(askedOf(tapping(aTalk({ person: young }), "menu/item/details"))).toBe("young/person");
  });
});

describe("0", () => {
  test("goes back one question, in every script", () => {
    for (const typed of ["0", "٠", " 0. "]) expect(askedOf(hearing(atName(), typed))).toBe("join/age");
  });
  test("at the first question asks it again", () => {
    const atFirst = having(aTalk(), "hi");
    const talk = hearing(atFirst, "0");
    expect([saysOf(talk), askedOf(talk)]).toEqual([[], "join/language"]);
    expect(later(talk).open).toEqual(atFirst.open);
  });
  test("over an action has it done again with the new answer", () => {
    const atConsent = having(aTalk(), "hi", "1");
    const back = later(hearing(atConsent, "0"));
    expect(wantedOf(hearing(back, "3"))).toEqual(["setLanguage"]);
  });
  test("under an old question goes nowhere", () => {
    const talk = tapping(atName(), "join/consent/back");
    expect([saysOf(talk), askedOf(talk)]).toEqual([["common/superseded"], "join/name"]);
    expect(askedOf(tapping(atName(), "join/name/back"))).toBe("join/age");
  });
});

describe("while a person holds the talk", () => {
  const held = (): Talk => aTalk({ person: member, lane: { owner: "person" } });
  test("the bot is silent, whatever is written, tapped, sent or changed", () => {
    for (const did of [
      "hello",
      "1",
      "0",
      "",
      { kind: "media" as const },
      { kind: "edit" as const, text: "hm" },
    ]) {
      const talk = hearing(held(), did);
      expect([saysOf(talk), askedOf(talk), wantedOf(talk)]).toEqual([[], null, []]);
    }
    expect(saysOf(tapping(held(), "menu/item/details"))).toEqual([]);
  });
  test("commands are heard, and MENU, ME and DELETE bring the bot back", () => {
    expect(wantedOf(hearing(held(), "STOP"))).toEqual(["stopAll"]);
    expect(saysOf(hearing(held(), "HELP"))).toEqual(["common/help"]);
    for (const typed of ["MENU", "ME", "DELETE"]) {
      const talk = hearing(held(), typed);
      expect([talk.lane.owner, wantedOf(talk)]).toEqual(["bot", ["closeCase"]]);
      expect(askedOf(talk)).not.toBeNull();
    }
  });
  test("the language can be changed without losing the person", () => {
    const asked = hearing(held(), "LANG");
    expect([askedOf(asked), asked.lane.owner]).toEqual(["language/language", "person"]);
    const answered = hearing(later(asked), "2");
    expect([wantedOf(answered), saysOf(answered)]).toEqual([["setLanguage"], ["language/changed"]]);
    expect(hearing(later(answered), "hello").says).toEqual([]);
  });
  test("nothing that was asked before is still waited for", () => {
    const withPerson = later(hearing(inFlow(aTalk({ person: member }), "language"), "PERSON"), {
      owner: "person",
    });
    expect(hearing(withPerson, "2")).toEqual(withPerson);
  });
});

test("who blocks us is taken at her word, and hears nothing", () => {
  const talk = hearing(atName(), { kind: "blocked" });
  expect([talk.lane.state, wantedOf(talk), saysOf(talk), askedOf(talk)]).toEqual([
    "blocked",
    ["noteBlocked"],
    [],
    null,
  ]);
});

test("hearing is pure: the same talk and message give the same, and the talk before stays as it was", () => {
  const before = atName();
  const copy = structuredClone(before);
  expect(hearing(before, "STOP")).toEqual(hearing(before, "STOP"));
  expect(before).toEqual(copy);
});

describe("DELETE after STOP", () => {
  const stopped = aTalk({ person: member, lane: { state: "stopped" } });

  test("asks whether to erase, although everything else is silent", () => {
    const asked = hearing(stopped, "DELETE");
    expect([askedOf(asked), asked.topic]).toEqual(["delete-me/sure", "service"]);
  });

  test("erases on the answer, and nothing else is opened by it", () => {
    const answered = hearing(later(hearing(stopped, "DELETE")), "1");
    expect([wantedOf(answered), answered.topic, answered.lane.state]).toEqual([
      ["eraseMe"],
      "service",
      "stopped",
    ]);
  });

  test("does not make the bot hear anything else", () => {
    expect([saysOf(hearing(stopped, "hello")), askedOf(hearing(stopped, "hello"))]).toEqual([[], null]);
  });
});
