import type { Statements } from "../statements.ts";
import { addAddresses, findAddresses } from "./addresses.ts";
import { claim } from "./claim.ts";
import { ageMessages, dueLookUps, dueMessages, takeDueTimers, waitingMail } from "./due.ts";
import { loadScenes } from "./load-scenes.ts";
import { countAudience, freezeAudience, nextSlice } from "./notice-audience.ts";
import { noticeAftermath, noticeStanding, reportRecipients } from "./notice-report.ts";
import {
  hasUnsettled,
  noticesQueued,
  recallNotice,
  settleRecipients,
  stopNotice,
  takeRecipients,
  waitingGroups,
} from "./notice-sending.ts";
import { addConsent, addPeople, nextSerial, savePeople } from "./people.ts";
import { addReceipts, changeStatuses, findParts } from "./receipts.ts";
import { recordInbound } from "./record-inbound.ts";
import { saveTurns } from "./save-turns.ts";
import { settle } from "./settle.ts";
import type { Sql } from "./sql.ts";
import { writeOutbox } from "./write-outbox.ts";

/** The statements in SQLite's words, on the connection that all writes share. The transaction is that connection's own, so it need not be named. */
export const sqliteStatements = (sql: Sql): Statements => ({
  findAddresses: async (_tx, addresses) => findAddresses(sql, addresses),
  addAddresses: async (_tx, addresses) => addAddresses(sql, addresses),
  recordInbound: async (_tx, inbound) => recordInbound(sql, inbound),
  loadScenes: async (_tx, addressIds) => loadScenes(sql, addressIds),
  saveTurns: async (_tx, turns, now) => saveTurns(sql, turns, now),
  addPeople: async (_tx, people) => addPeople(sql, people),
  savePeople: async (_tx, people) => savePeople(sql, people),
  nextSerial: async () => nextSerial(sql),
  addConsent: async (_tx, entries) => addConsent(sql, entries),
  writeOutbox: async (_tx, messages) => writeOutbox(sql, messages),
  claim: async (_tx, requests, now) => claim(sql, requests, now),
  settle: async (_tx, results, now) => settle(sql, results, now),
  findParts: async (_tx, receipts) => findParts(sql, receipts),
  addReceipts: async (_tx, receipts) => addReceipts(sql, receipts),
  changeStatuses: async (_tx, changes) => changeStatuses(sql, changes),
  waitingMail: async (_tx, before, most) => waitingMail(sql, before, most),
  dueMessages: async (_tx, now, most) => dueMessages(sql, now, most),
  ageMessages: async (_tx, now, lookAt) => ageMessages(sql, now, lookAt),
  dueLookUps: async (_tx, now, most) => dueLookUps(sql, now, most),
  takeDueTimers: async (_tx, now, most) => takeDueTimers(sql, now, most),
  nextSlice,
  countAudience,
  freezeAudience: async (_tx, noticeId, question, slice) => freezeAudience(sql, noticeId, question, slice),
  waitingGroups: async (_tx, noticeId) => waitingGroups(sql, noticeId),
  noticesQueued: async () => noticesQueued(sql),
  takeRecipients: async (_tx, noticeId, group, most) => takeRecipients(sql, noticeId, group, most),
  settleRecipients: async (_tx, noticeId, settled) => settleRecipients(sql, noticeId, settled),
  recallNotice: async (_tx, noticeId, most) => recallNotice(sql, noticeId, most),
  stopNotice: async (_tx, noticeId, becomes, most) => stopNotice(sql, noticeId, becomes, most),
  hasUnsettled: async (_tx, noticeId) => hasUnsettled(sql, noticeId),
  noticeStanding,
  noticeAftermath,
  reportRecipients,
});
