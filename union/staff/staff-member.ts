import { isLanguage, type Language } from "../../domain/language.ts";
import type { Staff } from "../../prisma/client/client.ts";
import { isRole, type Role } from "./permissions.ts";

/** Somebody who works in the console, as the console needs her. */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly language: Language;
  readonly isDisabled: boolean;
}

/** Reads a row of staff; a role that does not exist any more may do no more than the least of them. */
export const staffMemberOf = ({ id, name, email, role, language, disabledAt }: Staff): StaffMember => ({
  id,
  name,
  email,
  role: isRole(role) ? role : "caseworker",
  language: isLanguage(language) ? language : "en",
  isDisabled: disabledAt !== null,
});
