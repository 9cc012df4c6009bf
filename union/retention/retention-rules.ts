import { dayMs } from "../../domain/moment.ts";

/** How long what a class of tables holds is kept, and why so long. */
export interface RetentionClass {
  readonly reason: string;
  /** What ends it. */
  readonly until: string;
}

/** How long each thing is kept that ends by itself, in milliseconds. The periods are those of `docs/data.md`. */
export const keptForMs = {
  /** The provider's fields that we do not read: long enough to settle a dispute about what arrived. */
  unreadFields: 7 * dayMs,
  /** The words of messages: long enough for a caseworker to read back. */
  texts: 90 * dayMs,
  /** The address of somebody who never said yes or no. */
  undecided: 30 * dayMs,
  /** All that is kept of somebody under 18 who has not written. */
  young: 30 * dayMs,
  /** E-mails that have left or were given up, with the address they went to. */
  letters: 90 * dayMs,
  /** What an employer was shown, once the opening is over. */
  digests: 90 * dayMs,
} as const;

/** The moment so long ago. */
export const before = (now: Date, keptMs: number): Date => new Date(now.getTime() - keptMs);

/** The classes; every table is in one of them. */
export const retentionClasses = {
  profile: {
    reason: "to find work for a member and to name her",
    until: "she erases it; of somebody under 18: 30 days without a word from her",
  },
  address: {
    reason: "to answer whoever wrote",
    until: "DELETE or a no to being kept; 30 days without a word from somebody who never decided",
  },
  conversation: {
    reason: "to go on where the talk was, and to do what was promised for later",
    until: "the talk ends or the address is forgotten",
  },
  message: {
    reason: "to answer in order and once, and to know what arrived",
    until: "its unread fields 7 days, its words 90 days, the row as long as the address",
  },
  credential: {
    reason: "so that a member can prove what she can do, and anybody can see whether it still counts",
    until: "she erases it; then only its place in the status lists stays, which names nobody",
  },
  work: {
    reason: "to bring an opening and those who fit it together",
    until:
      "the member erases herself; digests: 90 days after the opening has ended; cards and their codes: no end yet",
  },
  employer: {
    reason: "to know who offers work, and that a caseworker has checked it",
    until: "who that is: the employer erases herself; openings and the hashes of keys: no end yet",
  },
  letter: {
    reason: "to send an e-mail once, and to know what became of it",
    until: "its words: it has left or was given up; the row: 90 days later",
  },
  abuse: {
    reason: "to stop whoever guesses codes; holds a hash of the asker",
    until: "24 hours",
  },
  staff: {
    reason: "to know who may do what in the console",
    until: "links and sessions: when they end; the person: no end, so that the audit log can be read",
  },
  notice: {
    reason: "to send each member one and to report what became of it",
    until:
      "its words: 90 days after its last moment; who got it: as long as the address; the rest: no end yet",
  },
  evidence: {
    reason: "to know afterwards what became of a message; holds ids, codes and times only",
    until: "tries: as long as the address; reports: no end yet",
  },
  proof: {
    reason: "to prove what was allowed and who did what; holds ids only",
    until: "no end yet",
  },
  machinery: {
    reason: "what the service notes about itself; nothing of a person",
    until: "it is used up or replaced",
  },
} as const satisfies Readonly<Record<string, RetentionClass>>;

/** The class of every table of `prisma/schema.prisma`. A table without one does not pass the tests. */
export const retentionOf: Readonly<Record<string, keyof typeof retentionClasses>> = {
  Person: "profile",
  Address: "address",
  AddressHolder: "profile",
  Lane: "address",
  Session: "conversation",
  InboundMessage: "message",
  OutboundMessage: "message",
  MessagePart: "message",
  SendAttempt: "evidence",
  Receipt: "evidence",
  Timer: "conversation",
  ConsentEntry: "proof",
  Case: "conversation",
  AuditEntry: "proof",
  ContentTemplate: "machinery",
  ProviderCursor: "machinery",
  WriteGate: "machinery",
  CredentialRequest: "credential",
  Attestation: "credential",
  Credential: "credential",
  StatusList: "credential",
  StatusPlace: "credential",
  ShareGrant: "credential",
  VerifyTry: "abuse",
  Employer: "employer",
  EmployerContact: "employer",
  ApiKey: "employer",
  Opening: "employer",
  Alert: "work",
  Card: "work",
  Introduction: "work",
  Digest: "work",
  DigestCard: "work",
  Letter: "letter",
  Staff: "staff",
  SignInLink: "staff",
  StaffSession: "staff",
  Notice: "notice",
  NoticeRecipient: "notice",
};
