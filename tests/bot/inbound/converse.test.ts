import { describe, expect, test } from "vitest";
import { newSession } from "../../../flows/engine/session.ts";
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

describe("somebody in no conversation", () => {
  test("who is a stranger is welcomed and joins", () => {
    expect(saysOf(hearing(aTalk(), "hello"))).toEqual(["join/welcome"]);
  });
  test("who is a member gets the menu", () => {
    expect(askedOf(hearing(aTalk({ person: member }), "hello"))).toBe("menu/item");
  });
  test("who is under 18 gets the protective talk, and nothing of it is kept", () => {
    const talk = hearing(aTalk({ person: young }), "hello");
    expect([saysOf(talk), askedOf(talk)]).toEqual([["young/info"], "young/person"]);
    const yes = hearing(later(talk), "1");
    expect([wantedOf(yes), saysOf(yes)]).toEqual([["openCase"], ["young/personComes"]]);
    const no = hearing(later(talk), "2");
    expect([wantedOf(no), saysOf(no), no.open]).toEqual([[], ["young/bye"], []]);
  });
  test("who taps an old menu gets what it says", () => {
    expect(wantedOf(tapping(aTalk({ person: member }), "menu/item/details"))).toEqual(["openMyDetails"]);
    expect(askedOf(tapping(aTalk({ person: member }), "menu/item/nonsense"))).toBe("menu/item");
    expect(askedOf(tapping(aTalk({ person: member }), "delete-me/sure/delete"))).toBe("menu/item");
    expect(askedOf(tapping(aTalk(), "menu/item/details"))).toBe("join/language");
  });
});

describe("joining", () => {
  test("keeps nothing of somebody under 18 but that she is", () => {
    const talk = hearing(having(aTalk(), "hi", "1", "1"), "1");
    expect(wantedOf(talk)).toEqual(["protectYoungPerson", "openYoung"]);
    expect([talk.open, askedOf(talk)]).toEqual([[], null]);
  });
  test("ends with a no, and asks for nothing to be kept", () => {
    const talk = hearing(having(aTalk(), "hi", "1"), "2");
    expect([wantedOf(talk), saysOf(talk), talk.open]).toEqual([["declineConsent"], ["join/goodbye"], []]);
  });
  test("gives the answers it has to the actions it asks for", () => {
    const talk = hearing(atName(), "Amal");
    expect(askedOf(talk)).toBe("join/place");
    const saved = hearing(having(atName(), "Amal", "Tripoli", "9", "Baker", "2"), "1");
    expect(saved.wanted).toEqual([
      {
        action: "saveMember",
        flow: "join",
        answers: {
          language: "en",
          consent: "yes",
          age: "from18",
          name: "Amal",
          place: "Tripoli",
          work: "other",
          workOther: "Baker",
          shared: "no",
          alerts: "yes",
        },
      },
    ]);
  });
});

describe("a reply that is not understood", () => {
  const atAge = () => having(aTalk(), "hi", "1", "1");
  test("is asked again, with what to type", () => {
    const talk = hearing(atAge(), "old");
    expect([saysOf(talk), askedOf(talk)]).toEqual([["common/misunderstood.choice"], "join/age"]);
    expect(saysOf(hearing(atName(), "?!"))).not.toEqual([]);
    expect(saysOf(hearing(atName(), "..."))).toEqual(["common/misunderstood.text"]);
  });
  test("the second time in a row offers a person", () => {
    expect(saysOf(hearing(having(atAge(), "old"), "older"))).toEqual(["common/misunderstood.person"]);
    expect(saysOf(hearing(having(atAge(), "old", "2", "..."), "..."))).toEqual([
      "common/misunderstood.person",
    ]);
    expect(saysOf(hearing(having(atAge(), "old", "2"), "..."))).toEqual(["common/misunderstood.text"]);
  });
  test("that fits two options says so", () => {
    expect(saysOf(hearing(having(atName(), "Amal", "Tripoli"), "c"))).toEqual([
      "common/misunderstood.choice",
    ]);
    expect(saysOf(hearing(having(atName(), "Amal", "Tripoli", "1", "1"), "no 1"))).toEqual([
      "common/ambiguous",
    ]);
  });
});

describe("a tap", () => {
  test("on a question that has passed, in this conversation or another, answers nothing", () => {
    for (const choice of ["join/consent/no", "menu/item/leave", "delete-me/sure/delete"]) {
      const talk = tapping(atName(), choice);
      expect([saysOf(talk), askedOf(talk), wantedOf(talk)]).toEqual([["common/superseded"], "join/name", []]);
      expect(answersIn(talk, "join")).toEqual(answersIn(atName(), "join"));
    }
  });
  test("that is none of ours is read as the words on it", () => {
    const talk = hearing(having(aTalk(), "hi"), { kind: "choice", choice: "strange", text: "English" });
    expect(answersIn(talk, "join")?.language?.value).toBe("en");
  });
});

describe("what is not words", () => {
  test.each(["media", "location", "contact", "unsupported"] as const)(
    "%s is answered that we read only text",
    (kind) => {
      const talk = hearing(atName(), { kind });
      expect([saysOf(talk), talk.open]).toEqual([["common/textOnly"], atName().open]);
    },
  );
  test("a changed message is not heard again, unless it was not understood", () => {
    const understood = hearing(atName(), { kind: "edit", text: "Rima" });
    expect([saysOf(understood), understood.open]).toEqual([["common/editSeen"], atName().open]);
    const missed = hearing(having(atName(), "..."), { kind: "edit", text: "Rima" });
    expect(answersIn(missed, "join")?.name?.value).toBe("Rima");
  });
  test("a command in a changed message is heard", () => {
    expect(wantedOf(hearing(atName(), { kind: "edit", text: "STOP" }))).toEqual(["stopAll"]);
  });
});

describe("a session that has become strange", () => {
  const stored = (flow: string, state: unknown) => ({ flow, version: 1, state, openedAt: 1 });
  test("is let go where its conversation is gone or it cannot be read, and the talk goes on", () => {
    const sessions = [
      stored("a-flow-that-was", newSession({ id: "a-flow-that-was", version: 1 })),
      stored("leave", { nonsense: true }),
    ];
    const talk = aTalk({ person: member, sessions });
    expect([talk.open, talk.closed]).toEqual([[], ["a-flow-that-was", "leave"]]);
    expect(askedOf(hearing(talk, "hello"))).toBe("menu/item");
  });
  test("does not pretend that a new question follows when there is none", () => {
    const open = inFlow(aTalk({ person: member }), "language").open.map(({ session }) =>
      stored("language", {
        ...session,
        asked: { ...session.asked, key: "gone" },
        answers: { language: { value: "en", rev: 1 } },
      }),
    );
    const talk = hearing(aTalk({ person: member, sessions: open }), "1");
    expect([saysOf(talk), askedOf(talk)]).toEqual([["language/changed"], null]);
  });
});
