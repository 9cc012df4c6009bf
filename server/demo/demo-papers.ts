import type { Claimed, Relation } from "../../domain/credential-request.ts";
import type { Language } from "../../domain/language.ts";

/** A paper that a member of the demonstration asks for, and how it goes on. */
export interface DemoPaper {
  /** Her place in the list of members. */
  readonly member: number;
  readonly claim: Claimed;
  readonly relation: Relation;
  readonly attestor: {
    readonly number: string;
    readonly name: string;
    readonly language: Language;
    /** What he answers when he is asked, by question; null: nothing. */
    readonly answers: Readonly<Record<string, string>> | null;
  };
  /** What a caseworker does about it; null: it waits for one. */
  readonly decision: "approve" | "refuse" | null;
}

const remembers = (work: string, livelihood: string, months: number, where: string, tool: string) => ({
  ...{ knows: "yes", work, [work]: livelihood, months: String(months), where, tool },
  ...{ verdict: "right", truth: "yes" },
});

/** Seven requests: one waits for its attestor, one was disowned, two wait for a caseworker, three became papers. */
export const demoPapers: readonly DemoPaper[] = [
  {
    member: 0,
    claim: { kind: "work-record", livelihood: "tailor", months: 30 },
    relation: "former-employer",
    attestor: {
      ...{ number: "+905550003101", name: "Usta Terzi", language: "en" },
      answers: remembers("sewing", "tailor", 30, "Gaziantep, old market", "overlock machine"),
    },
    decision: null,
  },
  {
    member: 8,
    claim: { kind: "work-record", livelihood: "mason", months: 48 },
    relation: "former-employer",
    attestor: {
      ...{ number: "+905550003102", name: "Mimar Kaya", language: "ar" },
      answers: { ...remembers("building", "mason", 20, "عنتاب", "المالج"), verdict: "partly" },
    },
    decision: null,
  },
  {
    member: 14,
    claim: { kind: "skill", achievement: 10_201 },
    relation: "trainer",
    attestor: {
      ...{ number: "+905550003103", name: "Chef Leylek", language: "en" },
      answers: {
        ...{ knows: "yes", skill: "10201", where: "Istanbul, school kitchen", tool: "large pans" },
        ...{ verdict: "right", truth: "yes" },
      },
    },
    decision: "approve",
  },
  {
    member: 24,
    claim: { kind: "work-record", livelihood: "house-cleaning", months: 26 },
    relation: "client",
    attestor: {
      ...{ number: "+9610003104", name: "Madame Olivier", language: "fr" },
      answers: remembers("cleaning", "house-cleaning", 26, "Beyrouth", "aspirateur"),
    },
    decision: "approve",
  },
  {
    member: 36,
    claim: { kind: "training", achievement: 20_401, hours: 40 },
    relation: "organisation",
    attestor: {
      ...{ number: "+256000003105", name: "Garden School", language: "en" },
      answers: {
        ...{ knows: "yes", course: "20401", hours: "40", where: "Kampala", tool: "hand hoe" },
        ...{ verdict: "right", truth: "yes" },
      },
    },
    decision: "approve",
  },
  {
    member: 32,
    claim: { kind: "work-record", livelihood: "child-care", months: 12 },
    relation: "client",
    attestor: {
      ...{ number: "+9610003106", name: "Famille Pinson", language: "fr" },
      answers: { knows: "stranger" },
    },
    decision: "refuse",
  },
  {
    member: 48,
    claim: { kind: "work-record", livelihood: "tailor", months: 60 },
    relation: "former-employer",
    attestor: { number: "+2430003107", name: "Papa Aiguille", language: "fr", answers: null },
    decision: null,
  },
];
