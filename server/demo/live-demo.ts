import { dayMs, hourMs } from "../../domain/moment.ts";
import { addStaff } from "../../union/staff/add-staff.ts";
import { type Role, roles } from "../../union/staff/permissions.ts";
import { demoStaff } from "../../union/staff/sign-in-as-demo.ts";
import { answerAll } from "./answer-all.ts";
import { demoOpenings } from "./demo-employers.ts";
import { demoMembers } from "./demo-members.ts";
import type { DemoUnion } from "./demo-union.ts";
import { liveCases } from "./live-cases.ts";
import { liveNotice } from "./live-notice.ts";
import { askForPapers, attestPapers, decidePapers } from "./live-papers.ts";
import { fill, joinEmployers, post } from "./live-work.ts";

/** How many join on the same day. */
const joinTogether = 20;
/** How many days ago the first opening was posted. */
const firstOpening = 9;

/**
 * Lives through the invented Union's first two weeks, every step by the function that does it for real people: members
 * join and are told of work, employers post it, attestors confirm, caseworkers decide and answer. It ends a little before now.
 */
export async function liveDemo(union: DemoUnion, now: Date): Promise<void> {
  const staffIds = await addStaffOfAllRoles(union);
  const staff = staffIds.get("caseworker") ?? "";
  for (let at = 0; at < demoMembers.length; at += joinTogether) {
    const joining = demoMembers.slice(at, at + joinTogether);
    await union.hear(joining.map(({ channel, from, hello }) => ({ channel, from, text: hello })));
    await answerAll(union, joining, "join");
    await union.pass(dayMs);
  }
  const employers = await joinEmployers(union, staff);
  await union.pass(2 * dayMs);
  let asked: Awaited<ReturnType<typeof askForPapers>> = new Map();
  const filled: string[] = [];
  for (let daysAgo = firstOpening; daysAgo > 0; daysAgo -= 1) {
    for (const opening of demoOpenings.filter((one) => one.daysAgo === daysAgo)) {
      const id = await post(union, opening, employers);
      if (opening.filled) filled.push(id);
    }
    await union.pass(hourMs);
    await answerAlerts(union);
    if (daysAgo === 6) asked = await askForPapers(union);
    else if (daysAgo === 5) await attestPapers(union);
    else if (daysAgo === 4) await decidePapers(union, asked, [staff, staffIds.get("approver") ?? ""]);
    else if (daysAgo === 3) await liveNotice(union, staff);
    else if (daysAgo === 2) for (const id of filled) await fill(union, id);
    await union.pass(dayMs - hourMs);
  }
  // Whoever asks for a person is talked to by the bot again two days later, so this is of today.
  await union.pass(now.getTime() - 3 * hourMs - union.service.clock.now().getTime());
  await liveCases(union, { id: staff, name: "Alba" });
}

/** One of each role, the same as one click signs in as. */
async function addStaffOfAllRoles({ service }: DemoUnion): Promise<ReadonlyMap<Role, string>> {
  const ids = new Map<Role, string>();
  for (const role of roles) {
    const { id } = await addStaff(service, { ...demoStaff[role], role, language: "en" }, "demo");
    ids.set(role, id);
  }
  return ids;
}

/** Of those who were told of work, every fourth says nothing and every fourth says no. */
const answerAlerts = (union: DemoUnion): Promise<void> =>
  answerAll(
    union,
    demoMembers.flatMap(({ channel, from }, at) =>
      at % 4 === 3
        ? []
        : [{ channel, from, answers: { want: at % 4 === 2 ? "no" : "yes", years: String(2 + (at % 3)) } }],
    ),
    "job-alert",
  );
