import { z } from "zod";
import type { Said } from "../console-route.ts";

/** The longest text a caseworker sends at once, in UTF-16 units. */
export const mostReplyChars = 1_000;

/** What stands in the form for an answer. */
export interface ReplyForm {
  readonly text: string;
  /** Names this very form, so that a double click sends once. */
  readonly once: string;
}

export type ReadReplyForm =
  | { readonly kind: "read"; readonly form: ReplyForm }
  | { readonly kind: "fault"; readonly fault: Said; readonly form: ReplyForm };

const shape = z.object({
  // Browsers send lines as CR LF (https://html.spec.whatwg.org/multipage/form-control-infrastructure.html); phones know LF.
  text: z.string().transform((text) => text.replace(/\r\n?/g, "\n").trim()),
  once: z.string().regex(/^[0-9a-z-]{1,64}$/),
});

/** Reads the form for an answer; what is wrong with it comes back with the words, so that none are lost. */
export function readReplyForm(body: unknown): ReadReplyForm {
  const read = shape.safeParse(body);
  if (!read.success)
    return { kind: "fault", fault: { key: "form.unreadable" }, form: { text: "", once: "0" } };
  const form = read.data;
  if (form.text === "") return { kind: "fault", fault: { key: "case.noText" }, form };
  if (form.text.length > mostReplyChars)
    return { kind: "fault", fault: { key: "case.tooLong", values: { most: mostReplyChars } }, form };
  return { kind: "read", form };
}
