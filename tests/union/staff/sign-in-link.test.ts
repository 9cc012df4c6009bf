import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { minuteMs } from "../../../domain/moment.ts";
import { addStaff } from "../../../union/staff/add-staff.ts";
import { askSignInLink } from "../../../union/staff/ask-sign-in-link.ts";
import { useSignInLink } from "../../../union/staff/use-sign-in-link.ts";
import { openSmallConsole, type SmallConsole } from "../../server/console/small-console.ts";

let scene: SmallConsole;
beforeAll(async () => {
  scene = await openSmallConsole();
});
afterAll(() => scene.close());

const step = fc.oneof(
  fc.record({ kind: fc.constant("ask"), browser: fc.constantFrom("a", "b") }),
  fc.record({
    kind: fc.constant("use"),
    link: fc.nat({ max: 3 }),
    browser: fc.constantFrom("a", "b", null),
  }),
  fc.record({ kind: fc.constant("wait"), ms: fc.integer({ min: -20 * minuteMs, max: 20 * minuteMs }) }),
);
type Step =
  | { kind: "ask"; browser: string }
  | { kind: "use"; link: number; browser: string | null }
  | { kind: "wait"; ms: number };

/** What nearly everybody does; among random steps it may not come up. */
const usual: Step[] = [
  { kind: "ask", browser: "a" },
  { kind: "wait", ms: minuteMs },
  { kind: "use", link: 0, browser: "a" },
  { kind: "use", link: 0, browser: "a" },
];

describe("a link for signing in", () => {
  it("lets in once, in its own browser, within its 15 minutes, however the clock jumps", async () => {
    let round = 0;
    let letIn = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        round += 1;
        const email = `somebody-${round}@union.example`;
        await addStaff(scene.host, { name: "Ada", email, role: "caseworker", language: "en" }, "operator");
        const links: { token: string; browser: string; askedAt: number; isUsed: boolean }[] = [];
        for (const taken of steps as readonly Step[]) {
          const now = scene.host.clock.now().getTime();
          if (taken.kind === "wait") scene.forward(taken.ms);
          else if (taken.kind === "ask")
            await askSignInLink(
              scene.host,
              { email, browserToken: taken.browser },
              async (_tx, { token }) => {
                links.push({ token, browser: taken.browser, askedAt: now, isUsed: false });
              },
            );
          else {
            const link = links[taken.link];
            const used = await useSignInLink(scene.host, {
              token: link?.token ?? "made-up",
              browserToken: taken.browser,
            });
            if (used.kind !== "signed_in") continue;
            letIn += 1;
            expect(link).toMatchObject({ isUsed: false, browser: taken.browser });
            const age = now - link!.askedAt;
            expect(age).toBeGreaterThanOrEqual(0);
            expect(age).toBeLessThan(15 * minuteMs);
            link!.isUsed = true;
          }
        }
      }),
      { numRuns: 60, examples: [[usual]] },
    );
    expect(letIn).toBeGreaterThan(0);
  });
});
