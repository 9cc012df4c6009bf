import { dayMs } from "../../domain/moment.ts";
import { everyMember } from "../../domain/notice-audience.ts";
import { saveDraft } from "../../union/notices/save-draft.ts";
import { submitNotice } from "../../union/notices/submit-notice.ts";
import type { DemoUnion } from "./demo-union.ts";

/** A caseworker sends a notice in three languages to the members in two towns; a day later it is done. */
export async function liveNotice({ service, pass }: DemoUnion, staffId: string): Promise<void> {
  const saved = await saveDraft(service, {
    ...{ staffId, noticeId: null },
    draft: {
      title: "Free course: your rights at work",
      texts: {
        en: "A free evening course on your rights at work begins next week. Ask us where: send PERSON.",
        ar: "دورة مسائية مجانية عن حقوقك في العمل تبدأ الأسبوع القادم. اسألنا أين.\nأرسل: شخص",
        fr: "Un cours du soir gratuit sur vos droits au travail commence bientot. Demandez-nous : HUMAIN",
      },
      audience: { ...everyMember, places: ["Beirut", "Kampala"], channels: ["sms", "telegram"] },
      missing: "leave_out",
      notAfter: service.clock.now().getTime() + 3 * dayMs,
    },
  });
  if (saved.kind !== "saved") throw new Error(`The invented notice was not saved: ${saved.kind}`);
  const submitted = await submitNotice(service, { noticeId: saved.noticeId, staffId });
  if (submitted.kind !== "approved") throw new Error(`The invented notice was not sent: ${submitted.kind}`);
  await pass(dayMs);
}
