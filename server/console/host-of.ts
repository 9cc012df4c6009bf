import { answerInCase } from "../../bot/cases/answer-in-case.ts";
import { endCase } from "../../bot/cases/end-case.ts";
import { tellOfRequest } from "../../bot/credentials/tell-of-request.ts";
import { tellEmployer } from "../../bot/employers/tell-employer.ts";
import type { Service } from "../service.ts";
import type { ConsoleHost } from "./console-host.ts";
import { noticeDesk } from "./notices/notice-desk.ts";

/** The running service as the console sees it. */
export const consoleHost = (service: Service): ConsoleHost => ({
  ...service,
  mode: service.config.mode,
  caseDesk: {
    answerInCase: (answer) => answerInCase(service, answer),
    endCase: (ending) => endCase(service, ending),
  },
  noticeDesk: noticeDesk(service),
  tellEmployer: (told) => tellEmployer(service, told),
  tellOfRequest: tellOfRequest(service),
});
