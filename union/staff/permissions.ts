/** Who works in the console. Each may do what the one before may, and more. */
export const roles = ["caseworker", "approver", "administrator"] as const;
export type Role = (typeof roles)[number];

export const isRole = (word: string): word is Role => roles.some((role) => role === word);

/** Everything in the console that not everybody may do, and from which role on it may be done. */
const allowedFrom = {
  /** Sign out, change the console's language. */
  "self.manage": "caseworker",
  /** Read the inbox, take a case, answer, close. */
  "cases.answer": "caseworker",
  /** Look a member up by the number she gives. */
  "people.find": "caseworker",
  "requests.review": "caseworker",
  /** Suspend, restore or revoke a credential. */
  "credentials.withdraw": "caseworker",
  "employers.review": "caseworker",
  "openings.review": "caseworker",
  "notices.write": "caseworker",
  "notices.approve": "approver",
  "employers.key": "administrator",
  "audit.read": "administrator",
  "staff.manage": "administrator",
} as const satisfies Readonly<Record<string, Role>>;

export type Permission = keyof typeof allowedFrom;

/** Whether a role may do something. */
export const may = (role: Role, permission: Permission): boolean =>
  roles.indexOf(role) >= roles.indexOf(allowedFrom[permission]);
