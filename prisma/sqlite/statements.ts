import type { Statements } from "../statements.ts";
import { claim } from "./claim.ts";
import { ageMessages, dueLookUps, dueMessages, takeDueTimers, waitingMail } from "./due.ts";
import { loadScenes } from "./load-scenes.ts";
import { addReceipts, changeStatuses, findParts } from "./receipts.ts";
import { recordInbound } from "./record-inbound.ts";
import { saveTurns } from "./save-turns.ts";
import { settle } from "./settle.ts";
import { writeOutbox } from "./write-outbox.ts";

/** The statements in SQLite's words: a batch travels as one JSON parameter. */
export const sqliteStatements: Statements = {
  recordInbound,
  loadScenes,
  saveTurns,
  writeOutbox,
  claim,
  settle,
  findParts,
  addReceipts,
  changeStatuses,
  waitingMail,
  dueMessages,
  ageMessages,
  dueLookUps,
  takeDueTimers,
};
