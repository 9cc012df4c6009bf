import type { Logger } from "pino";
import type { EmployerNews } from "../../bot/employers/tell-employer.ts";
import type { CredentialMeans } from "../../union/credentials/credential-means.ts";
import type { Decision } from "../../union/credentials/decide-request.ts";
import type { Means } from "../../union/means.ts";
import type { Mode } from "../config/config.ts";
import type { CaseDesk } from "./inbox/case-desk.ts";
import type { NoticeDesk } from "./notices/notice-desk.ts";

/** What the console needs of the running service. */
export interface ConsoleHost extends Means, CredentialMeans {
  readonly log: Pick<Logger, "error">;
  readonly mode: Mode;
  readonly caseDesk: CaseDesk;
  readonly noticeDesk: NoticeDesk;
  /** Tells an employer what was decided about her. */
  readonly tellEmployer: (told: {
    readonly employerId: string;
    readonly news: EmployerNews;
  }) => Promise<void>;
  /** Tells a member what was decided about her request, in the transaction that decides it. */
  readonly tellOfRequest: NonNullable<Decision["tell"]>;
}
