import { directionOf } from "../../../domain/language.ts";
import { queueLetter } from "../../../union/letters/queue-letter.ts";
import type { PostSignInLink } from "../../../union/staff/ask-sign-in-link.ts";
import { consolePath } from "../console-route.ts";
import { consoleTexts } from "../page/texts.ts";

/** Writes the letter with a link for signing in, and puts it into the outgoing mail. */
export const postSignInLetter =
  (publicUrl: string): PostSignInLink =>
  (tx, { linkId, token, staff, now }) => {
    const { language, email } = staff;
    const { t } = consoleTexts(language);
    const link = `${publicUrl}${consolePath(`/sign-in/${token}`)}`;
    const lines = [t("letter.asked"), link, t("letter.once"), t("letter.notYou")];
    // Neither the words, which are ours, nor the link holds anything that HTML would read as its own.
    const paragraphs = lines.map((line) =>
      line === link ? `<p><a href="${link}">${link}</a></p>` : `<p>${line}</p>`,
    );
    return queueLetter(tx, {
      key: `sign-in:${linkId}`,
      kind: "sign-in",
      recipient: email,
      language,
      subject: t("letter.subject"),
      text: lines.join("\n\n"),
      html: `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><body>${paragraphs.join("")}</body></html>`,
      headers: { "auto-submitted": "auto-generated" },
      now,
    });
  };
