import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Language } from "../../domain/language.ts";
import { consoleTexts } from "../../server/console/page/texts.ts";
import type { OpenPage } from "./form-client.ts";
import { emails } from "./people.ts";
import type { RecordedBrowser } from "./recorded-browser.ts";
import type { Stage } from "./stage.ts";

/** Somebody of staff at her desk: her browser, the page she was led to, and the words of her language. */
export interface Desk {
  readonly browser: RecordedBrowser;
  readonly page: OpenPage;
  readonly t: ReturnType<typeof consoleTexts>["t"];
}

/** Lets the first administrator in as an operator does: `npm run admin:add`. */
export async function addAdministrator({ settings }: Stage): Promise<void> {
  await promisify(execFile)(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "server/add-admin.ts", "Ada", emails.administrator],
    { env: { PATH: process.env.PATH, ...settings } },
  );
}

/** The administrator adds a caseworker and an approver, who speaks Arabic. */
export async function addStaff(stage: Stage): Promise<void> {
  const { browser, page, t } = await signIn(stage, "Ada's console", emails.administrator, "en");
  const staff = await browser.follow(page, t("staff.title"));
  const caseworker = { name: "Chloe", email: emails.caseworker, role: "caseworker", language: "en" };
  const one = await browser.press(staff, t("staff.add"), caseworker);
  const approver = { name: "Nour", email: emails.approver, role: "approver", language: "ar" };
  browser.sees(await browser.press(one, t("staff.add"), approver));
}

/** Asks for a link, opens it from the letter and presses the button. */
export async function signIn(stage: Stage, who: string, email: string, language: Language): Promise<Desk> {
  const browser = stage.browser(who, language);
  const { t } = consoleTexts(language);
  const asked = await browser.press(await browser.open("/console/sign-in"), t("signIn.send"), { email });
  browser.sees(asked);
  const letter = await stage.mailboxes.next(email);
  const link = /http\S+\/console\/sign-in\/(\S+)/.exec(letter.text ?? "");
  if (link === null) throw new Error(`There is no link in the letter:\n${letter.text}`);
  stage.recorder.stands(link[1] ?? "", "sign-in-link");
  stage.recorder.note({ kind: "letter", who: email, subject: letter.subject ?? "", text: letter.text ?? "" });
  const page = await browser.press(await browser.open(link[0]), t("signIn.enter"));
  return { browser, page, t };
}
