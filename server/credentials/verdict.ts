import type { CodeAnswer, TierOne } from "../../union/credentials/check-code.ts";
import { type TierZero, tierZero } from "../../union/credentials/tier-zero.ts";
import type { BadReason, Verdict } from "../../union/credentials/verify-credential.ts";

/** What a page says first, told apart by colour, sign and word. */
export type Tone = "good" | "bad" | "unsure" | "mistake";

/** Why it says so; each has a text of its own. */
export type Reason = BadReason | Exclude<CodeAnswer["kind"], "bad">;

/** What a page shows to whoever asked about a paper. */
export interface PageVerdict {
  readonly tone: Tone;
  readonly reason: Reason;
  /** The HTTP status that says the same to a machine. */
  readonly status: number;
  /** Null unless it is good. */
  readonly paper: ShownPaper | null;
}

export interface ShownPaper {
  readonly tier0: TierZero;
  readonly tier1: TierOne | null;
  readonly statusAsOf: Date;
}

const good = (paper: ShownPaper): PageVerdict => ({ tone: "good", reason: "good", status: 200, paper });
const bad = (reason: BadReason): PageVerdict => ({ tone: "bad", reason, status: 200, paper: null });
const couldNotCheck: PageVerdict = { tone: "unsure", reason: "could_not_check", status: 503, paper: null };

const statusOf = {
  unknown: 404,
  typing_mistake: 400,
  wrong_length: 400,
  not_a_code: 400,
  wrong_pin: 403,
  too_many_tries: 429,
} as const;

/** What is shown to whoever asked by code. */
export function verdictOnCode(answer: CodeAnswer): PageVerdict {
  switch (answer.kind) {
    case "good":
      return good(answer);
    case "bad":
      return bad(answer.why);
    case "could_not_check":
      return couldNotCheck;
    default:
      return { tone: "mistake", reason: answer.kind, status: statusOf[answer.kind], paper: null };
  }
}

/** What is shown to whoever brought the credential itself. */
export function verdictOnFile(verdict: Verdict): PageVerdict {
  switch (verdict.kind) {
    case "good": {
      const { credential, statusAsOf } = verdict;
      return good({ tier0: tierZero(credential), tier1: null, statusAsOf });
    }
    case "bad":
      return bad(verdict.reason);
    case "could-not-check":
      return couldNotCheck;
  }
}
