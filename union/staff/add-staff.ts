import { z } from "zod";
import { cleanText } from "../../domain/clean-text.ts";
import { languages } from "../../domain/language.ts";
import { type AuditActor, audit } from "../audit/audit.ts";
import type { Means } from "../means.ts";
import { roles } from "./permissions.ts";

const mostNameChars = 80;

/** What has to be said of somebody who is to work in the console. An e-mail address is the same in any case. */
export const newStaff = z.object({
  name: z
    .string()
    .transform((name) => cleanText(name, mostNameChars))
    .pipe(z.string().min(1)),
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
  role: z.enum(roles),
  language: z.enum(languages),
});
export type NewStaff = z.infer<typeof newStaff>;

export type AddedStaff =
  | { readonly kind: "added"; readonly id: string }
  /** Somebody has this e-mail address already; nothing was changed. */
  | { readonly kind: "known"; readonly id: string };

/** Lets somebody sign in from now on. `by`: who of staff added her, or `operator` for whoever runs the machine. */
export function addStaff(
  { store, clock, newId }: Pick<Means, "store" | "clock" | "newId">,
  staff: NewStaff,
  by: AuditActor,
): Promise<AddedStaff> {
  return store.write.once(async (tx) => {
    const known = await tx.staff.findUnique({ where: { email: staff.email }, select: { id: true } });
    if (known !== null) return { kind: "known", id: known.id };
    const id = newId();
    const at = clock.now();
    await tx.staff.create({ data: { ...staff, id, createdAt: at } });
    await audit(tx, {
      actor: by,
      action: "staff.added",
      object: `staff:${id}`,
      detail: { role: staff.role },
      at,
    });
    return { kind: "added", id };
  });
}
