import { z } from "zod";
import { languages } from "../../../domain/language.ts";
import { askSignInLink } from "../../../union/staff/ask-sign-in-link.ts";
import { speakWithStaff } from "../../../union/staff/list-staff.ts";
import { roles } from "../../../union/staff/permissions.ts";
import { endSession } from "../../../union/staff/session.ts";
import { signInAsDemo } from "../../../union/staff/sign-in-as-demo.ts";
import { newToken } from "../../../union/staff/token.ts";
import { type UsedLink, useSignInLink } from "../../../union/staff/use-sign-in-link.ts";
import type { ConsoleHost } from "../console-host.ts";
import type { ConsoleRoute, OpenRoute, Page } from "../console-route.ts";
import type { TextKey } from "../page/texts.ts";
import { postSignInLetter } from "./sign-in-letter.ts";

const email = z.object({ email: z.string().trim().toLowerCase().pipe(z.email().max(254)) });
const demoRole = z.object({ role: z.enum(roles) });
const languageChoice = z.object({
  language: z.enum(languages),
  /** A page of ours, without its question: nobody is sent anywhere else. */
  back: z
    .string()
    .regex(/^\/console(?:\/[a-z0-9-]+)*$/i)
    .catch("/console"),
});

/** How often one network address may ask for links, or try them, in a quarter of an hour: an office shares one. */
const mostTries = 30;

const signInPage: Page = { kind: "page", view: "sign-in", title: "signIn.title" };

/** Why a link did not let somebody in. */
const refusals: Readonly<Record<Exclude<UsedLink["kind"], "signed_in">, TextKey>> = {
  used: "signIn.used",
  expired: "signIn.expired",
  other_browser: "signIn.otherBrowser",
  unknown: "signIn.unknown",
};

/** Signing in by a link in a letter, signing out, and the console's language. */
export function signInRoutes(host: ConsoleHost): readonly ConsoleRoute[] {
  const post = postSignInLetter(host.publicUrl);
  return [
    { method: "GET", path: "/sign-in", permission: null, visit: async () => signInPage },
    {
      method: "POST",
      path: "/sign-in",
      permission: null,
      most: mostTries,
      visit: async ({ body, browserToken: known }) => {
        const asked = email.safeParse(body);
        if (!asked.success) return { ...signInPage, status: 422, fault: { key: "signIn.noEmail" } };
        const browserToken = known ?? newToken(host);
        await askSignInLink(host, { email: asked.data.email, browserToken }, post);
        void host.doorbell.announceRound("letters");
        return { kind: "page", view: "sign-in-asked", title: "signIn.title", browserToken };
      },
    },
    ...(host.mode === "sim" ? [demoRoute(host)] : []),
    {
      // Shows a button and does nothing: programs that look at every link in the mail do not use it up.
      method: "GET",
      path: "/sign-in/:token",
      permission: null,
      visit: async ({ params }) => ({
        kind: "page",
        view: "sign-in-link",
        title: "signIn.title",
        data: { token: params.token },
      }),
    },
    {
      method: "POST",
      path: "/sign-in/:token",
      permission: null,
      most: mostTries,
      visit: async ({ params, browserToken }) => {
        const used = await useSignInLink(host, { token: params.token ?? "", browserToken });
        if (used.kind === "signed_in") return { kind: "go", to: "/inbox", session: used };
        return { ...signInPage, status: 403, fault: { key: refusals[used.kind] } };
      },
    },
    {
      method: "POST",
      path: "/sign-out",
      permission: "self.manage",
      visit: async ({ staff, body }) => {
        const isEverywhere = z.object({ everywhere: z.literal("yes") }).safeParse(body).success;
        await endSession(host, staff, isEverywhere ? "everywhere" : "here");
        return { kind: "go", to: "/sign-in", said: "said.signedOut", session: null };
      },
    },
    {
      method: "POST",
      path: "/language",
      permission: "self.manage",
      visit: async ({ staff, body }) => {
        const chosen = languageChoice.safeParse(body);
        if (!chosen.success) return { kind: "missing" };
        await speakWithStaff(host, staff.id, chosen.data.language);
        return { kind: "go", to: chosen.data.back.slice("/console".length) };
      },
    },
    {
      method: "GET",
      path: "",
      permission: "self.manage",
      visit: async () => ({ kind: "go", to: "/inbox" }),
    },
  ];
}

const demoRoute = (host: ConsoleHost): OpenRoute => ({
  method: "POST",
  path: "/sign-in/demo",
  permission: null,
  visit: async ({ body }) => {
    const chosen = demoRole.safeParse(body);
    if (!chosen.success) return { kind: "missing" };
    return { kind: "go", to: "/inbox", session: await signInAsDemo(host, chosen.data.role) };
  },
});
